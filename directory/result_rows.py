"""Search results in the reader's language: small ready values, since a page has 25 of them and is made at each key."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from babel.dates import format_skeleton
from flask_babel import gettext

from core.i18n import OFFICIAL, in_tongue
from directory.addresses import entry_address
from directory.search.rows import Row
from directory.service.reading import freshness
from directory.vocabulary.matrix import is_open
from directory.vocabulary.states import state
from directory.vocabulary.terms import label, language_name, vocabulary

_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "dv", "yi", "ckb", "sd", "ug"})
_MOST_CHIPS = 3
_SCRIPTS = {"ar": "ARABIC", "ru": "CYRILLIC", "zh": "CJK"}


@dataclass(frozen=True, slots=True)
class Name:
    """A name with its language tag, which is empty where it is not known, and its direction."""

    text: str
    tag: str
    direction: str


@dataclass(frozen=True, slots=True)
class Chip:
    """A term's label; *hit* where it was asked for."""

    text: str
    hit: bool


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One result: *name* in the reader's language, the *others* in the State's own and romanised."""

    row: Row
    address: str
    state: str
    name: Name
    others: tuple[Name, ...]
    chips: tuple[Chip, ...]
    more: int
    languages: str
    channels: str
    freshness: str
    confirmed: str


@lru_cache(maxsize=4096)
def shown_row(row: Row, language: str, asked: frozenset[str], today: date) -> ShownRow:
    """Return *row* for a reader of *language*; functions among *asked* come first, marked."""
    first, others = names_for(row.names, row.state, language)
    functions = sorted(row.functions, key=lambda code: code not in asked)
    return ShownRow(
        row=row,
        address=entry_address(row.id),
        state=state_name(row.state, language),
        name=first,
        others=others,
        chips=tuple(Chip(label("functions", code, language), code in asked) for code in functions[:_MOST_CHIPS]),
        more=max(0, len(functions) - _MOST_CHIPS),
        languages=_joined(tuple(row.languages), language, "languages"),
        channels=_joined(tuple(row.channels[:2]), language, "channels"),
        freshness=freshness(date.fromisoformat(row.confirmed) if row.confirmed else None, today),
        confirmed=day(row.confirmed, language),
    )


def names_for(names: Mapping[str, str], code: str, language: str) -> tuple[Name, tuple[Name, ...]]:
    """Return the name to call a body by, and its names in the State's own languages with a romanised one."""
    tag = next(one for one in (language, "en", *names) if names.get(one))
    text = names[tag]
    found = state(code)
    own = [one for one in (found.languages if found else ()) if one in names and one != tag]
    own = own or [one for one in names if one not in OFFICIAL and one != tag and not one.endswith("-Latn")]
    shown = [one for first in own[:1] for one in (first, f"{first}-Latn") if one in names]
    return _name(tag, text), tuple(_name(one, names[one]) for one in shown if names[one] != text)


def _name(tag: str, text: str) -> Name:
    base, _, script = tag.partition("-")
    backwards = base in _RIGHT_TO_LEFT and script != "Latn"
    return Name(text, "" if base == "und" else tag, "rtl" if backwards else "ltr")


@lru_cache(maxsize=2048)
def state_name(code: str, language: str) -> str:
    """Return how a State is called in *language*; an unknown code stays as it is."""
    found = state(code)
    return in_tongue(dict(found.names), language) if found else code


@lru_cache(maxsize=256)
def instrument_name(instrument: str, language: str) -> str:
    """Return the short name of an instrument: its acronym, else the shortest synonym in the reader's script."""
    term = vocabulary("instruments").get(instrument)
    if term is None:
        return instrument
    if is_open(instrument):
        return term.label(language)
    brief = next((word for word in term.synonyms if word.isascii() and word.isupper()), "")
    if brief or language == "en":
        return brief or (*term.synonyms, term.label(language))[0]
    script = _SCRIPTS.get(language, " ")
    own = [word for word in term.synonyms if script in unicodedata.name(word.lstrip("0123456789")[:1], "")]
    return min((*own, term.label(language)), key=len)


def cited(instrument: str, article: str) -> str:
    """Return an instrument with its article in the order of the reader's language, as in UNTOC 18(13)."""
    return str(gettext("%(instrument)s %(article)s", instrument=instrument, article=article)) if article else instrument


def listed(words: Iterable[str], language: str) -> str:
    """Return *words* as one list, with the comma of the reader's script."""
    return ("، " if language == "ar" else ", ").join(words)


@lru_cache(maxsize=4096)
def day(iso: str, language: str) -> str:
    """Return a date of ISO 8601 in words, such as 12 Mar 2026; nothing for no date."""
    if not iso:
        return ""
    told = date.fromisoformat(iso)
    # Day before month in English too: no reader can take it for the other order.
    return f"{told:%-d %b %Y}" if language == "en" else str(format_skeleton("yMMMd", told, locale=language))


@lru_cache(maxsize=4096)
def _joined(codes: tuple[str, ...], language: str, terms: str) -> str:
    if terms == "languages":
        return listed((language_name(code, language) for code in codes), language)
    return listed((label(terms, code, language) for code in codes), language)
