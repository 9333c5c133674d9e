"""What can be wrong with a file, a row or a cell, told so that the sender can put it right."""

from collections.abc import Mapping
from dataclasses import dataclass

from directory.errors import DirectoryError

N_ = str
"""Marks a text that is translated where it is shown."""


class FileRefusedError(DirectoryError):
    """The whole file cannot be taken; where one place is to blame, *row*, *column* and *value* name it."""

    def __init__(self, reason: str, *, row: int | None = None, column: str = "", value: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.row = row
        self.column = column
        self.value = value

    def to_dict(self) -> dict[str, object]:
        """Return what a program is told: the reason, and the place where there is one."""
        told: dict[str, object] = {"reason": self.reason}
        if self.row is not None:
            told |= {"row": self.row, "column": self.column, "value": self.value}
        return told


class ChangeSetError(DirectoryError):
    """A change set cannot be applied, rolled back or withdrawn; the message says why, and what to do."""

    status = 409


class NoSuchImportError(ChangeSetError):
    """No import has this id."""

    status = 404

    def __init__(self, import_id: object) -> None:
        super().__init__(N_("There is no import %(id)s. The page of imports shows all that there are."), id=import_id)


@dataclass(frozen=True, slots=True)
class Problem:
    """One value that is not as it must be: where it stands, what it is, why not, and what helps."""

    row: int
    column: str
    value: str
    reason: str
    hint: str = ""

    def to_dict(self) -> dict[str, object]:
        """Return the problem as it is stored and printed; a hint is part of the reason."""
        reason = f"{self.reason}. {self.hint}" if self.hint else self.reason
        return {"row": self.row, "column": self.column, "value": self.value, "reason": reason}


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that is not taken, why, and its cells, so that it can be given back to be corrected.

    *harmless*: it says what another row said, so that nothing is lost.
    """

    problem: Problem
    cells: Mapping[str, str]
    harmless: bool = False
