"""How the cells of contacts are read: telephone numbers, e-mail addresses, pages on the web."""

import re

from directory.importing import phones, values
from directory.importing.columns import Column
from directory.importing.drafting import Draft
from directory.records import Website

_SEVERAL = re.compile(r"\s*(?:[;\n|]|\s/\s|,\s*(?=\+))\s*")
_FOUND_ADDRESS = re.compile(r"[^\s;,|/<>()]+@\S+")


def read_phones(draft: Draft, text: str, column: Column) -> None:
    """Read telephone numbers; what is no number is kept as it was supplied, and said."""
    found = draft.faxes if column.field == "faxes" else draft.phones
    urgent = column.field == "phones_urgent"
    wrong = []
    good = 0
    for piece in _pieces(text):
        phone = phones.read_phone(piece, draft.country or draft.state)
        if phone is None:
            wrong.append(piece)
            continue
        good += 1
        if phones.is_fictional(phone):
            draft.warn(column.heading, piece, "Nobody can have this number; good for a demonstration only")
        if urgent and not phone.label:
            phone = phones.urgent(phone)
        found.append(phone)
    for piece in wrong:
        found.append(phones.unread_phone(piece))
        _tell_wrong_phone(draft, piece, column, alone=not good)


def _tell_wrong_phone(draft: Draft, piece: str, column: Column, *, alone: bool) -> None:
    reason = "Not a telephone number"
    hint = f"Write it with + and the country code; without, it is read as one of {draft.country or draft.state}"
    if alone and any(sign.isdigit() for sign in piece):
        draft.fault(column.heading, piece, reason, hint)
    else:
        draft.warn(column.heading, piece, reason, hint)


def _pieces(text: str) -> list[str]:
    """Return the numbers of a cell; most cells hold one."""
    if ";" not in text and "\n" not in text and "/" not in text and "|" not in text and "," not in text:
        return [text]
    return [piece for piece in _SEVERAL.split(text) if piece.strip(" ,")]


def read_emails(draft: Draft, text: str, column: Column) -> None:
    """Read e-mail addresses; an address at a provider open to anybody is a warning."""
    found = []
    for piece in re.split(r"\s*[;\n|]\s*", text) if ";" in text or "\n" in text or "|" in text else [text]:
        found += values.read_emails(piece)
    if len(found) < max(1, len(_FOUND_ADDRESS.findall(text))):
        (draft.warn if found else draft.fault)(column.heading, text, "Not an e-mail address")
    for one in found:
        if values.is_free_mail(one.address):
            draft.warn(column.heading, one.address, "Free-mail domain: ask the authority before taking it")
    urgent = column.field == "emails_urgent"
    draft.emails += [values.urgent_address(one) for one in found] if urgent else found


def read_websites(draft: Draft, text: str, column: Column) -> None:
    """Read pages on the web, separated by blanks; a language may follow in brackets."""
    for piece in text.split() if " " in text or "\n" in text else [text]:
        if piece[:1] == "(" and draft.websites:
            tag = piece.strip("(),;")
            draft.websites[-1] = Website(draft.websites[-1].url, tag)
            continue
        url = values.read_url(piece.strip("|;,"))
        if url is None:
            draft.fault(column.heading, piece, "Not an address of a page; it must begin with http:// or https://")
        else:
            draft.websites.append(Website(url))
