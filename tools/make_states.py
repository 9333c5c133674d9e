"""Make the data files of States, territories and languages from the published lists beside the project.

Run from the root of the checkout: `python -m tools.make_states`. The files are committed; this runs
again when a list has changed. What the lists lack or have wrong is in the tables `*_by_hand.tsv`.
"""

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from directory.vocabulary.codes import UN_LANGUAGES
from directory.vocabulary.folding import fold

ROOT = Path(__file__).resolve().parent.parent
LISTS = ROOT.parent / "shared" / "data" / "vocabularies"
FILES = ROOT / "directory" / "vocabulary" / "files"

UNTERM = {"ar": "Arabic", "zh": "Chinese", "en": "English", "fr": "French", "ru": "Russian", "es": "Spanish"}
NOT_MEMBERS = {"CK", "NU"}
# The published list has no UNTERM names for these two, and one name with a blank too few.
MISSING_NAMES = {
    "CI": {"ar": "كوت ديفوار", "zh": "科特迪瓦", "ru": "Кот-д'Ивуар"}
    | dict.fromkeys(("en", "fr", "es"), "Côte d'Ivoire"),
    "TR": {"ar": "تركيا", "zh": "土耳其", "ru": "Турция"} | dict.fromkeys(("en", "fr", "es"), "Türkiye"),
}
CORRECTED_NAMES = {("TL", "ar"): "تيمور - ليشتي"}
# Where the first zone of the time zone table is not that of the seat of government.
SEAT_ZONES = {
    "AU": "Australia/Sydney", "BR": "America/Sao_Paulo", "CA": "America/Toronto", "FM": "Pacific/Pohnpei",
    "PS": "Asia/Hebron", "RU": "Europe/Moscow", "UA": "Europe/Kyiv", "UZ": "Asia/Tashkent",
}  # fmt: skip
FURTHER_CODES = {
    "GB": ["UK"], "GR": ["EL"], "MM": ["BU", "BUR"], "TL": ["TP", "TMP"], "CD": ["ZR", "ZAR"], "BJ": ["DY"],
    "BF": ["HV"], "ZW": ["RH"], "RO": ["ROM"],
}  # fmt: skip
_MARKS = re.compile(r"[\s*]+$")
_ARTICLE = re.compile(r"\s*\((?:the|l[ea']|les|el|las?|los)\)$")
_LEADING_ARTICLE = re.compile(r"^(?:the|l[ea]s?|el|los)\s+|^l['’]")

Row = dict[str, str]
Entry = dict[str, Any]


def main() -> None:
    """Write states.json, state_names.json, territories.json and languages.json."""
    rows = {row["ISO3166-1-Alpha-2"]: row for row in _csv("country-codes.csv")}
    cldr = _by_territory(json.loads((LISTS / "cldr48_territories_9lang.json").read_text("utf-8")))
    zones = _zones()
    states = [_state(rows[hand[0]], hand, cldr, zones) for hand in _by_hand("states_by_hand.tsv")]
    territories = [_territory(rows[hand[0]], hand, cldr, zones) for hand in _by_hand("territories_by_hand.tsv")]
    states.sort(key=lambda entry: entry["code"])
    territories.sort(key=lambda entry: entry["code"])
    taken = _taken([*states, *territories])
    for entry in (*states, *territories):
        own = {fold(name) for name in entry["names"].values()}
        entry["also"] = [
            name for name in entry["also"] if taken[fold(name)] == {entry["code"]} and fold(name) not in own
        ]
    write_file("states.json", {"regions": _regions(), "states": states})
    write_file("territories.json", territories)
    write_file("state_names.json", _further_names({entry["code"] for entry in states}, taken))


