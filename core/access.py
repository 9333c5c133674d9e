"""Who may use an endpoint: every one says so, and one that does not is closed."""

from collections.abc import Callable
from enum import Enum
from typing import TypeVar

View = TypeVar("View", bound=Callable[..., object])
_MARK = "open_to_audience"


class Audience(Enum):
    """The circles of people, each said at the endpoint that it may use."""

    ANYONE = "anyone"
    MEMBERS = "every signed-in person"
    OFFICERS = "officers and administrators of an authority"
    ADMINISTRATORS = "administrators of an authority"
    SECRETARIAT = "the secretariat"


def open_to(audience: Audience, *, bearer: bool = False) -> Callable[[View], View]:
    """Mark a view as open to *audience*; *bearer* lets a token stand in for a signed-in browser."""

    def mark(view: View) -> View:
        setattr(view, _MARK, (audience, bearer))
        return view

    return mark


def audience_of(view: Callable[..., object]) -> tuple[Audience, bool] | None:
    """Return what `open_to` said of *view*, or None if nobody said anything."""
    found: tuple[Audience, bool] | None = getattr(view, _MARK, None)
    return found
