"""Cells become values: text, dates, addresses on the net. Pure; nothing is looked up outside.

Each reader returns the value, or None where the text is none; it never guesses.
"""

import re
import unicodedata
from datetime import date, timedelta
from functools import cache, lru_cache
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from directory.records import Email
from directory.vocabulary.terms import vocabulary

NAME_LIMIT = 300
TEXT_LIMIT = 10_000
FREE_MAIL = frozenset(
    {
        "gmail.com", "googlemail.com", "yahoo.com", "yahoo.fr", "yahoo.es", "yahoo.co.uk", "hotmail.com", "hotmail.fr",
        "outlook.com", "outlook.fr", "live.com", "msn.com", "aol.com", "icloud.com", "gmx.de", "gmx.net", "gmx.com",
        "web.de", "mail.ru", "bk.ru", "list.ru", "inbox.ru", "yandex.ru", "yandex.com", "rambler.ru", "qq.com",
        "163.com", "126.com", "sina.com", "proton.me", "protonmail.com", "free.fr", "orange.fr", "wanadoo.fr",
        "laposte.net", "libero.it", "terra.com.br", "uol.com.br", "rediffmail.com", "zoho.com",
    }
)  # fmt: skip
EMPTY = frozenset({"", "-", "–", "—", "n/a", "N/A", "null", "NULL", "#N/A"})
"""What people write into a cell that holds nothing. `NA` is not among it: it is Namibia."""

# Marks that turn the direction of what follows: in a name they could make one authority look like another.
_TURNING = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF, 0xFFFE])
_CONTROLS = {
    code: (" " if chr(code) == "\t" else None) for code in (*range(32), *range(0x7F, 0xA0)) if chr(code) not in "\n\r"
}
_UNWANTED = _TURNING | _CONTROLS
_ANY_UNWANTED = re.compile("[" + "".join(f"\\u{code:04x}" for code in _UNWANTED) + "]")
_NEUTRALISED = re.compile(r"^'(?=[=+\-@\t\r])")
_BLANKS = re.compile(r"[ \u00a0\u2007\u202f]{2,}")
_MAIL = re.compile(r"[^\s;,|<>()\[\]\"']+@[^\s;,|<>()\[\]\"'/]+")
_PLAIN_LOCAL = re.compile(r"[A-Za-z0-9_+'&\-]+(?:\.[A-Za-z0-9_+'&\-]+)*")
_LABEL = re.compile(r"\s*\(([^()\d]*)\)\s*$")
_ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_WORDY_DATE = re.compile(r"(\d{1,2})\.?\s+([^\W\d]{3,})\.?,?\s+(\d{4})")
_MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "jan january janvier enero января", "feb february février fevrier febrero февраля",
            "mar march mars marzo марта", "apr april avril abril апреля", "may mai mayo мая",
            "jun june juin junio июня", "jul july juillet julio июля", "aug august août aout agosto августа",
            "sep sept september septembre septiembre сентября", "oct october octobre octubre октября",
            "nov november novembre noviembre ноября", "dec december décembre decembre diciembre декабря",
        ),
        start=1,
    )
    for word in words.split()
}  # fmt: skip


def clean(text: str) -> str:
    """Return *text* in NFC, without control characters, turning marks and blanks around it."""
    if not text.isascii():
        # Looking first is many times quicker than translating what needs none.
        if _ANY_UNWANTED.search(text):
            text = text.translate(_UNWANTED)
        text = unicodedata.normalize("NFC", text)
        if "  " in text or "\u00a0" in text:
            text = _BLANKS.sub(" ", text).replace("\u00a0", " ")
    elif not text.isprintable():
        text = text.replace("\r\n", "\n").translate(_CONTROLS)
    text = text.strip()
    # An export puts an apostrophe before what a spreadsheet would take for a formula.
    return _NEUTRALISED.sub("", text) if text[:1] == "'" else text


def read_date(text: str) -> date | None:
    """Return the day that *text* says beyond doubt: 2026-01-31, 31 January 2026, 31/01/2026; not 03/04/2026."""
    found = _ISO_DATE.fullmatch(text)
    if found:
        return _day(found[1], found[2], found[3])
    found = _WORDY_DATE.fullmatch(text)
    if found and found[2].casefold() in _MONTHS:
        return _day(found[3], _MONTHS[found[2].casefold()], found[1])
    found = _DAY_FIRST.fullmatch(text)
    if found and (int(found[1]) > 12 or found[1] == found[2]):
        return _day(found[3], found[2], found[1])
    return None


