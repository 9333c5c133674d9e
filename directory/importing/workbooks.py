"""Workbooks (XLSX, ODS, XLS): the sheets that people see, cell by cell as text; formulas are never evaluated."""

import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.parsers.expat import ExpatError

from directory.importing.formulas import SheetScan, scan_ods, scan_xlsx
from directory.importing.kinds import Kind
from directory.importing.problems import FileRefusedError
from directory.importing.xlsx import open_workbook, sheet_rows

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

Merged = tuple[tuple[int, int], tuple[int, int]]
"""First and last row and column of one merged range, counted from 0."""


_DAMAGED = (ExpatError, zipfile.BadZipFile, zlib.error, EOFError, OSError, KeyError, IndexError, ValueError)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, how many rows it has, its merged ranges, and its rows from the first."""

    name: str
    height: int
    merged: tuple[Merged, ...]
    rows: Iterator[list[str]]


def sheets_of(path: Path, kind: Kind) -> Iterator[Sheet]:
    """Yield the visible sheets of the workbook at *path* that hold anything; each is read when its turn comes."""
    return _streamed(path) if kind is Kind.XLSX else _loaded(path, kind)


def _streamed(path: Path) -> Iterator[Sheet]:
    """Yield the sheets of an XLSX workbook; their rows are unpacked as they are asked for."""
    scans = scan_xlsx(path)
    try:
        workbook = open_workbook(path)
    except _DAMAGED as error:
        raise _unreadable(error) from error
    for name, scan in scans.items():
        if scan.visible and scan.height:
            width = max((last[1] + 1 for _, last in scan.merged), default=0)
            rows = sheet_rows(path, scan.part, workbook, width)
            yield Sheet(name, scan.height, scan.merged, _whole(_texts(rows, scan.formulas)))
            # A sheet that turned out to hold no list was left in its middle.
            rows.close()


def _whole(rows: Iterator[list[str]]) -> Iterator[list[str]]:
    """Yield *rows*; where they break off, the file is refused."""
    try:
        yield from rows
    except _DAMAGED as error:
        raise _unreadable(error) from error


def _loaded(path: Path, kind: Kind) -> Iterator[Sheet]:
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    scans = scan_ods(path) if kind is Kind.ODS else {}
    try:
        book = CalamineWorkbook.from_path(path)
        for metadata in book.sheets_metadata:
            if metadata.visible is not SheetVisibleEnum.Visible:
                continue
            sheet = book.get_sheet_by_name(metadata.name)
            if sheet.start is not None:
                yield _sheet(sheet, scans.get(metadata.name))
            # The cells of a large sheet are given back before the next one is loaded.
            del sheet
    except (CalamineError, OSError) as error:
        raise _unreadable(error) from error


def _unreadable(error: Exception) -> FileRefusedError:
    if "assword" in f"{type(error).__name__} {error}":
        return FileRefusedError("The file is protected by a password. Save it without one.")
    return FileRefusedError("The workbook is cut off or damaged and cannot be read. Fetch it again, or save it as CSV.")


def _sheet(sheet: "CalamineSheet", scan: SheetScan | None) -> Sheet:
    start = sheet.start or (0, 0)
    formulas = scan.formulas if scan else {}
    merged = tuple(sheet.merged_cell_ranges or ()) or (scan.merged if scan else ())
    # The reader gives every row, but columns only from the first one in use.
    before: list[Any] = [""] * start[1]
    rows = (before + cells for cells in sheet.iter_rows())
    return Sheet(sheet.name, start[0] + sheet.height, merged, _texts(rows, formulas))


def _texts(rows: Iterable[list[Any]], formulas: Mapping[int, Mapping[int, str]]) -> Iterator[list[str]]:
    """Yield the rows of a sheet from its first, as text; columns are counted from A, as people see them."""
    for number, cells in enumerate(rows):
        row = [cell if type(cell) is str else as_text(cell) for cell in cells]
        if number in formulas:
            for column, formula in formulas[number].items():
                row += [""] * (column + 1 - len(row))
                row[column] = formula
        yield row


def as_text(value: Any) -> str:  # noqa: ANN401  (a cell may hold anything)
    """Return a cell's value as one would type it: whole numbers without a point, dates as 2026-01-31."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return _moment(value)


def _moment(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat(timespec="minutes")
    if isinstance(value, timedelta):
        return f"{value.total_seconds() / 3600:g} h"
    return "" if value is None else str(value)
