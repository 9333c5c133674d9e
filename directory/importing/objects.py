"""JSON objects become entries: our own plain form, a known list's objects, or any with telling keys."""

from collections.abc import Iterator
from itertools import chain, islice

from directory.importing.documents import Unreadable
from directory.importing.drafting import Rules
from directory.importing.own_records import COVERED_BY_RECORDS, is_plain_record, read_record
from directory.importing.problems import FileRefusedError, Problem, Rejected
from directory.importing.profiles import (
    OWN,
    Profile,
    by_its_columns,
    columns_for,
    is_usable,
    profile,
    recognised,
    rules_of,
)
from directory.importing.shapes import COVERED, SHAPES, text_of
from directory.importing.tables import Outcome, covered_fields, read_shaped

_LOOKED_AT = 50
_ALWAYS = frozenset({"state", "names", "other_names", "source", "external_id"})


def read_objects(
    objects: Iterator[tuple[int, object]], chosen: str, source: str, state: str
) -> tuple[Profile, frozenset[str], Iterator[Outcome]]:
    """Return the profile of *objects*, the fields they speak about, and what becomes of each."""
    first = list(islice(objects, _LOOKED_AT))
    keys = _keys(first)
    found = profile(chosen) if chosen else _found(first, keys)
    rules = rules_of(found.name, state)
    every = chain(first, objects)
    if found.name == OWN and any(is_plain_record(value) for _, value in first):
        return found, COVERED_BY_RECORDS, _records(every, rules, source)
    if found.shape:
        return found, COVERED[found.shape] | _ALWAYS, _shaped(every, found, rules, source or found.source)
    columns = columns_for(found, keys)
    if not is_usable(columns, found, state):
        raise FileRefusedError(
            "The objects have no key for the State, or none for the name. Name them as docs/import.md says.",
            row=first[0][0] if first else 1,
            column="state",
            value=", ".join(keys)[:200],
        )
    names = {column.heading: f"{column.field}:{column.language}".rstrip(":") for column in columns}
    return found, covered_fields(columns), _mapped(every, names, rules, source or found.source)


def _keys(objects: list[tuple[int, object]]) -> tuple[str, ...]:
    keys: dict[str, None] = {}
    for _, value in objects:
        if isinstance(value, dict):
            keys.update(dict.fromkeys(map(str, value)))
    return tuple(keys)


def _found(first: list[tuple[int, object]], keys: tuple[str, ...]) -> Profile:
    if any(is_plain_record(value) for _, value in first):
        return profile(OWN)
    return recognised(keys) or by_its_columns(keys)


def _records(objects: Iterator[tuple[int, object]], rules: Rules, source: str) -> Iterator[Outcome]:
    for number, value in objects:
        if isinstance(value, dict):
            yield read_record(number, value, rules, source or profile(OWN).source)
        else:
            yield _no_object(number, value)


def _shaped(objects: Iterator[tuple[int, object]], chosen: Profile, rules: Rules, source: str) -> Iterator[Outcome]:
    shape = SHAPES[chosen.shape]
    for number, value in objects:
        if isinstance(value, dict):
            yield read_shaped(number, shape(value), _cells(value), rules, source)
        else:
            yield _no_object(number, value)


def _mapped(
    objects: Iterator[tuple[int, object]], names: dict[str, str], rules: Rules, source: str
) -> Iterator[Outcome]:
    for number, value in objects:
        if not isinstance(value, dict):
            yield _no_object(number, value)
            continue
        shaped: dict[str, str] = {}
        for key, one in value.items():
            name = names.get(key.strip())
            text = text_of(one)
            if name and text:
                shaped[name] = f"{shaped[name]}; {text}" if name in shaped else text
        yield read_shaped(number, shaped, _cells(value), rules, source)


def _cells(value: dict[str, object]) -> dict[str, str]:
    return {str(key): text_of(one) for key, one in value.items()}


def _no_object(number: int, value: object) -> Rejected:
    if isinstance(value, Unreadable):
        return Rejected(Problem(number, "", value.text, value.reason), {})
    return Rejected(Problem(number, "", str(value)[:200], "This is not an object"), {})
