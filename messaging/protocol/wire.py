"""The shapes that parsed objects must have: every field is read through one of these, and nothing is passed over.

Each function returns its value with its type narrowed, or raises `ProtocolError` naming the field.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from itertools import pairwise
from typing import TypeVar

from messaging.protocol.codec import Value, decode
from messaging.protocol.digest import HASH_SIZE
from messaging.protocol.errors import ProtocolError

MAX_PAYLOAD = 65_536

Enumeration = TypeVar("Enumeration", bound=IntEnum)


@dataclass(frozen=True, slots=True)
class Head:
    """A numbered place and the hash there: a link's seq, a control's generation, or a log's size with its root."""

    number: int
    hash: bytes

    def value(self) -> list[Value]:
        """Return `[number, hash]`."""
        return [self.number, self.hash]


@cache
def keys_to(last: int) -> frozenset[int]:
    """Return the keys 1 to *last*, as most maps have them."""
    return frozenset(range(1, last + 1))


def decode_map(payload: bytes, keys: AbstractSet[int], what: str) -> dict[int, Value]:
    """Return the map that a signed payload of at most 64 KiB encodes, with exactly *keys*."""
    if len(payload) > MAX_PAYLOAD:
        raise ProtocolError(f"{what}: payload too long")
    return map_of(decode(payload), keys, what)


def map_of(value: Value, keys: AbstractSet[int], what: str) -> dict[int, Value]:
    """Return a map with exactly *keys*: an unknown key is as wrong as a missing one."""
    if not isinstance(value, dict) or value.keys() != keys:
        raise ProtocolError(f"{what}: not a map of exactly its keys")
    return value


def array_of(value: Value, most: int, what: str) -> list[Value]:
    """Return an array of at most *most* items."""
    if not isinstance(value, list) or len(value) > most:
        raise ProtocolError(f"{what}: not an array of at most {most}")
    return value


def tuple_of(value: Value, length: int, what: str) -> list[Value]:
    """Return an array of exactly *length* items."""
    if not isinstance(value, list) or len(value) != length:
        raise ProtocolError(f"{what}: not an array of {length}")
    return value


def uint_of(value: Value, what: str) -> int:
    """Return an unsigned integer."""
    if type(value) is not int:
        raise ProtocolError(f"{what}: not an integer")
    return value


def bytes_of(value: Value, size: int, what: str) -> bytes:
    """Return a byte string of exactly *size*."""
    if not isinstance(value, bytes) or len(value) != size:
        raise ProtocolError(f"{what}: not {size} bytes")
    return value


def some_bytes_of(value: Value, most: int, what: str) -> bytes:
    """Return a byte string of at most *most*."""
    if not isinstance(value, bytes) or len(value) > most:
        raise ProtocolError(f"{what}: not at most {most} bytes")
    return value


def text_of(value: Value, most: int, what: str) -> str:
    """Return text of 1 to *most* bytes of UTF-8."""
    if not isinstance(value, str) or not 0 < len(value.encode("utf-8")) <= most:
        raise ProtocolError(f"{what}: not text of 1 to {most} bytes")
    return value


def one_of(kind: type[Enumeration], value: Value, what: str) -> Enumeration:
    """Return the member of an enumeration that a number stands for."""
    try:
        return kind(uint_of(value, what))
    except ValueError:
        raise ProtocolError(f"{what}: unknown") from None


def hash_of_value(value: Value, what: str) -> bytes:
    """Return a hash."""
    if not isinstance(value, bytes) or len(value) != HASH_SIZE:
        raise ProtocolError(f"{what}: not a hash")
    return value


def head_of(value: Value, what: str) -> Head:
    """Return a `[number, hash]`."""
    number, hashed = tuple_of(value, 2, what)
    return Head(uint_of(number, what), hash_of_value(hashed, what))


def ascending(items: Sequence[bytes], what: str) -> None:
    """Accept *items* of which each is greater than the one before, so that none is twice there."""
    if any(later <= earlier for earlier, later in pairwise(items)):
        raise ProtocolError(f"{what}: not ascending")
