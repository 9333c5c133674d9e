"""Files that are broken, renamed, protected or made to do harm: refused with a reason, and nothing is evaluated."""

import io
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from directory.importing import kinds
from directory.importing.intake import open_list
from directory.importing.options import Options
from directory.importing.problems import FileRefusedError
from tests.directory.importing.reading import made, read, table

HEADINGS = ("external_id", "state", "name:en", "phones", "emails")
ROW = ("KE-1", "KE", "Ministry of Justice", "+254 20 2224337", "info@justice.example")


def workbook(change: Callable[[Worksheet], None] = lambda _sheet: None) -> bytes:
    book = Workbook()
    sheet = book.create_sheet("List", 0)
    sheet.append(HEADINGS)
    sheet.append(ROW)
    change(sheet)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def repacked(content: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return the archive *content* with one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return out.getvalue()


def ods(rows: str) -> bytes:
    """Return a workbook of the other kind with these `table:table-row` elements."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
        archive.writestr(
            "content.xml",
            '<?xml version="1.0"?><office:document-content '
            'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
            'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
            'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
            f'<table:table table:name="List">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return out.getvalue()


def ods_row(*cells: str) -> str:
    body = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in cells
    )
    return f"<table:table-row>{body}</table:table-row>"


def protected() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("list.csv", b"", "empty"),
        ("list.csv", b" \n \n", "empty"),
        ("list.xlsx", workbook()[:-900], "cut off"),
        ("list.xlsx", workbook()[:300], "cut off"),
        ("list.csv", workbook(), "renamed"),
        ("list.xlsx", b"state,name\nKE,Court\n", "renamed"),
        ("list.xlsx", protected(), "password"),
        ("list.xlsx", b"%PDF-1.7 ...", "PDF"),
        ("list.csv", b"\x89PNG\r\n\x1a\n....", "picture"),
        ("list.csv", b"<!DOCTYPE html><table></table>", "web page"),
        ("list.csv", bytes(range(256)) * 20, "no text has"),
        ("list.json", b'[{"state": "KE", "name": "Cou', "not JSON"),
        ("list.json", b'{"state": "KE"', "not JSON"),
        ("list.jsonl", b'{"state": "KE", "name": "Court"}\n{"state": "UG", "na', "cut off"),
        ("list.csv", b'state,name\nKE,"Court\nUG,Court of Ap', "never closed"),
        ("list.csv", "state,name\nKE,Tribunal é".encode()[:-1], "cut off"),
        ("list.csv", b"Dear colleague, please find the list attached.\n\nYours\n", "No column"),
    ],
)
def test_a_file_that_is_no_whole_list_is_refused(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    with pytest.raises(FileRefusedError, match=reason):
        read(made(tmp_path, name, content))


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    with pytest.raises(FileRefusedError, match="100 MB"):
        open_list(path, path.name, Options(), 64 * 1024 * 1024)


def test_a_workbook_that_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kinds, "UNPACKED_LIMIT", 1000)
    with pytest.raises(FileRefusedError, match="unpack"):
        read(made(tmp_path, "list.xlsx", workbook()))


@pytest.mark.parametrize("cell", ["XFD1048576", "C1048576", "XFD3"])
def test_a_sheet_with_a_cell_at_its_far_end_is_refused_without_taking_memory(tmp_path: Path, cell: str) -> None:
    def change(sheet: Worksheet) -> None:
        sheet[cell] = "far"

    path = made(tmp_path, "list.xlsx", workbook(change))
    tracemalloc.start()
    with pytest.raises(FileRefusedError, match="at most"):
        read(path)
    assert tracemalloc.get_traced_memory()[1] < 50_000_000
    tracemalloc.stop()


def test_repeated_cells_of_an_open_document_are_not_unfolded(tmp_path: Path) -> None:
    bomb = (
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="string" '
        'table:number-columns-repeated="16000"><text:p>x</text:p></table:table-cell></table:table-row>'
    )
    with pytest.raises(FileRefusedError, match="at most"):
        read(made(tmp_path, "list.ods", ods(ods_row(*HEADINGS) + bomb)))


def test_a_workbook_with_entities_of_its_own_is_refused(tmp_path: Path) -> None:
    content = repacked(
        ods(ods_row(*HEADINGS)),
        "content.xml",
        lambda part: part.replace(b'<?xml version="1.0"?>', b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]>'),
    )
    with pytest.raises(FileRefusedError, match="entities"):
        read(made(tmp_path, "list.ods", content))


def test_a_formula_in_a_workbook_is_rejected_and_never_evaluated(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.append(("KE-2", "KE", "Court", '=HYPERLINK("http://x.example","+254202224337")', "a@b.example"))

    drafted, rejected = read(made(tmp_path, "list.xlsx", workbook(change)), profile="own")
    assert [one.record.external_id for one in drafted] == ["KE-1"]
    problem = rejected[0].problem
    assert (problem.row, problem.column) == (3, "phones")
    assert problem.value.startswith("=HYPERLINK")
    assert problem.reason == "A formula; formulas are never evaluated"


def test_a_formula_with_a_stored_result_is_a_formula_all_the_same(tmp_path: Path) -> None:
    content = repacked(
        workbook(),
        "xl/worksheets/sheet1.xml",
        lambda part: part.replace(
            b"</sheetData>",
            b'<row r="3"><c r="A3" t="inlineStr"><is><t>KE-2</t></is></c><c r="B3" t="inlineStr"><is><t>KE</t></is></c>'
            b'<c r="C3" t="str"><f>CONCAT("a","b")</f><v>Supreme Court</v></c></row></sheetData>',
        ),
    )
    _, rejected = read(made(tmp_path, "list.xlsx", content))
    assert [(one.problem.row, one.problem.reason) for one in rejected] == [
        (3, "A formula; formulas are never evaluated")
    ]


def test_a_formula_in_an_open_document_is_rejected(tmp_path: Path) -> None:
    formula = (
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
            for cell in ("KE-2", "KE")
        )
        + '<table:table-cell table:formula="of:=CONCATENATE([.A1])" office:value-type="string" '
        'office:string-value="Court"><text:p>Court</text:p></table:table-cell></table:table-row>'
    )
    drafted, rejected = read(made(tmp_path, "list.ods", ods(ods_row(*HEADINGS) + ods_row(*ROW) + formula)))
    assert len(drafted) == 1
    assert rejected[0].problem.reason == "A formula; formulas are never evaluated"


def test_a_formula_in_a_text_table_is_a_warning_where_the_list_is_not_ours(tmp_path: Path) -> None:
    rows = [("Country", "Authority", "Tel.", "Web"), ("KE", "Court", "=1+1", "www.court.example")]
    drafted, rejected = read(made(tmp_path, "list.csv", table(rows)))
    assert not rejected
    assert not drafted[0].record.phones
    assert ("Tel.", "=1+1") in {(one.column, one.value) for one in drafted[0].problems}


def test_a_cell_that_an_export_neutralised_is_read_back(tmp_path: Path) -> None:
    drafted, _ = read(made(tmp_path, "list.csv", table([HEADINGS, (*ROW[:3], "'+254 20 2224337", "")])))
    assert drafted[0].record.phones[0].e164 == "+254202224337"


def test_marks_that_turn_the_direction_are_taken_out_of_names(tmp_path: Path) -> None:
    name = "Ministry\u202e ecitsuJ fo\u2066 \u0007of\u200f Justice"
    drafted, _ = read(made(tmp_path, "list.csv", table([HEADINGS, ("KE-1", "KE", name, "", "")])))
    assert drafted[0].record.names["en"] == "Ministry ecitsuJ fo of Justice"


def test_decomposed_letters_are_composed(tmp_path: Path) -> None:
    drafted, _ = read(made(tmp_path, "list.csv", table([HEADINGS, ("CI-1", "CI", "Cour supre\u0302me", "", "")])))
    assert drafted[0].record.names["en"] == "Cour suprême"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ftp://x.example/"])
def test_only_pages_on_the_web_are_kept_as_pages(tmp_path: Path, url: str) -> None:
    drafted, rejected = read(made(tmp_path, "list.csv", table([("state", "name", "websites"), ("KE", "Court", url)])))
    assert not drafted
    assert rejected[0].problem.column == "websites"


def test_a_cell_of_two_megabytes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefusedError, match="Row 2"):
        read(made(tmp_path, "list.csv", "state,name\nKE," + "x" * 2_000_000 + "\n"))
