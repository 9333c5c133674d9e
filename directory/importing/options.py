"""What the sender of a file says about it; apart from the reading, which no page needs that only takes a file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """How a file is to be read; whatever is empty is found out.

    *state* is the State of rows that have no column for it.
    """

    profile: str = ""
    source: str = ""
    encoding: str = ""
    state: str = ""
