"""How the cell of each column is read into a draft: one function for each field of our own format."""

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from hashlib import blake2b

from directory.importing import values
from directory.importing.columns import Column
from directory.importing.contact_fields import read_emails, read_phones, read_websites
from directory.importing.drafting import Draft
from directory.importing.states_of_rows import place_of, undetermined_language
from directory.records import NetworkMembership, OutOfHours
from directory.vocabulary.states import is_country_code
from directory.vocabulary.terms import vocabulary

Reader = Callable[[Draft, str, Column], None]

_LIST = re.compile(r"\s*[;,\n|]\s*")


def read_state(draft: Draft, text: str, column: Column) -> None:
    """Read the State, or the territory of one; a code that names neither rejects the row."""
    place = place_of(text)
    if place.reason:
        draft.reject(column.heading, text, place.reason)
        return
    draft.state, draft.territory, draft.languages = place.state, place.territory, place.languages
    draft.country = place.territory or place.state


def read_external_id(draft: Draft, text: str, column: Column) -> None:
    """Read the source's own reference."""
    if len(text) > values.NAME_LIMIT:
        # Cut alone, two long references could become one.
        draft.warn(column.heading, text, "An external id has 300 characters at most; it is kept shortened")
        text = f"{text[:260]}#{blake2b(text.encode(), digest_size=12).hexdigest()}"
    draft.external_id = text


def read_name(draft: Draft, text: str, column: Column) -> None:
    """Read a name; a second one in the same language is kept as another name."""
    name = _short(draft, text, column)
    language = undetermined_language(draft, name, column.language)
    if draft.names.setdefault(language, name) != name:
        draft.other_names.append(name)


def _short(draft: Draft, text: str, column: Column) -> str:
    """Return *text* on one line and within the limit of names."""
    if "\n" in text or "\r" in text:
        text = " ".join(text.split())
    if len(text) > values.NAME_LIMIT:
        draft.fault(column.heading, text, f"{len(text)} characters; at most 300 can be kept")
        return text[: values.NAME_LIMIT].rstrip()
    return text


def _short_text(draft: Draft, text: str, column: Column) -> None:
    text = _short(draft, text, column)
    draft.text_in(column.field, undetermined_language(draft, text, column.language), text)


def _long_text(draft: Draft, text: str, column: Column) -> None:
    if len(text) > values.TEXT_LIMIT:
        draft.fault(column.heading, text, f"{len(text)} characters; at most {values.TEXT_LIMIT} can be kept")
        text = text[: values.TEXT_LIMIT]
    draft.text_in(column.field, undetermined_language(draft, text, column.language), text)


def read_other_names(draft: Draft, text: str, _column: Column) -> None:
    """Read further names, separated by semicolons."""
    draft.other_names += [one[: values.NAME_LIMIT] for one in re.split(r"\s*[;\n|]\s*", text) if one]


def read_acronyms(draft: Draft, text: str, _column: Column) -> None:
    """Read short forms of the name."""
    draft.values["acronyms"] = tuple(one[:60] for one in _LIST.split(text) if one)


def read_kind(draft: Draft, text: str, column: Column) -> None:
    """Read the kind of authority, first by the list's own words for it."""
    code = draft.rules.kinds.get(text.casefold())
    if code is None:
        term = vocabulary("kinds").find(text)
        if term is None:
            draft.fault(column.heading, text, "Unknown term in “kind”")
            return
        code = term.code
    draft.values["kind"] = code


def read_central(draft: Draft, text: str, column: Column) -> None:
    """Read whether this is a central authority."""
    answer = yes_or_no(text)
    if answer is None:
        draft.fault(column.heading, text, "Must be yes or no")
    else:
        draft.values["is_central_authority"] = answer


@lru_cache(maxsize=2048)
def yes_or_no(text: str) -> bool | None:
    """Return what *text* answers in any of the languages; None if it does not."""
    if text.casefold() in {"1", "x", "✓", "✔"}:
        return True
    if text == "0":
        return False
    term = vocabulary("yes_no_conditional").find(text)
    return {"yes": True, "no": False}.get(term.code) if term else None


def read_scope(draft: Draft, text: str, column: Column) -> None:
    """Read how far the authority's competence reaches."""
    term = vocabulary("scopes").find(text)
    if term is None:
        draft.fault(column.heading, text, "Unknown term in “scope”")
    elif not draft.territory:
        draft.values["scope"] = term.code


def read_territory(draft: Draft, text: str, column: Column) -> None:
    """Read the code of a dependent territory."""
    place = place_of(text)
    if not place.territory:
        draft.fault(column.heading, text, "This is not the code of a dependent territory")
    else:
        draft.territory = place.territory


def read_country(draft: Draft, text: str, column: Column) -> None:
    """Read the country of the address."""
    place = place_of(text)
    code = place.territory or place.state or (text.upper() if is_country_code(text.upper()) else "")
    if code:
        draft.country = code
        draft.place["country"] = code
    else:
        draft.fault(column.heading, text, "This is not a country of the directory")


def _place(draft: Draft, text: str, column: Column) -> None:
    draft.place[column.field] = text[: values.TEXT_LIMIT]


