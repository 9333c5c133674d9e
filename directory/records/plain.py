"""The plain form of an entry: what JSON, revisions, comparisons and our own import format hold.

Keys are the names of the fields in their order, dates are ISO 8601, and whatever equals its default
is left out, so equal entries have equal plain forms and, with sorted keys, equal bytes.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from functools import cache, partial
from types import NoneType, UnionType
from typing import NoReturn, TypeAlias, TypeVar, cast, get_args, get_origin, get_type_hints

import orjson

from directory.errors import RecordError

T = TypeVar("T")
Plain: TypeAlias = dict[str, object]
Writer: TypeAlias = Callable[[object], object] | None
Reader: TypeAlias = tuple[type, Callable[[object], object] | None]

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


def from_dict(kind: type[T], plain: object) -> T:
    """Return the record of class *kind* that *plain* describes.

    Raises RecordError, naming the place, for an unknown key, a missing one or a value of the wrong type.
    """
    if type(plain) is not dict:
        raise RecordError("", "must be an object")
    fields_of: type = kind
    readers, required = _readers(fields_of)
    values = {}
    name = ""
    try:
        for name, value in plain.items():
            expected, read = readers[name]
            # The exact type, because True is an int to isinstance.
            if type(value) is not expected:
                _refuse(expected)
            values[name] = value if read is None else read(value)
        for name in required:
            values[name]
    except RecordError as error:
        raise RecordError(_path(name, error.path), error.reason) from error
    except KeyError as error:
        reason = "is missing" if name in readers else "is not a field of an entry; check its spelling"
        raise RecordError(str(name), reason) from error
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
        return lambda texts: dict(cast(Mapping[str, str], texts))
    if bare is date:
        return lambda day: cast(date, day).isoformat()
    return to_dict if is_dataclass(bare) else None


def _each(write: Callable[[object], object]) -> Callable[[object], object]:
    return lambda many: [write(one) for one in cast(tuple[object, ...], many)]


def _reader(hint: object) -> Reader:
    """Return the JSON type that *hint* is written as, and what makes a value of it; None keeps it as it is."""
    bare = _bare(hint)
    origin = get_origin(bare)
    if origin is tuple:
        return list, _list_reader(*_reader(get_args(bare)[0]))
    if origin is not None:
        return dict, _read_texts
    if bare is date:
        return str, _read_date
    kind = cast(type[object], bare)
    return (dict, partial(from_dict, kind)) if is_dataclass(kind) else (kind, None)


def _list_reader(expected: type, read: Callable[[object], object] | None) -> Callable[[object], object]:
    def read_all(many: object) -> object:
        found = []
        for one in cast(list[object], many):
            try:
                if type(one) is not expected:
                    _refuse(expected)
                found.append(one if read is None else read(one))
            except RecordError as error:
                raise RecordError(_path(f"[{len(found)}]", error.path), error.reason) from error
        return tuple(found)

    return read_all


def _refuse(expected: type) -> NoReturn:
    raise RecordError("", f"must be {_NAMES[expected]}")


def _path(start: str, rest: str) -> str:
    return f"{start}.{rest}" if rest and not rest.startswith("[") else f"{start}{rest}"


def _read_texts(texts: object) -> object:
    for tag, text in cast(dict[str, object], texts).items():
        if type(text) is not str:
            raise RecordError(tag, "must be text")
    return texts


def _read_date(day: object) -> object:
    try:
        return date.fromisoformat(cast(str, day))
    except ValueError as error:
        raise RecordError("", f"must be a date such as 2026-01-31, not {day!r}") from error
