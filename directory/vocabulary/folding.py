"""One spelling for many: how words are made equal before they are compared."""

import re
import unicodedata

_LETTERS = str.maketrans(
    {
        "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ə": "e",
        "ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ـ": None,
    }
)  # fmt: skip
_APOSTROPHES = re.compile("['’‘`´ʼʻʿʾ′.]")
_BETWEEN_WORDS = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Return *text* without case, accents, Arabic letter variants, apostrophes, full stops or punctuation.

    Words stay apart by one space: `Côte d’Ivoire` and `COTE D'IVOIRE` both become `cote divoire`.
    """
    letters = text.casefold()
    if "&" in letters:
        letters = letters.replace("&", " and ")
    if not letters.isascii():
        letters = _without_marks(letters).translate(_LETTERS)
    return _BETWEEN_WORDS.sub(" ", _APOSTROPHES.sub("", letters)).strip()


def _without_marks(text: str) -> str:
    # Vowel signs of South and South-East Asian scripts have class 0 and stay: without them words would merge.
    marked = unicodedata.normalize("NFKD", text)
    return unicodedata.normalize("NFC", "".join(sign for sign in marked if not unicodedata.combining(sign)))
