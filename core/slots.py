"""Places that pages of lower rooms leave open, and that upper rooms fill; wired in wsgi.py.

A template writes `{% for part in slot("entry.actions", entry) %}{% with given = part.given %}
{% include part.template %}{% endwith %}{% endfor %}`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

Values = dict[str, object]
Reader = Callable[..., Values | None]


@dataclass(frozen=True, slots=True)
class Part:
    """One filling: a template, and what it is given."""

    template: str
    given: Values


@dataclass(frozen=True, slots=True)
class Slots:
    """Fillings by the name of their slot."""

    _filled: dict[str, list[tuple[str, Reader]]] = field(default_factory=dict)

    def fill(self, slot: str, template: str, reader: Reader) -> None:
        """Show *template* in *slot*, with what *reader* returns; where that is None, nothing is shown."""
        self._filled.setdefault(slot, []).append((template, reader))

    def parts(self, slot: str, *context: object) -> list[Part]:
        """Return what fills *slot* for this *context*, in the order in which it was wired."""
        found = []
        for template, reader in self._filled.get(slot, ()):
            given = reader(*context)
            if given is not None:
                found.append(Part(template, given))
        return found
