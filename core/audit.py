"""The audit trail: who did what to what, when; appended, never changed."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Index, Integer, String
from sqlalchemy.orm import Mapped, Session, mapped_column

from core.actor import Actor
from core.clock import now
from core.database import Base

BigId = BigInteger().with_variant(Integer(), "sqlite")
"""A growing number; SQLite grows only plain INTEGER keys."""


class AuditEvent(Base):
    """One thing done."""

    __tablename__ = "audit_event"
    __table_args__ = (Index(None, "subject"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=True)
    at: Mapped[datetime]
    actor_id: Mapped[str | None] = mapped_column(String(36))
    actor_name: Mapped[str] = mapped_column(String(200))
    action: Mapped[str] = mapped_column(String(60))
    subject: Mapped[str] = mapped_column(String(200))
    details: Mapped[dict[str, Any]]


def record(session: Session, actor: Actor | None, action: str, subject: str, **details: object) -> None:
    """Append one event; no secret and no word of a case belongs into *details*."""
    session.add(
        AuditEvent(
            at=now(),
            actor_id=str(actor.id) if actor else None,
            actor_name=actor.name if actor else "the service",
            action=action,
            subject=subject,
            details=details,
        )
    )
