"""Columns found by their names, in any of the six languages (`columns.json`).

A heading is a field's own key (`name:fr`, `postal_code`), its label in one of the languages, or a word that
lists in the wild use; a language may stand in it (`Name (English)`, `Название (англ.)`, `英文名称`).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypedDict

import orjson

from directory.importing.values import clean
from directory.vocabulary.folding import fold
from directory.vocabulary.terms import vocabulary

IN_LANGUAGES = frozenset(
    {
        "name", "parent_body", "department", "scope_name", "notes_public", "out_of_hours_instruction",
        "legal_basis_text", "urgent_procedure",
    }
)  # fmt: skip
"""The fields that have a text for each language."""

_NO_TAGS = frozenset({"und", "original", "latin"})
_KEY = re.compile(r"([a-z_]+)(?:[:.\[ ]+(original|latin|[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\]?)?")
_BRACKETS = re.compile(r"[\(\[（].*?[\)\]）]")
_FILE = Path(__file__).parent / "columns.json"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a file: where it stands, what it is called there, which field it holds, in which language.

    *official* is true for the names of our own format. The language is a BCP 47 tag, `original` for the
    State's own, `latin` for a romanised form, or empty where the heading does not say.
    """

    position: int
    heading: str
    field: str
    language: str = ""
    official: bool = False


def map_columns(headings: Sequence[str]) -> tuple[Column, ...]:
    """Return the columns of *headings* that hold a field, in their order."""
    found = (_column(position, clean(heading)) for position, heading in enumerate(headings))
    return tuple(column for column in found if column is not None)


def column_labels() -> list[tuple[str, Mapping[str, str]]]:
    """Return the fields of our own format with their labels, in order; for documents and templates."""
    return [(row["field"], row["labels"]) for row in _file()["columns"]]


def _column(position: int, heading: str) -> Column | None:
    named = _by_key(heading)
    if named is not None:
        return Column(position, heading, named[0], named[1], official=True)
    folded = fold(heading)
    if folded in _labels():
        return Column(position, heading, _labels()[folded], official=True)
    if folded in _words():
        return Column(position, heading, _words()[folded])
    return _with_language(position, heading, folded)


def _by_key(heading: str) -> tuple[str, str] | None:
    found = _KEY.fullmatch(heading)
    if found is None or found[1] not in _keys():
        return None
    field, tag = found[1], found[2] or ""
    if not tag:
        return field, ""
    known = tag in _NO_TAGS or tag.partition("-")[0].lower() in vocabulary("languages")
    return (field, tag) if field in IN_LANGUAGES and known else None


def _with_language(position: int, heading: str, folded: str) -> Column | None:
    """Return the column whose heading is a known word and a language, in either order."""
    for word, language in _language_words().items():
        if word not in folded:
            continue
        rest = _without(folded, word)
        field = _labels().get(rest) or _words().get(rest) if rest is not None else None
        if field is not None:
            official = _labels().get(rest or "") == field
            return Column(position, heading, field, language if field in IN_LANGUAGES else "", official)
    bare = fold(_BRACKETS.sub("", heading))
    field = _labels().get(bare) or _words().get(bare)
    return Column(position, heading, field) if field else None


def _without(folded: str, word: str) -> str | None:
    """Return *folded* without *word* at its end or beginning; None where it is only a part of another word."""
    if word.isascii() or " " in folded:
        words = f" {folded} "
        return words.replace(f" {word} ", " ", 1).strip() if f" {word} " in words else None
    if folded.startswith(word):
        return folded.removeprefix(word)
    return folded.removesuffix(word) if folded.endswith(word) else None


class _Row(TypedDict):
    """One field in `columns.json`."""

    field: str
    labels: dict[str, str]
    synonyms: list[str]


class _File(TypedDict):
    """The whole of `columns.json`."""

    columns: list[_Row]
    languages: dict[str, list[str]]


@cache
def _file() -> _File:
    found: _File = orjson.loads(_FILE.read_bytes())
    return found


@cache
def _keys() -> frozenset[str]:
    return frozenset(row["field"] for row in _file()["columns"])


@cache
def _labels() -> dict[str, str]:
    words: dict[str, str] = {}
    for row in _file()["columns"]:
        for word in row["labels"].values():
            words.setdefault(fold(word), row["field"])
    return words


@cache
def _words() -> dict[str, str]:
    words: dict[str, str] = {}
    for row in _file()["columns"]:
        for word in row["synonyms"]:
            words.setdefault(fold(word), row["field"])
    return words


@cache
def _language_words() -> dict[str, str]:
    words = {fold(word): tag for tag, many in _file()["languages"].items() for word in many}
    # The longest first, so that "на английском" is not taken for "английский".
    return dict(sorted(words.items(), key=lambda pair: -len(pair[0])))
