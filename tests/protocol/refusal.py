"""The words in which protocol tests say that something is refused."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from messaging.protocol.errors import OUTWARD, ProtocolError


@contextmanager
def refused(reason: str = "") -> Iterator[None]:
    """Expect the one error, for a reason that contains *reason*, and the same words for everybody outside."""
    with pytest.raises(ProtocolError) as caught:
        yield
    assert reason in caught.value.reason
    assert str(caught.value) == OUTWARD


def is_refused(reader: object, *arguments: object) -> bool:
    """Say whether *reader* raises the one error; any other error fails the test."""
    assert callable(reader)
    try:
        reader(*arguments)
    except ProtocolError:
        return True
    return False


def flipped(data: bytes, bit: int) -> bytes:
    """Return *data* with one bit the other way."""
    changed = bytearray(data)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)
