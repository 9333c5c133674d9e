"""The lock that every writer of revisions takes first."""

from sqlalchemy import text
from sqlalchemy.orm import Session


def lock_revisions(session: Session) -> None:
    """Let nobody else write revisions until this transaction ends.

    PostgreSQL hands out ids before commits, so without this lock a smaller id could appear after a larger
    one was read, and a reader that goes by the highest id would lose it for ever. On SQLite the writer's
    lock of the transaction is enough.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(7421002)"))
