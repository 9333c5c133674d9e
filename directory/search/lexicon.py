"""Which words name a State, a function, a kind or an instrument, in any of six languages and with a typo."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from directory.search.distance import distance, one_letter_less
from directory.search.query import Reading
from directory.search.words import JOINERS, fold, is_unspaced, latin, skeleton, split
from directory.vocabulary.states import all_states, find_state, further_names
from directory.vocabulary.terms import vocabulary

Words = tuple[str, ...]
Meaning = tuple[str, str]
IsKnown = Callable[[str], bool]

_LONGEST_PHRASE = 10
_LONGEST_GUESS = 4
_SHORTEST_NAME = 5
_SHORTEST_TYPO = 4
_SHORTEST_BEGINNING = 3
_MOST_STATES = 8
_SHORTEST_ALIEN = 4
_LONGEST_UNSPACED = 16
_STATE_CODE = re.compile(r"\b[A-Z]{2,3}\b")
_ARTICLE_NUMBER = re.compile(r"\d{1,3}")
_ARTICLE_WORDS = frozenset({"article", "articles", "art", "articulo", "статья", "ст", "المادة", "第"})


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every phrase that names a term, by its folded words.

    *phrases* are the directory's own; *alien* are names of States in the other languages of the world,
    which count only where the directory itself does not use the word.
    """

    phrases: dict[str, Meaning] = field(default_factory=dict)
    alien: dict[str, Meaning] = field(default_factory=dict)
    sounds: dict[str, Meaning] = field(default_factory=dict)
    shortened: dict[str, list[str]] = field(default_factory=dict)
    in_order: list[tuple[str, str]] = field(default_factory=list)

    def words(self, text: str) -> Words:
        """Return the folded words of *text*; codes in capitals such as `FR` become the State's name.

        Text without spaces is parted where it begins with a phrase: `法国司法部` is France and its ministry.
        """
        parted = (part for word in split(_spelt_out(text)) for part in self._parted(word))
        return tuple(parted)

    def _parted(self, word: str) -> Iterator[str]:
        if not is_unspaced(word):
            yield word
            return
        while word:
            sizes = range(min(len(word), _LONGEST_UNSPACED), 1, -1)
            size = next((size for size in sizes if word[:size] in self.phrases), len(word))
            yield word[:size]
            word = word[size:]

    def read(self, words: Words, is_known: IsKnown) -> tuple[Reading | str, ...]:
        """Return *words* in order, those that name a term joined into one reading.

        The longest phrase goes first. *is_known* says whether the directory's names use a word: only an
        unknown one is taken for a misspelt or foreign name of a State.
        """
        found: list[Reading | str] = []
        start = 0
        while start < len(words):
            reading = self._read_at(words, start, is_known)
            if reading is None:
                found.append(words[start])
                start += 1
            else:
                found.append(reading)
                start += len(reading.words)
        return self._with_begun_state(tuple(found))

    def _with_begun_state(self, parts: tuple[Reading | str, ...]) -> tuple[Reading | str, ...]:
        """Take the last words together for a State, where only one has a name that begins so: `burkina f`."""
        for length in (4, 3, 2):
            tail = [part for part in parts[-length:] if isinstance(part, str)]
            codes = self.states_beginning(" ".join(tail)) if len(tail) == length else ()
            if len(codes) == 1:
                return (*parts[:-length], Reading("state", codes[0], tuple(tail)))
        return parts

    def states_beginning(self, text: str) -> tuple[str, ...]:
        """Return the codes of the States with a name that begins with *text*; none where it fits too many."""
        if len(text) < _SHORTEST_BEGINNING:
            return ()
        codes: dict[str, None] = {}
        for place in range(bisect_left(self.in_order, (text, "")), len(self.in_order)):
            name, code = self.in_order[place]
            if not name.startswith(text) or len(codes) > _MOST_STATES:
                break
            codes[code] = None
        return tuple(codes) if len(codes) <= _MOST_STATES else ()

    def _read_at(self, words: Words, start: int, is_known: IsKnown) -> Reading | None:
        for length in range(min(_LONGEST_PHRASE, len(words) - start), 0, -1):
            part = words[start : start + length]
            phrase = " ".join(part)
            meaning = self.phrases.get(phrase) or self._guess(part, phrase, is_known)
            if meaning is not None:
                reading = Reading(*meaning, part)
                return _with_article(reading, words[start + length :]) if meaning[0] == "instrument" else reading
        return None

    def _guess(self, part: Words, phrase: str, is_known: IsKnown) -> Meaning | None:
        if len(part) > _LONGEST_GUESS or part[0] in JOINERS or part[-1] in JOINERS or all(map(is_known, part)):
            return None
        if len(phrase) >= _SHORTEST_ALIEN and phrase in self.alien:
            return self.alien[phrase]
        if len(phrase) < _SHORTEST_TYPO or not phrase.replace(" ", "").isalpha():
            return None
        return self._misspelt(phrase) or (self.sounds.get(skeleton(phrase)) if len(part) == 1 else None)

    def _misspelt(self, phrase: str) -> Meaning | None:
        close = {one for short in (phrase, *one_letter_less(phrase)) for one in self.shortened.get(short, ())}
        allowed = 1 if len(phrase) < 8 else 2
        # Hardly anybody mistypes the first letter of a short word, and short words resemble many names.
        near = [one for one in close if len(phrase) > _SHORTEST_TYPO or one[0] == phrase[0]]
        ranked = sorted((distance(phrase, one), one) for one in near)
        return self.phrases[ranked[0][1]] if ranked and ranked[0][0] <= allowed else None


