"""Profiles: how the lists of different sources are read. Each is a data file in `profiles/`.

A profile names the columns by which its list is recognised, the field that each of them holds, and the
list's own words for terms. A list that no profile knows is read by the names of its columns.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import orjson

from directory.importing.columns import Column, map_columns
from directory.importing.designating import Terms
from directory.importing.drafting import Rules
from directory.importing.problems import FileRefusedError

OWN = "own"
BY_NAME = "by-name"
_FOLDER = Path(__file__).parent / "profiles"


@dataclass(frozen=True, slots=True)
class Profile:
    """One way of reading.

    *recognised_by*: columns that the list has, whatever else it has; *fields*: column → field of our format;
    *shape*: the function of `directory.importing.shapes` that prepares a row, where columns alone do not do.
    """

    name: str
    title: str
    source: str
    recognised_by: tuple[str, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    language: str = ""
    shape: str = ""
    strict: bool = False

    @property
    def by_name(self) -> bool:
        """Whether columns are found by their names, instead of by this profile's list."""
        return not self.recognised_by


def profile(name: str) -> Profile:
    """Return the profile *name*; raises FileRefusedError, which lists them, for any other."""
    found = all_profiles().get(name)
    if found is None:
        raise FileRefusedError(f"There is no profile “{name}”. Profiles: {', '.join(sorted(all_profiles()))}.")
    return found


@cache
def all_profiles() -> dict[str, Profile]:
    """Return all profiles by name."""
    return {path.stem: _read(path) for path in sorted(_FOLDER.glob("*.json"))}


def _read(path: Path) -> Profile:
    values = orjson.loads(path.read_bytes())
    values["recognised_by"] = tuple(values.get("recognised_by", ()))
    return Profile(name=path.stem, **values)


@cache
def rules_of(name: str, state: str = "") -> Rules:
    """Return the rules of the profile *name*; *state* is that of rows which have no column for it."""
    found = profile(name)
    kinds = {key.casefold(): code for key, code in found.words.get("kinds", {}).items()}
    terms = Terms(found.words, open_instruments=not found.strict)
    return Rules(found.strict, terms, found.language, state or found.constants.get("state", ""), kinds)


def recognised(columns: Collection[str]) -> Profile | None:
    """Return the profile whose list has these *columns*: of several the one that asks for the most."""
    known = set(columns)
    fitting = [one for one in all_profiles().values() if one.recognised_by and known.issuperset(one.recognised_by)]
    return max(fitting, key=lambda one: len(one.recognised_by), default=None)


def columns_for(chosen: Profile, headings: Sequence[str]) -> tuple[Column, ...]:
    """Return the columns of *headings* as *chosen* reads them."""
    if chosen.by_name:
        return map_columns(headings)
    found = []
    for position, heading in enumerate(headings):
        mapped = chosen.fields.get(heading.strip())
        if mapped is not None:
            name, _, language = mapped.partition(":")
            found.append(Column(position, heading.strip(), name, language, official=True))
    return tuple(found)


def is_usable(columns: Sequence[Column], chosen: Profile, state: str = "") -> bool:
    """Whether *columns* have what an entry cannot do without: a State, unless it is given, and a name."""
    fields = {column.field for column in columns}
    state_known = "state" in fields or bool(state) or "state" in chosen.constants or bool(chosen.shape)
    return state_known and ("name" in fields or bool(chosen.shape))


def by_its_columns(headings: Sequence[str]) -> Profile:
    """Return how a list that no profile recognises is read: as our own, if all its known columns are ours."""
    columns = map_columns(headings)
    ours = bool(columns) and all(column.official for column in columns)
    return profile(OWN if ours else BY_NAME)
