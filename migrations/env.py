"""Run migrations on the connection that core.migrating holds, or on the database of the settings."""

from typing import Literal

import sqlalchemy as sa
from alembic import context
from alembic.config import Config
from sqlalchemy import Connection

import accounts.models  # noqa: F401
import core.audit  # noqa: F401
import directory.models  # noqa: F401
import messaging.models  # noqa: F401  (all four are imported for the tables that they declare)
from config.settings import read_settings
from core.database import Base, Database, UtcDateTime


def _plain_types(kind: str, value: object, _context: object) -> str | Literal[False]:
    """Write our column types as plain SQLAlchemy, so that a migration outlives the code of its day."""
    if kind == "type" and isinstance(value, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(value, sa.JSON):
        return "sa.JSON().with_variant(postgresql.JSONB(), 'postgresql')"
    return False


def _run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
        render_item=_plain_types,
    )
    with context.begin_transaction():
        context.run_migrations()


def _main(config: Config) -> None:
    held = config.attributes.get("connection")
    if held is not None:
        _run(held)
        return
    database = Database(read_settings().database_url)
    with database.engine.connect().execution_options(entraide_writes=True) as connection:
        _run(connection)
        connection.commit()
    database.dispose()


_main(context.config)
