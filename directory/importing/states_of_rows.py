"""Which State a row belongs to, and which language its texts are in when nothing says so."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from directory.importing.drafting import Draft
from directory.vocabulary.states import find_state, find_territory, state, why_no_state
from directory.vocabulary.terms import vocabulary

UNDETERMINED = "und"
_SCRIPTS = {
    "ARABIC": {"ar", "fa", "ur", "ps", "ckb", "sd", "ug", "ku"},
    "CYRILLIC": {"ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "tg", "mn", "bs", "cnr"},
    "GREEK": {"el"},
    "CJK": {"zh", "ja"},
    "HIRAGANA": {"ja"},
    "KATAKANA": {"ja"},
    "HANGUL": {"ko"},
    "HEBREW": {"he"},
    "THAI": {"th"},
    "LAO": {"lo"},
    "KHMER": {"km"},
    "MYANMAR": {"my"},
    "ARMENIAN": {"hy"},
    "GEORGIAN": {"ka"},
    "ETHIOPIC": {"am", "ti"},
    "BENGALI": {"bn"},
    "DEVANAGARI": {"hi", "ne", "mr"},
    "SINHALA": {"si"},
    "TAMIL": {"ta"},
    "THAANA": {"dv"},
    "TIBETAN": {"dz"},
}
_NOT_LATIN = frozenset(tag for tags in _SCRIPTS.values() for tag in tags)


@dataclass(frozen=True, slots=True)
class Place:
    """The State that a text names, with its languages; a territory of it; or the reason why it names none."""

    state: str = ""
    territory: str = ""
    languages: tuple[str, ...] = ()
    reason: str = ""


@lru_cache(maxsize=2048)
def place_of(text: str) -> Place:
    """Return the State or territory that *text* names, by code or by any name."""
    found = find_state(text)
    if found is not None:
        return Place(found.code, "", found.languages)
    territory = find_territory(text)
    if territory is not None:
        owner = state(territory.state)
        return Place(territory.state, territory.code, owner.languages if owner else ())
    return Place(reason=why_no_state(text))


def undetermined_language(draft: Draft, text: str, language: str) -> str:
    """Return the tag under which *text* is kept: *language*, or what script and State leave no doubt about.

    `original` stands for the State's own language and `latin` for its romanised form.
    """
    if language not in {"", "original", "latin"}:
        return language
    if not language and draft.rules.language:
        return draft.rules.language
    own = _own_language(_script(text), draft.languages)
    if language == "latin":
        base = draft.languages[0] if draft.languages else UNDETERMINED
        return f"{base}-Latn"
    return own


@lru_cache(maxsize=2048)
def _own_language(script: str, languages: tuple[str, ...]) -> str:
    """Return the one language of a State that is written in *script*; undetermined if there are several."""
    tags = _SCRIPTS.get(script)
    if tags is None:
        fitting = [tag for tag in languages if tag.partition("-")[0] not in _NOT_LATIN]
        # Latin letters where the State writes otherwise: a translation or a romanised form, nobody says which.
        only = len(fitting) == 1 and len(languages) == 1
    else:
        fitting = [tag for tag in languages if tag.partition("-")[0] in tags]
        only = len(fitting) == 1
        if not fitting and len(tags) == 1:
            return next(iter(tags))
    return fitting[0] if only and fitting[0].partition("-")[0] in vocabulary("languages") else UNDETERMINED


def _script(text: str) -> str:
    """Return the script of the first letter that is not Latin; `LATIN` if there is none."""
    if text.isascii():
        return "LATIN"
    for sign in text:
        if sign > "\u024f" and sign.isalpha():
            return unicodedata.name(sign, "LATIN").partition(" ")[0]
    return "LATIN"
