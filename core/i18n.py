"""The languages of the interface, and which one a request gets."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language of the interface; *comma* stands between the parts of a list."""

    code: str
    name: str
    direction: str
    comma: str = ", "


TONGUES = {
    "en": Tongue("en", "English", "ltr"),
    "ar": Tongue("ar", "العربية", "rtl", "، "),
}
DEFAULT = TONGUES["en"]
COOKIE = "language"
OFFICIAL = ("ar", "zh", "en", "fr", "ru", "es")
"""The six official languages of the United Nations, in which the directory's terms are kept."""


def in_tongue(texts: dict[str, str], code: str) -> str:
    """Return the text for the language *code*; failing that English, failing that any."""
    return texts.get(code) or texts.get("en") or next(iter(texts.values()), "")
