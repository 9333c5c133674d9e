"""A file becomes a stream of entries: opened, recognised, read row by row; nothing is stored here."""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from directory.importing.delimited import delimited_rows, dialect_of
from directory.importing.documents import json_lines, json_objects
from directory.importing.drafting import Drafted
from directory.importing.encodings import encoding_of, readable_names
from directory.importing.kinds import Kind, kind_of
from directory.importing.layout import Layout, NumberedRow, find_list
from directory.importing.objects import read_objects
from directory.importing.options import Options
from directory.importing.problems import FileRefusedError, Rejected
from directory.importing.profiles import (
    BY_NAME,
    Profile,
    by_its_columns,
    columns_for,
    is_usable,
    profile,
    recognised,
    rules_of,
)
from directory.importing.tables import read_table
from directory.importing.workbooks import Merged, Sheet, sheets_of

Outcome = Drafted | Rejected
PREVIEW_ROWS = 5


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file was read, for the person who looks at it."""

    kind: str
    profile: str
    source: str
    encoding: str = ""
    encoding_certain: bool = True
    encoding_alternatives: tuple[str, ...] = ()
    separator: str = ""
    sheets: tuple[str, ...] = ()
    heading_row: int = 0
    columns: tuple[tuple[str, str], ...] = ()
    unused: tuple[str, ...] = ()
    preview: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Intake:
    """A file that is being read: *covers* are the fields of an entry that it speaks about."""

    reading: Reading
    covers: frozenset[str]
    rows: int
    outcomes: Iterator[Outcome] = field(repr=False)


def open_list(path: Path, name: str, options: Options, limit: int) -> Intake:
    """Return the list in the file at *path*, called *name* by its sender; raises FileRefusedError."""
    if options.profile:
        profile(options.profile)
    kind = kind_of(path, name, limit)
    if kind is Kind.JSON:
        objects = json_objects(path)
        numbered = enumerate(objects, start=1)
        return _objects(Reading(kind.value, "", ""), iter(numbered), options, len(objects))
    if kind is Kind.JSON_LINES:
        return _objects(Reading(kind.value, "", ""), json_lines(path), options, _lines(path))
    if kind is Kind.TEXT:
        return _text_table(path, options)
    return _workbook(path, kind, options)


def _lines(path: Path) -> int:
    with path.open("rb") as file:
        return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 20), b"")) + 1


def _objects(reading: Reading, objects: Iterator[tuple[int, object]], options: Options, rows: int) -> Intake:
    chosen, covers, outcomes = read_objects(objects, options.profile, options.source, options.state)
    source = options.source or chosen.source
    return Intake(replace(reading, profile=chosen.name, source=source), covers, rows, outcomes)


def _text_table(path: Path, options: Options) -> Intake:
    encoding = encoding_of(path, options.encoding or None)
    dialect = dialect_of(path, encoding)
    names = readable_names([encoding.name, *encoding.alternatives])
    reading = Reading(
        Kind.TEXT.value,
        "",
        "",
        encoding=names[0],
        encoding_certain=encoding.certain,
        encoding_alternatives=tuple(names[1:]),
        separator=dialect.separator,
    )
    return _table(reading, delimited_rows(path, encoding, dialect), (), options, _lines(path))


def _workbook(path: Path, kind: Kind, options: Options) -> Intake:
    """Return the lists of all visible sheets that hold one, as if they were one list."""
    sheets = sheets_of(path, kind)
    refused: FileRefusedError | None = None
    for sheet in sheets:
        try:
            first = _sheet(sheet, kind, options)
        except FileRefusedError as error:
            refused = refused or error
            continue
        further = _further_sheets(sheets, kind, replace(options, source=first.reading.source))
        return replace(first, outcomes=chain(first.outcomes, further))
    raise refused or FileRefusedError("The workbook has no visible sheet with anything in it.")


def _sheet(sheet: Sheet, kind: Kind, options: Options) -> Intake:
    reading = Reading(kind.value, "", "", sheets=(sheet.name,))
    return _table(reading, sheet.rows, sheet.merged, options, sheet.height)


def _further_sheets(sheets: Iterator[Sheet], kind: Kind, options: Options) -> Iterator[Outcome]:
    for sheet in sheets:
        try:
            intake = _sheet(sheet, kind, options)
        except FileRefusedError:
            # A sheet without a list beside one with a list: notes, look-up tables.
            continue
        for outcome in intake.outcomes:
            yield _named(outcome, sheet.name)


def _named(outcome: Outcome, sheet: str) -> Outcome:
    """Return *outcome* with the sheet's name at each place, since row numbers begin again."""
    if isinstance(outcome, Rejected):
        return replace(outcome, problem=replace(outcome.problem, column=f"{sheet}!{outcome.problem.column}"))
    problems = tuple(replace(one, column=f"{sheet}!{one.column}") for one in outcome.problems)
    return replace(outcome, problems=problems)


