"""What a list would change: each entry is held against the one that the directory has from the same source."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from directory.importing.drafting import Drafted
from directory.importing.problems import Problem, Rejected
from directory.models import Authority
from directory.records import to_dict

BATCH = 500
SUPERSEDED = "superseded"
_MISSING_LISTED = 2000

Plain = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Compared:
    """An entry of the file beside the directory: *action* is `add`, `change` or `unchanged`.

    *plain* is the whole entry as it would be kept; *base_revision* is that of the entry it was compared
    with, 0 where there is none.
    """

    drafted: Drafted
    action: str
    authority_id: UUID
    base_revision: int
    plain: Plain


@dataclass(frozen=True, slots=True)
class Missing:
    """An authority that the directory has from this source, and the file has not."""

    id: str
    state: str
    name: str


class Seen:
    """Which references a file has had, and in which row: two rows with one reference are one authority."""

    def __init__(self) -> None:
        # Hashes instead of texts: 174,000 references would take four times the room.
        self._rows: dict[int, tuple[int, int]] = {}
        self.states: set[str] = set()

    def repeated(self, drafted: Drafted) -> Rejected | Problem | None:
        """Return what is to say about an entry whose reference came before: a problem to warn of, or a rejection."""
        record = drafted.record
        content = hash(str(to_dict(record)))
        self.states.add(record.state)
        row, before = self._rows.setdefault(hash(record.external_id), (drafted.row, content))
        if row == drafted.row:
            return None
        shown = record.external_id[:200]
        if before == content:
            return Problem(drafted.row, "external_id", shown, f"The same as row {row}; taken once")
        reason = f"Row {row} has this reference with other content; the first one is taken"
        return Rejected(Problem(drafted.row, "external_id", shown, reason), {"name": record.name})

    def has(self, reference: str) -> bool:
        """Whether the file had *reference*."""
        return hash(reference) in self._rows


def compare(session: Session, drafted: Iterable[Drafted], source: str, covers: frozenset[str]) -> Iterator[Compared]:
    """Yield each entry of *drafted* with what it would do; fields outside *covers* keep what the directory has."""
    rest = iter(drafted)
    while batch := list(islice(rest, BATCH)):
        known = _known(session, source, [one.record.external_id for one in batch])
        for one in batch:
            yield _compared(one, known.get(one.record.external_id), covers)


def _known(session: Session, source: str, references: list[str]) -> dict[str, tuple[UUID, int, str, Plain]]:
    rows = session.execute(
        select(Authority.external_id, Authority.id, Authority.revision, Authority.status, Authority.record).where(
            Authority.source == source, Authority.external_id.in_(references)
        )
    )
    return {str(reference): (key, revision, status, record) for reference, key, revision, status, record in rows}


def _compared(drafted: Drafted, known: tuple[UUID, int, str, Plain] | None, covers: frozenset[str]) -> Compared:
    plain = to_dict(drafted.record)
    if known is None:
        return Compared(drafted, "add", uuid4(), 0, plain)
    key, revision, status, record = known
    kept = {name: value for name, value in record.items() if name not in covers and name != "status"}
    merged = kept | plain
    if status == SUPERSEDED:
        # It comes back under the id it always had.
        return Compared(drafted, "add", key, revision, merged)
    if "status" in record:
        merged["status"] = record["status"]
    return Compared(drafted, "unchanged" if merged == record else "change", key, revision, merged)


def missing_from(session: Session, source: str, seen: Seen) -> tuple[int, list[Missing]]:
    """Return how many authorities of *source*, in the States of the file, it does not have; and the first of them."""
    number = 0
    listed: list[Missing] = []
    rows = session.execute(
        select(Authority.id, Authority.external_id, Authority.state_code)
        .where(Authority.source == source, Authority.status != SUPERSEDED)
        .order_by(Authority.state_code, Authority.id)
        .execution_options(yield_per=2000)
    )
    for key, reference, state in rows:
        if state not in seen.states or seen.has(str(reference)):
            continue
        number += 1
        if len(listed) < _MISSING_LISTED:
            listed.append(Missing(str(key), state, ""))
    return number, _with_names(session, listed)


def _with_names(session: Session, listed: list[Missing]) -> list[Missing]:
    named: list[Missing] = []
    for start in range(0, len(listed), BATCH):
        part = listed[start : start + BATCH]
        ids = [UUID(one.id) for one in part]
        rows = session.execute(select(Authority.id, Authority.record).where(Authority.id.in_(ids)))
        names: dict[UUID, Plain] = {key: record for key, record in rows}  # noqa: C416  (a result is no mapping)
        named += [Missing(one.id, one.state, _name(names[UUID(one.id)])) for one in part]
    return named


def _name(record: Mapping[str, object]) -> str:
    names = record.get("names")
    texts = names if isinstance(names, dict) else {}
    return str(texts.get("en") or next(iter(texts.values()), ""))
