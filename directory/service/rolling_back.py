"""An applied import is taken back: every authority that it touched becomes again what it was; nothing is erased."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import and_, delete, func, insert, select, update
from sqlalchemy.orm import Session

from core.actor import Actor
from core.audit import record as record_event
from core.clock import now
from directory.importing.problems import ChangeSetError
from directory.importing.projecting import columns_of, triples_of
from directory.models import PUBLISHED, Authority, ChangeSetRow, DesignationRow, ProposedChange, Revision
from directory.revising import lock_revisions
from directory.service.applying import CHUNK, Applied, counted, found_change_set


def roll_back(session: Session, change_set_id: UUID, actor: Actor) -> Applied:
    """Put every authority that the change set touched back to what it was, as a new revision of each.

    What it added is superseded; nothing is erased. Raises ChangeSetError if it is not applied, or if one of
    the authorities has changed since.
    """
    lock_revisions(session)
    change_set = found_change_set(session, change_set_id)
    if change_set.status != "applied":
        raise ChangeSetError(
            "Only an applied import can be rolled back; this one is %(status)s.", status=change_set.status
        )
    moved = session.scalar(
        select(func.count())
        .select_from(ProposedChange)
        .join(Authority, Authority.id == ProposedChange.authority_id)
        .where(ProposedChange.change_set_id == change_set_id, Authority.revision != ProposedChange.base_revision + 1)
    )
    if moved:
        raise ChangeSetError(
            "%(number)s of the authorities have changed since; rolling back would undo that too. Nothing was done.",
            number=moved,
        )
    added, changed = _write_back(session, change_set, actor)
    change_set.status = "rolled_back"
    change_set.rolled_back_at = now()
    record_event(session, actor, "import.rolled_back", str(change_set_id), added=added, changed=changed)
    session.flush()
    return Applied(change_set_id, "rolled_back", added, changed)


def _write_back(session: Session, change_set: ChangeSetRow, actor: Actor) -> tuple[int, int]:
    proposed, before = ProposedChange, Revision
    same = and_(before.authority_id == proposed.authority_id, before.number == proposed.base_revision)
    last = -1
    while True:
        rows = session.execute(
            select(proposed.position, proposed.authority_id, proposed.base_revision, proposed.record, before.record)
            .outerjoin(before, same)
            .where(proposed.change_set_id == change_set.id, proposed.position > last)
            .order_by(proposed.position)
            .limit(CHUNK)
        ).all()
        if not rows:
            return counted(session, change_set.id)
        last = rows[-1][0]
        restored = [
            _Restored(key, base + 2, earlier or {**applied, "status": "superseded"})
            for _, key, base, applied, earlier in rows
        ]
        _restore(session, restored, change_set, actor)


@dataclass(frozen=True, slots=True)
class _Restored:
    """An authority as it will be again, and the number of the revision that says so."""

    id: UUID
    number: int
    plain: dict[str, Any]


def _restore(session: Session, restored: list[_Restored], change_set: ChangeSetRow, actor: Actor) -> None:
    authorities = [
        {"id": one.id, "revision": one.number, "record": one.plain, **columns_of(one.plain)} for one in restored
    ]
    session.execute(update(Authority), authorities)
    session.execute(delete(DesignationRow).where(DesignationRow.authority_id.in_([one.id for one in restored])))
    designations = [
        {
            "authority_id": one.id,
            "position": place,
            "function": triple[0],
            "instrument": triple[1],
            "article": triple[2],
        }
        for one in restored
        for place, triple in enumerate(triples_of(one.plain))
    ]
    if designations:
        session.execute(insert(DesignationRow), designations)
    moment = now()
    revisions = [
        {
            "authority_id": one.id,
            "number": one.number,
            "at": moment,
            "status": one.plain.get("status", PUBLISHED),
            "record": one.plain,
            "change_set_id": change_set.id,
            "source_id": change_set.source_id,
            "submitted_by": None,
            "approved_by": str(actor.id),
        }
        for one in restored
    ]
    session.execute(insert(Revision), revisions)
