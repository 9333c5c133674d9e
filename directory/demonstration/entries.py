"""The entries of the demonstration, one after another, always the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import islice

from directory.demonstration import phrases
from directory.demonstration.contacts import contacts_of
from directory.demonstration.designating import designations_of
from directory.demonstration.drawing import Draws
from directory.demonstration.offices import Office, offices
from directory.records import AuthorityRecord, Designation, I18n, NetworkMembership, Provenance
from directory.vocabulary.states import State, all_states

SOURCE = "demonstration"
"""The source of every entry made here; no real entry has it."""

AS_OF = date(2026, 1, 31)
WITH_DEPARTMENT = frozenset({"ministry-of-justice", "prosecution"})
PROVENANCE = Provenance("demonstration")
CENTRAL = frozenset({"ministry-of-justice", "maritime"})
ACRONYMS = {
    "ministry-of-justice": "MOJ",
    "prosecution": "OPP",
    "court": "SC",
    "foreign-affairs": "MFA",
    "interior-or-police": "NCB",
    "maritime": "CG",
    "customs": "CUS",
    "fiu": "FIU",
    "anti-corruption": "ACC",
    "cultural-property": "DCP",
}
NETWORKS = {"interior-or-police": "interpol-ncb", "fiu": "egmont", "anti-corruption": "globe"}


@dataclass(frozen=True, slots=True)
class _Naming:
    """How the national body of one kind is named in one State."""

    names: I18n
    body: I18n
    department: I18n
    tags: tuple[str, ...]


def demonstration_records(entries: int = 1740, as_of: date = AS_OF) -> Iterator[AuthorityRecord]:
    """Yield *entries* invented authorities, shared among the 195 States as evenly as can be.

    The same two arguments yield the same entries on every machine; all dates lie before *as_of*.
    """
    states = all_states()
    share, more = divmod(entries, len(states))
    by_lot = sorted((Draws(one.code, "order").below(65536), one.code) for one in states)
    favoured = {code for _, code in by_lot[:more]}
    for state in states:
        for number, office in enumerate(islice(offices(state), share + (state.code in favoured))):
            yield _entry(state, office, number, as_of)


def _entry(state: State, office: Office, number: int, as_of: date) -> AuthorityRecord:
    draws = Draws(state.code, str(number))
    contacts = contacts_of(state, office, draws)
    naming = _naming(state, office.kind)
    where = _where(office, naming.tags)
    return AuthorityRecord(
        state=state.code,
        names=phrases.placed(naming.body, where) if where else naming.names,
        source=SOURCE,
        external_id=f"{state.code}-{number + 1:05d}",
        scope=_scope(office),
        scope_name=where,
        territory=office.territory.code if office.territory else "",
        acronyms=() if where else (f"{ACRONYMS[office.kind]}-{state.alpha3}",),
        parent_body=naming.body if naming.department and not where else {},
        department=naming.department if not where else {},
        kind=office.kind,
        is_central_authority=office.kind in CENTRAL and office.place is None,
        address=contacts.address,
        phones=contacts.phones,
        faxes=contacts.faxes,
        emails=contacts.emails,
        websites=contacts.websites,
        office_hours=contacts.office_hours,
        time_zone=contacts.time_zone,
        out_of_hours=contacts.out_of_hours,
        working_languages=state.languages[:2],
        networks=(NetworkMembership(NETWORKS[office.kind]),) if office.kind in NETWORKS and not where else (),
        notes_public=phrases.text("not_real"),
        designations=_designations(state, office, contacts.urgent, as_of),
        last_confirmed_on=as_of - timedelta(days=draws.below(500)),
        as_of=as_of,
        provenance=PROVENANCE,
    )


@cache
def _naming(state: State, kind: str) -> _Naming:
    tags = phrases.languages_of(state)
    body = phrases.body(kind, tags)
    if kind not in WITH_DEPARTMENT:
        return _Naming(body, body, {}, tags)
    department = phrases.department(tags)
    return _Naming(phrases.joined(body, department), body, department, tags)


def _where(office: Office, tags: tuple[str, ...]) -> I18n:
    """Return the names of the territory or place of *office*; none for a national one."""
    if office.territory is not None:
        return office.territory.names
    return {} if office.place is None else phrases.place(office.place, tags)


def _scope(office: Office) -> str:
    if office.territory is not None:
        return "dependent-territory"
    return "national" if office.place is None else "federal-unit"


def _designations(state: State, office: Office, urgent: str, as_of: date) -> tuple[Designation, ...]:
    """Return all designations of a national body or a territory's, and the first of a regional office."""
    if office.place is not None:
        return designations_of(state, office.kind, "", as_of)[:1]
    return designations_of(state, office.kind, urgent, as_of)
