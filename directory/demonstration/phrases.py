"""The words of the demonstration: names of bodies, of invented places, and texts in six languages.

Names are known in the six languages of the United Nations and in 52 more; where a language is not
written in Latin letters its romanised form is data too, under a tag such as `th-Latn`.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import orjson

from directory.records import I18n
from directory.vocabulary.codes import UN_LANGUAGES
from directory.vocabulary.states import State

FILES = Path(__file__).resolve().parent / "files"
PLACES = 20**3
"""How many places can be invented: three syllables of twenty."""

Row: TypeAlias = dict[str, Any]


@cache
def text(name: str) -> I18n:
    """Return one text in the six languages."""
    return dict(read_file("texts.json")[name])


def languages_of(state: State) -> tuple[str, ...]:
    """Return the tags in which a body of *state* is named: the six, the State's own, their romanised forms."""
    known = _languages()
    own = [tag for tag in state.languages if tag in known]
    romanised = [f"{tag}-Latn" for tag in own if f"{tag}-Latn" in known]
    return tuple(dict.fromkeys((*UN_LANGUAGES, *own, *romanised)))


def further_languages() -> tuple[str, ...]:
    """Return the languages known beyond the six, without the romanised forms."""
    return tuple(tag for tag in _languages() if "-" not in tag and tag not in UN_LANGUAGES)


def is_romanised(tag: str) -> bool:
    """Whether names in the language *tag* need a romanised form beside them."""
    return f"{tag}-Latn" in _languages()


def body(kind: str, tags: tuple[str, ...]) -> I18n:
    """Return the name of the national body of *kind*."""
    known = _languages()
    return {tag: known[tag]["bodies"][kind] for tag in tags}


def department(tags: tuple[str, ...]) -> I18n:
    """Return the name of a department of international cooperation."""
    known = _languages()
    return {tag: known[tag]["department"] for tag in tags}


def joined(bodies: I18n, departments: I18n) -> I18n:
    """Return the names of a department of a body, as each language joins them."""
    known = _languages()
    return {tag: known[tag]["joined"].format(body=name, department=departments[tag]) for tag, name in bodies.items()}


def placed(bodies: I18n, places: Mapping[str, str]) -> I18n:
    """Return the names of the office of a body at a place, in the languages in which the place has a name."""
    known = _languages()
    return {
        tag: known[tag]["placed"].format(body=bodies[tag], place=place)
        for tag, place in places.items()
        if tag in bodies
    }


def place(number: int, tags: tuple[str, ...]) -> I18n:
    """Return the name of the invented place *number*, written as each language writes it."""
    written: dict[str, str] = {}
    known, syllables = _languages(), _syllables()
    names: dict[str, str] = {}
    for tag in tags:
        script = known[tag]["script"]
        if script not in written:
            pieces = syllables[script]
            first, second, third = number // 400, number // 20 % 20, number % 20
            written[script] = f"{pieces[first]}{pieces[second]}{pieces[third]}".capitalize()
        names[tag] = written[script]
    return names


@cache
def read_file(name: str) -> Row:
    """Return the content of one file of the demonstration."""
    return dict(orjson.loads((FILES / name).read_bytes()))


def _languages() -> dict[str, Row]:
    return read_file("names.json")["languages"]  # type: ignore[no-any-return]


def _syllables() -> dict[str, list[str]]:
    return read_file("names.json")["syllables"]  # type: ignore[no-any-return]