def read_hours(draft: Draft, text: str, column: Column) -> None:
    """Read office hours, as OpenStreetMap writes them."""
    if values.are_opening_hours(text):
        draft.values["office_hours"] = text
    else:
        draft.fault(column.heading, text, "Not office hours", "Write them as Mo-Fr 09:00-17:00")


def read_time_zone(draft: Draft, text: str, column: Column) -> None:
    """Read the name of a time zone."""
    if text in values.time_zones():
        draft.values["time_zone"] = text
    else:
        draft.fault(column.heading, text, "Not a time zone", "Write it as Africa/Nairobi")


def read_out_of_hours(draft: Draft, text: str, column: Column) -> None:
    """Read how the authority is reached outside office hours."""
    term = vocabulary("out_of_hours").find(text)
    if term is None:
        draft.fault(column.heading, text, "Unknown term in “out of hours”")
    else:
        draft.values["out_of_hours"] = OutOfHours(term.code)


@lru_cache(maxsize=2048)
def language_tag(text: str) -> str | None:
    """Return the BCP 47 tag that *text* names: a tag, or a language's name in any of the languages."""
    base, _, rest = text.partition("-")
    if rest and base.lower() in vocabulary("languages"):
        return f"{base.lower()}-{rest}"
    term = vocabulary("languages").find(text)
    return term.code if term else None


def read_working_languages(draft: Draft, text: str, column: Column) -> None:
    """Read the languages in which the authority works."""
    tags = []
    for piece in _LIST.split(text):
        tag = language_tag(piece)
        if tag is None:
            draft.fault(column.heading, piece, "Unknown language", "Write its name, or a tag such as fr")
        else:
            tags.append(tag)
    draft.values["working_languages"] = tuple(dict.fromkeys(tags))


def read_networks(draft: Draft, text: str, column: Column) -> None:
    """Read the networks in which the authority has a seat; the role stands in brackets."""
    seats = []
    for piece in re.split(r"\s*[;\n|]\s*", text):
        name, role = values.split_label(piece)
        term = vocabulary("networks").find(name)
        if term is None:
            draft.fault(column.heading, piece, "Unknown term in “networks”")
        else:
            seats.append(NetworkMembership(term.code, role))
    draft.values["networks"] = tuple(seats)


def read_day(draft: Draft, text: str, column: Column) -> None:
    """Read one date into the field of the column's name."""
    day = date_of(draft, text, column)
    if day is not None:
        draft.values[column.field] = day


def date_of(draft: Draft, text: str, column: Column) -> date | None:
    """Return the date in *text*; one that is none, or could be two, is said."""
    day = values.read_date(text)
    if day is not None:
        return day
    month = values.month_only(text)
    if month is not None:
        draft.warn(column.heading, text, "Only the month is given", f"Kept as {month.isoformat()}")
        return month
    if values.is_doubtful_date(text):
        draft.fault(column.heading, text, "Day and month cannot be told apart", "Write 2026-01-31")
        return None
    day = values.day_number(text)
    if day is not None:
        draft.warn(column.heading, text, "A bare number, read as a spreadsheet's day", f"It means {day.isoformat()}")
        return day
    draft.fault(column.heading, text, "Not a date", "Write 2026-01-31")
    return None


def read_closed_days(draft: Draft, text: str, column: Column) -> None:
    """Read days on which the authority itself is closed."""
    days = [date_of(draft, piece, column) for piece in _LIST.split(text)]
    draft.values["closed_days"] = tuple(day for day in days if day is not None)


def read_internal_notes(draft: Draft, text: str, _column: Column) -> None:
    """Read notes that never leave the members' area."""
    draft.values["notes_internal"] = text[: values.TEXT_LIMIT]


def _document(draft: Draft, text: str, column: Column) -> None:
    draft.place[column.field] = text[:2000]


READERS: dict[str, Reader] = {
    "state": read_state,
    "external_id": read_external_id,
    "name": read_name,
    "parent_body": _short_text,
    "department": _short_text,
    "scope_name": _short_text,
    "notes_public": _long_text,
    "out_of_hours_instruction": _long_text,
    "other_names": read_other_names,
    "acronyms": read_acronyms,
    "kind": read_kind,
    "is_central_authority": read_central,
    "scope": read_scope,
    "territory": read_territory,
    "address_country": read_country,
    **dict.fromkeys(("address", "address_lines", "city", "region", "postal_code"), _place),
    **dict.fromkeys(("phones", "phones_urgent", "faxes"), read_phones),
    **dict.fromkeys(("emails", "emails_urgent"), read_emails),
    "websites": read_websites,
    "office_hours": read_hours,
    "time_zone": read_time_zone,
    "closed_days": read_closed_days,
    "out_of_hours": read_out_of_hours,
    "working_languages": read_working_languages,
    "networks": read_networks,
    "notes_internal": read_internal_notes,
    **dict.fromkeys(("last_confirmed_on", "as_of"), read_day),
    **dict.fromkeys(("document_kind", "document_number", "document_date", "document_url"), _document),
}
