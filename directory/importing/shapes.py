"""What some lists need before their columns can be read: one function a list, from a row to our own fields.

A shape takes a row (column → text, or any JSON value) and returns our fields (`name:en`, `phones` …) with
the text of each. What it cannot use it leaves out.
"""

import re
from collections.abc import Callable, Mapping

Row = Mapping[str, object]
Shaped = dict[str, str]
Shape = Callable[[Row], Shaped]

_CONTACTS = re.compile(r"\s*\|\s*(?=(?:Tél|Fax|Adresse)\s*:)")
_POSTAL = re.compile(r"(?P<lines>.*?)[,\s]+(?P<code>\d{5,6})\s*,\s*(?P<city>[^,]+)$", re.DOTALL)


def text_of(value: object) -> str:
    """Return a JSON value as the text of a cell; lists are joined by semicolons."""
    if value is None or value is False:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "; ".join(text for text in map(text_of, value) if text)
    if isinstance(value, dict):
        return ""
    return str(value)


def _pick(row: Row, fields: Mapping[str, str]) -> Shaped:
    shaped = {}
    for column, name in fields.items():
        text = text_of(row.get(column))
        if text:
            shaped[name] = text
    return shaped


def _names(values: object) -> Shaped:
    """Return names that carry a language and a type: the first label of a language is a name, the rest are others."""
    shaped: Shaped = {}
    others: list[str] = []
    acronyms: list[str] = []
    for one in values if isinstance(values, list) else ():
        value = text_of(one.get("value")) if isinstance(one, dict) else ""
        if not value:
            continue
        types = one.get("types") or [one.get("type")]
        key = f"name:{one.get('lang') or 'und'}"
        if "acronym" in types:
            acronyms.append(value)
        elif "label" in types and key not in shaped:
            shaped[key] = value
        else:
            others.append(value)
    if others:
        shaped["other_names"] = "\n".join(others)
    if acronyms:
        shaped["acronyms"] = "; ".join(dict.fromkeys(acronyms))
    return shaped


def ror(row: Row) -> Shaped:
    """Read one organization of the Research Organization Registry."""
    shaped = _pick(row, {"id": "external_id", "country": "state", "city": "city", "website": "websites"})
    shaped |= _names(row.get("names"))
    return _with_name(shaped, row)


def _with_name(shaped: Shaped, row: Row) -> Shaped:
    """Return *shaped* with the row's own name, unless it is among the names already."""
    name = text_of(row.get("name"))
    if name and name not in {text for key, text in shaped.items() if key.startswith("name:")}:
        key = "other_names" if "name:und" in shaped else "name:und"
        shaped[key] = "\n".join(filter(None, (shaped.get(key), name)))
    return shaped


_MERGED = {
    "seed_id": "external_id", "country": "state", "acronym": "acronyms", "kind": "kind", "address": "address",
    "city": "city", "phone": "phones", "fax": "faxes", "email": "emails", "website": "websites",
    "languages": "working_languages", "functions": "functions", "instrument": "instruments",
    "remarks": "notes_public:en", "as_of": "as_of", "host_country": "address_country",
}  # fmt: skip


def merged(row: Row) -> Shaped:
    """Read one record of the merged list."""
    shaped = _pick(row, _MERGED)
    source = text_of(row.get("source"))
    if source.startswith("http"):
        shaped["document_url"] = source
    parent = text_of(row.get("parent"))
    # A parent in publicbodies is a reference, not a name.
    if parent and not re.match(r"[a-z]{2}/", parent):
        shaped["parent_body"] = parent
    if row.get("names"):
        shaped |= {key: text for key, text in _names(row["names"]).items() if key not in shaped}
        return _with_name(shaped, row)
    name = text_of(row.get("name"))
    if name:
        english = row.get("kind") in {"diplomatic-mission", "competent-national-authority"}
        shaped["name:en" if english else "name"] = name
    return shaped


