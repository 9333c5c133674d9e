"""Real names to measure with: the published lists beside the project, as plain entries, and many more like them."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import orjson

from directory.vocabulary.states import find_state
from directory.vocabulary.terms import vocabulary

Plain = dict[str, Any]

_AUTHORITIES = Path(__file__).resolve().parents[2] / "shared" / "data" / "authorities"
_KINDS = {
    "justice-ministry": "ministry-of-justice",
    "prosecution": "prosecution",
    "court": "court",
    "foreign-affairs": "foreign-affairs",
    "interior": "interior-police",
    "police": "interior-police",
    "customs": "customs",
    "anti-corruption": "anti-corruption",
}


class Draws:
    """Numbers that look drawn by lot and are the same in every run."""

    def __init__(self, seed: str) -> None:
        self._seed = seed
        self._count = 0

    def below(self, limit: int) -> int:
        """Return the next number below *limit*."""
        self._count += 1
        digest = hashlib.sha256(f"{self._seed} {self._count}".encode()).digest()
        return int.from_bytes(digest[:8], "big") % limit

    def one(self, choices: Sequence[Any]) -> Any:  # noqa: ANN401  (whatever is in the sequence)
        """Return one of *choices*."""
        return choices[self.below(len(choices))]


def is_there() -> bool:
    """Whether the published lists stand beside the project."""
    return (_AUTHORITIES / "merged.jsonl").exists()


def entries() -> list[Plain]:
    """Return every row of the merged list, and of the list of many scripts, whose State is known."""
    rows = [orjson.loads(line) for line in (_AUTHORITIES / "merged.jsonl").read_bytes().splitlines()]
    many = [
        orjson.loads(line) for line in (_AUTHORITIES / "ror_government_multiscript.jsonl").read_bytes().splitlines()
    ]
    known = {f"https://ror.org/{row['seed_id'].removeprefix('ror:')}" for row in rows}
    found = [_entry(row) for row in rows] + [_entry(row) for row in many if row["id"] not in known]
    return [entry for entry in found if entry is not None]


def _lines(name: str) -> list[Plain]:
    return [orjson.loads(line) for line in (_AUTHORITIES / name).read_bytes().splitlines()]


def many(count: int) -> Iterator[Plain]:
    """Yield *count* entries: the published ones, and then each again as a local office in a numbered district."""
    base = entries()
    for number in range(count):
        entry = base[number % len(base)]
        copy = number // len(base)
        yield entry if copy == 0 else _local_office(entry, copy)


def _entry(row: Plain) -> Plain | None:
    state = find_state(row["country"])
    if state is None:
        return None
    names, others, acronyms = _names(row)
    entry: Plain = {
        "state": str(state.code),
        "names": names,
        "external_id": row.get("seed_id") or row["id"],
        "kind": _KINDS.get(row.get("kind", ""), "other"),
    }
    if row.get("acronym", "").strip():
        acronyms.append(row["acronym"])
    entry |= {"other_names": others} if others else {}
    entry |= {"acronyms": acronyms} if acronyms else {}
    return entry | ({"address": {"city": row["city"]}} if row.get("city") else {})


def _names(row: Plain) -> tuple[dict[str, str], list[str], list[str]]:
    names: dict[str, str] = {}
    others, acronyms = [], []
    for one in row.get("names", ()):
        kinds = one.get("types") or [one["type"]]
        if "acronym" in kinds:
            acronyms.append(one["value"])
        elif one["lang"] and one["lang"] not in names and one["lang"] in vocabulary("languages"):
            names[one["lang"]] = one["value"]
        elif one["value"] != row["name"]:
            others.append(one["value"])
    if row["name"] not in names.values():
        names["und" if "und" not in names else "en"] = row["name"]
    return names, others, acronyms


_SYLLABLES = tuple(
    "ba ke li mo nu ra si to va de fi go hu ja ce pa qua rio sta tri vel wen xi yo zan mar tel kos bru lin".split()  # noqa: SIM905
)


def _local_office(entry: Plain, copy: int) -> Plain:
    """Return *entry* as another body of the same kind: every name with the name of an invented district."""
    draws = Draws(f"{entry['external_id']} {copy}")
    district = "".join(draws.one(_SYLLABLES) for _ in range(3)).capitalize()
    made = {**entry, "external_id": f"{entry['external_id']}#{copy}"}
    made["names"] = {tag: f"{name} {district}" for tag, name in entry["names"].items()}
    made["other_names"] = [f"{name} {district}" for name in entry.get("other_names", ())]
    made["scope"] = "federal_unit"
    return made
