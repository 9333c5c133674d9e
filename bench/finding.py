"""How often the directory finds what is looked for: queries made from real names, with the errors people make."""

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from bench.published import Draws, Plain
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


def measure(
    entries: Sequence[Plain], *, with_state: bool = False, count: int = QUERIES, index: Index | None = None
) -> dict[str, Any]:
    """Return the share of *count* queries whose entry is among the first five, whole and by manner of error.

    A row of equal name counts as found. *entries* are plain forms; with *with_state*, the State is given
    as a filter, as it is by people who know whom they look for.
    """
    searched = index or filled(entries)
    asked = list(questions(entries, count, with_state=with_state))
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


def questions(entries: Sequence[Plain], count: int = QUERIES, *, with_state: bool = False) -> Iterator[Asked]:
    """Yield *count* queries, the four manners in turn, made from names drawn by lot.

    Words that more than five differently named bodies have in common, within the State where that is
    given, tell none of them apart, so nobody could find one by them: such a draw is drawn again.
    """
    draws = Draws("finding")
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


def summary(measured: Mapping[str, Any]) -> dict[str, Any]:
    """Return *measured* without the list of what was missed."""
    return {key: value for key, value in measured.items() if key != "missed"}
