"""Who does something."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Actor:
    """The account that acts, as services and the audit trail know it."""

    id: UUID
    name: str
