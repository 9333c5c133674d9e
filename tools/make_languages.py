"""Make the data file of languages from the published CLDR list beside the project.

Run from the root of the checkout: `python -m tools.make_languages`. Every language that has a
two-letter code, and every one that a State uses, gets its names in six languages; its own name and
those in Portuguese and German are its synonyms.
"""

import json
from collections import Counter

from babel import Locale, UnknownLocaleError

from directory.vocabulary.codes import UN_LANGUAGES
from directory.vocabulary.folding import fold
from directory.vocabulary.states import all_states
from tools.make_states import LISTS, Entry, write_file

ALSO_KEPT = frozenset({"yue", "zh-Hans", "zh-Hant", "pt-BR", "es-419", "ckb", "prs", "fa-AF", "sr-Latn", "arn", "quc"})
# CLDR has no Montenegrin; the names are those of the constitution of that State and of the United Nations.
WANTING = {
    "cnr": {
        "ar": "لغة الجبل الأسود",
        "zh": "黑山语",
        "en": "Montenegrin",
        "fr": "monténégrin",
        "ru": "черногорский",
        "es": "montenegrino",
    },
}
# What people write for languages whose listed name is another.
FURTHER = {
    "el": ["Modern Greek"], "fa": ["Farsi"], "he": ["Ivrit"], "nb": ["Bokmål"], "zh": ["Mandarin", "Putonghua"],
    "es": ["Castilian", "castellano"], "ro": ["Moldovan", "Moldavian"], "fil": ["Tagalog"], "my": ["Myanmar"],
    "cnr": ["crnogorski"],
}  # fmt: skip


def main() -> None:
    """Write languages.json."""
    cldr = json.loads((LISTS / "cldr48_languages_9lang.json").read_text("utf-8"))
    used = {tag for state in all_states() for tag in state.languages}
    tags = sorted({tag for tag in cldr if len(tag) == 2} | used | (ALSO_KEPT & cldr.keys()))
    missing = used - cldr.keys() - WANTING.keys()
    if missing:
        raise SystemExit(f"The published list lacks {sorted(missing)}; add their names to WANTING.")
    write_file("languages.json", _unambiguous([_language(tag, cldr.get(tag) or WANTING[tag]) for tag in tags]))


def _language(tag: str, names: dict[str, str]) -> Entry:
    labels = {language: names[language] for language in UN_LANGUAGES}
    candidates = [_own_name(tag), *FURTHER.get(tag, ()), names.get("pt", ""), names.get("de", "")]
    known = {fold(label) for label in labels.values()}
    synonyms = {fold(name): name for name in candidates if name and fold(name) not in known}
    return {"code": tag, "labels": labels, "synonyms": list(synonyms.values())}


def _unambiguous(languages: list[Entry]) -> list[Entry]:
    """Drop each synonym that another language is called by, or claims too."""
    taken = {fold(label) for language in languages for label in (language["code"], *language["labels"].values())}
    claims = Counter(fold(name) for language in languages for name in language["synonyms"])
    for language in languages:
        language["synonyms"] = [
            name for name in language["synonyms"] if claims[fold(name)] == 1 and fold(name) not in taken
        ]
    return languages


def _own_name(tag: str) -> str:
    try:
        locale = Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return ""
    # CLDR answers for some languages with another: Serbian for Montenegrin.
    return (locale.get_language_name() or "") if locale.language == tag.partition("-")[0] else ""


if __name__ == "__main__":
    main()
