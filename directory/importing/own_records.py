"""Our own JSON: entries in their plain form (`AuthorityRecord.to_dict`), checked as strictly as cells are."""

from collections.abc import Iterator
from dataclasses import fields, replace

from directory.errors import RecordError
from directory.importing import values
from directory.importing.building import look_at
from directory.importing.drafting import Draft, Drafted, Rules
from directory.importing.phones import read_phone
from directory.importing.problems import Problem, Rejected
from directory.importing.states_of_rows import place_of
from directory.records import AuthorityRecord, Phone, StateCode, from_dict
from directory.vocabulary.matrix import matrix_allows
from directory.vocabulary.terms import vocabulary

_FIELDS = frozenset(one.name for one in fields(AuthorityRecord))
COVERED_BY_RECORDS = _FIELDS - {"contact_persons", "notes_internal"}
"""What a plain record speaks about: all but what may never leave the members' area, and so is not in it."""


def is_plain_record(value: object) -> bool:
    """Whether *value* is an object with an entry's own keys."""
    return isinstance(value, dict) and isinstance(value.get("names"), dict) and "state" in value


def read_record(number: int, plain: dict[str, object], rules: Rules, source: str) -> Drafted | Rejected:
    """Return the entry that *plain* describes, or why it is none; *source* holds for all of a file."""
    try:
        record = from_dict(AuthorityRecord, _cleaned(plain))
    except RecordError as error:
        return Rejected(Problem(number, error.path, _value(plain, error.path), error.reason), {})
    draft = Draft(number, rules)
    checked = replace(
        record,
        source=source,
        state=StateCode(_state(record, draft)),
        phones=_phones(record.phones, record.state, draft, "phones"),
        faxes=_phones(record.faxes, record.state, draft, "faxes"),
        external_id=record.external_id[: values.NAME_LIMIT],
    )
    for path, value, reason in _faults(checked):
        draft.fault(path, value, reason)
    if draft.fatal is not None:
        return Rejected(draft.fatal, {})
    look_at(draft, checked)
    return Drafted(number, checked, tuple(draft.problems))


def _cleaned(value: object) -> object:
    if isinstance(value, str):
        return values.clean(value)
    if isinstance(value, dict):
        return {key: _cleaned(one) for key, one in value.items()}
    return [_cleaned(one) for one in value] if isinstance(value, list) else value


def _value(plain: dict[str, object], path: str) -> str:
    return str(plain.get(path.partition(".")[0].partition("[")[0], ""))[:200]


def _state(record: AuthorityRecord, draft: Draft) -> str:
    place = place_of(record.state)
    if place.reason or place.territory:
        draft.reject("state", record.state, place.reason or "A territory stands in “territory”, its State in “state”")
    elif not any(record.names.values()):
        draft.reject("names", "", "The name is missing")
    return place.state


def _phones(phones: tuple[Phone, ...], state: str, draft: Draft, path: str) -> tuple[Phone, ...]:
    """Return the numbers, each in E.164 where it was written otherwise."""
    kept = []
    for place, phone in enumerate(phones):
        text = phone.e164 or phone.as_supplied
        read = read_phone(text, state)
        if read is None and not phone.e164:
            kept.append(phone)
            draft.warn(f"{path}[{place}]", text, "Not a telephone number")
        elif read is None:
            draft.fault(f"{path}[{place}].e164", text, "Not a telephone number")
        else:
            kept.append(replace(phone, e164=read.e164, extension=phone.extension or read.extension))
    return tuple(kept)


def _faults(record: AuthorityRecord) -> Iterator[tuple[str, str, str]]:
    """Yield place, value and reason of each value that is no term, no address or too long."""
    for tag, name in record.names.items():
        if len(name) > values.NAME_LIMIT:
            yield f"names.{tag}", name, "At most 300 characters can be kept"
    for path, text, name in _terms_used(record):
        if text and text not in vocabulary(name):
            yield path, text, f"Unknown term in “{name}”"
    yield from _unreachable(record)
    for place, one in enumerate(record.designations):
        if not matrix_allows(one.function, one.instrument, one.article):
            yield f"designations[{place}]", " ".join(one.key), "This function does not rest on this article"


def _unreachable(record: AuthorityRecord) -> Iterator[tuple[str, str, str]]:
    for place, email in enumerate(record.emails):
        if values.well_formed_address(email.address) is None:
            yield f"emails[{place}].address", email.address, "Not an e-mail address"
    for place, website in enumerate(record.websites):
        if values.read_url(website.url) is None:
            yield f"websites[{place}].url", website.url, "Not an address of a page"
    if record.office_hours and not values.are_opening_hours(record.office_hours):
        yield "office_hours", record.office_hours, "Not office hours"
    if record.time_zone and record.time_zone not in values.time_zones():
        yield "time_zone", record.time_zone, "Not a time zone"


def _terms_used(record: AuthorityRecord) -> Iterator[tuple[str, str, str]]:
    yield "kind", record.kind, "kinds"
    yield "scope", record.scope, "scopes"
    yield "status", record.status, "statuses"
    if record.out_of_hours:
        yield "out_of_hours.term", record.out_of_hours.term, "out_of_hours"
    for place, seat in enumerate(record.networks):
        yield f"networks[{place}].network", seat.network, "networks"
    for place, one in enumerate(record.designations):
        yield f"designations[{place}].function", one.function, "functions"
        yield f"designations[{place}].instrument", one.instrument, "instruments"
        yield f"designations[{place}].legal_basis_use", one.legal_basis_use, "legal_basis"
        yield f"designations[{place}].interpol_acceptance", one.interpol_acceptance, "interpol"
        yield f"designations[{place}].legalisation", one.legalisation, "legalisation"
        for channel in one.channels_accepted:
            yield f"designations[{place}].channels_accepted", channel, "channels"
