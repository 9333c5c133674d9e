"""The 195 States, the territories that belong to one of them, and the codes that name none.

Names are those of the United Nations in its six official languages. `NA` is Namibia.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TypeVar, cast

from directory.vocabulary.codes import StateCode
from directory.vocabulary.folding import fold
from directory.vocabulary.reading import Row, read_file


@dataclass(frozen=True, slots=True)
class State:
    """A Member State of the United Nations, the Holy See or the State of Palestine.

    *m49*, *region*, *subregion* and *intermediate* (empty for most) are three-digit M49 codes.
    *seat* is a city with offices of the government, and says nothing of the status of any city.
    The first of *time_zones* is that of the seat. *telephone_code* holds digits only: `41`, `1268`.
    *also* are other names by which the State is known; `further_names` has many more.
    """

    code: StateCode
    alpha3: str
    m49: str
    names: Mapping[str, str] = field(hash=False)
    region: str
    subregion: str
    intermediate: str
    seat: str
    languages: tuple[str, ...]
    time_zones: tuple[str, ...]
    telephone_code: str
    further_codes: tuple[str, ...]
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Territory:
    """A territory with an ISO 3166-1 code of its own whose authorities are kept under a *state*."""

    code: str
    alpha3: str
    m49: str
    state: StateCode
    names: Mapping[str, str] = field(hash=False)
    time_zones: tuple[str, ...]
    telephone_code: str
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoState:
    """A code or name in use for something that is not a State, and why no entry is kept under it."""

    code: str
    reason: str
    also: tuple[str, ...]


_ARTICLE_BEFORE = re.compile(r"^(?:the|l[ae]s?|los|el|die|der|il|al|as) |^l(?=[aeiouh]\w{3})")
_ARTICLE_AFTER = re.compile(r" (?:the|l[ae]s?|los|el|l)$")
# "Korea, Republic of" and "Samoa (American)".
_INVERTED = re.compile(r"([^,()]+?)(?:, *| *\()([^,()]+)\)?")

Place = TypeVar("Place", State, Territory, NoState)


def all_states() -> tuple[State, ...]:
    """Return the 195 States, by code."""
    return tuple(_states().values())


def all_territories() -> tuple[Territory, ...]:
    """Return the territories, by code."""
    return tuple(_territories().values())


def state(code: str) -> State | None:
    """Return the State of an ISO 3166-1 alpha-2 code in capitals."""
    return _states().get(code)


def territory(code: str) -> Territory | None:
    """Return the territory of an ISO 3166-1 alpha-2 code in capitals."""
    return _territories().get(code)


def is_country_code(code: str) -> bool:
    """Whether an address may carry *code*: it is that of a State or of a territory."""
    return code in _states() or code in _territories()


def find_state(text: str) -> State | None:
    """Return the State that *text* names: by code, alpha-3, M49 number or any name, however written."""
    found = _states_by_code().get(text.strip().upper().replace(".", ""))
    if found is not None:
        return found
    spellings = _spellings(text)
    # The many names of the world are read and folded only for the few texts that need them.
    return _first(spellings, _states_by_name()) or _first(spellings, _states_by_further_name())


def find_territory(text: str) -> Territory | None:
    """Return the territory that *text* names: by code, alpha-3, M49 number or name."""
    words = _territories_by_word()
    return next((words[spelling] for spelling in _spellings(text) if spelling in words), None)


def find_place(text: str) -> State | Territory | None:
    """Return the State or else the territory that *text* names."""
    return find_state(text) or find_territory(text)


def why_no_state(text: str) -> str:
    """Say, for a reader, why *text* names no State and what to write instead."""
    known = _no_states().get(fold(text))
    if known is not None:
        return known.reason
    found = find_territory(text)
    if found is not None:
        return f"This is a territory, kept under {found.state}; give {found.state} as the State and this as the scope."
    return "This names no State; give its two-letter ISO 3166-1 code or its name in any language."


def region_names(code: str) -> Mapping[str, str]:
    """Return the names of an M49 region in six languages; raises KeyError for an unknown code."""
    return cast(dict[str, dict[str, str]], _file()["regions"])[code]


@cache
def further_names(code: StateCode) -> tuple[str, ...]:
    """Return further names of a State in the languages of the world, its own among them."""
    return tuple(_further_names()[code])


def _spellings(text: str) -> tuple[str, ...]:
    """Return *text* folded, turned round where it is inverted, and each of them without an article."""
    orders = [fold(text)]
    inverted = _INVERTED.fullmatch(text.strip())
    if inverted:
        orders.append(fold(f"{inverted[2]} {inverted[1]}"))
    without = [bare.sub("", order) for order in orders for bare in (_ARTICLE_AFTER, _ARTICLE_BEFORE)]
    return tuple(dict.fromkeys(orders + without))


def _first(spellings: tuple[str, ...], names: Mapping[str, State]) -> State | None:
    return next((names[spelling] for spelling in spellings if spelling in names), None)


@cache
def _file() -> Row:
    return cast(Row, read_file("states.json"))


@cache
def _further_names() -> dict[str, list[str]]:
    return cast(dict[str, list[str]], read_file("state_names.json"))


def _built(kind: type[Place], rows: Iterable[Row]) -> Iterator[Place]:
    for row in rows:
        values: Row = {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
        yield kind(**values)


@cache
def _states() -> dict[str, State]:
    rows = cast(list[Row], _file()["states"])
    return {found.code: found for found in _built(State, rows)}


@cache
def _territories() -> dict[str, Territory]:
    rows = cast(list[Row], read_file("territories.json"))
    return {found.code: found for found in _built(Territory, rows)}


@cache
def _no_states() -> dict[str, NoState]:
    rows = cast(dict[str, Row], read_file("no_states.json"))
    found = _built(NoState, ({"code": code, **row} for code, row in rows.items()))
    return {fold(word): place for place in found for word in (place.code, *place.also)}


@cache
def _states_by_code() -> dict[str, State]:
    return {code: one for one in all_states() for code in (one.code, one.alpha3, one.m49, *one.further_codes)}


@cache
def _states_by_name() -> dict[str, State]:
    return {fold(name): one for one in all_states() for name in (*one.also, *one.names.values())}


@cache
def _states_by_further_name() -> dict[str, State]:
    return {fold(name): one for one in all_states() for name in further_names(one.code)}


@cache
def _territories_by_word() -> dict[str, Territory]:
    return {
        fold(word): one
        for one in all_territories()
        for word in (*one.also, *one.names.values(), one.code, one.alpha3, one.m49)
    }
