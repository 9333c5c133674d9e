"""The columns of an authority that its plain record determines: what is searched, joined or constrained."""

from collections.abc import Mapping
from datetime import date

Plain = Mapping[str, object]


def columns_of(plain: Plain) -> dict[str, object]:
    """Return the columns `state_code`, `kind`, `is_central_authority`, `scope`, `status`, `last_confirmed_on`."""
    confirmed = plain.get("last_confirmed_on")
    return {
        "state_code": plain["state"],
        "kind": plain.get("kind", ""),
        "is_central_authority": bool(plain.get("is_central_authority")),
        "scope": plain.get("scope", "national"),
        "status": plain.get("status", "published"),
        "last_confirmed_on": date.fromisoformat(str(confirmed)) if confirmed else None,
    }


def triples_of(plain: Plain) -> list[tuple[str, str, str]]:
    """Return function, instrument and article of each designation, in order."""
    designations = plain.get("designations", ())
    assert isinstance(designations, list | tuple)  # noqa: S101
    return [(one["function"], one["instrument"], one.get("article", "")) for one in designations]
