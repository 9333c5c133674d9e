"""What can go wrong in the directory, told to the person who can put it right."""

from core.errors import EntraideError

N_ = str


class DirectoryError(EntraideError):
    """Something about the directory is not as it must be; the message says what, and what to do."""


class RecordError(DirectoryError):
    """A value of an entry cannot be read; *path* names the place, such as `phones[1].e164`."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}" if path else reason)
        self.path = path
        self.reason = reason


class UnknownTermError(DirectoryError):
    """A word is not a term of its vocabulary."""


class NoSuchEntryError(DirectoryError):
    """No entry has this id, or it was withdrawn."""

    status = 404

    def __init__(self, **values: object) -> None:
        super().__init__(
            N_("There is no entry %(id)s: it may have been withdrawn. Search for the authority."), **values
        )


class QueryError(DirectoryError):
    """A part of a search cannot be read."""
