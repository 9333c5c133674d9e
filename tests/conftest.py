"""Fixtures: a database on each kind, the application over it, and browsers' stand-ins."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient

from config.settings import Settings, read_settings
from core.database import Database
from tests.accounts.people import make_account, make_authority, sign_in
from tests.databases import PostgresqlTemplate, SqliteTemplate
from wsgi import create_app


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> SqliteTemplate:
    """Return the migrated SQLite file."""
    return SqliteTemplate(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session")
def postgresql_template() -> Iterator[PostgresqlTemplate]:
    """Return the running PostgreSQL."""
    template = PostgresqlTemplate()
    yield template
    template.stop()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Return the address of a fresh, migrated database: every test that wants one runs on both kinds."""
    template: SqliteTemplate | PostgresqlTemplate = request.getfixturevalue(f"{request.param}_template")
    with template.fresh(tmp_path) as url:
        yield url


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """Return a fresh, migrated database."""
    found = Database(database_url)
    yield found
    found.dispose()


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    """Return settings over a fresh database."""
    return read_settings(
        {"DATABASE_URL": database_url, "ENTRAIDE_DATA": str(tmp_path / "data"), "SECRET_KEY": "k" * 64}
    )


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    """Return the whole application over a fresh database; CSRF and headers are as in service."""
    application = create_app(settings)
    yield application
    application.extensions["entraide"].database.dispose()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Return somebody who is not signed in."""
    return app.test_client()


Entering = Callable[..., FlaskClient]


@pytest.fixture
def signed_in(app: Flask) -> Entering:
    """Return a way in: `signed_in("officer", authority_id, name=…)` gives a browser in which somebody is signed in."""

    def enter(role: str, authority: UUID | None = None, name: str = "") -> FlaskClient:
        browser = app.test_client()
        with app.extensions["entraide"].database.transaction() as session:
            if authority is None and role in {"administrator", "officer"}:
                authority = make_authority(session)
            member, key = make_account(session, role, authority, name)
        assert sign_in(browser, member.sign_in_name, key).status_code == 302
        return browser

    return enter
