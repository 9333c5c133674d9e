"""What the numbers of an XLSX workbook mean: plain numbers, moments, or durations, as their styles' formats say.

ECMA-376, part 1, section 18.8.30: a format is one of those built in, or a code such as `dd.mm.yyyy` or `[h]:mm`.
A moment is a number of days; days before March 1900 are one further on, since the first sheets had a 29 February.
"""

import re
import zipfile
from collections.abc import Callable
from datetime import datetime, time, timedelta
from xml.sax.saxutils import unescape

NumberValue = float | datetime | time | timedelta | str

_DAY = 86_400_000
"""A day in milliseconds: what is finer is the rounding of floats."""

_MOMENTS = frozenset({*range(14, 23), *range(27, 37), 45, 47, *range(50, 59)})
_DURATIONS = frozenset({46})
_FORMAT = re.compile(rb"<(?:\w+:)?numFmt\b[^>]*>")
_STYLES = re.compile(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_STYLE = re.compile(rb"<(?:\w+:)?xf\b[^>]*>")
_ATTRIBUTE = re.compile(rb'(\w+)="([^"]*)"')
_SAID = re.compile(r'"[^"]*"|\\.|_.|\*.')
_DURATION = re.compile(r"\[[hms]+\]", re.IGNORECASE)
_BRACKETS = re.compile(r"\[[^\]]*\]")
_MOMENT = re.compile(r"[dmyhs]", re.IGNORECASE)
_SINCE_1904 = re.compile(rb'date1904="(?:1|true)"')


class Numbers:
    """How the numbers of one workbook are read."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        names = set(archive.namelist())
        styles = archive.read("xl/styles.xml") if "xl/styles.xml" in names else b""
        since_1904 = _SINCE_1904.search(archive.read("xl/workbook.xml")) is not None
        self._epoch = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 30)  # noqa: DTZ001  (no zone in sheets)
        self._readings = _readings(styles, self._moment)

    def value(self, text: str, style: str) -> NumberValue:
        """Return what *text* means in a cell of this style; what is no number stays text."""
        try:
            number = float(text)
        except ValueError:
            return text
        reading = self._readings.get(style)
        try:
            return number if reading is None else reading(number)
        except (OverflowError, ValueError):
            return number

    def _moment(self, days: float) -> datetime | time:
        if 0 <= days < 1:
            return (self._epoch + timedelta(milliseconds=round(days * _DAY))).time()
        shift = 1 if days < 60 and self._epoch.year < 1900 else 0
        return self._epoch + timedelta(days=int(days) + shift, milliseconds=round(days % 1 * _DAY))


Reading = Callable[[float], NumberValue]


def _duration(days: float) -> timedelta:
    return timedelta(days=days)


def _readings(styles: bytes, moment: Reading) -> dict[str, Reading]:
    """Return how numbers are read by the index of their style; one that is absent leaves them as they are."""
    codes = dict(_code(tag) for tag in _FORMAT.findall(styles))
    found = _STYLES.search(styles)
    readings: dict[str, Reading] = {}
    for index, tag in enumerate(_STYLE.findall(found[0]) if found else ()):
        number = int(dict(_ATTRIBUTE.findall(tag)).get(b"numFmtId", b"0"))
        if number in _DURATIONS or _DURATION.search(codes.get(number, "")):
            readings[str(index)] = _duration
        elif number in _MOMENTS or _MOMENT.search(_BRACKETS.sub("", codes.get(number, ""))):
            readings[str(index)] = moment
    return readings


def _code(tag: bytes) -> tuple[int, str]:
    words = dict(_ATTRIBUTE.findall(tag))
    code = unescape(words.get(b"formatCode", b"").decode(errors="replace"), {"&quot;": '"'})
    # What a format only says, such as "days", is no part of a date.
    return int(words.get(b"numFmtId", b"0")), _SAID.sub("", code)
