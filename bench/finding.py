"""How often the directory finds what is looked for: queries made from real names, with the errors people make."""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from bench.measure import Bar, Figure, Plan
from bench.published import Draws, Plain, is_there, many
from bench.published import entries as entries_published
from directory.demonstration import demonstration_records
from directory.records import to_dict
from directory.search.index import Index
from directory.search.query import SearchQuery
from directory.search.words import JOINERS, split

QUERIES = 200
FIRST = 5
_LETTERS = "etaoinshrdlucmfwypvbgkjqxz"


@dataclass(frozen=True, slots=True)
class Asked:
    """One query, how it was made, and the entry that it looks for."""

    manner: str
    text: str
    sought: int


def figures(plan: Plan) -> Iterator[Figure]:
    """Yield the share found, at 1,740 entries and, with the State given, at 174,000; other queries each round."""
    for called, entries, with_state, bar in _directories(plan):
        index = filled(entries)
        found, missed = [], []
        for number in range(plan.rounds):
            measured = measure(entries, with_state=with_state, index=index, seed=f"finding {number}")
            found.append(float(measured["found_in_first_five"]))
            missed += measured["missed"]
        given = ", the State given" if with_state else ""
        what = f"found among the first {FIRST}, {QUERIES} queries, {len(entries):,} {called}{given}"
        yield Figure(what, Bar(bar, least=True), "share", found, note="; ".join(missed[:6]))


def _directories(plan: Plan) -> Iterator[tuple[str, Sequence[Plain], bool, float]]:
    """Yield what to look in: published names where the lists are there, and the invented directory."""
    if is_there():
        drawn = Draws("drawn")
        real = entries_published()
        yield "published bodies", [real[drawn.below(len(real))] for _ in range(1_740)], False, 0.95
    yield "invented bodies", [dict(to_dict(one)) for one in demonstration_records(1_740)], False, 0.95
    if not plan.quick and is_there():
        yield "published bodies and local offices of theirs", list(many(174_000)), True, 0.85


def measure(
    entries: Sequence[Plain], *, with_state: bool = False, index: Index | None = None, seed: str = "finding"
) -> dict[str, Any]:
    """Return the share of 200 queries whose entry is among the first five, whole and by manner of error.

    A row of equal name counts as found. *entries* are plain forms; with *with_state*, the State is given
    as a filter, as it is by people who know whom they look for.
    """
    searched = index or filled(entries)
    asked = list(questions(entries, with_state=with_state, seed=seed))
    missed = [one for one in asked if not _is_found(searched, entries, one, with_state=with_state)]
    manners = sorted({one.manner for one in asked})
    return {
        "entries": len(entries),
        "queries": len(asked),
        "found_in_first_five": round(1 - len(missed) / len(asked), 4),
        "by_manner": {manner: _share(asked, missed, manner) for manner in manners},
        "missed": [f"{one.manner}: {one.text} -> {_names(entries[one.sought])[0]}" for one in missed],
    }


def filled(entries: Sequence[Plain]) -> Index:
    """Return an index of *entries*, each under its place in the sequence."""
    index = Index()
    for place, entry in enumerate(entries):
        index.put(UUID(int=place), entry)
    index.commit()
    return index


def questions(
    entries: Sequence[Plain], count: int = QUERIES, *, with_state: bool = False, seed: str = "finding"
) -> Iterator[Asked]:
    """Yield *count* queries, the four manners in turn, made from names drawn by lot.

    Words that more than five differently named bodies have in common, within the State where that is
    given, tell none of them apart, so nobody could find one by them: such a draw is drawn again.
    """
    draws = Draws(seed)
    ambiguous = _ambiguity(entries, with_state=with_state)
    manners: tuple[tuple[str, Callable[[Plain, Draws], str]], ...] = (
        ("typo", _with_typo),
        ("romanised", _romanised),
        ("other language", _in_other_language),
        ("two words", _two_words),
    )
    made = attempts = 0
    while made < count and attempts < count * 400:
        attempts += 1
        manner, make = manners[made % len(manners)]
        sought = draws.below(len(entries))
        text = make(entries[sought], draws)
        if text and not ambiguous(text, entries[sought]):
            made += 1
            yield Asked(manner, text, sought)


