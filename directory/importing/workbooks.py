"""Workbooks (XLSX, ODS, XLS): the sheets that people see, cell by cell as text; formulas are never evaluated."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from directory.importing.formulas import SheetScan, scan_ods, scan_xlsx
from directory.importing.kinds import Kind
from directory.importing.problems import FileRefusedError

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

Merged = tuple[tuple[int, int], tuple[int, int]]
"""First and last row and column of one merged range, counted from 0."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, how many rows it has, its merged ranges, and its rows from the first."""

    name: str
    height: int
    merged: tuple[Merged, ...]
    rows: Iterator[list[str]]


def sheets_of(path: Path, kind: Kind) -> Iterator[Sheet]:
    """Yield the visible sheets of the workbook at *path* that hold anything; each is loaded when its turn comes."""
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    scans = _scans(path, kind)
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


def _scans(path: Path, kind: Kind) -> Mapping[str, SheetScan]:
    if kind is Kind.XLSX:
        return scan_xlsx(path)
    if kind is Kind.ODS:
        return scan_ods(path)
    # A sheet of the old kind has 65,536 rows of 256 cells at most.
    return {}


def _unreadable(error: Exception) -> FileRefusedError:
    if "assword" in f"{type(error).__name__} {error}":
        return FileRefusedError("The file is protected by a password. Save it without one.")
    return FileRefusedError("The workbook is cut off or damaged and cannot be read. Fetch it again, or save it as CSV.")


def _sheet(sheet: "CalamineSheet", scan: SheetScan | None) -> Sheet:
    start = sheet.start or (0, 0)
    formulas = scan.formulas if scan else {}
    merged = tuple(sheet.merged_cell_ranges or ()) or (scan.merged if scan else ())
    return Sheet(sheet.name, start[0] + sheet.height, merged, _rows(sheet, start[1], formulas))


def _rows(sheet: "CalamineSheet", first_column: int, formulas: Mapping[int, Mapping[int, str]]) -> Iterator[list[str]]:
    """Yield the rows of the sheet from its first; columns are counted from A, as people see them."""
    # The reader gives every row, but columns only from the first one in use.
    before = [""] * first_column
    for number, cells in enumerate(sheet.iter_rows()):
        row = before + [cell if type(cell) is str else as_text(cell) for cell in cells]
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
