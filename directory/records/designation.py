"""What one authority does under one article of one instrument, and what it insists on."""

from dataclasses import dataclass, field
from datetime import date

from directory.records.contacts import Address, Email, Phone
from directory.records.text import I18n


@dataclass(frozen=True, slots=True)
class AcceptedLanguage:
    """A language in which requests are taken (BCP 47), and whether a translation must come along."""

    language: str
    translation_required: bool = False
    certified: bool = False


@dataclass(frozen=True, slots=True)
class AcceptedFormat:
    """A form in which requests are taken; an e-signed one names the type of signature."""

    format: str
    signature_type: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """Yes, no or conditional, and the condition in words."""

    answer: str
    text: I18n = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class UrgentProcedure:
    """What to do when it is urgent, and the telephone number or e-mail address to use."""

    text: I18n
    contact: str = ""


@dataclass(frozen=True, slots=True)
class RequiredDocument:
    """One item of the checklist for one measure."""

    text: I18n
    measure: str = ""


@dataclass(frozen=True, slots=True)
class Duration:
    """How many days a request usually takes, as the authority itself says, and when it said so."""

    shortest: int
    longest: int
    declared_on: date | None = None


@dataclass(frozen=True, slots=True)
class Designation:
    """One function under one instrument and article; contacts given here go before the authority's own.

    *instrument_text* and *function_text* hold the words of the source where the term is "other".
    """

    function: str
    instrument: str
    article: str = ""
    function_text: str = ""
    instrument_text: str = ""
    legal_basis_use: str = ""
    legal_basis_text: I18n = field(default_factory=dict)
    languages_accepted: tuple[AcceptedLanguage, ...] = ()
    channels_accepted: tuple[str, ...] = ()
    interpol_acceptance: str = ""
    formats_accepted: tuple[AcceptedFormat, ...] = ()
    electronic_transmission: Answer | None = None
    e_signature: Answer | None = None
    videoconference: Answer | None = None
    legalisation: str = ""
    urgent_procedure: UrgentProcedure | None = None
    documents_required: tuple[RequiredDocument, ...] = ()
    dual_criminality: Answer | None = None
    use_limitation: Answer | None = None
    minimum_threshold: Answer | None = None
    typical_duration_days: Duration | None = None
    notified_on: date | None = None
    depositary_ref: str = ""
    address: Address | None = None
    phones: tuple[Phone, ...] = ()
    faxes: tuple[Phone, ...] = ()
    emails: tuple[Email, ...] = ()
    status: str = "published"
    last_confirmed_on: date | None = None

    @property
    def key(self) -> tuple[str, str, str]:
        """The triple that names a designation within its authority."""
        return self.function, self.instrument, self.article
