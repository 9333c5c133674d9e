"""One database, SQLite or PostgreSQL: its base, its types, its transactions."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, cast

import orjson
from sqlalchemy import JSON, Connection, DateTime, Dialect, Engine, MetaData, Table, create_engine, event
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import DeclarativeBase, Session
from sqlalchemy.types import TypeDecorator

LOCK_PATIENCE = 30.0
"""Seconds that a writer waits for its turn on SQLite."""

JsonDocument = JSON().with_variant(JSONB(), "postgresql")


class UtcDateTime(TypeDecorator[datetime]):
    """A moment, aware and in UTC on both sides, although SQLite drops zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return *value* in UTC; a moment without zone is refused, since nobody knows when it is."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone: take it from core.clock.now")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the stored moment, aware."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    """The base of every table; its naming convention makes each constraint addressable in a migration."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {datetime: UtcDateTime, dict[str, Any]: JsonDocument, list[Any]: JsonDocument}


def table_of(model: type[Base]) -> Table:
    """Return the bare table of *model*, for statements that are written once and executed often.

    A statement built anew for each call takes five times as long as one with `bindparam` that waits in its module.
    """
    return cast("Table", model.__table__)


class Database:
    """An engine, and the only two ways to use it."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.engine = _engine(url)

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Give a session whose work is committed at the end, or undone if anything was raised.

        On SQLite the writer's lock is taken at the start (BEGIN IMMEDIATE), so a commit never meets another
        writer; waiting for it happens in sleeps that let other greenlets run.
        """
        with self.engine.connect().execution_options(entraide_writes=True) as connection:
            with Session(bind=connection, expire_on_commit=False) as session, session.begin():
                yield session
            connection.commit()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session for reading; whatever it changed is undone."""
        with Session(self.engine, expire_on_commit=False) as session:
            yield session

    def dispose(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def _dumps(value: object) -> str:
    return orjson.dumps(value).decode()


def _engine(url: str) -> Engine:
    if url.startswith("sqlite"):
        engine = create_engine(
            url,
            connect_args={"timeout": 0, "check_same_thread": False},
            json_serializer=_dumps,
            json_deserializer=orjson.loads,
            pool_size=32,
            max_overflow=64,
        )
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    return create_engine(
        url,
        json_serializer=_dumps,
        json_deserializer=orjson.loads,
        pool_size=16,
        max_overflow=32,
        pool_pre_ping=True,
    )


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    """Set what SQLite needs on each connection: no implicit BEGIN, WAL, full durability, foreign keys."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("busy_timeout=0", "foreign_keys=ON", "synchronous=FULL", "temp_store=MEMORY"):
        cursor.execute(f"PRAGMA {pragma}")
    _patiently(lambda: cursor.execute("PRAGMA journal_mode=WAL"), sqlite3.OperationalError)
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    """Begin; a writer waits for its lock in short sleeps, never inside SQLite.

    SQLite's own timeout would block the whole process under gevent: the greenlet that holds the lock could
    not run to give it back.
    """
    writes = connection.get_execution_options().get("entraide_writes", False)
    statement = "BEGIN IMMEDIATE" if writes else "BEGIN"
    _patiently(lambda: connection.exec_driver_sql(statement), OperationalError)


def _patiently(attempt: Any, busy: type[Exception]) -> None:  # noqa: ANN401  (any call will do)
    """Repeat *attempt* while SQLite says that it is locked, for LOCK_PATIENCE seconds at most."""
    deadline = time.monotonic() + LOCK_PATIENCE
    pause = 0.001
    while True:
        try:
            attempt()
        except busy as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(pause)
            pause = min(pause * 1.5, 0.05)
        else:
            return
