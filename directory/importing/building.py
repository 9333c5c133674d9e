"""A read row becomes an entry, with the warnings that the entry itself gives rise to."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from typing import TypeVar

from directory.importing.columns import Column
from directory.importing.designation_fields import designations_of
from directory.importing.drafting import Draft, Drafted
from directory.importing.fields import date_of
from directory.records import (
    Address,
    AuthorityRecord,
    Designation,
    OutOfHours,
    Provenance,
    StateCode,
    incomplete_fields,
)
from directory.vocabulary.states import territory
from directory.vocabulary.terms import vocabulary

T = TypeVar("T")

KEY_PREFIX = "content:"
"""Begins the reference of an entry whose source gives none: it is made of what the entry says."""

_AT_SEA = frozenset({"illicit-traffic-by-sea", "smuggling-of-migrants-by-sea"})
_ADDRESS = ("address", "address_lines", "city", "region", "postal_code")
_DOCUMENT = ("document_kind", "document_number", "document_date", "document_url")


def finish(draft: Draft, source: str, further: Iterable[Designation] = ()) -> Drafted | None:
    """Return the entry of *draft* with *further* designations of the rows below it; None if it is rejected."""
    if not draft.state:
        draft.reject("State", "", "The State is missing")
    elif not draft.names:
        draft.reject("Name", "", "The name is missing")
    if draft.rejected():
        return None
    _settle(draft)
    designations = _distinct(designations_of(draft), further)
    if draft.rejected():
        return None
    record = AuthorityRecord(
        state=StateCode(draft.state),
        names=draft.names,
        source=source,
        external_id=draft.external_id or _content_key(draft),
        other_names=_others(draft),
        phones=tuple(draft.phones),
        faxes=tuple(draft.faxes),
        emails=_once(draft.emails),
        websites=_once(draft.websites),
        designations=designations,
        **draft.texts,  # type: ignore[arg-type]
        **draft.values,  # type: ignore[arg-type]
    )
    look_at(draft, record)
    return Drafted(draft.row, record, tuple(draft.problems))


def _once(values: list[T]) -> tuple[T, ...]:
    return tuple(values) if len(values) < 2 else tuple(dict.fromkeys(values))


def _others(draft: Draft) -> tuple[str, ...]:
    if not draft.other_names:
        return ()
    taken = set(draft.names.values())
    return tuple(name for name in dict.fromkeys(draft.other_names) if name not in taken)


def _settle(draft: Draft) -> None:
    """Join the cells that belong to one value: address, territory, document, what to do out of hours."""
    place = draft.place
    if place:
        if any(name in place for name in _ADDRESS):
            draft.values["address"] = _address(place, draft.country or draft.state)
        if any(name in place for name in _DOCUMENT):
            draft.values["provenance"] = _provenance(draft)
    if draft.territory:
        draft.values["scope"] = "dependent-territory"
        draft.values["territory"] = draft.territory
        draft.texts.setdefault("scope_name", dict(_territory_names(draft.territory)))
    instruction = draft.texts.pop("out_of_hours_instruction", None)
    if instruction:
        known = draft.values.get("out_of_hours")
        draft.values["out_of_hours"] = OutOfHours(known.term if isinstance(known, OutOfHours) else "phone", instruction)


@lru_cache(maxsize=512)
def _territory_names(code: str) -> Mapping[str, str]:
    found = territory(code)
    return found.names if found else {}


def _address(place: Mapping[str, str], country: str) -> Address:
    lines = place.get("address_lines", "")
    return Address(
        lines=tuple(line.strip() for line in lines.replace("|", "\n").splitlines() if line.strip()) if lines else (),
        city=place.get("city", ""),
        region=place.get("region", ""),
        postal_code=place.get("postal_code", ""),
        country=country,
        as_supplied=place.get("address", ""),
    )


def _provenance(draft: Draft) -> Provenance:
    place = draft.place
    words = place.get("document_kind", "import")
    term = vocabulary("provenances").find(words)
    if term is None:
        draft.fault("document_kind", words, "Unknown term in “kind of document”")
    dated: date | None = None
    if "document_date" in place:
        dated = date_of(draft, place["document_date"], Column(0, "document_date", "document_date"))
    return Provenance(
        term.code if term else "import", place.get("document_number", ""), dated, url=place.get("document_url", "")
    )


def _distinct(own: list[Designation], further: Iterable[Designation]) -> tuple[Designation, ...]:
    """Return the designations without those whose triple, in the words of the source, came before."""
    kept: dict[tuple[str, str, str, str], Designation] = {}
    for one in (*own, *further):
        kept.setdefault((*one.key, one.instrument_text), one)
    return tuple(kept.values())


def _content_key(draft: Draft) -> str:
    """Return a reference made of State, name, parent body and place: the same for the same row next time."""
    parent = draft.texts.get("parent_body", {})
    department = draft.texts.get("department", {})
    parts = (
        draft.state,
        draft.territory,
        next(iter(draft.names.values())),
        next(iter(parent.values()), ""),
        next(iter(department.values()), ""),
        draft.place.get("city", ""),
    )
    folded = "\x1f".join(" ".join(part.casefold().split()) for part in parts)
    return KEY_PREFIX + blake2b(folded.encode(), digest_size=12).hexdigest()


def look_at(draft: Draft, record: AuthorityRecord) -> None:
    """Warn of what is missing, and of what does not go together."""
    missing = incomplete_fields(record)
    if missing:
        draft.warn("", "", "Incomplete", f"Missing: {', '.join(_plain_name(name) for name in missing)}")
    round_the_clock = record.out_of_hours is not None and record.out_of_hours.term == "24x7"
    if not round_the_clock and any(one.function in _AT_SEA for one in record.designations):
        draft.warn("", "", "Functions at sea are expected to be reached round the clock")
    for one in record.designations:
        if one.urgent_procedure and one.urgent_procedure.contact and not _exists(one.urgent_procedure.contact, record):
            draft.warn("urgent_contact", one.urgent_procedure.contact, "This urgent contact is none of the entry's")


def _plain_name(name: str) -> str:
    return name.removeprefix("address.").replace("_", " ")


def _exists(contact: str, record: AuthorityRecord) -> bool:
    digits = "".join(sign for sign in contact if sign.isdigit())
    numbers = (number.e164.lstrip("+") for number in (*record.phones, *record.faxes) if number.e164)
    return any(one.address in contact for one in record.emails) or any(number in digits for number in numbers)
