"""Which function rests on which article of which instrument: the matrix that a designation must fit.

Articles are written `18` or `18(13)`. An open instrument (another treaty, or none) takes any article.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import cast

from directory.vocabulary.reading import Row, read_file
from directory.vocabulary.terms import vocabulary

_NUMBERS = re.compile(r"\d+|(?<=\()[a-z](?=\))")
_RANGE = re.compile(r"\d\s*[-–—]\s*\d")


@dataclass(frozen=True, slots=True)
class Article:
    """One article of an instrument and its functions.

    *authority*, *languages* and *legal_basis* are the provisions under which States notify their
    authority, the languages they accept and the use as a legal basis; empty where there are none.
    *interpol_default* is the term of `interpol` that holds unless a State says otherwise.
    """

    code: str
    functions: tuple[str, ...]
    authority: str = ""
    languages: str = ""
    legal_basis: str = ""
    interpol_default: str = ""

    def covers(self, article: str) -> bool:
        """Whether *article* is this article or a paragraph of it."""
        return article == self.code or article.startswith(f"{self.code}(")


def articles(instrument: str) -> tuple[Article, ...]:
    """Return the articles of *instrument* that the matrix knows; none for an open or unknown instrument."""
    return _articles().get(instrument, ())


def is_open(instrument: str) -> bool:
    """Whether *instrument* stands for any other treaty, or for none."""
    return instrument in _flagged("open", value=True)


def is_in_force(instrument: str) -> bool:
    """Whether *instrument* has entered into force."""
    return instrument not in _flagged("in_force", value=False)


def canonical_article(text: str) -> str:
    """Return *text*, such as `art. 18, para. 13`, as `18(13)`; empty where it names no single article."""
    if _RANGE.search(text):
        return ""
    first, *rest = _NUMBERS.findall(text.lower()) or [""]
    return str(first) + "".join(f"({part})" for part in rest) if first.isdigit() else ""


def find_article(instrument: str, text: str) -> Article | None:
    """Return the article of *instrument* that *text* lies in, or whose one paragraph it leaves out."""
    wanted = canonical_article(text)
    if not wanted:
        return None
    known = articles(instrument)
    covering = [one for one in known if one.covers(wanted)]
    around = [one for one in known if one.code.startswith(f"{wanted}(")]
    return next(iter(covering + around), None)


def matrix_allows(function: str, instrument: str, article: str) -> bool:
    """Whether a designation may join *function*, *instrument* and *article*."""
    if is_open(instrument):
        return function in vocabulary("functions")
    found = find_article(instrument, article)
    return found is not None and function in found.functions


def triples() -> tuple[tuple[str, str, str], ...]:
    """Return every function, instrument and article of the matrix, in the order of the instruments."""
    return tuple(
        (function, instrument, article.code)
        for instrument, known in _articles().items()
        for article in known
        for function in article.functions
    )


def _rows() -> list[Row]:
    return cast(list[Row], read_file("instruments.json"))


@cache
def _articles() -> dict[str, tuple[Article, ...]]:
    return {row["code"]: tuple(_article(one) for one in row["articles"]) for row in _rows()}


def _article(row: Row) -> Article:
    values: Row = {**row, "functions": tuple(row["functions"])}
    return Article(**values)


@cache
def _flagged(flag: str, *, value: bool) -> frozenset[str]:
    return frozenset(row["code"] for row in _rows() if row.get(flag) is value)