def _csv(name: str) -> Iterator[Row]:
    with (LISTS / name).open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def _by_hand(name: str) -> Iterator[list[str]]:
    for line in (ROOT / "tools" / name).read_text("utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


def _by_territory(cldr: dict[str, Row]) -> dict[str, list[str]]:
    """Collect the CLDR names in nine languages of each code, with the short and other variants of each."""
    names: dict[str, list[str]] = defaultdict(list)
    for code, texts in cldr.items():
        names[code.partition("-")[0]] += texts.values()
    return names


def _zones() -> dict[str, list[str]]:
    zones: dict[str, list[str]] = defaultdict(list)
    for line in (LISTS / "tzdb_2026" / "zone.tab").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            code, _, zone = line.split("\t")[:3]
            zones[code].append(zone)
    return zones


def _clean(name: str) -> str:
    return _ARTICLE.sub("", _MARKS.sub("", name)).strip()


def _un_names(row: Row) -> Row:
    code = row["ISO3166-1-Alpha-2"]
    if code in MISSING_NAMES:
        return {tag: MISSING_NAMES[code][tag] for tag in UN_LANGUAGES}
    names = {tag: _clean(row[f"UNTERM {UNTERM[tag]} Short"]) for tag in UN_LANGUAGES}
    return names | {tag: name for (of, tag), name in CORRECTED_NAMES.items() if of == code}


def _state(row: Row, hand: list[str], cldr: dict[str, list[str]], zones: dict[str, list[str]]) -> Entry:
    code, seat, languages, further = hand
    formal = [_LEADING_ARTICLE.sub("", row[f"UNTERM {UNTERM[tag]} Formal"]) for tag in UN_LANGUAGES]
    seat_zone = SEAT_ZONES.get(code, zones[code][0])
    return {
        "code": code,
        "alpha3": row["ISO3166-1-Alpha-3"],
        "m49": row["M49"].zfill(3),
        "names": _un_names(row),
        "region": row["Region Code"].zfill(3),
        "subregion": row["Sub-region Code"].zfill(3),
        "intermediate": row["Intermediate Region Code"].zfill(3) if row["Intermediate Region Code"] else "",
        "seat": seat,
        "languages": languages.split(","),
        "time_zones": [seat_zone, *(zone for zone in zones[code] if zone != seat_zone)],
        "telephone_code": _telephone_code(row["Dial"]),
        "further_codes": FURTHER_CODES.get(code, []),
        "also": _distinct([*further.split(";"), *formal, *_official(row), *cldr[code]]),
    }


def _telephone_code(dial: str) -> str:
    first = dial.partition(",")[0]
    # The list gives the Holy See the area code of Rome, Pitcairn that of satellites, and Serbia a letter.
    return {"39-06": "39", "870": "64"}.get(first) or re.sub(r"\D", "", first)


def _official(row: Row) -> list[str]:
    return [row[f"official_name_{tag}"] for tag in ("ar", "cn", "en", "fr", "ru", "es")] + [row["CLDR display name"]]


def _territory(row: Row, hand: list[str], cldr: dict[str, list[str]], zones: dict[str, list[str]]) -> Entry:
    code, state, further, corrections = hand
    published = dict(
        zip(UN_LANGUAGES, (row[f"official_name_{tag}"] for tag in ("ar", "cn", "en", "fr", "ru", "es")), strict=True)
    )
    corrected = dict(part.split("=", 1) for part in corrections.split(";") if part)
    return {
        "code": code,
        "alpha3": row["ISO3166-1-Alpha-3"],
        "m49": row["M49"].zfill(3),
        "state": state,
        "names": published | corrected,
        "time_zones": zones[code],
        "telephone_code": _telephone_code(row["Dial"]),
        "also": _distinct([*further.split(";"), *cldr[code], row["CLDR display name"]]),
    }


def _distinct(names: Iterable[str]) -> list[str]:
    """Keep the first of each spelling, in order."""
    kept: dict[str, str] = {}
    for name in names:
        if _is_name(name):
            kept.setdefault(fold(name), name.strip())
    return list(kept.values())


def _is_name(name: str) -> bool:
    """Whether *name* is long enough not to be taken for a code: RU is no name of the Reino Unido."""
    return len(fold(name)) > (2 if fold(name).isascii() else 1)


def _taken(entries: list[Entry]) -> dict[str, set[str]]:
    """Say which codes lay claim to each spelling; a United Nations name goes before any other."""
    official: dict[str, set[str]] = defaultdict(set)
    claims: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        for name in entry["names"].values():
            official[fold(name)].add(entry["code"])
        for name in entry["also"]:
            claims[fold(name)].add(entry["code"])
    for spelling, codes in claims.items():
        if len(codes) > 1 and spelling not in official:
            print(f"left out, claimed by {sorted(codes)}: {spelling}")
    return claims | official


def _further_names(states: set[str], taken: dict[str, set[str]]) -> dict[str, list[str]]:
    """Collect the names in many scripts and languages that no other State or territory claims."""
    claims: dict[str, set[str]] = defaultdict(set)
    names: dict[str, list[str]] = {}
    for line in (LISTS / "rigour_territories.jsonl").read_text("utf-8").splitlines():
        place = json.loads(line)
        code = place["code"].upper()
        listed = _distinct([*place.get("names_strong", ()), *place.get("names_weak", ()), place.get("full_name", "")])
        for name in listed:
            claims[fold(name)].add(code)
        if code in states:
            names[code] = listed
    return {
        code: [name for name in names[code] if fold(name) not in taken and claims[fold(name)] == {code}]
        for code in sorted(names)
    }


def _regions() -> dict[str, Row]:
    regions: dict[str, Row] = defaultdict(dict)
    for tag, file in zip(UN_LANGUAGES, ("ar", "cn", "en", "fr", "ru", "es"), strict=True):
        for row in _csv(f"unsd_m49/UNSD-{file}.csv"):
            for level in ("Region", "Sub-region", "Intermediate Region"):
                if row[f"{level} Code"]:
                    regions[row[f"{level} Code"]][tag] = row[f"{level} Name"]
    return dict(sorted(regions.items()))


def write_file(name: str, content: object) -> None:
    """Write *content* as one of the data files, one line to each short object."""
    text = json.dumps(content, ensure_ascii=False, indent=1)
    # Short lists and objects on one line each, so that a change of one State is a change of one place.
    text = re.sub(r"\[\n\s+([^\[\]{}]*?)\n\s+\]", lambda match: "[" + re.sub(r"\n\s+", " ", match[1]) + "]", text)
    text = re.sub(r"\{\n\s+([^{}]*?)\n\s+\}", _joined, text)
    (FILES / name).write_text(text + "\n", "utf-8")


def _joined(match: re.Match[str]) -> str:
    return match[0] if '"code"' in match[1] else "{" + re.sub(r"\n\s+", " ", match[1]) + "}"


if __name__ == "__main__":
    main()
