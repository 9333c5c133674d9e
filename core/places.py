"""The main menu: each room adds its places; a reader sees those that are open to them."""

from collections.abc import Collection
from dataclasses import dataclass, field

from core.access import Audience


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the main menu; *label* is English, translated where it is shown.

    A place with a *tab* opens in the browser's tab of that name, and leaves the reader's own where it is.
    """

    section: str
    endpoint: str
    label: str
    icon: str
    audience: Audience
    tab: str = ""


@dataclass(frozen=True, slots=True)
class Places:
    """The entries in the order in which they are shown."""

    _entries: list[Place] = field(default_factory=list)

    def add(self, place: Place) -> None:
        """Put *place* at the end of the menu."""
        self._entries.append(place)

    def open_to(self, audiences: Collection[Audience]) -> list[Place]:
        """Return the entries that somebody of these circles may use."""
        return [place for place in self._entries if place.audience in audiences]
