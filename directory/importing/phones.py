"""Telephone numbers: written in full they are held against their country's plan at once, others by the library."""

import re
from functools import cache, lru_cache

from directory.importing.values import contact_label, split_label
from directory.records import Phone

_INTERNATIONAL = re.compile(r"\+[0-9][0-9 ().\-]{5,24}")
_NUMBER_KINDS = (
    "fixed_line", "mobile", "toll_free", "premium_rate", "shared_cost", "personal_number", "voip", "pager", "uan",
    "voicemail",
)  # fmt: skip
_NOT_DIGITS = re.compile(r"[^0-9]")
_FICTIONAL = re.compile(r"\+[1-9]\d{0,2}[ -]?000[ -]?\d[\d -]{4,10}|\+1[ -]?(?:\d{3}[ -]?)?555[ -]?01\d\d")


def read_phone(text: str, region: str) -> Phone | None:
    """Return the telephone number in *text*; without + it is one of the State or territory *region*."""
    number, words = split_label(text)
    label, urgent_only = contact_label(words) if words else ("", False)
    number = number.strip()
    digits = _fictional(number) or _international(number)
    extension = ""
    if digits is None:
        digits, extension = _parsed(number, region)
    if not digits:
        return None
    return Phone(digits, extension, label, urgent_only, number[:200])


def _fictional(number: str) -> str | None:
    """Return a demonstration's number: 000 after the country code, with which none begins, or +1 … 555 01xx."""
    if ("000" not in number and "555" not in number) or not _FICTIONAL.fullmatch(number):
        return None
    return f"+{_NOT_DIGITS.sub('', number)}"


def is_fictional(phone: Phone) -> bool:
    """Whether nobody can have the number of *phone*; good for a demonstration only."""
    return _fictional(phone.as_supplied or phone.e164) is not None


def _international(number: str) -> str | None:
    """Return the E.164 form of a number that is written in full and fits its country's plan; None: look closer."""
    if not _INTERNATIONAL.fullmatch(number) or "(0" in number:
        return None
    digits = _NOT_DIGITS.sub("", number)
    for length in (1, 2, 3):
        plan = _plan(digits[:length])
        if plan is not None:
            national = digits[length:]
            fits = plan.fullmatch(national) is not None
            return f"+{digits}" if fits else None
    return None


@cache
def _plan(code: str) -> re.Pattern[str] | None:
    """Return what the numbers of a calling code look like; none where several States share it."""
    import phonenumbers

    regions = phonenumbers.COUNTRY_CODE_TO_REGION_CODE.get(int(code), ())
    if len(regions) != 1 or regions[0] == "001":
        return None
    plan = phonenumbers.PhoneMetadata.metadata_for_region(regions[0])
    # Where a number may begin like the prefix for calls within the State, only the library can tell.
    if plan is None or plan.general_desc is None or plan.national_prefix_for_parsing not in {None, "0"}:
        return None
    kinds = [getattr(plan, name) for name in _NUMBER_KINDS]
    patterns = "|".join(kind.national_number_pattern for kind in kinds if kind and kind.national_number_pattern)
    return re.compile(f"(?!0)(?=(?:{plan.general_desc.national_number_pattern})$)(?:{patterns})")


@lru_cache(maxsize=2048)
def _parsed(number: str, region: str) -> tuple[str, str]:
    """Return number and extension as the library reads them; both empty if it finds no possible number."""
    import phonenumbers

    try:
        found = phonenumbers.parse(number, region or None)
        if not phonenumbers.is_valid_number(found):
            return "", ""
    except (phonenumbers.NumberParseException, IndexError, ValueError):
        # The library raises its own error for what is no number, and IndexError for ", ".
        return "", ""
    return phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.E164), found.extension or ""


def unread_phone(text: str) -> Phone:
    """Return what stands for a number that could not be read: its words, kept."""
    return Phone(as_supplied=text[:200])


def urgent(phone: Phone) -> Phone:
    """Return *phone*, labelled for urgent cases."""
    return Phone(phone.e164, phone.extension, "urgent", phone.urgent_only, phone.as_supplied)
