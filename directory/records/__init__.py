"""The whole directory entry as values that travel: frozen, comparable, with one plain form for JSON."""

from directory.records.authority import (
    Address,
    AuthorityRecord,
    ContactPerson,
    Email,
    NetworkMembership,
    OutOfHours,
    Phone,
    Provenance,
    Website,
)
from directory.records.completeness import incomplete_fields, is_storable
from directory.records.designation import (
    AcceptedFormat,
    AcceptedLanguage,
    Answer,
    Designation,
    Duration,
    RequiredDocument,
    UrgentProcedure,
)
from directory.records.plain import from_dict, from_json, to_dict, to_json
from directory.records.text import I18n
from directory.vocabulary.codes import StateCode

__all__ = [
    "AcceptedFormat",
    "AcceptedLanguage",
    "Address",
    "Answer",
    "AuthorityRecord",
    "ContactPerson",
    "Designation",
    "Duration",
    "Email",
    "I18n",
    "NetworkMembership",
    "OutOfHours",
    "Phone",
    "Provenance",
    "RequiredDocument",
    "StateCode",
    "UrgentProcedure",
    "Website",
    "from_dict",
    "from_json",
    "incomplete_fields",
    "is_storable",
    "to_dict",
    "to_json",
]
