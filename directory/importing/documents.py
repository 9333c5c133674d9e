"""JSON: a list of objects, one object, or one object a line."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import orjson

from directory.importing.problems import FileRefusedError

_MARK = b"\xef\xbb\xbf"
_LISTS = ("authorities", "items", "records", "data", "results")


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A line that is not one JSON object, and why."""

    text: str
    reason: str


def json_objects(path: Path) -> list[object]:
    """Return the items of the JSON document at *path*: those of its list, or the one object that it is."""
    try:
        document = orjson.loads(path.read_bytes().removeprefix(_MARK))
    except orjson.JSONDecodeError as error:
        raise FileRefusedError(
            f"The file is not JSON: {error.msg} (line {error.lineno}, column {error.colno}). It may be cut off.",
            row=error.lineno,
        ) from error
    if isinstance(document, list):
        return document
    if isinstance(document, dict):
        for name in _LISTS:
            if isinstance(document.get(name), list):
                return list(document[name])
        return [document]
    raise FileRefusedError("The file holds no list of entries: it must be a JSON list of objects.")


def json_lines(path: Path) -> Iterator[tuple[int, object]]:
    """Yield number and value of each line of the file at *path* that is not blank."""
    with path.open("rb") as file:
        broken: tuple[int, Unreadable] | None = None
        for number, line in enumerate(file, start=1):
            text = line.removeprefix(_MARK).strip()
            if not text:
                continue
            if broken is not None:
                yield broken
                broken = None
            try:
                yield number, orjson.loads(text)
            except orjson.JSONDecodeError as error:
                excerpt = text[:80].decode(errors="replace")
                broken = number, Unreadable(excerpt, f"This line is not JSON: {error.msg}")
        if broken is not None:
            raise FileRefusedError(
                f"The file is cut off: its last line ({broken[0]}) is not whole. Fetch it again.", row=broken[0]
            )
