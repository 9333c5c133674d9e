"""Rows of a table become entries: each cell is read by its column's reader, designations may take more rows."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from directory.importing.building import finish
from directory.importing.columns import Column
from directory.importing.designation_fields import ALL_READERS, DESIGNATION_READERS, designations_of
from directory.importing.drafting import Draft, Drafted, Rules
from directory.importing.fields import Reader, read_state
from directory.importing.layout import Layout
from directory.importing.problems import Problem, Rejected
from directory.importing.profiles import Profile
from directory.importing.shapes import COVERED, SHAPES, Shaped
from directory.importing.values import EMPTY, clean
from directory.records import Designation

Outcome = Drafted | Rejected
Plan = tuple[tuple[int, Column, Reader], ...]

_FIRST = {"state": 0, "territory": 1, "address_country": 2}
_NEEDED = frozenset({"state", "name"})
_OF_AN_ENTRY = {
    "name": "names", "phones_urgent": "phones", "emails_urgent": "emails", "address_country": "address",
    "out_of_hours_instruction": "out_of_hours",
    **dict.fromkeys(("address", "address_lines", "city", "region", "postal_code"), "address"),
    **dict.fromkeys(("document_kind", "document_number", "document_date", "document_url"), "provenance"),
    **dict.fromkeys(DESIGNATION_READERS, "designations"),
}  # fmt: skip
"""Column → the field of an entry that it speaks about, where the two have different names."""

_STATE_GIVEN = Column(-1, "State", "state")
_ALWAYS = frozenset({"state", "names", "other_names", "source", "external_id"})


def covered_fields(columns: Sequence[Column]) -> frozenset[str]:
    """Return the fields of an entry about which these columns speak; the others an import leaves as they are."""
    return _ALWAYS | {_OF_AN_ENTRY.get(column.field, column.field) for column in columns}


def read_table(
    layout: Layout, columns: Sequence[Column], chosen: Profile, rules: Rules, source: str
) -> tuple[frozenset[str], Iterator[Outcome]]:
    """Return the fields that the list speaks about, and what becomes of each of its rows."""
    if chosen.shape:
        shaped = _shaped_rows(layout, chosen, rules, source)
        return COVERED[chosen.shape] | _ALWAYS, shaped
    return covered_fields(columns), _TableReader(layout, columns, rules, source).outcomes()


class _TableReader:
    """The rows of one list and how its columns are read."""

    def __init__(self, layout: Layout, columns: Sequence[Column], rules: Rules, source: str) -> None:
        self._rows = layout.rows
        self._headings = layout.headings
        self._rules = rules
        self._source = source
        self._plan = _plan(columns)
        self._below = tuple(step for step in self._plan if step[1].field in DESIGNATION_READERS)
        self._above = tuple(step[0] for step in self._plan if step[1].field not in DESIGNATION_READERS)
        references = [column.position for column in columns if column.field == "external_id"]
        self._reference = references[0] if references else -1

    def outcomes(self) -> Iterator[Outcome]:
        """Yield what becomes of each row; rows below an authority that only add designations go with it."""
        draft: Draft | None = None
        further: list[Designation] = []
        before: list[str] = []
        for number, cells in self._rows:
            if draft is not None and self._below and self._belongs(cells, before):
                further += self._designations(draft, number, cells)
                continue
            if draft is not None:
                yield self._finished(draft, further, before)
                further = []
            draft, before = self._draft(number, cells), cells
        if draft is not None:
            yield self._finished(draft, further, before)

    def _draft(self, number: int, cells: list[str]) -> Draft:
        draft = Draft(number, self._rules)
        if self._rules.state:
            read_state(draft, self._rules.state, _STATE_GIVEN)
        read_cells(draft, self._plan, cells)
        return draft

    def _belongs(self, cells: list[str], before: list[str]) -> bool:
        """Whether *cells* only add designations to the authority of the row *before*."""
        if 0 <= self._reference < len(cells) and self._reference < len(before):
            reference = cells[self._reference]
            if reference and reference != before[self._reference]:
                return False
        width = len(cells)
        others = (place for place in self._above if place < width and cells[place])
        if any(place >= len(before) or cells[place] != before[place] for place in others):
            return False
        said = [cells[step[0]] for step in self._below if step[0] < width]
        # The very same row again is a repetition, not a further designation.
        return any(said) and said != [before[step[0]] for step in self._below if step[0] < len(before)]

    def _designations(self, draft: Draft, number: int, cells: list[str]) -> list[Designation]:
        row = Draft(number, self._rules)
        row.state, row.languages, row.country = draft.state, draft.languages, draft.country
        read_cells(row, self._below, cells)
        found = designations_of(row)
        draft.problems += row.problems
        draft.fatal = draft.fatal or row.fatal
        return found

    def _finished(self, draft: Draft, further: list[Designation], cells: list[str]) -> Outcome:
        drafted = finish(draft, self._source, further)
        if drafted is not None:
            return drafted
        return rejected(draft, dict(zip(self._headings, cells, strict=False)))


def rejected(draft: Draft, cells: dict[str, str]) -> Rejected:
    """Return the row of *draft* as a rejected one."""
    problem = draft.fatal or Problem(draft.row, "", "", "The row could not be read")
    return Rejected(problem, cells)


def _plan(columns: Sequence[Column]) -> Plan:
    """Return the columns in the order in which they are read: the State first, since numbers depend on it."""
    ordered = sorted(columns, key=lambda column: (_FIRST.get(column.field, 9), column.position))
    return tuple(
        (column.position, column, ALL_READERS[column.field]) for column in ordered if column.field in ALL_READERS
    )


def read_cells(draft: Draft, plan: Plan, cells: Sequence[str]) -> None:
    """Read those *cells* that have a column, each with its reader."""
    width = len(cells)
    for position, column, read in plan:
        if position >= width:
            continue
        text = cells[position]
        if not text:
            continue
        text = clean(text)
        if text[:1] == "=":
            _tell_formula(draft, text, column)
        elif text not in EMPTY:
            read(draft, text, column)


def _tell_formula(draft: Draft, text: str, column: Column) -> None:
    tell = draft.reject if column.field in _NEEDED else draft.fault
    tell(column.heading, text, "A formula; formulas are never evaluated", "Paste it as a value")


def _shaped_rows(layout: Layout, chosen: Profile, rules: Rules, source: str) -> Iterator[Outcome]:
    shape = SHAPES[chosen.shape]
    for number, cells in layout.rows:
        row = dict(zip(layout.headings, cells, strict=False))
        yield read_shaped(number, shape(row), row, rules, source)


def read_shaped(number: int, shaped: Shaped, cells: dict[str, str], rules: Rules, source: str) -> Outcome:
    """Return what becomes of a row whose texts stand under our own fields."""
    draft = Draft(number, rules)
    if rules.state:
        read_state(draft, rules.state, _STATE_GIVEN)
    read_cells(draft, shaped_plan(tuple(shaped)), list(shaped.values()))
    return finish(draft, source) or rejected(draft, cells)


@lru_cache(maxsize=1024)
def shaped_plan(keys: tuple[str, ...]) -> Plan:
    """Return how texts under these keys (`name:fr`, `phones`) are read."""
    columns = []
    for position, key in enumerate(keys):
        name, _, language = key.partition(":")
        columns.append(Column(position, name, name, language))
    return _plan(columns)
