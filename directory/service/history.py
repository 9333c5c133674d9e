"""What changed between two states of an entry, field by field."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_IDENTIFIED_BY = ("function", "instrument", "article")
_UNREMARKED = frozenset({"source", "external_id", "provenance", "as_of", "last_confirmed_on", "notes_internal"})
_PRIVATE = "contact_persons"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that changed: its place such as `names.fr` or `phones`, and its text before and after.

    An empty text means that there was, or is, nothing.
    """

    field: str
    before: str
    after: str


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[FieldChange, ...]:
    """Return what changed between two plain forms of one entry, in the order of the entry."""
    old, new = dict(_leaves(before)), dict(_leaves(after))
    fields = dict.fromkeys((*old, *new))
    return tuple(
        FieldChange(field, old.get(field, ""), new.get(field, ""))
        for field in fields
        if old.get(field, "") != new.get(field, "")
    )


def _leaves(plain: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in plain.items():
        if name == "designations":
            for one in value:
                yield from _designation(one)
        elif isinstance(value, dict) and name not in _UNREMARKED:
            yield from ((f"{name}.{part}", as_text(text)) for part, text in value.items())
        elif name not in _UNREMARKED and name != _PRIVATE:
            yield name, as_text(value)


def _designation(plain: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    place = "designations/" + "/".join(plain.get(part, "") for part in _IDENTIFIED_BY)
    rest = {name: value for name, value in plain.items() if name not in _IDENTIFIED_BY}
    yield place, " "
    yield from ((f"{place}/{name}", as_text(value)) for name, value in rest.items())


def as_text(value: Any) -> str:  # noqa: ANN401  (any value of a plain form)
    """Return a value of a plain form as one line for a reader."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        shown = value.get("as_supplied") or value.get("address") or value.get("url")
        return as_text(shown) if isinstance(shown, str) else " · ".join(as_text(one) for one in value.values() if one)
    if isinstance(value, list):
        return ", ".join(as_text(one) for one in value)
    return str(value)