def _table(
    reading: Reading,
    rows: Iterator[list[str]],
    merged: tuple[Merged, ...],
    options: Options,
    height: int,
) -> Intake:
    kept: list[NumberedRow] = []
    layout = find_list(_remembering(rows, kept), merged, lambda cells: _score(cells, options))
    if layout is None:
        if isinstance(rows, Generator):
            # What it reads from is closed now, not some time later.
            rows.close()
        raise _no_list(kept, options)
    chosen = _profile_for(layout.headings, options)
    columns = columns_for(chosen, layout.headings)
    used = {column.position for column in columns}
    rules = rules_of(chosen.name, options.state)
    source = options.source or chosen.source
    covers, outcomes = read_table(layout, columns, chosen, rules, source)
    told = replace(
        reading,
        profile=chosen.name,
        source=source,
        heading_row=layout.heading_row,
        columns=tuple((column.heading, column.field) for column in columns),
        unused=() if chosen.shape else _unused(layout, used),
        preview=tuple(tuple(cell[:60] for cell in cells[:12]) for _, cells in kept),
    )
    return Intake(told, covers, height, outcomes)


def _unused(layout: Layout, used: set[int]) -> tuple[str, ...]:
    return tuple(text for position, text in enumerate(layout.headings) if text and position not in used)


def _remembering(rows: Iterator[list[str]], kept: list[NumberedRow]) -> Iterator[NumberedRow]:
    """Yield *rows* with their numbers, and keep the first that are not blank."""
    for number, cells in enumerate(rows, start=1):
        if len(kept) < PREVIEW_ROWS and any(cells):
            kept.append((number, cells))
        yield number, cells


def _profile_for(headings: tuple[str, ...], options: Options) -> Profile:
    if options.profile:
        return profile(options.profile)
    return recognised(headings) or by_its_columns(headings)


def _score(cells: Sequence[str], options: Options) -> float:
    """Return how well *cells* serve as headings: the number of fields found, more for a known list."""
    headings = tuple(cell.strip() for cell in cells)
    if sum(1 for heading in headings if heading) < 2:
        return 0.0
    known = profile(options.profile) if options.profile else recognised(headings)
    if known is not None and known.recognised_by:
        fits = set(headings).issuperset(known.recognised_by) or len(columns_for(known, headings)) > 1
        return 100.0 if fits and is_usable(columns_for(known, headings), known, options.state) else 0.0
    chosen = known or profile(BY_NAME)
    columns = columns_for(chosen, headings)
    return float(len({column.field for column in columns})) if is_usable(columns, chosen, options.state) else 0.0


def _no_list(kept: list[NumberedRow], options: Options) -> FileRefusedError:
    """Return why there is no list here: no rows at all, or no column for what an entry needs."""
    if not kept:
        return FileRefusedError("There is nothing in it: no row has anything in its cells.")
    by_name = profile(BY_NAME)
    row, best = max(kept, key=lambda one: len({column.field for column in columns_for(by_name, one[1])}))
    found = {column.field for column in columns_for(by_name, best)} | ({"state"} if options.state else set())
    lacking = [label for label, name in (("the State", "state"), ("the name", "name")) if name not in found]
    if not lacking:
        lacking = [f"what the profile “{options.profile}” reads"]
    return FileRefusedError(
        f"No column for {' and none for '.join(lacking)} was found. Name the columns as the description of import "
        "formats says (docs/import.md), or choose the profile, or say of which State all rows are (--state).",
        row=row,
        column=" and ".join(lacking),
        value=", ".join(cell.strip() for cell in best if cell.strip())[:200],
    )
