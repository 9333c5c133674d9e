"""One competent national authority, whole."""

from dataclasses import dataclass, field
from datetime import date

from directory.records.contacts import Address, Email, Phone, Website
from directory.records.designation import Designation
from directory.records.text import I18n
from directory.vocabulary.codes import StateCode

__all__ = [
    "Address",
    "AuthorityRecord",
    "ContactPerson",
    "Email",
    "NetworkMembership",
    "OutOfHours",
    "Phone",
    "Provenance",
    "Website",
]


@dataclass(frozen=True, slots=True)
class OutOfHours:
    """How the authority is reached when its office is closed: a term, and what to do in words."""

    term: str
    instruction: I18n = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ContactPerson:
    """A person at the authority; for members only, and never in a public edition."""

    name: str
    title: str = ""
    post: str = ""
    languages: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""
    consented_on: date | None = None
    left_on: date | None = None


@dataclass(frozen=True, slots=True)
class NetworkMembership:
    """A seat in a network of authorities."""

    network: str
    role: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Provenance:
    """The document that an entry rests on: its kind, number, date and SHA-256 in hexadecimal."""

    kind: str
    number: str = ""
    dated: date | None = None
    sha256: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class AuthorityRecord:
    """One entry of the directory as it travels; an import finds it again by *source* and *external_id*.

    *territory* is the ISO code where the scope is a dependent territory. *is_central_authority* is
    None where the source does not say.
    """

    state: StateCode
    names: I18n
    source: str = ""
    external_id: str = ""
    scope: str = "national"
    scope_name: I18n = field(default_factory=dict)
    territory: str = ""
    acronyms: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()
    parent_body: I18n = field(default_factory=dict)
    department: I18n = field(default_factory=dict)
    kind: str = ""
    is_central_authority: bool | None = None
    address: Address | None = None
    phones: tuple[Phone, ...] = ()
    faxes: tuple[Phone, ...] = ()
    emails: tuple[Email, ...] = ()
    websites: tuple[Website, ...] = ()
    office_hours: str = ""
    time_zone: str = ""
    closed_days: tuple[date, ...] = ()
    out_of_hours: OutOfHours | None = None
    working_languages: tuple[str, ...] = ()
    contact_persons: tuple[ContactPerson, ...] = ()
    networks: tuple[NetworkMembership, ...] = ()
    notes_public: I18n = field(default_factory=dict)
    notes_internal: str = ""
    designations: tuple[Designation, ...] = ()
    status: str = "published"
    last_confirmed_on: date | None = None
    as_of: date | None = None
    provenance: Provenance | None = None

    @property
    def name(self) -> str:
        """One name to call it by: English where there is one, else the first by language tag."""
        return self.names.get("en") or next((self.names[tag] for tag in sorted(self.names)), "")
