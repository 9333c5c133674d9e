"""What the fields of an entry are called, for changes and for lists of what is missing."""

import re

from flask_babel import gettext

from directory.vocabulary.terms import label, language_name

N_ = str
"""Marks a text that is translated where it is shown."""

_FIELDS = {
    "state": N_("State"),
    "names": N_("Name"),
    "scope": N_("Territorial scope"),
    "scope_name": N_("Territory"),
    "territory": N_("Territory"),
    "acronyms": N_("Acronyms"),
    "other_names": N_("Other names"),
    "parent_body": N_("Parent body"),
    "department": N_("Department"),
    "kind": N_("Kind of authority"),
    "is_central_authority": N_("Central authority"),
    "address": N_("Address"),
    "address.city": N_("City"),
    "address.country": N_("Country of the address"),
    "phones": N_("Telephone"),
    "faxes": N_("Fax"),
    "emails": N_("E-mail"),
    "websites": N_("Website"),
    "office_hours": N_("Office hours"),
    "time_zone": N_("Time zone"),
    "closed_days": N_("Closed days"),
    "out_of_hours": N_("Out of hours"),
    "working_languages": N_("Working languages"),
    "networks": N_("Networks"),
    "notes_public": N_("Notes"),
    "status": N_("Status"),
    "designations": N_("Designation"),
    "languages_accepted": N_("Languages accepted"),
    "channels_accepted": N_("Channels"),
    "formats_accepted": N_("Formats"),
    "legal_basis_use": N_("Legal basis"),
    "legal_basis_text": N_("Legal basis, condition"),
    "interpol_acceptance": N_("INTERPOL"),
    "legalisation": N_("Legalisation"),
    "documents_required": N_("Documents required"),
    "urgent_procedure": N_("Urgent procedure"),
    "typical_duration_days": N_("Usual duration"),
    "notified_on": N_("Notified"),
    "depositary_ref": N_("Depositary reference"),
}
_NUMBERED = re.compile(r"\[\d+\]")


def field_name(path: str, language: str = "en") -> str:
    """Return what the field at *path* is called, as in `names.fr` or `designations/extradition/untoc/16/channels`."""
    if path.startswith("designations/"):
        return _of_designation(path, language)
    plain = _NUMBERED.sub("", path)
    if plain in _FIELDS:
        return _word(plain)
    first, _, rest = plain.partition(".")
    if first == "designations" and rest:
        return _word(rest)
    if first == "address":
        return _word("address")
    return f"{_word(first)} ({language_name(rest, language)})" if rest else _word(first)


def _of_designation(path: str, language: str) -> str:
    _, function, instrument, article, *rest = path.split("/")
    name = f"{label('functions', function, language)}, {instrument.upper()} {article}".strip()
    return f"{name}: {_word(rest[0])}" if rest else f"{_word('designations')}: {name}"


def _word(field: str) -> str:
    known = _FIELDS.get(field)
    return str(gettext(known)) if known else field.replace("_", " ")
