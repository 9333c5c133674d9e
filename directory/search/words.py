"""From a name in any script to the words under which it is found.

Everything that the index holds and everything that is typed passes through here, so both meet in one
spelling. The index itself never splits or folds: its own tokenizers know neither Han nor Thai.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from anyascii import anyascii

_LATIN_JOINERS = (
    "a al an and as at bi by d da das de degli dei del dell della den der des di die do dos du e ed el en et for from "
    "fuer für i il in l la las le les li lo los na o of on os per pour s the und v van von y za"
)
_OTHER_JOINERS = "и в по 的 و في το του της και"
JOINERS = frozenset(f"{_LATIN_JOINERS} {_OTHER_JOINERS}".split())
"""Words that join other words in names: found, but never demanded."""

_NOT_SPACED = re.compile(
    "[\u0e00-\u0eff\u0f00-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]+"
)
_HAN_ONLY = re.compile("[\u3400-\u9fff\uf900-\ufaff]+")
_SYLLABLE = re.compile(r"[A-Z][a-z]*")
_APOSTROPHES = "'’‘`´ʼʻʿʾ′"
_BY_APOSTROPHE = re.compile(f"[{_APOSTROPHES}]")
_ARABIC_ARTICLE = re.compile("^(?:ال|وال|لل|بال)(?=..)")
_LONGEST_WINDOW = 4


class _Letters(dict[int, str | None]):
    """What becomes of each character: letters, digits and vowel signs stay, all else parts words."""

    def __missing__(self, code: int) -> str | None:
        sign = chr(code)
        kept: str | None = sign if unicodedata.category(sign)[0] in "LN" else " "
        if unicodedata.category(sign)[0] == "M":
            # Accents have a combining class; vowel signs of South and South-East Asia have none.
            kept = None if unicodedata.combining(sign) else sign
        self[code] = kept
        return kept


_LETTERS = _Letters({ord(sign): None for sign in _APOSTROPHES + ".ـ"})
_LETTERS[ord("\n")] = "\n"
_LETTERS.update(
    {ord(a): b for a, b in {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"}.items()}
)
_LETTERS.update({ord("ə"): "e", ord("ة"): "ه", ord("ى"): "ي", ord("ی"): "ي", ord("ک"): "ك", ord("&"): " and "})


def fold(text: str) -> str:
    """Return *text* in small letters without accents, apostrophes, full stops and punctuation."""
    return " ".join(_letters_of(text).split())


def _letters_of(text: str) -> str:
    """Return the letters, digits, vowel signs and ends of lines of *text*, all else as spaces or left out."""
    small = text.casefold()
    if small.isascii():
        return small.translate(_LETTERS)
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKD", small).translate(_LETTERS)).translate(_LETTERS)


def is_unspaced(word: str) -> bool:
    """Whether *word* is in a script that sets no spaces between words."""
    return _NOT_SPACED.match(word) is not None


def split(text: str) -> tuple[str, ...]:
    """Return the folded words of *text*; a change between spaced and unspaced script parts words too."""
    return _split_line(_letters_of(text))


def split_each(texts: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the folded words of each text, as `split` does; together they are folded in half the time."""
    if any("\n" in text for text in texts):
        return [split(text) for text in texts]
    return [_split_line(line) for line in _letters_of("\n".join(texts)).split("\n")] if texts else []


def _split_line(letters: str) -> tuple[str, ...]:
    if letters.isascii() or not _NOT_SPACED.search(letters):
        return tuple(letters.split())
    return tuple(part for word in letters.split() for part in _parts(word))


def _parts(word: str) -> list[str]:
    marked = _NOT_SPACED.sub(lambda found: f" {found[0]} ", word)
    return marked.split()


def grams(word: str, size: int = 2) -> list[str]:
    """Return the overlapping pieces of *word*, each of *size* characters; a shorter word whole."""
    if len(word) <= size:
        return [word]
    return [word[start : start + size] for start in range(len(word) - size + 1)]


