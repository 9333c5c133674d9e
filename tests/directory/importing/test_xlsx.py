"""XLSX workbooks are streamed: what a cell means does not depend on how its file was written."""

import zipfile
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from directory.importing.kinds import Kind
from directory.importing.problems import FileRefusedError
from directory.importing.workbooks import Sheet, as_text, sheets_of
from tests.shared import shared_path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
REAL = ("csvkit_examples/ne_1033_data.xlsx", "messytables_horror/simple.xlsx", "csvkit_examples/dummy.xlsx")


def written(tmp_path: Path, fill: Callable[[Workbook, Worksheet], None]) -> list[Sheet]:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    fill(book, sheet)
    path = tmp_path / "list.xlsx"
    book.save(path)
    return list(sheets_of(path, Kind.XLSX))


def first_rows(tmp_path: Path, fill: Callable[[Workbook, Worksheet], None]) -> list[list[str]]:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    fill(book, sheet)
    path = tmp_path / "list.xlsx"
    book.save(path)
    return list(next(sheets_of(path, Kind.XLSX)).rows)


def by_hand(tmp_path: Path, sheet: str, strings: str = "", before: str = "") -> Path:
    """Return a workbook of the raw parts given, as some other program might write it."""
    path = tmp_path / "hand.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>'
            '<sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>',
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            '<Relationships><Relationship Id="rId1" Target="worksheets/one.xml"/></Relationships>',
        )
        archive.writestr("xl/worksheets/one.xml", before + sheet)
        if strings:
            archive.writestr("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}">{strings}</sst>')
    return path


def test_a_row_stands_where_its_number_says(tmp_path: Path) -> None:
    def fill(_book: Workbook, sheet: Worksheet) -> None:
        sheet["A1"], sheet["C4"] = "name", "far"

    assert first_rows(tmp_path, fill) == [["name"], [""], [""], ["", "", "far"]]


def test_numbers_dates_and_durations_are_what_their_format_says(tmp_path: Path) -> None:
    def fill(_book: Workbook, sheet: Worksheet) -> None:
        sheet.append([3, 2.5, True, date(2026, 1, 31), datetime(2026, 1, 31, 14, 30), timedelta(hours=30)])  # noqa: DTZ001

    assert first_rows(tmp_path, fill) == [["3", "2.5", "yes", "2026-01-31", "2026-01-31 14:30:00", "30 h"]]


def test_a_format_that_only_says_days_makes_no_date(tmp_path: Path) -> None:
    def fill(_book: Workbook, sheet: Worksheet) -> None:
        sheet["A1"] = 1234
        sheet["A1"].number_format = '#,##0 "days"'

    assert first_rows(tmp_path, fill) == [["1234"]]


def test_the_runs_of_a_rich_text_are_one_text(tmp_path: Path) -> None:
    def fill(_book: Workbook, sheet: Worksheet) -> None:
        sheet["A1"] = CellRichText("Ministry ", TextBlock(InlineFont(b=True), "of"), " Justice")

    assert first_rows(tmp_path, fill) == [["Ministry of Justice"]]


def test_a_hidden_sheet_and_an_empty_one_are_not_read(tmp_path: Path) -> None:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        sheet["A1"] = "seen"
        hidden = book.create_sheet("Hidden")
        hidden["A1"], hidden.sheet_state = "secret", "hidden"
        book.create_sheet("Empty")

    assert [sheet.name for sheet in written(tmp_path, fill)] == ["Sheet"]


def test_merged_ranges_are_told(tmp_path: Path) -> None:
    def fill(_book: Workbook, sheet: Worksheet) -> None:
        sheet["A1"] = "Designation"
        sheet.merge_cells("A1:C2")

    assert written(tmp_path, fill)[0].merged == (((0, 0), (1, 2)),)


def test_a_formula_is_shown_and_not_its_value(tmp_path: Path) -> None:
    def fill(_book: Workbook, sheet: Worksheet) -> None:
        sheet["A1"], sheet["B1"] = "name", "=1+1"

    assert first_rows(tmp_path, fill) == [["name", "=1+1"]]


def test_names_with_a_prefix_are_the_same_names(tmp_path: Path) -> None:
    sheet = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c>'
        '<x:c t="inlineStr"><x:is><x:t>two</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>'
    )
    path = by_hand(tmp_path, sheet, "<si><t>one</t></si>")
    assert list(next(sheets_of(path, Kind.XLSX)).rows) == [["one", "two"]]


def test_readings_for_pronunciation_are_left_out(tmp_path: Path) -> None:
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData><row><c t="s"><v>0</v></c></row></sheetData></worksheet>'
    path = by_hand(tmp_path, sheet, "<si><t>法務省</t><rPh><t>ホウムショウ</t></rPh></si>")
    assert list(next(sheets_of(path, Kind.XLSX)).rows) == [["法務省"]]


def test_an_entity_of_its_own_is_refused(tmp_path: Path) -> None:
    cell = '<c t="inlineStr"><is><t>&a;</t></is></c>'
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData><row>{cell}</row></sheetData></worksheet>'
    path = by_hand(tmp_path, sheet, before='<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>')
    with pytest.raises(FileRefusedError, match="entities"):
        list(next(sheets_of(path, Kind.XLSX)).rows)


@pytest.mark.parametrize("cell", ['<c r="A1" t="s"><v>7</v></c>', '<c r="A1"><v>1</v>'])
def test_a_sheet_that_breaks_off_is_refused(tmp_path: Path, cell: str) -> None:
    path = by_hand(tmp_path, f'<worksheet xmlns="{MAIN}"><sheetData><row r="1">{cell}</row></sheetData></worksheet>')
    with pytest.raises(FileRefusedError, match="damaged"):
        list(next(sheets_of(path, Kind.XLSX)).rows)


def test_a_cell_beyond_what_a_list_can_have_is_refused(tmp_path: Path) -> None:
    row = '<x:row r="1048576"><x:c><x:v>1</x:v></x:c></x:row>'
    sheet = f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData>{row}</x:sheetData></x:worksheet>'
    with pytest.raises(FileRefusedError, match="Delete what stands outside"):
        [list(one.rows) for one in sheets_of(by_hand(tmp_path, sheet), Kind.XLSX)]


@pytest.mark.shared
@pytest.mark.parametrize("name", REAL)
def test_real_workbooks_read_as_another_reader_reads_them(name: str) -> None:
    path = shared_path(f"data/messy/{name}")
    book = CalamineWorkbook.from_path(path)
    for sheet in sheets_of(path, Kind.XLSX):
        other = [[as_text(cell) for cell in row] for row in book.get_sheet_by_name(sheet.name).iter_rows()]
        assert [_stripped(row) for row in sheet.rows] == [_stripped(row) for row in other]


def _stripped(row: list[str]) -> list[str]:
    """Return *row* without the empty cells at its end."""
    while row and not row[-1]:
        row = row[:-1]
    return row
