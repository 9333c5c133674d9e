"""Which required fields an entry still lacks; such an entry is stored all the same, and says so."""

from collections.abc import Iterator

from directory.records.authority import AuthorityRecord
from directory.records.designation import Designation

LANGUAGES_REQUIRED = frozenset({"extradition", "mutual-legal-assistance"})
"""The functions for which at least one accepted language must be known."""


def is_storable(record: AuthorityRecord) -> bool:
    """Whether *record* has the two things without which it cannot be kept: a State and a name."""
    return bool(record.state) and any(record.names.values())


def incomplete_fields(record: AuthorityRecord) -> tuple[str, ...]:
    """Name the required fields that *record* lacks, in the order of the entry; none for a complete entry.

    Names are those of the fields, such as `address.city` or `designations[2].languages_accepted`;
    `phones` stands for "a telephone number or an e-mail address".
    """
    missing = [name for name, present in _requirements(record) if not present]
    for number, designation in enumerate(record.designations):
        missing += [f"designations[{number}].{name}" for name in _missing_in(designation)]
    return tuple(missing)


def _requirements(record: AuthorityRecord) -> tuple[tuple[str, bool], ...]:
    address = record.address
    return (
        ("state", bool(record.state)),
        ("scope_name", record.scope == "national" or bool(record.scope_name)),
        ("names", any(record.names.values())),
        ("kind", bool(record.kind)),
        ("is_central_authority", record.is_central_authority is not None),
        ("address.city", address is not None and bool(address.city)),
        ("address.country", address is not None and bool(address.country)),
        ("phones", bool(record.phones or record.emails)),
        ("time_zone", bool(record.time_zone) or not record.office_hours),
    )


def _missing_in(designation: Designation) -> Iterator[str]:
    if designation.function in LANGUAGES_REQUIRED and not designation.languages_accepted:
        yield "languages_accepted"
    if designation.legal_basis_use == "conditional" and not designation.legal_basis_text:
        yield "legal_basis_text"
