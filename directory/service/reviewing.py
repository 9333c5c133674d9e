"""What a second person looks at: each change field by field, what was rejected, what is missing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import and_, select
from sqlalchemy.orm import Session, defer

from directory.importing.problems import NoSuchImportError
from directory.models import ChangeSetRow, ProposedChange, Revision

PAGE = 25

Plain = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after, as text; empty where there was, or will be, nothing."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Change:
    """One authority that an import adds or changes."""

    position: int
    action: str
    authority_id: UUID
    row: int
    external_id: str
    state: str
    name: str
    fields: tuple[FieldChange, ...]
    warnings: tuple[Plain, ...]


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """One import as it stands."""

    id: UUID
    file_name: str
    source: str
    profile: str
    status: str
    reading: Plain
    counts: Mapping[str, int]
    submitted_by: str
    submitted_by_name: str
    submitted_at: datetime
    applied_by_name: str
    applied_at: datetime | None
    rolled_back_at: datetime | None

    @property
    def proposed(self) -> int:
        """How many authorities it would add or change."""
        return self.counts.get("added", 0) + self.counts.get("changed", 0)


def change_set(session: Session, change_set_id: UUID) -> ChangeSet:
    """Return one import; raises ChangeSetError if there is none of this id."""
    row = session.get(ChangeSetRow, change_set_id, options=_WITHOUT_LISTS)
    if row is None:
        raise NoSuchImportError(change_set_id)
    return _summary(row)


def change_sets(session: Session, limit: int = 100) -> list[ChangeSet]:
    """Return the newest imports."""
    newest = select(ChangeSetRow).order_by(ChangeSetRow.submitted_at.desc()).limit(limit).options(*_WITHOUT_LISTS)
    return [_summary(row) for row in session.scalars(newest)]


# What was rejected can be as long as the file.
_WITHOUT_LISTS = defer(ChangeSetRow.rejected), defer(ChangeSetRow.missing)


def _summary(row: ChangeSetRow) -> ChangeSet:
    return ChangeSet(
        id=row.id,
        file_name=row.file_name,
        source=row.source,
        profile=row.profile,
        status=row.status,
        reading=row.reading,
        counts=row.counts,
        submitted_by=row.submitted_by,
        submitted_by_name=row.submitted_by_name,
        submitted_at=row.submitted_at,
        applied_by_name=row.applied_by_name or "",
        applied_at=row.applied_at,
        rolled_back_at=row.rolled_back_at,
    )


def changes(session: Session, change_set_id: UUID, action: str | None = None, page: int = 1) -> list[Change]:
    """Return one page of what an import adds or changes, each field with what stood there before."""
    one = ProposedChange
    query = (
        select(one, Revision.record)
        .outerjoin(Revision, and_(Revision.authority_id == one.authority_id, Revision.number == one.base_revision))
        .where(one.change_set_id == change_set_id)
        .order_by(one.position)
        .offset((page - 1) * PAGE)
        .limit(PAGE)
    )
    if action is not None:
        query = query.where(one.action == action)
    return [_change(proposed, before or {}) for proposed, before in session.execute(query)]


def _change(proposed: ProposedChange, before: Plain) -> Change:
    after: Plain = proposed.record
    return Change(
        proposed.position,
        proposed.action,
        proposed.authority_id,
        proposed.row,
        proposed.external_id,
        proposed.state_code,
        _name(after),
        tuple(field_changes(before, after)),
        tuple(proposed.warnings),
    )


def _name(plain: Plain) -> str:
    names = plain.get("names")
    texts = names if isinstance(names, dict) else {}
    return str(texts.get("en") or next(iter(texts.values()), ""))


def field_changes(before: Plain, after: Plain) -> Iterator[FieldChange]:
    """Yield each field in which two plain records differ, the order of the entry kept."""
    old = dict(_flat(before))
    new = dict(_flat(after))
    for name in dict.fromkeys([*new, *old]):
        if old.get(name, "") != new.get(name, ""):
            yield FieldChange(name, old.get(name, ""), new.get(name, ""))


_NOT_SHOWN = frozenset({"source", "external_id"})


def _flat(plain: Plain) -> Iterator[tuple[str, str]]:
    """Yield the fields of a plain record as text: each language and each designation on its own."""
    for name, value in plain.items():
        if name in _NOT_SHOWN:
            continue
        if name == "designations" and isinstance(value, list):
            for one in value:
                yield _designation_name(one), _text({key: text for key, text in one.items() if key not in _TRIPLE})
        elif isinstance(value, dict):
            for key, one in value.items():
                yield f"{name}.{key}", _text(one)
        else:
            yield name, _text(value)


_TRIPLE = frozenset({"function", "instrument", "article"})


def _designation_name(plain: Plain) -> str:
    return f"designations.{plain.get('function')} {plain.get('instrument')} {plain.get('article', '')}".rstrip()


def _text(value: object) -> str:
    if isinstance(value, dict):
        if "as_supplied" in value and "e164" in value:
            value = {key: one for key, one in value.items() if key != "as_supplied"}
        return ", ".join(filter(None, (_text(one) for one in value.values()))) or "✓"
    if isinstance(value, list):
        return "; ".join(_text(one) for one in value)
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def rejected_rows(session: Session, change_set_id: UUID) -> list[Plain]:
    """Return the rows that were not taken, each with row, column, value, reason and its cells."""
    found = session.scalar(select(ChangeSetRow.rejected).where(ChangeSetRow.id == change_set_id))
    return list(found or [])


_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def correction_sheet(rows: list[Plain]) -> Iterator[list[str]]:
    """Yield headings and rows of a sheet with the rejected rows' own cells, then where and why each was rejected.

    A cell that a spreadsheet would take for a formula gets an apostrophe, which reading takes off again.
    """
    headings: dict[str, None] = {}
    for row in rows:
        cells = row.get("cells")
        headings.update(dict.fromkeys(cells if isinstance(cells, dict) else ()))
    yield [*map(_neutral, headings), "rejected row", "rejected column", "rejected value", "reason"]
    for row in rows:
        cells = row.get("cells")
        own = cells if isinstance(cells, dict) else {}
        told = (row["row"], row["column"], row["value"], row["reason"])
        yield [_neutral(str(own.get(heading, ""))) for heading in headings] + [_neutral(str(one)) for one in told]


def _neutral(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def missing_authorities(session: Session, change_set_id: UUID) -> list[Plain]:
    """Return the authorities of the source that the file does not have."""
    found = session.scalar(select(ChangeSetRow.missing).where(ChangeSetRow.id == change_set_id))
    return list(found or [])


def change_set_summary(session: Session, change_set_id: UUID) -> dict[str, object]:
    """Return one import as a program is told it: counts, the first changes field by field, and the rejected rows."""
    found = change_set(session, change_set_id)
    return {
        "changeset": str(found.id),
        "file_name": found.file_name,
        "source": found.source,
        "profile": found.profile,
        "status": found.status,
        "submitted_by": found.submitted_by_name,
        "applied_by": found.applied_by_name or None,
        **{key: found.counts.get(key, 0) for key in ("added", "changed", "unchanged", "missing", "warnings")},
        "rejected": [
            {key: one[key] for key in ("row", "column", "value", "reason")}
            for one in rejected_rows(session, change_set_id)
        ],
        "changes": [_told(one) for one in first_changes(session, change_set_id)],
    }


def first_changes(session: Session, change_set_id: UUID) -> list[Change]:
    """Return the first page of changes and the first of additions."""
    return changes(session, change_set_id, "change") + changes(session, change_set_id, "add")


def _told(one: Change) -> dict[str, object]:
    return {
        "row": one.row,
        "action": one.action,
        "id": str(one.authority_id),
        "external_id": one.external_id,
        "state": one.state,
        "name": one.name,
        "fields": [{"field": each.field, "old": each.old, "new": each.new} for each in one.fields],
        "warnings": list(one.warnings),
    }
