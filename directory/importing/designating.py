"""What two cells, functions and instruments, say together: designations, each a function under an article.

`;` separates several. As many instruments as functions belong together in order; one instrument belongs to
every function; an article alone (`art. 27(2)`) is one of the instrument before it. Cached, because lists
say the same thing in row after row.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from directory.vocabulary.matrix import articles, canonical_article, find_article, is_open, matrix_allows
from directory.vocabulary.terms import OTHER, vocabulary

INDEPENDENT = "treaty-independent"
_SEPARATOR = re.compile(r"\s*[;\n]\s*(?![^(]*\))")
_ARTICLE = re.compile(
    r"(?:\bart(?:icle|ículo|\.)?s?\b\.?|статья|ст\.|المادة|第)\s*(?P<article>\d.*)$|(?P<bare>\d+(?:\s*\(\w+\))*)\s*条?$",
    re.IGNORECASE,
)
_QUALIFIED = re.compile(r"^(?P<term>[^(]+?)\s*\((?P<qualifier>.*)\)$")
_NAMES = {"untoc": "UNTOC", "uncac": "UNCAC", "drugs-1988": "the 1988 Convention"}


@dataclass(frozen=True, slots=True)
class Triple:
    """One function under one article, with the words of the source where a term does not say them."""

    function: str
    instrument: str
    article: str
    function_text: str = ""
    instrument_text: str = ""


@dataclass(frozen=True, slots=True)
class Unfit:
    """A piece of the two cells that makes no designation; *field* is `functions` or `instruments`."""

    field: str
    value: str
    reason: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class _Instrument:
    code: str
    article: str
    text: str


class Terms:
    """How a list's own words are read: its words for terms before those of the vocabulary.

    *open_instruments*: an unknown instrument is "other", with its words; in our own format it is an error.
    """

    def __init__(self, words: Mapping[str, Mapping[str, str]], *, open_instruments: bool) -> None:
        self._functions = {key.casefold(): code for key, code in words.get("functions", {}).items()}
        self._instruments = {key.casefold(): code for key, code in words.get("instruments", {}).items()}
        self.open_instruments = open_instruments
        # One cache for each profile, since the same words mean different things in different lists.
        self.read = lru_cache(maxsize=2048)(self._read)

    def _read(self, functions: str, instruments: str) -> tuple[tuple[Triple, ...], tuple[Unfit, ...]]:
        """Return what the two cells say, and what of it could not be read."""
        problems: list[Unfit] = []
        named = [self._function(text, problems) for text in _pieces(functions)]
        treaties = self._instruments_in(instruments, problems)
        triples: dict[tuple[str, str, str, str], Triple] = {}
        for function, treaty in _pairs(named, treaties, instruments):
            triple = _triple(function, treaty, problems)
            if triple is not None:
                key = (triple.function, triple.instrument, triple.article, triple.instrument_text)
                triples.setdefault(key, triple)
        return tuple(triples.values()), tuple(problems)

    def _function(self, text: str, problems: list[Unfit]) -> tuple[str, str] | None:
        """Return the code of a function and the words that the code does not say; None for an unknown one."""
        code = self._function_code(text)
        if code is not None:
            return code, text if code == OTHER else ""
        qualified = _QUALIFIED.match(text)
        code = self._function_code(qualified["term"]) if qualified else None
        if code is not None:
            return code, text
        problems.append(Unfit("functions", text, "Unknown term in “functions”", _nearest("functions", text)))
        return None

    def _function_code(self, text: str) -> str | None:
        own = self._functions.get(text.casefold())
        if own is not None:
            return own
        term = vocabulary("functions").find(text)
        return term.code if term else None

    def _instruments_in(self, text: str, problems: list[Unfit]) -> list[_Instrument | None]:
        found: list[_Instrument | None] = []
        before: _Instrument | None = None
        for piece in _pieces(text):
            one = self._instrument(piece, before)
            if one is None:
                problems.append(
                    Unfit("instruments", piece, "Unknown term in “instruments”", _nearest("instruments", piece))
                )
            before = one or before
            found.append(one)
        return found

    def _instrument(self, piece: str, before: _Instrument | None) -> _Instrument | None:
        code = self._instrument_code(piece)
        if code is not None:
            return _Instrument(code, "", piece if code == OTHER else "")
        found = _ARTICLE.search(piece)
        name = piece[: found.start()].strip(" ,:–-") if found else piece
        article = canonical_article(found["article"] or found["bare"]) if found else ""
        if not name:
            return None if before is None else _Instrument(before.code, article, before.text)
        code = self._instrument_code(name)
        if code is not None:
            return _Instrument(code, article, name if code == OTHER else "")
        return (
            _Instrument(OTHER, article if found and found["article"] else "", piece) if self.open_instruments else None
        )

    def _instrument_code(self, text: str) -> str | None:
        own = self._instruments.get(text.casefold())
        if own is not None:
            return own
        term = vocabulary("instruments").find(text)
        return term.code if term else None


def _pieces(text: str) -> list[str]:
    return [piece for piece in _SEPARATOR.split(text.strip()) if piece] if text else []


def _pairs(
    functions: list[tuple[str, str] | None], treaties: list[_Instrument | None], words: str
) -> list[tuple[tuple[str, str] | None, _Instrument | None]]:
    """Pair functions and instruments; a function that is None stands for those of the article."""
    if not functions:
        return [(None, treaty) for treaty in treaties if treaty is not None]
    if not treaties:
        return [(one, _Instrument(INDEPENDENT, "", "")) for one in functions if one is not None]
    if len(treaties) == 1:
        return [(one, treaties[0]) for one in functions if one and treaties[0]]
    if len(functions) == 1:
        return [(functions[0], treaty) for treaty in treaties if functions[0] and treaty]
    # More functions than instruments: the last ones rest on all of them together, in words.
    whole = _Instrument(OTHER, "", words)
    padded = treaties + [whole] * (len(functions) - len(treaties))
    return [(one, treaty) for one, treaty in zip(functions, padded, strict=False) if one and treaty]


def _triple(function: tuple[str, str] | None, treaty: _Instrument | None, problems: list[Unfit]) -> Triple | None:
    if treaty is None:
        return None
    known = find_article(treaty.code, treaty.article)
    if function is None:
        if known is None:
            problems.append(Unfit("instruments", treaty.text or treaty.code, "The article names no function"))
            return None
        function = (known.functions[0], "")
    code, text = function
    if is_open(treaty.code):
        return Triple(code, treaty.code, treaty.article[:20], text[:300], treaty.text[:300])
    if not treaty.article:
        alone = [one.code for one in articles(treaty.code) if code in one.functions]
        if len(alone) == 1:
            return Triple(code, treaty.code, alone[0], text[:300])
    if matrix_allows(code, treaty.code, treaty.article):
        return Triple(code, treaty.code, treaty.article, text[:300])
    problems.append(_misfit(code, treaty))
    return None


def _misfit(function: str, treaty: _Instrument) -> Unfit:
    label = vocabulary("functions").require(function).label("en").lower()
    name = _NAMES.get(treaty.code, treaty.code)
    value = f"{name} {treaty.article}".strip()
    others = [other for other in _NAMES if other != treaty.code and matrix_allows(function, other, treaty.article)]
    if others and find_article(treaty.code, treaty.article) is None:
        return Unfit("instruments", value, f"Article {treaty.article} belongs to {_NAMES[others[0]]}")
    fitting = ", ".join(one.code for one in articles(treaty.code) if function in one.functions)
    hint = f"Its articles for {label}: {fitting}" if fitting else ""
    return Unfit("instruments", value, f"This is no article on {label}", hint)


def _nearest(name: str, text: str) -> str:
    """Return a hint at the term that is written most like *text*."""
    labels = {term.label("en").casefold(): term.label("en") for term in vocabulary(name)}
    near = get_close_matches(text.casefold().partition("(")[0].strip(), labels, n=1, cutoff=0.6)
    return f"Nearest: {labels[near[0]]}" if near else ""