def missions(row: Row) -> Shaped:
    """Read one diplomatic mission: an authority of the State that sends it, at an address in another."""
    shaped = _pick(
        row,
        {
            "operator": "state", "country": "address_country", "city": "city", "address": "address",
            "website": "websites",
        },
    )  # fmt: skip
    shaped["external_id"] = text_of(row.get("qid") or row.get("QID")).rpartition("/")[2]
    shaped["phones"] = text_of(row.get("phone")).replace("|", "; ")
    shaped["emails"] = text_of(row.get("email")).replace("mailto:", "").replace("|", "; ")
    shaped["kind"] = "foreign affairs"
    kind = text_of(row.get("type")) or "diplomatic mission"
    operator = text_of(row.get("operator"))
    place = shaped.get("city") or shaped.get("address_country", "")
    if operator:
        shaped["name:en"] = f"{kind[:1].upper()}{kind[1:]} of {operator}" + (f" in {place}" if place else "")
    return {key: text for key, text in shaped.items() if text}


def french_courts(row: Row) -> Shaped:
    """Read one row of the French annuaire: address, telephone and fax stand in one cell."""
    shaped = _pick(
        row,
        {
            "#id": "external_id", "Identifiant": "external_id", "name": "name", "Nom": "name",
            "request_email": "emails", "Courriel": "emails", "home_page": "websites", "Site": "websites",
            "tag_string": "kind", "Catégorie": "kind",
        },
    )  # fmt: skip
    notes = text_of(row.get("notes") or row.get("Coordonnées"))
    for part in _CONTACTS.split(notes):
        label, _, text = part.partition(":")
        if label.strip() == "Tél":
            shaped["phones"] = text.strip()
        elif label.strip() == "Fax":
            shaped["faxes"] = text.strip()
        elif label.strip() == "Adresse":
            shaped |= _french_address(text.strip())
    return shaped


def _french_address(text: str) -> Shaped:
    found = _POSTAL.match(text)
    if found is None:
        return {"address": text}
    return {"address": text, "postal_code": found["code"], "city": found["city"].strip()}


def data_protection(row: Row) -> Shaped:
    """Read one supervisory authority for data protection."""
    shaped = _pick(
        row,
        {
            "slug": "external_id", "name": "name", "address": "address", "phone": "phones", "fax": "faxes",
            "email": "emails", "web": "websites", "complaint-language": "working_languages",
        },
    )  # fmt: skip
    countries = row.get("relevant-countries")
    if isinstance(countries, list) and countries:
        shaped["state"] = str(countries[0]).upper()
    shaped["kind"] = "other"
    return shaped


def operators(row: Row) -> Shaped:
    """Read one operator of the name suggestion index; its State is that of the one place where it works."""
    tags = row.get("tags")
    tags = tags if isinstance(tags, dict) else {}
    shaped = {"external_id": text_of(row.get("id")), "kind": text_of(row.get("category")).rpartition("/")[2]}
    for key, value in tags.items():
        base, _, language = str(key).partition(":")
        if base == "operator" and language not in {"wikidata", "short", "wikipedia", "type"}:
            shaped[f"name:{language}" if language else "name"] = text_of(value)
    if tags.get("operator:short"):
        shaped["acronyms"] = text_of(tags["operator:short"])
    places = row.get("locationSet")
    included = places.get("include") if isinstance(places, dict) else None
    codes = {str(place)[:2].upper() for place in included} if isinstance(included, list) else set()
    if len(codes) == 1:
        shaped["state"] = codes.pop()
    elif included:
        shaped["state"] = " ".join(map(str, included))[:60]
    return {key: text for key, text in shaped.items() if text}


SHAPES: dict[str, Shape] = {
    "ror": ror,
    "merged": merged,
    "missions": missions,
    "french-courts": french_courts,
    "data-protection": data_protection,
    "operators": operators,
}

_CONTACT = frozenset({"kind", "address", "phones", "faxes", "emails", "websites"})
COVERED: dict[str, frozenset[str]] = {
    "ror": frozenset({"acronyms", "address", "websites"}),
    "merged": _CONTACT | {"acronyms", "working_languages", "parent_body", "notes_public", "as_of", "designations"},
    "missions": _CONTACT - {"faxes"},
    "french-courts": _CONTACT,
    "data-protection": _CONTACT | {"working_languages"},
    "operators": frozenset({"acronyms", "kind"}),
}
"""The fields of an entry about which each of these lists speaks."""
