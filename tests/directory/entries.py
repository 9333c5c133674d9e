"""Entries in a real database, with the revisions that search and pages read."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import insert, update
from sqlalchemy.orm import Session

from core.clock import now
from directory.models import Authority, Revision, SourceDocument
from directory.records import (
    AcceptedLanguage,
    Address,
    AuthorityRecord,
    ContactPerson,
    Designation,
    Email,
    Phone,
    StateCode,
    to_dict,
)
from directory.service.storing import authority_row


def record(state: str = "TH", name: str = "Office of the Attorney General", **fields: Any) -> AuthorityRecord:
    """Return an entry that has what is required, unless *fields* say otherwise."""
    usual: dict[str, Any] = {
        "names": {"en": name, "th": "สำนักงานอัยการสูงสุด", "th-Latn": "Samnakngan Aiyakan Sungsut"},
        "source": "test",
        "external_id": f"{state}-{name}",
        "kind": "prosecution",
        "is_central_authority": True,
        "address": Address(lines=("1 Road",), city="Bangkok", country=state),
        "phones": (Phone(e164="+6625550142", as_supplied="+66 2 555 0142"),),
        "emails": (Email("intl@oag.example"),),
        "designations": (
            Designation(
                "extradition",
                "untoc",
                "16",
                languages_accepted=(AcceptedLanguage("th"), AcceptedLanguage("en")),
                channels_accepted=("direct",),
            ),
        ),
        "last_confirmed_on": now().date(),
    }
    return AuthorityRecord(StateCode(state), **{**usual, **fields})


def publish(session: Session, entry: AuthorityRecord) -> UUID:
    """Store *entry* with its first revision; return its id."""
    authority_id = uuid4()
    source = SourceDocument(
        id=uuid4(), kind="form", title="Form", sha256="ab" * 32, number="12", dated=date(2026, 1, 5), received_at=now()
    )
    session.add(source)
    session.flush()
    session.execute(insert(Authority), [authority_row(authority_id, entry, to_dict(entry), 1)])
    _revision(session, authority_id, entry, 1, source.id)
    return authority_id


def revise(session: Session, authority_id: UUID, entry: AuthorityRecord, number: int = 2) -> None:
    """Store *entry* as the next state of the authority."""
    row = authority_row(authority_id, entry, to_dict(entry), number)
    session.execute(update(Authority).where(Authority.id == authority_id).values(**row))
    _revision(session, authority_id, entry, number, None)


def withdraw(session: Session, authority_id: UUID, entry: AuthorityRecord) -> None:
    """Supersede the authority."""
    revise(session, authority_id, replace(entry, status="superseded"))


def with_secrets(entry: AuthorityRecord) -> AuthorityRecord:
    """Return *entry* with an internal note and two persons, one of whom left long ago."""
    persons = (ContactPerson("Present Person"), ContactPerson("Departed Person", left_on=date(2020, 1, 1)))
    return replace(entry, notes_internal="never shown", contact_persons=persons)


def _revision(session: Session, authority_id: UUID, entry: AuthorityRecord, number: int, source: UUID | None) -> None:
    session.add(
        Revision(
            authority_id=authority_id,
            number=number,
            at=now(),
            status=entry.status,
            record=to_dict(entry),
            source_id=source,
        )
    )
    session.flush()
