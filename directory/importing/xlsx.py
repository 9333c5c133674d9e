"""XLSX workbooks, row by row as they are unpacked: a list of any length takes no more memory than its shared strings.

ECMA-376, part 1, section 18: `c` is a cell, `t` its type, `s` its style; text stands in the cell (`is`) or in the
table of shared strings (`si`). Numbers are dates where the style's format says so.
"""

import re
import zipfile
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any
from xml.parsers import expat

from directory.importing.formulas import column_number, refuse_entity, refuse_vast
from directory.importing.xlsx_numbers import Numbers

_PIECE = 1 << 16
_TEXT_TYPES = frozenset({"inlineStr", "str", "d"})
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class Workbook:
    """What all sheets of one workbook share: its strings, and how its numbers are read."""

    strings: list[str]
    numbers: Numbers


def open_workbook(path: Path) -> Workbook:
    """Return what the sheets of the workbook at *path* share."""
    with zipfile.ZipFile(path) as archive:
        return Workbook(_shared_strings(archive), Numbers(archive))


def sheet_rows(path: Path, part: str, workbook: Workbook, width: int) -> Generator[list[Any]]:
    """Yield every row of the sheet in *part* from the first, blank ones too, each at least *width* cells wide."""
    walk = _SheetWalk(workbook, width)
    parser = _parser(walk.start, walk.end, walk.text)
    with zipfile.ZipFile(path) as archive, archive.open(part) as stream:
        for _ in _fed(parser, stream):
            rows, walk.rows = walk.rows, []
            yield from rows


def _parser(start: Any, end: Any, text: Any) -> expat.XMLParserType:  # noqa: ANN401  (expat's own handler types)
    parser = expat.ParserCreate()
    # An entity of its own could unfold to any size; a workbook needs none.
    parser.EntityDeclHandler = refuse_entity
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
    return parser


def _fed(parser: expat.XMLParserType, stream: IO[bytes]) -> Iterator[None]:
    """Feed the parser piece by piece, and pause after each."""
    while piece := stream.read(_PIECE):
        parser.Parse(piece, False)  # noqa: FBT003  (expat takes no keyword)
        yield
    parser.Parse(b"", True)  # noqa: FBT003
    yield


class _Walk:
    """One walk through a part, whose names may all have one prefix; text is kept while *listening*."""

    def __init__(self) -> None:
        self._prefix: str | None = None
        self._parts: list[str] = []
        self._listening = False
        self._phonetic = False

    def _local(self, name: str) -> str:
        if self._prefix is None:
            self._prefix = name[: name.rfind(":") + 1]
        return name.removeprefix(self._prefix) if self._prefix else name

    def text(self, text: str) -> None:
        """Take a piece of text."""
        if self._listening:
            self._parts.append(text)

    def _taken(self) -> str:
        text = "".join(self._parts)
        self._parts.clear()
        return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


class _SheetWalk(_Walk):
    """The cells of one sheet, put together into rows."""

    def __init__(self, workbook: Workbook, width: int) -> None:
        super().__init__()
        self.rows: list[list[Any]] = []
        self._strings, self._number = workbook.strings, workbook.numbers.value
        self._cells: list[Any] = []
        self._columns: dict[str, int] = {}
        self._width = width
        self._done = self._row = self._column = 0
        self._type = self._style = ""

    def start(self, name: str, words: dict[str, str]) -> None:
        """Take one opening tag."""
        name = self._local(name)
        if name == "c":
            self._begin_cell(words)
        elif name in {"v", "t"}:
            self._listening = not self._phonetic
        elif name == "row":
            self._row = int(words.get("r", self._done + 1))
            refuse_vast(self._row, self._width)
            self._cells, self._column = [""] * self._width, -1
        elif name == "rPh":
            self._phonetic = True

    def _begin_cell(self, words: dict[str, str]) -> None:
        letters = words.get("r", "").rstrip("0123456789")
        if not letters:
            self._column += 1
        elif letters in self._columns:
            self._column = self._columns[letters]
        else:
            self._column = self._columns[letters] = column_number(letters)
            refuse_vast(self._row, self._column + 1)
        self._type, self._style = words.get("t", "n"), words.get("s", "")

    def end(self, name: str) -> None:
        """Take one closing tag."""
        name = self._local(name)
        if name in {"v", "t"}:
            self._listening = False
        elif name == "c":
            if self._parts:
                self._put(self._value(self._taken()))
        elif name == "rPh":
            self._phonetic = False
        elif name == "row":
            self._end_row()

    def _value(self, text: str) -> Any:  # noqa: ANN401  (a cell may hold anything)
        if self._type == "s":
            return self._strings[int(text)]
        if self._type in _TEXT_TYPES:
            return text
        if self._type == "b":
            return text.strip() == "1"
        # A value in error, such as #REF!, is no value.
        return "" if self._type == "e" else self._number(text, self._style)

    def _put(self, value: Any) -> None:  # noqa: ANN401
        if self._column >= len(self._cells):
            self._cells += [""] * (self._column + 1 - len(self._cells))
        self._cells[self._column] = value

    def _end_row(self) -> None:
        while self._done < self._row - 1:
            self.rows.append([""] * self._width)
            self._done += 1
        self._width = max(self._width, len(self._cells))
        self.rows.append(self._cells)
        self._done = self._row


class _StringsWalk(_Walk):
    """The table of shared strings; runs of one string are joined, readings for pronunciation left out."""

    def __init__(self) -> None:
        super().__init__()
        self.strings: list[str] = []

    def start(self, name: str, _words: dict[str, str]) -> None:
        """Take one opening tag."""
        name = self._local(name)
        if name == "t":
            self._listening = not self._phonetic
        elif name == "rPh":
            self._phonetic = True

    def end(self, name: str) -> None:
        """Take one closing tag."""
        name = self._local(name)
        if name == "t":
            self._listening = False
        elif name == "rPh":
            self._phonetic = False
        elif name == "si":
            self.strings.append(self._taken())


def _shared_strings(archive: zipfile.ZipFile) -> list[str]:
    part = "xl/sharedStrings.xml"
    if part not in archive.namelist():
        return []
    walk = _StringsWalk()
    with archive.open(part) as stream:
        for _ in _fed(_parser(walk.start, walk.end, walk.text), stream):
            pass
    return walk.strings
