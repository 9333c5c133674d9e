"""What a workbook's raw parts tell that its values do not: where formulas stand, and how large a sheet is.

The parts are streamed, never held whole. A sheet that claims more than a list can have is refused before
the reader makes room for it: one cell in the last row and the last column would otherwise take all memory.
"""

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from xml.parsers import expat

from directory.importing.problems import FileRefusedError

ROW_LIMIT = 300_000
CELL_LIMIT = 60_000_000
CHUNK = 1 << 20
OVERLAP = 4096
"""Bytes kept from one piece to the next, so that a cell's beginning is never cut in two."""

_CELL_WITH_FORMULA = re.compile(rb'<c r="([A-Z]+)([0-9]+)"[^>]*>\s*<f[ />](?:[^<]*>)?([^<]*)')
_ROW = re.compile(rb'<(?:\w+:)?row [^>]*?\br="([0-9]+)"')
_VALUE = re.compile(rb"</(?:\w+:)?[vtf]>")
_WIDE = (
    (16_384, re.compile(rb'<c r="(?:[A-Z]{3}|[J-Z][A-Z]|I[W-Z])[0-9]')),
    (256, re.compile(rb'<c r="(?:[D-Z][A-Z]|C[W-Z])[0-9]')),
)
_MERGED = re.compile(rb'mergeCell ref="([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)"')
_RELATION = re.compile(rb"<Relationship\b[^>]*>")
_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*>")
_ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class SheetScan:
    """Where formulas stand in one sheet (row → column → text, counted from 0), and merged ranges.

    For XLSX also the *part* of the archive that holds the sheet, its *height* in rows, which is 0 where no cell holds
    anything, and whether it is *visible*.
    """

    formulas: Mapping[int, Mapping[int, str]] = field(default_factory=dict)
    merged: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()
    part: str = ""
    height: int = 0
    visible: bool = True


def scan_xlsx(path: Path) -> dict[str, SheetScan]:
    """Return a scan of each sheet of the XLSX workbook at *path*, by the sheet's name."""
    try:
        with zipfile.ZipFile(path) as archive:
            return {name: _scan_part(archive, part, visible=visible) for name, part, visible in _parts(archive)}
    except (zipfile.BadZipFile, EOFError, OSError, zipfile.zlib.error) as error:  # type: ignore[attr-defined]
        raise FileRefusedError("The workbook is cut off or damaged. Fetch it again.") from error


def _parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str, bool]]:
    """Yield each sheet's name, the part of the archive that holds it, and whether people see it."""
    try:
        relations = archive.read("xl/_rels/workbook.xml.rels")
    except KeyError:
        return
    targets = {}
    for tag in _RELATION.findall(relations):
        words = _attributes(tag)
        targets[words.get("Id", "")] = words.get("Target", "")
    names = set(archive.namelist())
    for tag in _SHEET.findall(archive.read("xl/workbook.xml")):
        words = _attributes(tag)
        target = targets.get(words.get("r:id", ""), "")
        part = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
        if part in names:
            yield words.get("name", ""), part, words.get("state", "visible") == "visible"


def _attributes(tag: bytes) -> dict[str, str]:
    from xml.sax.saxutils import unescape

    entities = {"&quot;": '"', "&apos;": "'"}
    return {key.decode(): unescape(value.decode(errors="replace"), entities) for key, value in _ATTRIBUTE.findall(tag)}


def _scan_part(archive: zipfile.ZipFile, part: str, *, visible: bool) -> SheetScan:
    formulas: dict[int, dict[int, str]] = {}
    merged: dict[bytes, tuple[tuple[int, int], tuple[int, int]]] = {}
    rows, widest, filled = 0, 100, False
    with archive.open(part) as stream:
        for piece in _pieces(stream):
            rows = max(rows, _last_row(piece))
            widest = max(widest, _width(piece, widest))
            refuse_vast(rows, widest)
            filled = filled or _VALUE.search(piece) is not None
            if b"<f" in piece:
                _note_formulas(piece, formulas)
            if b"mergeCell " in piece:
                merged |= {found[0]: _range(found) for found in _MERGED.finditer(piece)}
    return SheetScan(formulas, tuple(merged.values()), part, max(rows, 1) if filled else 0, visible)


def _range(found: re.Match[bytes]) -> tuple[tuple[int, int], tuple[int, int]]:
    first, last = (int(found[2]) - 1, column_number(found[1].decode())), (int(found[4]) - 1, found[3].decode())
    return first, (last[0], column_number(last[1]))


