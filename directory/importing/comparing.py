"""What a list would change: each entry is held against the one that the directory has from the same source."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from uuid import UUID, uuid4

import orjson
from sqlalchemy import select
from sqlalchemy.orm import Session

from directory.importing.drafting import Drafted
from directory.importing.problems import Problem, Rejected
from directory.models import Authority
from directory.records import to_dict

BATCH = 100
"""Entries compared at a time: with all their designations they take up to 50 kB each."""
SUPERSEDED = "superseded"
_MISSING_LISTED = 2000
_ROW_BITS = 26
_CONTENT_BITS = (1 << 34) - 1

Plain = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the file in its plain form, and the same as JSON; a problem is added where it was said twice."""

    drafted: Drafted
    plain: Plain
    text: bytes

    @property
    def reference(self) -> str:
        """The source's own reference."""
        return self.drafted.record.external_id


def entry_of(drafted: Drafted) -> Entry:
    """Return *drafted* in its plain form."""
    plain = to_dict(drafted.record)
    return Entry(drafted, plain, orjson.dumps(plain))


@dataclass(frozen=True, slots=True)
class Compared:
    """An entry of the file beside the directory: *action* is `add`, `change` or `unchanged`.

    *plain* and *text* are the whole entry as it would be kept; *base_revision* is that of the entry it was
    compared with, 0 where there is none.
    """

    drafted: Drafted
    action: str
    authority_id: UUID
    base_revision: int
    plain: Plain
    text: bytes


@dataclass(frozen=True, slots=True)
class Missing:
    """An authority that the directory has from this source, and the file has not."""

    id: str
    state: str
    name: str


class Seen:
    """Which references a file has had, and in which row: two rows with one reference are one authority."""

    def __init__(self) -> None:
        # Hash → content and row in one number: texts and pairs would take six times the room.
        self._rows: dict[int, int] = {}
        self.states: set[str] = set()

    def repeated(self, entry: Entry) -> Rejected | None:
        """Return what is to say about an entry whose reference came before; None for a new one."""
        row = entry.drafted.row
        content = hash(entry.text) & _CONTENT_BITS
        self.states.add(str(entry.plain["state"]))
        key = hash(entry.reference)
        known = self._rows.get(key)
        if known is None:
            self._rows[key] = content << _ROW_BITS | row
            return None
        before, first = divmod(known, 1 << _ROW_BITS)
        same = before == content
        reason = (
            f"The same as row {first}; taken once"
            if same
            else f"Row {first} has this reference with other content; the first one is taken"
        )
        problem = Problem(row, "external_id", entry.reference[:200], reason)
        return Rejected(problem, {"name": entry.drafted.record.name}, harmless=same)

    def has(self, reference: str) -> bool:
        """Whether the file had *reference*."""
        return hash(reference) in self._rows


def compare(session: Session, entries: Iterable[Entry], source: str, covers: frozenset[str]) -> Iterator[Compared]:
    """Yield each of *entries* with what it would do; fields outside *covers* keep what the directory has."""
    rest = iter(entries)
    while batch := list(islice(rest, BATCH)):
        known = _known(session, source, [one.reference for one in batch])
        for one in batch:
            yield _compared(one, known.get(one.reference), covers)


def _known(session: Session, source: str, references: list[str]) -> dict[str, tuple[UUID, int, str, Plain]]:
    rows = session.execute(
        select(Authority.external_id, Authority.id, Authority.revision, Authority.status, Authority.record).where(
            Authority.source == source, Authority.external_id.in_(references)
        )
    )
    return {str(reference): (key, revision, status, record) for reference, key, revision, status, record in rows}


def _compared(entry: Entry, known: tuple[UUID, int, str, Plain] | None, covers: frozenset[str]) -> Compared:
    drafted = entry.drafted
    if known is None:
        return Compared(drafted, "add", uuid4(), 0, entry.plain, entry.text)
    key, revision, status, record = known
    kept = {name: value for name, value in record.items() if name not in covers and name != "status"}
    merged = kept | dict(entry.plain)
    if status == SUPERSEDED:
        # It comes back under the id it always had.
        return Compared(drafted, "add", key, revision, merged, orjson.dumps(merged))
    if "status" in record:
        merged["status"] = record["status"]
    if merged == record:
        return Compared(drafted, "unchanged", key, revision, record, b"")
    return Compared(drafted, "change", key, revision, merged, orjson.dumps(merged))


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
