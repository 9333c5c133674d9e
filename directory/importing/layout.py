"""Where the list stands in a sheet: titles above it, one or two heading rows, merged cells, notes below."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from directory.importing.workbooks import Merged

LOOKED_AT = 25
"""Rows from the top among which the headings must stand."""
_LAST_NOTES = 5

NumberedRow = tuple[int, list[str]]
Score = Callable[[Sequence[str]], float]
"""How well a row serves as headings; 0 if it cannot."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The list of one sheet: its headings, the row they stand in, and its rows with their numbers."""

    headings: tuple[str, ...]
    heading_row: int
    rows: Iterator[NumberedRow]


def find_list(numbered: Iterator[NumberedRow], merged: Sequence[Merged], score: Score) -> Layout | None:
    """Return the list among the *numbered* rows; None if there is none."""
    top = list(islice(numbered, LOOKED_AT))
    across = [one for one in merged if one[0][0] == one[1][0]]
    best: tuple[float, int, int, list[str]] = (0.0, 0, 0, [])
    for place, (number, cells) in enumerate(top):
        if not any(cells):
            continue
        if (found := score(cells)) > best[0]:
            best = (found, place + 1, number, cells)
        if place + 1 < len(top):
            both = _joined(_spread(cells, number, across), top[place + 1][1])
            # Two rows must be clearly better than one: a row of the list joined to the headings is not.
            if any(top[place + 1][1]) and score(both) > best[0] + 0.5:
                best = (score(both), place + 2, number + 1, both)
    if not best[0]:
        return None
    headings = tuple(text.strip() for text in best[3])
    rest = chain(top[best[1] :], numbered)
    return Layout(headings, best[2], _listed(_filled(rest, merged, best[2]), headings))


def _spread(cells: list[str], number: int, across: Sequence[Merged]) -> list[str]:
    """Return *cells* with each merged heading repeated over the columns that it stands above."""
    spread = list(cells)
    for (row, first), (_, last) in across:
        if row == number - 1 and first < len(spread):
            spread[first : last + 1] = [spread[first]] * (min(last + 1, len(spread)) - first)
    return spread


def _joined(upper: list[str], lower: list[str]) -> list[str]:
    """Return the headings that two rows make: the lower one where it says something, else the upper."""
    width = max(len(upper), len(lower))
    upper, lower = upper + [""] * (width - len(upper)), lower + [""] * (width - len(lower))
    return [below.strip() or above.strip() for above, below in zip(upper, lower, strict=True)]


def _filled(rows: Iterator[NumberedRow], merged: Sequence[Merged], heading_row: int) -> Iterator[NumberedRow]:
    """Yield the rows with the value of each merged range in all its rows; rows merged across are notes."""
    if not merged:
        yield from rows
        return
    notes = {first[0] + 1 for first, last in merged if last[0] == first[0] and last[1] - first[1] >= 2}
    down = _MergedDown(merged, heading_row)
    for number, cells in rows:
        filled = sum(1 for cell in cells if cell)
        if filled == 0 or (filled == 1 and number in notes):
            continue
        down.fill(number, cells)
        yield number, cells


class _MergedDown:
    """The ranges merged over several rows, as the rows pass."""

    def __init__(self, merged: Sequence[Merged], heading_row: int) -> None:
        self._open: list[tuple[int, int, str]] = []
        self._starts: dict[int, list[tuple[int, int]]] = {}
        for (row, column), (last, _) in merged:
            if last > row >= heading_row:
                self._starts.setdefault(row + 1, []).append((column, last + 1))

    def fill(self, number: int, cells: list[str]) -> None:
        """Give the cells of row *number* the values of the ranges that reach into it."""
        if self._open:
            self._open = [one for one in self._open if one[1] >= number]
            for column, _, value in self._open:
                if column < len(cells) and not cells[column]:
                    cells[column] = value
        for column, last in self._starts.get(number, ()):
            if column < len(cells):
                self._open.append((column, last, cells[column]))


def _listed(rows: Iterator[NumberedRow], headings: tuple[str, ...]) -> Iterator[NumberedRow]:
    """Yield the rows of the list: no blank ones, no headings said again, no notes after the end."""
    held: list[NumberedRow] = []
    wide = len([heading for heading in headings if heading]) > 2
    first = next((place for place, heading in enumerate(headings) if heading), 0)
    for number, cells in rows:
        filled = len(cells) - cells.count("")
        if not filled or not any(cell and not cell.isspace() for cell in cells):
            continue
        if first < len(cells) and cells[first].strip() == headings[first] and _says_again(cells, headings):
            continue
        if wide and filled == 1 and cells[0] and len(held) < _LAST_NOTES:
            # A single cell at the left: a note, if nothing but notes comes after it.
            held.append((number, cells))
            continue
        yield from held
        held.clear()
        yield number, cells


def _says_again(cells: list[str], headings: tuple[str, ...]) -> bool:
    """Whether *cells* are the headings once more, as on a new page of a printed list."""
    return tuple(cell.strip() for cell in cells) == headings
