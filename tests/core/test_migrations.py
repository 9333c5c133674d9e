"""Migrations lead from nothing to the models, and back."""

from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text

from core.database import Base, Database
from core.migrating import alembic_config, is_current, migrate


def _downgrade(database: Database, revision: str) -> None:
    config = alembic_config()
    with database.engine.connect().execution_options(entraide_writes=True) as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, revision)
        connection.commit()


def test_a_migrated_database_is_what_the_models_say(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_every_state_is_in_a_migrated_database(database: Database) -> None:
    with database.reading() as session:
        assert session.scalar(text("SELECT count(*) FROM state")) == 195


def test_an_empty_database_is_not_current(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'empty.sqlite'}")
    assert not is_current(database)
    migrate(database)
    assert is_current(database)
    database.dispose()


def test_migrating_twice_changes_nothing(database: Database) -> None:
    migrate(database)
    assert is_current(database)


def test_all_the_way_down_and_up_again_with_data_in_the_tables(database: Database) -> None:
    with database.transaction() as session:
        session.execute(
            text(
                "INSERT INTO audit_event (at, actor_name, action, subject, details) VALUES (:at, 'x', 'x', 'x', '{}')"
            ),
            {"at": "2026-01-01 00:00:00+00:00"},
        )
    _downgrade(database, "base")
    tables = set(inspect(database.engine).get_table_names())
    assert tables <= {"alembic_version"}
    migrate(database)
    with database.reading() as session:
        assert session.scalar(text("SELECT count(*) FROM state")) == 195


@pytest.mark.parametrize("revision", ["0001", "0002"])
def test_each_migration_goes_down_and_up(database: Database, revision: str) -> None:
    _downgrade(database, revision)
    migrate(database)
    assert is_current(database)
