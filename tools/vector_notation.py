"""How vectors write values in JSON, so that every language reads them alike.

Numbers, text, true, false and null stand for themselves; `{"hex": "…"}` is a byte string, `{"map": [[key, value] …]}`
a map, and a JSON array an array.
"""

import hashlib
from collections.abc import Mapping
from typing import Any, cast

from messaging.protocol.codec import Value


class Stream:
    """Bytes that look random and are the same at every run: SHAKE-256 of a name and a counter."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._drawn = 0

    def __call__(self, size: int) -> bytes:
        """Return the next *size* bytes."""
        self._drawn += 1
        return hashlib.shake_256(f"{self._name}/{self._drawn}".encode()).digest(size)


def noted(value: Value) -> Any:  # noqa: ANN401 - JSON is any
    """Return *value* in the notation of the vectors."""
    if isinstance(value, bytes):
        return {"hex": value.hex()}
    if isinstance(value, Mapping):
        return {"map": [[key, noted(item)] for key, item in sorted(value.items())]}
    if isinstance(value, list | tuple):
        return [noted(item) for item in value]
    return value


def valued(note: Any) -> Value:  # noqa: ANN401 - JSON is any
    """Return the value that *note* stands for."""
    if isinstance(note, list):
        return [valued(item) for item in note]
    if not isinstance(note, dict):
        return cast("Value", note)
    if "map" in note:
        return {int(key): valued(item) for key, item in note["map"]}
    return bytes.fromhex(note["hex"])