def _spelt_out(text: str) -> str:
    """Write out the codes of States in *text*, where their capitals set them apart from other words."""
    alone = " " not in text.strip()
    # Three capitals that stand alone are rather the acronym of a body.
    if (text.isupper() and not alone) or (alone and len(text.strip()) > 2):
        return text
    return _STATE_CODE.sub(lambda found: _english_name(found[0]) or found[0], text)


def _english_name(code: str) -> str:
    found = find_state(code)
    return found.names["en"] if found else ""


def _with_article(reading: Reading, following: Sequence[str]) -> Reading:
    """Join an article's number to its instrument: `untoc article 18` is one term."""
    skipped = 1 if following and following[0] in _ARTICLE_WORDS else 0
    rest = following[skipped:]
    if not rest or not _ARTICLE_NUMBER.fullmatch(rest[0]):
        return reading
    length = skipped + 1
    # The paragraph, as in 18(13), names no other authority than the article does.
    while length < len(following) and length < skipped + 3 and following[length].isdecimal():
        length += 1
    return Reading("article", f"{reading.code}/{rest[0]}", (*reading.words, *following[:length]))


@cache
def lexicon() -> Lexicon:
    """Return the lexicon of the vocabularies; built once."""
    found = Lexicon()
    for phrase, meaning in _phrases():
        key = " ".join(split(phrase))
        if key:
            found.phrases.setdefault(key, meaning)
    for one in all_states():
        for name in further_names(one.code):
            found.alien.setdefault(" ".join(split(name)), ("state", one.code))
    for phrase, meaning in found.phrases.items():
        _allow_for_errors(found, phrase, meaning)
    names = [*found.phrases.items(), *found.alien.items()]
    found.in_order.extend(sorted((name, code) for name, (facet, code) in names if facet == "state"))
    return found


def _allow_for_errors(found: Lexicon, phrase: str, meaning: Meaning) -> None:
    if len(phrase) >= _SHORTEST_NAME and (meaning[0] == "state" or " " not in phrase):
        for short in (phrase, *one_letter_less(phrase)):
            found.shortened.setdefault(short, []).append(phrase)
    if meaning[0] == "state" and not phrase.isascii() and " " not in phrase:
        found.alien.setdefault(latin(phrase), meaning)
        bones = skeleton(latin(phrase))
        if len(bones) >= 3:
            found.sounds.setdefault(bones, meaning)


def _phrases() -> Iterator[tuple[str, Meaning]]:
    """Yield what names a term: States first, since a State's name is never a synonym of something else."""
    yield from ((phrase, ("rank", "central")) for phrase in _CENTRAL)
    # The one two-letter code that is written in small letters, and is no word.
    yield "uk", ("state", "GB")
    for one in all_states():
        for name in (*one.names.values(), *one.also):
            yield name, ("state", one.code)
            yield _without_article(name), ("state", one.code)
    for facet in ("function", "instrument", "kind"):
        for term in vocabulary(f"{facet}s"):
            if term.code != "other":
                yield from ((word, (facet, term.code)) for word in (*term.labels.values(), *term.synonyms))


_CENTRAL = (
    "central authority", "central authorities", "autorité centrale", "autoridad central", "центральный орган",
    "السلطة المركزية", "中央机关",
)  # fmt: skip


def _without_article(name: str) -> str:
    words = fold(name).split()
    return " ".join(words[1:] if words and words[0] in {"the", "la", "le", "les", "el", "los", "l"} else words)
