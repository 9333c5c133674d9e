"""The strict subset of deterministic CBOR (RFC 8949, section 4.2) in which every object travels.

Allowed: unsigned integers below 2^53, byte strings, valid UTF-8 text, arrays, maps with ascending unsigned-integer
keys, true, false and null; shortest form, definite lengths, nothing after the end. Every value has one encoding, and
every accepted byte string is the encoding of the value that it gives.

Depth: a value that is neither array nor map has depth 0; an array or map has depth 1 plus the greatest depth of what
it holds, so that an empty one has depth 1. Depth 8 is accepted, depth 9 is refused.

The size of what is decoded is bounded by the caller, who knows what he expects.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from messaging.protocol.errors import ProtocolError

Value: TypeAlias = "int | bytes | str | bool | Sequence[Value] | Mapping[int, Value] | None"

INTEGER_LIMIT = 1 << 53
MAX_DEPTH = 8

_LAST_UINT = 0x1F
_INTEGER_ONLY = frozenset({int})
_UINT, _BYTES, _TEXT, _ARRAY, _MAP, _SIMPLE = 0x00, 0x40, 0x60, 0x80, 0xA0, 0xE0
_SIMPLE_VALUES: dict[int, bool | None] = {20: False, 21: True, 22: None}
# Additional information 24 to 27 announces so many bytes; the least value that needs them stands beside.
_LONG_FORMS = ((1, 24), (2, 1 << 8), (4, 1 << 16), (8, 1 << 32))


def encode(value: Value) -> bytes:
    """Return the one encoding of *value*; what the subset cannot hold raises `ProtocolError`."""
    parts: list[bytes] = []
    (_WRITERS.get(type(value)) or _writer_of_subclass(value))(parts, value, 0)
    return b"".join(parts)


def extend_map(encoded: bytes, more: Mapping[int, Value]) -> bytes:
    """Return the encoding of a map of at most 23 entries in all: those *encoded* already, and *more* with greater keys.

    What is signed begins with what was hashed; it need not be encoded twice.
    """
    return bytes((encoded[0] + len(more),)) + encoded[1:] + encode(more)[1:]


def shorten_map(encoded: bytes, last: Mapping[int, Value]) -> bytes:
    """Return the encoding of a map of at most 23 entries without its *last* ones: what `extend_map` began with."""
    return bytes((encoded[0] - len(last),)) + encoded[1 : len(encoded) + 1 - len(encode(last))]


def _head(major: int, number: int) -> bytes:
    if number < 24:
        return bytes((major | number,))
    if number < 1 << 8:
        return bytes((major | 24, number))
    if number < 1 << 16:
        return bytes((major | 25,)) + number.to_bytes(2, "big")
    if number < 1 << 32:
        return bytes((major | 26,)) + number.to_bytes(4, "big")
    return bytes((major | 27,)) + number.to_bytes(8, "big")


_SMALL_UINTS = [_head(_UINT, number) for number in range(256)]
_SMALL_BYTES = [_head(_BYTES, number) for number in range(256)]


def _write_uint(parts: list[bytes], value: int, _depth: int) -> None:
    if 0 <= value < 256:
        parts.append(_SMALL_UINTS[value])
    elif 0 <= value < INTEGER_LIMIT:
        parts.append(_head(_UINT, value))
    else:
        raise ProtocolError("encode: integer out of range")


def _write_bytes(parts: list[bytes], value: bytes, _depth: int) -> None:
    size = len(value)
    parts.append(_SMALL_BYTES[size] if size < 256 else _head(_BYTES, size))
    parts.append(value)


def _write_text(parts: list[bytes], value: str, _depth: int) -> None:
    try:
        raw = value.encode("utf-8")
    except UnicodeEncodeError:
        raise ProtocolError("encode: lone surrogate in text") from None
    parts.append(_head(_TEXT, len(raw)))
    parts.append(raw)


def _write_array(parts: list[bytes], value: Sequence[Value], depth: int) -> None:
    if depth == MAX_DEPTH:
        raise ProtocolError("encode: too deep")
    parts.append(_head(_ARRAY, len(value)))
    depth += 1
    for item in value:
        (_WRITERS.get(type(item)) or _writer_of_subclass(item))(parts, item, depth)


def _write_map(parts: list[bytes], value: Mapping[int, Value], depth: int) -> None:
    if depth == MAX_DEPTH:
        raise ProtocolError("encode: too deep")
    if not _INTEGER_ONLY.issuperset(map(type, value)):
        raise ProtocolError("encode: a map key is no integer")
    parts.append(_head(_MAP, len(value)))
    depth += 1
    for key in sorted(value):
        _write_uint(parts, key, depth)
        item = value[key]
        (_WRITERS.get(type(item)) or _writer_of_subclass(item))(parts, item, depth)


def _write_simple(parts: list[bytes], value: bool | None, _depth: int) -> None:  # noqa: FBT001 - the value itself
    parts.append(bytes((_SIMPLE | (22 if value is None else 20 + value),)))


_Writer: TypeAlias = "Callable[[list[bytes], Any, int], None]"
_WRITERS: dict[type, _Writer] = {
    int: _write_uint,
    bytes: _write_bytes,
    str: _write_text,
    list: _write_array,
    tuple: _write_array,
    dict: _write_map,
    bool: _write_simple,
    type(None): _write_simple,
}


def _writer_of_subclass(value: Value) -> _Writer:
    """Return how to write a subclass, such as an identifier or an enumeration: as its base, remembered for the next."""
    for base in (bytes, int, str):
        if isinstance(value, base):
            return _WRITERS.setdefault(type(value), _WRITERS[base])
    raise ProtocolError("encode: a type outside the subset")


def decode(data: bytes) -> Value:
    """Return the value that *data* encodes; whatever is not exactly one encoded value raises `ProtocolError`."""
    try:
        value, end = _read(data, 0, 0)
    except (IndexError, UnicodeDecodeError):
        raise ProtocolError("decode: truncated, or text that is not UTF-8") from None
    if end != len(data):
        raise ProtocolError("decode: bytes after the end")
    return value


def _read(data: bytes, at: int, depth: int) -> tuple[Value, int]:
    first = data[at]
    at += 1
    # Small numbers, and identifiers and hashes, are most of what travels: they take the short way.
    if first < 24:
        return first, at
    number = first & 0x1F
    if number == 24 and data[at] > 23:
        number = data[at]
        at += 1
    elif number > 23:
        number, at = _read_long(data, at, number)
    return _READERS[first >> 5](data, at, number, depth)


def _read_long(data: bytes, at: int, low: int) -> tuple[int, int]:
    if low > 27:
        raise ProtocolError("decode: indefinite or reserved length")
    size, least = _LONG_FORMS[low - 24]
    end = at + size
    number = int.from_bytes(data[at:end], "big")
    if end > len(data) or not least <= number < INTEGER_LIMIT:
        raise ProtocolError("decode: number truncated, too large or not in its shortest form")
    return number, end


def _read_uint(_data: bytes, at: int, number: int, _depth: int) -> tuple[int, int]:
    return number, at


def _read_bytes(data: bytes, at: int, number: int, _depth: int) -> tuple[bytes, int]:
    end = at + number
    if end > len(data):
        raise ProtocolError("decode: string truncated")
    return data[at:end], end


def _read_text(data: bytes, at: int, number: int, depth: int) -> tuple[str, int]:
    raw, end = _read_bytes(data, at, number, depth)
    return raw.decode("utf-8"), end


def _read_array(data: bytes, at: int, number: int, depth: int) -> tuple[list[Value], int]:
    if depth == MAX_DEPTH:
        raise ProtocolError("decode: too deep")
    items = []
    depth += 1
    for _ in range(number):
        item, at = _read(data, at, depth)
        items.append(item)
    return items, at


def _read_map(data: bytes, at: int, number: int, depth: int) -> tuple[dict[int, Value], int]:
    if depth == MAX_DEPTH:
        raise ProtocolError("decode: too deep")
    entries: dict[int, Value] = {}
    previous = -1
    for _ in range(number):
        key = data[at]
        at += 1
        if key > _LAST_UINT:
            raise ProtocolError("decode: a map key is no unsigned integer")
        if key > 23:
            key, at = _read_long(data, at, key)
        if key <= previous:
            raise ProtocolError("decode: map keys do not ascend")
        previous = key
        entries[key], at = _read(data, at, depth + 1)
    return entries, at


def _read_simple(data: bytes, at: int, number: int, _depth: int) -> tuple[bool | None, int]:
    # A one-byte head only: the two-byte forms of these values would be a second encoding.
    if number not in _SIMPLE_VALUES:
        raise ProtocolError("decode: a simple value or float outside the subset")
    return _SIMPLE_VALUES[number], at


def _refuse_major(_data: bytes, _at: int, _number: int, _depth: int) -> tuple[Value, int]:
    raise ProtocolError("decode: a type outside the subset")


_READERS: tuple[Callable[[bytes, int, int, int], tuple[Value, int]], ...] = (
    _read_uint, _refuse_major, _read_bytes, _read_text, _read_array, _read_map, _refuse_major, _read_simple,
)  # fmt: skip
