"""Choices that look free and are the same every time: bytes of SHA-256 over a fixed seed and a subject."""

from collections.abc import Sequence
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")
SEED = "Entraide demonstration, first edition"


class Draws:
    """The choices made for one subject, in the order in which they are asked for."""

    __slots__ = ("_block", "_blocks", "_place", "_subject")

    def __init__(self, *subject: str) -> None:
        self._subject = "\x1f".join((SEED, *subject))
        self._block = b""
        self._blocks = 0
        self._place = 0

    def below(self, limit: int) -> int:
        """Return a number from 0 up to *limit*, which is at most 65,536."""
        if self._place == len(self._block):
            self._block = sha256(f"{self._subject}\x1f{self._blocks}".encode()).digest()
            self._blocks += 1
            self._place = 0
        self._place += 2
        return int.from_bytes(self._block[self._place - 2 : self._place], "big") % limit

    def pick(self, many: Sequence[T]) -> T:
        """Return one of *many*."""
        return many[self.below(len(many))]

    def chance(self, percent: int) -> bool:
        """Whether something that happens *percent* times in a hundred happens here."""
        return self.below(100) < percent
