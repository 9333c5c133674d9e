"""Padmé lengths (Nikitin et al., PETS 2019): what is sealed tells little of its length and grows by at most 12 %.

Nothing is ever compressed. All arithmetic is on integers, since floats round differently in two languages.
"""

from messaging.protocol.errors import ProtocolError

MIN_LENGTH = 256
_MARK = 0x80


def padme_length(length: int) -> int:
    """Return the least allowed length that holds *length* bytes, never under 256."""
    if length <= MIN_LENGTH:
        return MIN_LENGTH
    exponent = length.bit_length() - 1
    zeros = exponent - exponent.bit_length()
    mask = (1 << zeros) - 1
    return (length + mask) & ~mask


def is_padme_length(length: int) -> bool:
    """Say whether *length* is one that padding gives."""
    return length >= MIN_LENGTH and padme_length(length) == length


def pad(content: bytes) -> bytes:
    """Return *content*, 0x80 and as many zero bytes as its Padmé length asks for."""
    marked = content + bytes((_MARK,))
    return marked.ljust(padme_length(len(marked)), b"\x00")


def unpad(padded: bytes) -> bytes:
    """Return the content of *padded*; any padding but the one that `pad` makes raises `ProtocolError`."""
    marked = padded.rstrip(b"\x00")
    if not marked or marked[-1] != _MARK or padme_length(len(marked)) != len(padded):
        raise ProtocolError("padding")
    return marked[:-1]
