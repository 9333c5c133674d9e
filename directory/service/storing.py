"""Writing new entries in bulk: the row of today, its designations, and the revision that keeps it."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from hashlib import sha256
from itertools import islice
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import insert
from sqlalchemy.orm import Session

from core.audit import record as note
from core.clock import now
from directory.models import Authority, DesignationRow, Revision, SourceDocument
from directory.records import AuthorityRecord, to_dict
from directory.revising import lock_revisions

_BATCH = 500


def store_demonstration(session: Session, records: Iterable[AuthorityRecord]) -> int:
    """Store the invented entries, published; return how many there are."""
    lock_revisions(session)
    moment = now()
    source = SourceDocument(
        id=uuid4(),
        kind="demonstration",
        title="Invented entries of the demonstration",
        sha256=sha256(b"demonstration").hexdigest(),
        received_at=moment,
    )
    session.add(source)
    session.flush()
    stored = 0
    waiting = iter(records)
    while batch := list(islice(waiting, _BATCH)):
        _store(session, batch, source.id, moment)
        stored += len(batch)
    note(session, None, "directory.demonstration", "directory", entries=stored)
    return stored


def _store(session: Session, batch: list[AuthorityRecord], source_id: UUID, moment: datetime) -> None:
    rows = [(uuid4(), record, to_dict(record)) for record in batch]
    session.execute(insert(Authority), [authority_row(id_, record, plain, 1) for id_, record, plain in rows])
    designations = [row for id_, record, _ in rows for row in designation_rows(id_, record)]
    if designations:
        session.execute(insert(DesignationRow), designations)
    session.execute(
        insert(Revision),
        [
            {
                "authority_id": id_,
                "number": 1,
                "at": moment,
                "status": record.status,
                "record": plain,
                "source_id": source_id,
            }
            for id_, record, plain in rows
        ],
    )


def authority_row(authority_id: UUID, record: AuthorityRecord, plain: dict[str, Any], revision: int) -> dict[str, Any]:
    """Return the row of `authority` for *record*, whose plain form is *plain*."""
    return {
        "id": authority_id,
        "source": record.source,
        "external_id": record.external_id,
        "state_code": record.state,
        "kind": record.kind,
        "is_central_authority": bool(record.is_central_authority),
        "scope": record.scope,
        "status": record.status,
        "revision": revision,
        "last_confirmed_on": record.last_confirmed_on,
        "record": plain,
    }


def designation_rows(authority_id: UUID, record: AuthorityRecord) -> Iterator[dict[str, Any]]:
    """Yield the rows of `designation` for *record*, in its order."""
    for position, designation in enumerate(record.designations):
        yield {
            "authority_id": authority_id,
            "position": position,
            "function": designation.function,
            "instrument": designation.instrument,
            "article": designation.article,
        }
