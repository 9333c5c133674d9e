"""A change set is applied or withdrawn: in one transaction, or not at all.

What an authority and its revision will hold stands in `proposed_change` already, so that the database itself
moves the rows; a kill in the middle leaves the directory as it was, and the change set waiting.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import String, and_, delete, exists, func, insert, literal, select, update
from sqlalchemy.orm import Session

from core.actor import Actor
from core.audit import record as record_event
from core.clock import now
from core.database import UtcDateTime
from directory.importing.problems import ChangeSetError, NoSuchImportError
from directory.models import Authority, ChangeSetRow, DesignationRow, ProposedChange, Revision
from directory.revising import lock_revisions

CHUNK = 500


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of a change set."""

    id: UUID
    status: str
    added: int
    changed: int


def apply_change_set(session: Session, change_set_id: UUID, actor: Actor) -> Applied:
    """Make what the change set proposes true, in the name of *actor*, who is not the one who submitted it.

    Raises ChangeSetError if it does not wait, if the two are one person, or if an authority that it touches
    has changed since.
    """
    lock_revisions(session)
    change_set = _waiting(session, change_set_id)
    if change_set.submitted_by == str(actor.id):
        raise ChangeSetError("A second person applies an import: you submitted this one yourself.")
    _refuse_moved(session, change_set_id)
    added, changed = _write_authorities(session, change_set_id, change_set.source)
    _write_designations(session, change_set_id)
    _write_revisions(session, change_set, actor)
    change_set.status = "applied"
    change_set.applied_by, change_set.applied_by_name, change_set.applied_at = str(actor.id), actor.name, now()
    record_event(session, actor, "import.applied", str(change_set_id), added=added, changed=changed)
    session.flush()
    return Applied(change_set_id, "applied", added, changed)


def withdraw_change_set(session: Session, change_set_id: UUID, actor: Actor) -> Applied:
    """Put the change set away without applying it; anybody of the secretariat may."""
    change_set = _waiting(session, change_set_id)
    change_set.status = "withdrawn"
    record_event(session, actor, "import.withdrawn", str(change_set_id))
    session.flush()
    return Applied(change_set_id, "withdrawn", 0, 0)


def found_change_set(session: Session, change_set_id: UUID) -> ChangeSetRow:
    """Return the row of one import, locked until the transaction ends; raises ChangeSetError if there is none."""
    found = session.get(ChangeSetRow, change_set_id, with_for_update=True, populate_existing=True)
    if found is None:
        raise NoSuchImportError(change_set_id)
    return found


def _waiting(session: Session, change_set_id: UUID) -> ChangeSetRow:
    found = found_change_set(session, change_set_id)
    if found.status != "waiting":
        raise ChangeSetError("This import does not wait any more; it is %(status)s.", status=found.status)
    return found


def _refuse_moved(session: Session, change_set_id: UUID) -> None:
    """Refuse if an authority has another revision than the one compared with, or exists where none did."""
    proposed = ProposedChange
    change_set = select(ChangeSetRow.source).where(ChangeSetRow.id == change_set_id).scalar_subquery()
    same = and_(
        Authority.source == change_set,
        Authority.external_id == proposed.external_id,
        Authority.revision != proposed.base_revision,
    )
    moved = session.scalar(
        select(func.count()).select_from(proposed).where(proposed.change_set_id == change_set_id, exists().where(same))
    )
    if moved:
        raise ChangeSetError(
            "%(number)s of the authorities have changed since this import was compared. Nothing was applied; "
            "import the file again.",
            number=moved,
        )


_COPIED = ("state_code", "kind", "is_central_authority", "scope", "status", "last_confirmed_on", "record")


def _write_authorities(session: Session, change_set_id: UUID, source: str) -> tuple[int, int]:
    proposed = ProposedChange
    new = select(
        proposed.authority_id,
        literal(source, String),
        proposed.external_id,
        literal(1),
        *(getattr(proposed, name) for name in _COPIED),
    ).where(proposed.change_set_id == change_set_id, proposed.base_revision == 0)
    session.execute(
        insert(Authority).from_select(
            ["id", "source", "external_id", "revision", *_COPIED], new.order_by(proposed.position)
        )
    )
    session.execute(
        update(Authority)
        .where(
            Authority.id == proposed.authority_id,
            proposed.change_set_id == change_set_id,
            proposed.base_revision > 0,
        )
        .values({"revision": proposed.base_revision + 1, **{name: getattr(proposed, name) for name in _COPIED}})
        .execution_options(synchronize_session=False)
    )
    return counted(session, change_set_id)


def counted(session: Session, change_set_id: UUID) -> tuple[int, int]:
    """Return how many authorities an import adds and how many it changes."""
    rows = session.execute(
        select(ProposedChange.action, func.count())
        .where(ProposedChange.change_set_id == change_set_id)
        .group_by(ProposedChange.action)
    )
    counts = {action: number for action, number in rows}  # noqa: C416  (dict() would take a result for a mapping)
    return counts.get("add", 0), counts.get("change", 0)


def _write_designations(session: Session, change_set_id: UUID) -> None:
    proposed = ProposedChange
    touched = select(proposed.authority_id).where(proposed.change_set_id == change_set_id, proposed.base_revision > 0)
    session.execute(delete(DesignationRow).where(DesignationRow.authority_id.in_(touched)))
    for chunk in _chunks(session, change_set_id):
        rows = [
            {"authority_id": key, "position": place, "function": one[0], "instrument": one[1], "article": one[2]}
            for key, designations in chunk
            for place, one in enumerate(designations)
        ]
        if rows:
            session.execute(insert(DesignationRow), rows)


def _chunks(session: Session, change_set_id: UUID) -> Iterator[list[tuple[UUID, list[list[str]]]]]:
    proposed = ProposedChange
    last = -1
    while True:
        rows = session.execute(
            select(proposed.position, proposed.authority_id, proposed.designations)
            .where(proposed.change_set_id == change_set_id, proposed.position > last)
            .order_by(proposed.position)
            .limit(CHUNK)
        ).all()
        if not rows:
            return
        last = rows[-1].position
        yield [(row.authority_id, row.designations) for row in rows]


def _write_revisions(session: Session, change_set: ChangeSetRow, actor: Actor) -> None:
    proposed = ProposedChange
    rows = (
        select(
            proposed.authority_id,
            proposed.base_revision + 1,
            literal(now(), UtcDateTime),
            proposed.status,
            proposed.record,
            proposed.change_set_id,
            literal(change_set.source_id, ChangeSetRow.source_id.type),
            literal(change_set.submitted_by, String),
            literal(str(actor.id), String),
        )
        .where(proposed.change_set_id == change_set.id)
        .order_by(proposed.position)
    )
    columns = [
        "authority_id", "number", "at", "status", "record", "change_set_id", "source_id", "submitted_by", "approved_by",
    ]  # fmt: skip
    session.execute(insert(Revision).from_select(columns, rows))
