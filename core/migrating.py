"""Bring a database up to the newest migration, and tell whether it is there."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from core.database import Database

_PROJECT = Path(__file__).resolve().parents[1]


def alembic_config() -> Config:
    """Return Alembic's configuration, which lives in pyproject.toml."""
    return Config(toml_file=_PROJECT / "pyproject.toml")


def migrate(database: Database, revision: str = "head") -> None:
    """Bring *database* to *revision*; of two processes that begin at once, one works and the other waits."""
    config = alembic_config()
    with database.engine.connect().execution_options(entraide_writes=True) as connection:
        _one_at_a_time(connection)
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        connection.commit()


def is_current(database: Database) -> bool:
    """Return whether *database* has every migration."""
    head = ScriptDirectory.from_config(alembic_config()).get_current_head()
    with database.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision() == head


def _one_at_a_time(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(7421001)"))
    else:
        # The writer's lock was taken by BEGIN IMMEDIATE.
        connection.execute(text("SELECT 1"))
