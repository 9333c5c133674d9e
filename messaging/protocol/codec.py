"""The strict subset of deterministic CBOR (RFC 8949, section 4.2) in which every object travels.

Allowed: unsigned integers below 2^53, byte strings, valid UTF-8 text, arrays, maps with ascending unsigned-integer
keys, true, false and null; shortest form, definite lengths, nothing after the end. Every value has one encoding, and
every accepted byte string is the encoding of the value that it gives.

Depth: a value that is neither array nor map has depth 0; an array or map has depth 1 plus the greatest depth of what
it holds, so that an empty one has depth 1. Depth 8 is accepted, depth 9 is refused.

The size of what is decoded is bounded by the caller, who knows what he expects.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from messaging.protocol.errors import ProtocolError

Value: TypeAlias = "int | bytes | str | bool | Sequence[Value] | Mapping[int, Value] | None"

INTEGER_LIMIT = 1 << 53
MAX_DEPTH = 8

_LAST_UINT = 0x1F
_UINT, _BYTES, _TEXT, _ARRAY, _MAP, _SIMPLE = 0x00, 0x40, 0x60, 0x80, 0xA0, 0xE0
_SIMPLE_VALUES: dict[int, bool | None] = {20: False, 21: True, 22: None}
# Additional information 24 to 27 announces so many bytes; the least value that needs them stands beside.
_LONG_FORMS = {24: (1, 24), 25: (2, 1 << 8), 26: (4, 1 << 16), 27: (8, 1 << 32)}


def encode(value: Value) -> bytes:
    """Return the one encoding of *value*; what the subset cannot hold raises `ProtocolError`."""
    out = bytearray()
    _write(out, value, 0)
    return bytes(out)


def _write(out: bytearray, value: Value, depth: int) -> None:
    writer = _WRITERS.get(type(value)) or _writer_of_subclass(value)
    writer(out, value, depth)


def _write_head(out: bytearray, major: int, number: int) -> None:
    if number < 24:
        out.append(major | number)
    elif number < 1 << 8:
        out += bytes((major | 24, number))
    elif number < 1 << 16:
        out.append(major | 25)
        out += number.to_bytes(2, "big")
    elif number < 1 << 32:
        out.append(major | 26)
        out += number.to_bytes(4, "big")
    else:
        out.append(major | 27)
        out += number.to_bytes(8, "big")


def _write_uint(out: bytearray, value: int, _depth: int) -> None:
    if not 0 <= value < INTEGER_LIMIT:
        raise ProtocolError("encode: integer out of range")
    _write_head(out, _UINT, value)


def _write_bytes(out: bytearray, value: bytes, _depth: int) -> None:
    _write_head(out, _BYTES, len(value))
    out += value


def _write_text(out: bytearray, value: str, _depth: int) -> None:
    try:
        raw = value.encode("utf-8")
    except UnicodeEncodeError:
        raise ProtocolError("encode: lone surrogate in text") from None
    _write_head(out, _TEXT, len(raw))
    out += raw


def _write_array(out: bytearray, value: Sequence[Value], depth: int) -> None:
    if depth == MAX_DEPTH:
        raise ProtocolError("encode: too deep")
    _write_head(out, _ARRAY, len(value))
    for item in value:
        _write(out, item, depth + 1)


def _write_map(out: bytearray, value: Mapping[int, Value], depth: int) -> None:
    if depth == MAX_DEPTH:
        raise ProtocolError("encode: too deep")
    if any(type(key) is not int for key in value):
        raise ProtocolError("encode: a map key is no integer")
    _write_head(out, _MAP, len(value))
    for key in sorted(value):
        _write_uint(out, key, depth)
        _write(out, value[key], depth + 1)


def _write_simple(out: bytearray, value: bool | None, _depth: int) -> None:  # noqa: FBT001 - the value itself
    out.append(_SIMPLE | (22 if value is None else 20 + value))


_Writer: TypeAlias = "Callable[[bytearray, Value, int], None]"
_WRITERS: dict[type, _Writer] = {
    int: _write_uint,  # type: ignore[dict-item]
    bytes: _write_bytes,  # type: ignore[dict-item]
    str: _write_text,  # type: ignore[dict-item]
    list: _write_array,  # type: ignore[dict-item]
    tuple: _write_array,  # type: ignore[dict-item]
    dict: _write_map,  # type: ignore[dict-item]
    bool: _write_simple,  # type: ignore[dict-item]
    type(None): _write_simple,  # type: ignore[dict-item]
}


def _writer_of_subclass(value: Value) -> _Writer:
    """Return how to write a subclass, such as an identifier or an enumeration; any other type is refused."""
    for kind in (bytes, int, str):
        if isinstance(value, kind):
            return _WRITERS[kind]
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
    number, at = _read_head(data, at + 1, first & 0x1F)
    return _READERS[first >> 5](data, at, number, depth)


def _read_head(data: bytes, at: int, low: int) -> tuple[int, int]:
    if low < 24:
        return low, at
    if low not in _LONG_FORMS:
        raise ProtocolError("decode: indefinite or reserved length")
    size, least = _LONG_FORMS[low]
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
    for _ in range(number):
        item, at = _read(data, at, depth + 1)
        items.append(item)
    return items, at


def _read_map(data: bytes, at: int, number: int, depth: int) -> tuple[dict[int, Value], int]:
    if depth == MAX_DEPTH:
        raise ProtocolError("decode: too deep")
    entries: dict[int, Value] = {}
    previous = -1
    for _ in range(number):
        if data[at] > _LAST_UINT:
            raise ProtocolError("decode: a map key is no unsigned integer")
        key, at = _read_head(data, at + 1, data[at])
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
