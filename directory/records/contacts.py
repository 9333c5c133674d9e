"""Where an authority is reached: addresses, telephones, e-mail, pages on the web."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address; *country* is an ISO 3166-1 alpha-2 code, of a State or of a dependent territory."""

    lines: tuple[str, ...] = ()
    city: str = ""
    region: str = ""
    postal_code: str = ""
    country: str = ""
    as_supplied: str = ""


@dataclass(frozen=True, slots=True)
class Phone:
    """A telephone or fax number: *e164* such as `+41225550123`, empty where the text gave none."""

    e164: str = ""
    extension: str = ""
    label: str = ""
    urgent_only: bool = False
    as_supplied: str = ""


@dataclass(frozen=True, slots=True)
class Email:
    """An e-mail address with its label: general, urgent or duty."""

    address: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Website:
    """A page on the web, http or https only, and the language it is written in."""

    url: str
    language: str = ""
