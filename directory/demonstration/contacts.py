"""Where the bodies of the demonstration would be reached, if they were real.

Domains end in `.example` (RFC 2606). Numbers lie in 555 01xx, which the North American plan keeps for
fiction; elsewhere 000 goes before, with which no number begins. Nobody is written to or called by mistake.
"""

from dataclasses import dataclass

from directory.demonstration.drawing import Draws
from directory.demonstration.offices import Office
from directory.demonstration.phrases import place, read_file, text
from directory.records import Address, Email, OutOfHours, Phone, Website
from directory.vocabulary.states import State

SLUGS = {
    "ministry-of-justice": "justice",
    "prosecution": "prosecution",
    "court": "court",
    "foreign-affairs": "foreign",
    "interior-or-police": "police",
    "maritime": "coastguard",
    "customs": "customs",
    "fiu": "fiu",
    "anti-corruption": "integrity",
    "cultural-property": "heritage",
}
STREETS = ("Concord Avenue", "Harmony Square", "Justice Street", "Assembly Road", "Court Lane", "Charter Quay")
ROUND_THE_CLOCK = frozenset({"maritime", "interior-or-police"})
HOURS = ("08:00-16:00", "08:30-16:30", "09:00-17:00", "08:30-12:30,13:30-17:00")


@dataclass(frozen=True, slots=True)
class Contacts:
    """Everything by which one office is reached."""

    address: Address
    phones: tuple[Phone, ...]
    faxes: tuple[Phone, ...]
    emails: tuple[Email, ...]
    websites: tuple[Website, ...]
    office_hours: str
    time_zone: str
    out_of_hours: OutOfHours

    @property
    def urgent(self) -> str:
        """The e-mail address of the urgent contact."""
        return self.emails[-1].address


def contacts_of(state: State, office: Office, draws: Draws) -> Contacts:
    """Return the contacts of *office*."""
    territory = office.territory
    domain = f"{SLUGS[office.kind]}.{(territory.code if territory else state.code).lower()}.example"
    dial = territory.telephone_code if territory else state.telephone_code
    always = office.kind in ROUND_THE_CLOCK and office.place is None
    return Contacts(
        address=_address(state, office, draws),
        phones=_phones(dial, draws, always=always),
        faxes=(_phone(dial, draws, label="general"),) if draws.chance(30) else (),
        emails=_emails(office, domain),
        websites=(Website(f"https://{domain}/", state.languages[0]),),
        office_hours=f"{working_week(state)} {draws.pick(HOURS)}",
        time_zone=territory.time_zones[0] if territory else state.time_zones[0],
        out_of_hours=OutOfHours("24x7" if always else "none", text("duty_call") if always else {}),
    )


def working_week(state: State) -> str:
    """Return the working days of *state* as `opening_hours` writes them."""
    weeks: dict[str, list[str]] = read_file("habits.json")["working_weeks"]
    return next((week for week, codes in weeks.items() if state.code in codes), "Mo-Fr")


def _address(state: State, office: Office, draws: Draws) -> Address:
    city = office.city or state.seat if office.place is None else place(office.place, ("en",))["en"]
    line = f"{1 + draws.below(180)} {draws.pick(STREETS)}"
    country = office.territory.code if office.territory else state.code
    code = f"{10000 + draws.below(60000)}"
    return Address((line,), city, postal_code=code, country=country, as_supplied=f"{line}, {code} {city}")


def _phones(code: str, draws: Draws, *, always: bool) -> tuple[Phone, ...]:
    desk = _phone(code, draws, label="general")
    return (desk, _phone(code, draws, label="duty", urgent_only=True)) if always else (desk,)


def _phone(code: str, draws: Draws, *, label: str, urgent_only: bool = False) -> Phone:
    groups = ("555",) if code.startswith("1") else ("000", "555")
    line = f"01{draws.below(100):02d}"
    supplied = " ".join((f"+{code}", *groups, line))
    return Phone(supplied.replace(" ", ""), label=label, urgent_only=urgent_only, as_supplied=supplied)


def _emails(office: Office, domain: str) -> tuple[Email, ...]:
    if office.place is not None:
        return (Email(f"{place(office.place, ('en',))['en'].lower()}@{domain}", "general"),)
    return (Email(f"international@{domain}", "general"), Email(f"urgent@{domain}", "urgent"))
