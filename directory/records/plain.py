"""The plain form of an entry: what JSON, revisions, comparisons and our own import format hold.

Keys are the names of the fields in their order, dates are ISO 8601, and whatever equals its default
is left out, so equal entries have equal plain forms and equal bytes.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import TypeAlias, TypeVar, cast, get_args, get_origin, get_type_hints

import orjson

from directory.errors import RecordError

T = TypeVar("T")
Plain: TypeAlias = dict[str, object]
Writer: TypeAlias = Callable[[object], object] | None
Reader: TypeAlias = Callable[[object, str], object]

_NAMES = {str: "text", bool: "true or false", int: "a whole number", dict: "an object", list: "a list"}


def to_dict(record: object) -> Plain:
    """Return the plain form of *record*, a value of any class of `directory.records`."""
    plain: Plain = {}
    kind: type = type(record)
    for name, default, write in _writers(kind):
        value = getattr(record, name)
        if value != default:
            plain[name] = value if write is None else write(value)
    return plain


def to_json(record: object) -> bytes:
    """Return the plain form as UTF-8 JSON with sorted keys: the same bytes for equal records."""
    return orjson.dumps(to_dict(record), option=orjson.OPT_SORT_KEYS)


def from_dict(kind: type[T], plain: object, path: str = "") -> T:
    """Return the record of class *kind* that *plain* describes.

    Raises RecordError, naming the place, for an unknown key, a missing one or a value of the wrong type.
    """
    if not isinstance(plain, dict):
        raise RecordError(path, "must be an object")
    fields_of: type = kind
    readers, required = _readers(fields_of)
    values = {}
    prefix = f"{path}." if path else ""
    for name, value in plain.items():
        reader = readers.get(name)
        if reader is None:
            raise RecordError(f"{prefix}{name}", "is not a field of an entry; check its spelling")
        values[name] = reader(value, f"{prefix}{name}")
    for name in required:
        if name not in values:
            raise RecordError(f"{prefix}{name}", "is missing")
    return kind(**values)


def from_json(kind: type[T], text: bytes | str) -> T:
    """Return the record of class *kind* in the JSON *text*; raises RecordError as `from_dict` does."""
    try:
        plain = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise RecordError("", f"is not JSON: {error}") from error
    return from_dict(kind, plain)


@cache
def _writers(kind: type) -> tuple[tuple[str, object, Writer], ...]:
    hints = get_type_hints(kind)
    return tuple((f.name, _default(f), _writer(hints[f.name])) for f in _fields(kind))


@cache
def _readers(kind: type) -> tuple[dict[str, Reader], tuple[str, ...]]:
    hints = get_type_hints(kind)
    readers = {f.name: _reader(hints[f.name]) for f in _fields(kind)}
    required = [f.name for f in _fields(kind) if f.default is MISSING and f.default_factory is MISSING]
    return readers, tuple(required)


def _fields(kind: type) -> tuple[Field[object], ...]:
    if not is_dataclass(kind):
        raise TypeError(f"{kind.__name__} is not a record")
    return fields(kind)


def _default(field: Field[object]) -> object:
    if field.default is not MISSING:
        return field.default
    return MISSING if field.default_factory is MISSING else field.default_factory()


def _bare(hint: object) -> object:
    """*hint* without "or None" and without the name of a NewType."""
    if isinstance(hint, UnionType):
        (hint,) = (part for part in get_args(hint) if part is not NoneType)
    return getattr(hint, "__supertype__", hint)


def _writer(hint: object) -> Writer:
    bare = _bare(hint)
    origin = get_origin(bare)
    if origin is tuple:
        write = _writer(get_args(bare)[0])
        return (lambda many: list(cast(tuple[object, ...], many))) if write is None else _each(write)
    if origin is not None:
        return lambda texts: dict(sorted(cast(Mapping[str, str], texts).items()))
    if bare is date:
        return lambda day: cast(date, day).isoformat()
    return to_dict if is_dataclass(bare) else None


def _each(write: Callable[[object], object]) -> Callable[[object], object]:
    return lambda many: [write(one) for one in cast(tuple[object, ...], many)]


def _reader(hint: object) -> Reader:
    bare = _bare(hint)
    origin = get_origin(bare)
    if origin is tuple:
        return _list_reader(_reader(get_args(bare)[0]))
    if origin is not None:
        return _read_texts
    if bare is date:
        return _read_date
    if is_dataclass(bare):
        kind = cast(type[object], bare)
        return lambda value, path: from_dict(kind, value, path)
    return _scalar_reader(cast(type[object], bare))


def _expect(value: object, kind: type, path: str) -> None:
    # The exact type, because True is an int to isinstance.
    if type(value) is not kind:
        raise RecordError(path, f"must be {_NAMES[kind]}")


def _scalar_reader(kind: type[object]) -> Reader:
    def read(value: object, path: str) -> object:
        _expect(value, kind, path)
        return value

    return read


def _list_reader(read: Reader) -> Reader:
    def read_all(value: object, path: str) -> object:
        _expect(value, list, path)
        return tuple([read(one, f"{path}[{place}]") for place, one in enumerate(cast(list[object], value))])

    return read_all


def _read_texts(value: object, path: str) -> object:
    _expect(value, dict, path)
    texts = cast(dict[str, object], value)
    for tag, text in texts.items():
        _expect(text, str, f"{path}.{tag}")
    return texts


def _read_date(value: object, path: str) -> object:
    _expect(value, str, path)
    try:
        return date.fromisoformat(cast(str, value))
    except ValueError as error:
        raise RecordError(path, f"must be a date such as 2026-01-31, not {value!r}") from error