def _pieces(stream: IO[bytes]) -> Iterator[bytes]:
    kept = b""
    while chunk := stream.read(CHUNK):
        yield kept + chunk
        kept = chunk[-OVERLAP:]


def _last_row(piece: bytes) -> int:
    # Rows stand in order, so the last one of a piece is the greatest; looking backwards finds it at once.
    place = piece.rfind(b"row ")
    found = _ROW.match(piece, piece.rfind(b"<", 0, place)) if place >= 0 else None
    return int(found[1]) if found else 0


def _width(piece: bytes, known: int) -> int:
    """Return about how many columns *piece* uses: 100, 256 or 16,384."""
    return next((width for width, pattern in _WIDE if width > known and pattern.search(piece)), known)


def refuse_vast(rows: int, columns: int) -> None:
    """Refuse a sheet that claims more rows or columns than a list can have."""
    if rows > ROW_LIMIT or columns > 256 or rows * columns > CELL_LIMIT:
        raise FileRefusedError(
            f"A sheet has cells as far as row {rows:,} and column {columns:,} or beyond; at most {ROW_LIMIT:,} rows "
            "and 256 columns are read. Delete what stands outside the list, also formatting, or split it."
        )


def _note_formulas(piece: bytes, formulas: dict[int, dict[int, str]]) -> None:
    for letters, digits, text in _CELL_WITH_FORMULA.findall(piece):
        formula = "=" + text.decode(errors="replace")
        formulas.setdefault(int(digits) - 1, {})[column_number(letters.decode())] = formula[:200]


def column_number(letters: str) -> int:
    """Return the number of a column, counted from 0: 0 for A, 27 for AB."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def scan_ods(path: Path) -> dict[str, SheetScan]:
    """Return a scan of each sheet of the ODS workbook at *path*, by the sheet's name."""
    walk = _OdsWalk()
    parser = expat.ParserCreate()
    # An entity of its own could unfold to any size; a workbook needs none.
    parser.EntityDeclHandler = refuse_entity
    parser.StartElementHandler = walk.start
    parser.EndElementHandler = walk.end
    try:
        with zipfile.ZipFile(path) as archive, archive.open("content.xml") as stream:
            parser.ParseFile(stream)
    except (zipfile.BadZipFile, EOFError, OSError, KeyError, expat.ExpatError) as error:
        raise FileRefusedError("The workbook is cut off or damaged. Fetch it again.") from error
    return walk.scans


def refuse_entity(*_declaration: object) -> None:
    """Refuse a workbook that declares an entity: it could unfold to any size."""
    raise FileRefusedError("The workbook declares entities of its own; it is not read. Save it again as XLSX.")


class _OdsWalk:
    """One walk through `content.xml`, which counts repeated rows and cells as the reader will."""

    def __init__(self) -> None:
        self.scans: dict[str, SheetScan] = {}
        self._formulas: dict[int, dict[int, str]] = {}
        self._merged: list[tuple[tuple[int, int], tuple[int, int]]] = []
        self._name = ""
        self._row = self._column = self._rows = 0
        self._last = (0, 0)

    def start(self, name: str, words: dict[str, str]) -> None:
        """Take note of one opening tag."""
        if name == "table:table":
            self._name, self._row, self._last = words.get("table:name", ""), 0, (0, 0)
            self._formulas, self._merged = {}, []
        elif name == "table:table-row":
            self._column, self._rows = 0, int(words.get("table:number-rows-repeated", "1"))
        elif name in {"table:table-cell", "table:covered-table-cell"}:
            self._cell(words)

    def _cell(self, words: dict[str, str]) -> None:
        times = int(words.get("table:number-columns-repeated", "1"))
        if "table:formula" in words:
            formula = "=" + words["table:formula"].partition("=")[2]
            for column in range(self._column, min(self._column + times, 256)):
                self._formulas.setdefault(self._row, {})[column] = formula[:200]
        down = int(words.get("table:number-rows-spanned", "1"))
        across = int(words.get("table:number-columns-spanned", "1"))
        if down > 1 or across > 1:
            self._merged.append(((self._row, self._column), (self._row + down - 1, self._column + across - 1)))
        self._column += times
        if "office:value-type" in words:
            self._last = (self._row + self._rows, max(self._last[1], self._column))
            refuse_vast(*self._last)

    def end(self, name: str) -> None:
        """Take note of one closing tag."""
        if name == "table:table-row":
            self._row += self._rows
        elif name == "table:table":
            self.scans[self._name] = SheetScan(self._formulas, tuple(self._merged))
