"""One entry as its page and the interface for programs show it: the record, its past, its sources."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.clock import now
from directory.errors import NoSuchEntryError
from directory.models import PUBLISHED, Authority, ChangeSetRow, Revision, SourceDocument
from directory.records import AuthorityRecord, ContactPerson, from_dict, incomplete_fields
from directory.service.history import FieldChange, changes

DUE_AFTER = timedelta(days=365)
UNCONFIRMED_AFTER = timedelta(days=456)
HIDDEN_AFTER = timedelta(days=30)
"""How long a contact person is still shown after leaving."""

_MOST_REVISIONS = 50


@dataclass(frozen=True, slots=True)
class Source:
    """The document on which a change rests."""

    kind: str
    title: str
    number: str
    dated: date | None
    sha256: str


@dataclass(frozen=True, slots=True)
class Step:
    """One revision of an entry: when, what changed, on which source, entered and approved by whom."""

    number: int
    at: datetime
    status: str
    changed: tuple[FieldChange, ...]
    source: Source | None
    entered_by: str
    approved_by: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One authority with its past, newest step first; *freshness* is confirmed, due or unconfirmed."""

    id: UUID
    record: AuthorityRecord
    status: str
    revision: int
    freshness: str
    lacks: tuple[str, ...]
    steps: tuple[Step, ...]

    @property
    def is_demonstration(self) -> bool:
        """Whether nothing in this entry is real."""
        return self.record.provenance is not None and self.record.provenance.kind == "demonstration"


def entry(session: Session, authority_id: UUID) -> Entry:
    """Return one published or suspended entry; raises NoSuchEntryError for any other."""
    found = session.get(Authority, authority_id)
    if found is None or found.status not in {PUBLISHED, "suspended"}:
        raise NoSuchEntryError(id=authority_id)
    record = from_dict(AuthorityRecord, found.record)
    return Entry(
        id=found.id,
        record=replace(record, notes_internal="", contact_persons=_present(record)),
        status=found.status,
        revision=found.revision,
        freshness=freshness(found.last_confirmed_on or record.last_confirmed_on, now().date()),
        lacks=incomplete_fields(record),
        steps=_steps(session, authority_id),
    )


def open_record(session: Session, authority_id: UUID) -> tuple[AuthorityRecord, int]:
    """Return the record without internal notes and persons, and its revision; raises NoSuchEntryError."""
    found = session.get(Authority, authority_id)
    if found is None or found.status != PUBLISHED:
        raise NoSuchEntryError(id=authority_id)
    record = from_dict(AuthorityRecord, found.record)
    return replace(record, notes_internal="", contact_persons=()), found.revision


def freshness(confirmed_on: date | None, today: date) -> str:
    """Return `confirmed`, `due` after twelve months, or `unconfirmed` after fifteen or when never confirmed."""
    if confirmed_on is None:
        return "unconfirmed"
    age = today - confirmed_on
    if age > UNCONFIRMED_AFTER:
        return "unconfirmed"
    return "due" if age > DUE_AFTER else "confirmed"


def _present(record: AuthorityRecord) -> tuple[ContactPerson, ...]:
    long_gone = now().date() - HIDDEN_AFTER
    return tuple(one for one in record.contact_persons if one.left_on is None or one.left_on > long_gone)


def _steps(session: Session, authority_id: UUID) -> tuple[Step, ...]:
    wanted = (
        select(Revision, SourceDocument, ChangeSetRow.submitted_by_name, ChangeSetRow.applied_by_name)
        .outerjoin(SourceDocument, Revision.source_id == SourceDocument.id)
        .outerjoin(ChangeSetRow, Revision.change_set_id == ChangeSetRow.id)
        .where(Revision.authority_id == authority_id)
        .order_by(Revision.number.desc())
        .limit(_MOST_REVISIONS + 1)
    )
    rows = session.execute(wanted).all()
    before: list[Revision | None] = [row[0] for row in rows[1:]]
    steps = [
        Step(
            number=revision.number,
            at=revision.at,
            status=revision.status,
            changed=changes(earlier.record, revision.record) if earlier else (),
            source=_source(document),
            entered_by=entered_by or "",
            approved_by=approved_by or "",
        )
        for (revision, document, entered_by, approved_by), earlier in zip(rows, [*before, None], strict=False)
    ]
    return tuple(steps[:_MOST_REVISIONS])


def _source(document: SourceDocument | None) -> Source | None:
    if document is None:
        return None
    return Source(document.kind, document.title, document.number or "", document.dated, document.sha256)
