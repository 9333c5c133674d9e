"""Transactions on both databases."""

import threading

import pytest
from sqlalchemy import func, select

from core.audit import AuditEvent, record
from core.clock import now
from core.database import Database


def _events(database: Database) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(AuditEvent)) or 0


def test_a_transaction_commits_at_its_end(database: Database) -> None:
    with database.transaction() as session:
        record(session, None, "test", "subject")
    assert _events(database) == 1


def test_a_transaction_that_fails_leaves_nothing(database: Database) -> None:
    def fail_half_way() -> None:
        with database.transaction() as session:
            record(session, None, "test", "subject")
            session.flush()
            raise RuntimeError("half way")

    with pytest.raises(RuntimeError, match="half way"):
        fail_half_way()
    assert _events(database) == 0


def test_what_a_reader_changes_is_undone(database: Database) -> None:
    with database.reading() as session:
        record(session, None, "test", "subject")
        session.flush()
    assert _events(database) == 0


def test_a_moment_comes_back_aware_and_the_same(database: Database) -> None:
    with database.transaction() as session:
        record(session, None, "test", "subject")
    with database.reading() as session:
        event = session.scalars(select(AuditEvent)).one()
    assert event.at.tzinfo is not None
    assert abs((now() - event.at).total_seconds()) < 60


def test_writers_at_once_all_get_their_turn(database: Database) -> None:
    def write() -> None:
        for number in range(10):
            with database.transaction() as session:
                record(session, None, "test", str(number))

    threads = [threading.Thread(target=write) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert _events(database) == 80


def test_a_moment_without_zone_is_refused(database: Database) -> None:
    with pytest.raises(Exception, match="time zone"), database.transaction() as session:
        session.add(AuditEvent(at=now().replace(tzinfo=None), actor_name="x", action="x", subject="x", details={}))
