"""Entries as a sheet of our own import format: one row an authority, for measuring and for trying imports.

A row holds less than an entry: its designations share what the first of them says.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from directory.records import Answer, AuthorityRecord, Designation, Email, I18n, Phone
from directory.vocabulary.codes import UN_LANGUAGES

SHEET_COLUMNS: tuple[str, ...] = (
    "external_id", "state", "scope", "territory",
    *(f"name:{tag}" for tag in UN_LANGUAGES), "name:original", "name:latin", "acronyms",
    *(f"parent_body:{tag}" for tag in UN_LANGUAGES), *(f"department:{tag}" for tag in UN_LANGUAGES),
    "kind", "is_central_authority",
    "address", "address_lines", "city", "region", "postal_code", "address_country",
    "phones", "faxes", "emails", "websites", "office_hours", "time_zone", "out_of_hours",
    *(f"out_of_hours_instruction:{tag}" for tag in UN_LANGUAGES),
    "working_languages", "networks", *(f"notes_public:{tag}" for tag in UN_LANGUAGES),
    "last_confirmed_on", "as_of",
    "functions", "instruments", "languages_accepted", "channels_accepted", "interpol_acceptance",
    "formats_accepted", "legal_basis_use", "electronic_transmission", "e_signature", "videoconference", "legalisation",
    "urgent_procedure:en", "urgent_contact", "documents_required", "dual_criminality", "use_limitation",
    "minimum_threshold", "typical_duration_days", "notified_on",
)  # fmt: skip


def write_sheet(records: Iterable[AuthorityRecord], path: Path) -> int:
    """Write *records* to an XLSX workbook of our own format at *path*; return how many rows it has."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Authorities")
    sheet.append(SHEET_COLUMNS)
    rows = 0
    for row in sheet_rows(records):
        sheet.append([row.get(column) for column in SHEET_COLUMNS])
        rows += 1
    book.save(path)
    return rows


def sheet_rows(records: Iterable[AuthorityRecord]) -> Iterator[Mapping[str, str]]:
    """Yield each record as a row: column → text; empty cells are absent."""
    for record in records:
        row = {**_identity(record), **_contacts(record), **_designations(record)}
        yield {column: text for column, text in row.items() if text}


def _identity(record: AuthorityRecord) -> dict[str, str]:
    central = record.is_central_authority
    return {
        "external_id": record.external_id,
        "state": record.territory or record.state,
        **_names(record.names),
        "acronyms": "; ".join(record.acronyms),
        **_texts("parent_body", record.parent_body),
        **_texts("department", record.department),
        "kind": record.kind,
        "is_central_authority": "" if central is None else ("yes" if central else "no"),
        "working_languages": "; ".join(record.working_languages),
        "networks": "; ".join(seat.network for seat in record.networks),
        **_texts("notes_public", record.notes_public),
        "last_confirmed_on": _day(record.last_confirmed_on),
        "as_of": _day(record.as_of),
    }


def _names(names: I18n) -> dict[str, str]:
    row = _texts("name", names)
    for tag, text in names.items():
        if tag not in UN_LANGUAGES:
            row["name:latin" if tag.endswith("-Latn") else "name:original"] = text
    return row


def _texts(field: str, texts: I18n) -> dict[str, str]:
    return {f"{field}:{tag}": texts[tag] for tag in UN_LANGUAGES if tag in texts}


def _day(value: object) -> str:
    return str(value) if value else ""


def _contacts(record: AuthorityRecord) -> dict[str, str]:
    address = record.address
    out = record.out_of_hours
    row = {
        "phones": "; ".join(map(_phone, record.phones)),
        "faxes": "; ".join(map(_phone, record.faxes)),
        "emails": "; ".join(map(_email, record.emails)),
        "websites": " ".join(website.url for website in record.websites),
        "office_hours": record.office_hours,
        "time_zone": record.time_zone,
        "out_of_hours": out.term if out else "",
        **(_texts("out_of_hours_instruction", out.instruction) if out else {}),
    }
    if address:
        row |= {
            "address": address.as_supplied,
            "address_lines": "\n".join(address.lines),
            "city": address.city,
            "region": address.region,
            "postal_code": address.postal_code,
            "address_country": address.country,
        }
    return row


def _phone(phone: Phone) -> str:
    label = f"{phone.label} only" if phone.urgent_only and phone.label == "urgent" else phone.label
    return f"{phone.as_supplied or phone.e164} ({label})" if label else phone.as_supplied or phone.e164


def _email(email: Email) -> str:
    return f"{email.address} ({email.label})" if email.label else email.address


def _designations(record: AuthorityRecord) -> dict[str, str]:
    if not record.designations:
        return {}
    first = record.designations[0]
    return {
        "functions": "; ".join(one.function for one in record.designations),
        "instruments": "; ".join(f"{one.instrument} {one.article}".strip() for one in record.designations),
        **_accepted(first),
        "legal_basis_use": first.legal_basis_use if first.legal_basis_use != "conditional" else "",
        "electronic_transmission": _answer(first.electronic_transmission),
        "e_signature": _answer(first.e_signature),
        "videoconference": _answer(first.videoconference),
        "legalisation": first.legalisation,
        "urgent_procedure:en": first.urgent_procedure.text.get("en", "") if first.urgent_procedure else "",
        "urgent_contact": first.urgent_procedure.contact if first.urgent_procedure else "",
        "documents_required": "; ".join(one.text.get("en", "") for one in first.documents_required),
        "dual_criminality": _answer(first.dual_criminality),
        "use_limitation": _answer(first.use_limitation),
        "minimum_threshold": _answer(first.minimum_threshold),
        "typical_duration_days": _duration(first),
        "notified_on": _day(first.notified_on),
    }


def _accepted(first: Designation) -> dict[str, str]:
    languages = []
    for one in first.languages_accepted:
        words = "certified translation" if one.certified else "translation" if one.translation_required else ""
        languages.append(f"{one.language} ({words})" if words else one.language)
    return {
        "languages_accepted": "; ".join(languages),
        "channels_accepted": "; ".join(first.channels_accepted),
        "interpol_acceptance": first.interpol_acceptance,
        "formats_accepted": "; ".join(
            f"{one.format} ({one.signature_type})" if one.signature_type else one.format
            for one in first.formats_accepted
        ),
    }


def _answer(answer: Answer | None) -> str:
    if answer is None:
        return ""
    words = answer.text.get("en", "")
    return f"{answer.answer}: {words}" if words else answer.answer


def _duration(first: Designation) -> str:
    days = first.typical_duration_days
    return f"{days.shortest}-{days.longest}" if days else ""