def is_doubtful_date(text: str) -> bool:
    """Whether *text* is a date whose day and month cannot be told apart, such as 03/04/2025."""
    found = re.fullmatch(r"(\d{1,2})[./-](\d{1,2})[./-](\d{2}|\d{4})", text)
    return bool(found and 1 <= int(found[1]) <= 12 and 1 <= int(found[2]) <= 12)


def month_only(text: str) -> date | None:
    """Return the first day of a month that stands without a day, such as 2013-07."""
    found = re.fullmatch(r"(\d{4})-(\d{2})", text)
    return _day(found[1], found[2], 1) if found else None


def day_number(text: str) -> date | None:
    """Return the day that a spreadsheet means by a bare number of days since 1899-12-30 (1954 to 2119)."""
    if not (text.isascii() and text.isdigit() and 20_000 <= int(text) <= 80_000):
        return None
    return date(1899, 12, 30) + timedelta(days=int(text))


def _day(year: object, month: object, day: object) -> date | None:
    try:
        return date(int(str(year)), int(str(month)), int(str(day)))
    except ValueError:
        return None


def split_label(text: str) -> tuple[str, str]:
    """Return *text* without the words in brackets at its end, and those words."""
    found = _LABEL.search(text)
    return (text[: found.start()], found[1].strip()) if found else (text, "")


@lru_cache(maxsize=2048)
def contact_label(words: str) -> tuple[str, bool]:
    """Return the term for the words of a label, or the words, and whether it is for urgent cases only."""
    urgent_only = "only" in words.casefold() and "urgent" in words.casefold()
    term = vocabulary("contact_labels").find(words.replace("only", "").strip(" ,"))
    return (term.code if term else words[:80]), urgent_only


def read_emails(text: str) -> list[Email]:
    """Return the e-mail addresses in *text* that are well formed; words in brackets after one are its label."""
    rest, words = split_label(text)
    label = contact_label(words)[0] if words else ""
    found = []
    for candidate in _MAIL.findall(rest):
        address = well_formed_address(candidate.removeprefix("mailto:").rstrip("."))
        if address is not None:
            found.append(Email(address, label))
    return found


def well_formed_address(text: str) -> str | None:
    """Return the e-mail address *text*, its domain in lower case, or None if it is not well formed."""
    local, _, domain = text.rpartition("@")
    if len(local) <= 64 and _PLAIN_LOCAL.fullmatch(local):
        known = _mail_domain(domain.lower())
        return None if known is None else f"{local}@{known}"
    return _full_address(text) if "." in domain else None


@lru_cache(maxsize=2048)
def _mail_domain(domain: str) -> str | None:
    normalized = _full_address(f"a@{domain}") if "." in domain else None
    return None if normalized is None else normalized[2:]


def _full_address(text: str) -> str | None:
    from email_validator import EmailNotValidError, validate_email

    try:
        return validate_email(text, check_deliverability=False, globally_deliverable=False).normalized
    except EmailNotValidError:
        return None


def is_free_mail(address: str) -> bool:
    """Whether *address* is with a provider where anybody may have one."""
    return address.rpartition("@")[2] in FREE_MAIL


def read_url(text: str) -> str | None:
    """Return the address of a page, http or https only; `www.` at the beginning stands for https."""
    url = f"https://{text}" if text[:4].lower() == "www." else text
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return None
    good = parts.scheme in {"http", "https"} and "." in host and not any(sign.isspace() for sign in url)
    return url if good and len(url) <= 2000 and not parts.username else None


@cache
def time_zones() -> frozenset[str]:
    """Return the names of the IANA time zones."""
    return frozenset(available_timezones())


@lru_cache(maxsize=2048)
def are_opening_hours(text: str) -> bool:
    """Whether *text* is written as OpenStreetMap's `opening_hours`."""
    from opening_hours import validate

    return bool(validate(text))


def urgent_address(email: Email) -> Email:
    """Return *email*, labelled for urgent cases unless it has a label."""
    return email if email.label else Email(email.address, "urgent")
