"""Text tables: separator and quoting are found out, rows come as they are."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from directory.importing.encodings import Encoding
from directory.importing.problems import FileRefusedError

SEPARATORS = (",", ";", "\t", "|")
FIELD_LIMIT = 1024 * 1024
SAMPLE_LINES = 60
SAMPLE_CHARACTERS = 256 * 1024
_BLANK_BEFORE_QUOTE = re.compile(r'(?:^|[,;\t|]) +"', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Dialect:
    """How one text table writes its cells."""

    separator: str
    blank_before_quote: bool


def dialect_of(path: Path, encoding: Encoding) -> Dialect:
    """Return the dialect of the text table at *path*."""
    with path.open(encoding=encoding.name, newline="") as file:
        try:
            text = file.read(SAMPLE_CHARACTERS)
        except UnicodeError as error:
            raise _undecodable(encoding.name, error) from error
    return Dialect(_separator_of(text), bool(_BLANK_BEFORE_QUOTE.search(text)))


def _separator_of(text: str) -> str:
    """Return the separator with which most rows have the same, greatest number of cells."""
    return max(SEPARATORS, key=lambda separator: _evenness(text, separator))


def _evenness(text: str, separator: str) -> float:
    widths: list[int] = []
    try:
        for cells in csv.reader(text.splitlines(keepends=True), delimiter=separator):
            if cells:
                widths.append(len(cells))
            if len(widths) == SAMPLE_LINES:
                break
    except csv.Error:
        return 0.0
    if not widths or widths[0] < 2:
        return 0.0
    usual, times = Counter(widths).most_common(1)[0]
    return times / len(widths) * min(usual, 12) if usual > 1 else 0.0


def delimited_rows(path: Path, encoding: Encoding, dialect: Dialect) -> Iterator[list[str]]:
    """Yield the rows of the text table at *path*; blank lines are empty lists, so that row numbers hold."""
    csv.field_size_limit(FIELD_LIMIT)
    with path.open(encoding=encoding.name, newline="") as file:
        quotes = _QuoteCount(file)
        reader = csv.reader(quotes, delimiter=dialect.separator, skipinitialspace=dialect.blank_before_quote)
        number = 0
        lines_before = 0
        lines_of_last = 0
        try:
            for cells in reader:
                number += 1
                lines_of_last, lines_before = reader.line_num - lines_before, reader.line_num
                yield cells
        except UnicodeError as error:
            raise _undecodable(encoding.name, error) from error
        except csv.Error as error:
            raise FileRefusedError(f"Row {number + 1} cannot be read: {error}.", row=number + 1) from error
        # A quote that nobody closes swallows the rest of the file: most of all when the rest is missing.
        if quotes.number % 2 and lines_of_last > 1:
            raise FileRefusedError(
                f"The file is cut off, or a quotation mark is missing: the one opened in row {number} is never closed.",
                row=number,
            )


class _QuoteCount:
    """Lines on their way to the reader, and how many quotation marks they had."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self.number = 0

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.number += line.count('"')
            yield line


def _undecodable(encoding: str, error: UnicodeError) -> FileRefusedError:
    place = f" (byte {error.start + 1})" if isinstance(error, UnicodeDecodeError) else ""
    return FileRefusedError(f"The file is not in {encoding}{place}. Choose its encoding: --encoding, or on the page.")