@lru_cache(maxsize=32768)
def latin(word: str) -> str:
    """Return *word* in Latin letters, folded and without spaces; empty where it was Latin before."""
    return "" if word.isascii() else fold(anyascii(word)).replace(" ", "")


_DIGRAPHS = {
    "kh": "k", "gh": "g", "ph": "f", "sh": "s", "zh": "z", "dj": "j", "ts": "s", "tz": "s", "ck": "k",
    "ch": "k", "th": "t", "dh": "d",
}  # fmt: skip
_DIGRAPH = re.compile("|".join(_DIGRAPHS))
_VOWEL = re.compile("[aeiouywh]")
_DOUBLED = re.compile(r"(.)\1+")
_ONE_SOUND = str.maketrans("qcvjxp", "kkfgkf")


@lru_cache(maxsize=32768)
def skeleton(latin_word: str) -> str:
    """Return the consonants of a Latin word, roughly as they sound: `wizārat`, `wezarat` and `wzrt` are one.

    Romanisations of Arabic, Hebrew, Thai or Hindi differ in vowels and digraphs first.
    """
    short = _DIGRAPH.sub(lambda found: _DIGRAPHS[found[0]], latin_word)
    return _DOUBLED.sub(r"\1", _VOWEL.sub("", short)).translate(_ONE_SOUND)


def name_words(text: str, parts: tuple[str, ...]) -> list[str]:
    """Return every word under which the name *text* is found, in its own script and in Latin letters.

    *parts* is what `split` made of it. A word may come twice.
    """
    if text.isascii() and "'" not in text:
        return list(parts)
    found: list[str] = []
    for word in parts:
        if word.isascii():
            found.append(word)
        else:
            found.extend(_forms(word))
    if _BY_APOSTROPHE.search(text):
        # "dell'Interno" is typed as one word by some, as two by others.
        found.extend(word for part in _BY_APOSTROPHE.split(text) for word in split(part))
    return found


@lru_cache(maxsize=32768)
def _forms(word: str) -> tuple[str, ...]:
    if is_unspaced(word):
        return (word, *grams(word), *word, *_syllables(word))
    bare = _ARABIC_ARTICLE.sub("", word)
    return tuple(form for form in dict.fromkeys((word, bare, latin(word), latin(bare))) if form)


def _syllables(word: str) -> list[str]:
    """Return the romanised syllables of *word*, joined as people join them: one to four at a time."""
    syllables = [fold(one) for one in _SYLLABLE.findall(anyascii(word))]
    if len(syllables) != len(word):
        return [latin(word)]
    longest = _LONGEST_WINDOW if _HAN_ONLY.fullmatch(word) else 2
    return [
        "".join(syllables[start : start + size])
        for size in range(1, longest + 1)
        for start in range(len(syllables) - size + 1)
    ]


def name_sounds(parts: tuple[str, ...], tag: str) -> list[str]:
    """Return the consonant skeletons of a name with the folded words *parts* and the language *tag*.

    Only romanised words have them: where the spelling is the name's own, it is the spelling that counts.
    """
    published = tag.endswith("-Latn")
    wanted = parts if published else [word for word in parts if not word.isascii()]
    return [sound for word in wanted for sound in _sounds(word) if sound]


@lru_cache(maxsize=32768)
def _sounds(word: str) -> tuple[str, ...]:
    if is_unspaced(word):
        return tuple(grams(skeleton(latin(word)), 3))
    bare = latin(_ARABIC_ARTICLE.sub("", word))
    return tuple(skeleton(form) for form in {latin(word) or word, bare} if form)


def whole_key(words: tuple[str, ...] | list[str]) -> str:
    """Return one key for a whole name: its words without the joining ones, in alphabetical order."""
    return " ".join(sorted(word for word in words if word not in JOINERS) or words)