def _is_found(index: Index, entries: Sequence[Plain], asked: Asked, *, with_state: bool) -> bool:
    sought = entries[asked.sought]
    states = (sought["state"],) if with_state else ()
    page = index.search(SearchQuery(text=asked.text, states=states, limit=FIRST))
    wanted = {_plainly(name) for name in _names(sought)}
    found = (entries[hit.row.id.int] for hit in page.items)
    return any(wanted & {_plainly(name) for name in _names(entry)} for entry in found)


def _ambiguity(entries: Sequence[Plain], *, with_state: bool) -> Callable[[str, Plain], bool]:
    """Return whether a text is made of words that too many differently named bodies have in common."""
    called: dict[tuple[str, str], set[str]] = {}

    def within(entry: Plain) -> str:
        return str(entry["state"]) if with_state else ""

    for entry in entries:
        names = _names(entry)
        for word in {word for name in names for word in split(name)}:
            called.setdefault((within(entry), word), set()).add(names[0])

    def ambiguous(text: str, entry: Plain) -> bool:
        keys = [(within(entry), word) for word in split(text)]
        sharing = [called[key] for key in keys if key in called]
        return bool(sharing) and len(set.intersection(*sharing)) > FIRST

    return ambiguous


def _share(asked: Sequence[Asked], missed: Sequence[Asked], manner: str) -> float:
    total = sum(one.manner == manner for one in asked)
    return round(1 - sum(one.manner == manner for one in missed) / total, 4)


def _names(entry: Plain) -> list[str]:
    return [*entry["names"].values(), *entry.get("other_names", ())]


def _plainly(name: str) -> str:
    return " ".join(split(name))


def _content_words(name: str) -> list[str]:
    return [word for word in split(name) if word not in JOINERS and len(word) > 2 and not word.isdecimal()]


def _with_typo(entry: Plain, draws: Draws) -> str:
    """Return a name with one typing error in one of its longer words."""
    words = draws.one(_names(entry)).split()
    long = [place for place, word in enumerate(words) if len(word) >= 5 and word.isalpha() and word.isascii()]
    if not long or len(words) < 2:
        return ""
    place = draws.one(long)
    words[place] = _mistyped(words[place], draws)
    return " ".join(words)


def _mistyped(word: str, draws: Draws) -> str:
    at = 1 + draws.below(len(word) - 2)
    letter = _LETTERS[draws.below(len(_LETTERS))]
    return str(
        draws.one(
            (
                word[:at] + word[at + 1 :],
                word[:at] + letter + word[at:],
                word[:at] + letter + word[at + 1 :],
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            )
        )
    )


def _romanised(entry: Plain, draws: Draws) -> str:
    """Return the Latin name under which a body with a name in another script was published, without accents."""
    names = _names(entry)
    published = [name for tag, name in entry["names"].items() if tag.endswith("-Latn")]
    if not published and any(not _is_latin(name) for name in names):
        published = [name for name in names if _is_latin(name)]
    if not published:
        return ""
    name = unicodedata.normalize("NFKD", draws.one(published))
    return "".join(sign for sign in name if sign.isascii()).casefold()


def _in_other_language(entry: Plain, draws: Draws) -> str:
    """Return a name of the entry that is not its first, whole."""
    names = list(entry["names"].values())[1:]
    return draws.one(names) if names else ""


def _two_words(entry: Plain, draws: Draws) -> str:
    """Return two words of a name, in their order."""
    words = list(dict.fromkeys(_content_words(draws.one(_names(entry)))))
    if len(words) < 2:
        return ""
    places = {draws.below(len(words)), draws.below(len(words))}
    return " ".join(words[place] for place in sorted(places)) if len(places) == 2 else ""


def _is_latin(name: str) -> bool:
    return all("LATIN" in unicodedata.name(sign, "") for sign in name if sign.isalpha())
