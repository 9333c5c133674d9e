"""What kind of file this is: told by its content; a name that says otherwise is refused.

A file is refused here, before anything is read from it, when it is empty, too large, cut off, protected by
a password, or no list at all.
"""

import zipfile
from enum import Enum
from pathlib import Path

import orjson

from directory.importing.problems import FileRefusedError

HEAD = 64 * 1024
UNPACKED_LIMIT = 3 * 1024 * 1024 * 1024
"""Bytes that the parts of a workbook may have together when unpacked; more is an attack, not a list."""

N_ = str


class Kind(Enum):
    """The kinds of file that can be read."""

    TEXT = N_("text table")
    JSON = "JSON"
    JSON_LINES = N_("JSON lines")
    XLSX = N_("XLSX workbook")
    ODS = N_("ODS workbook")
    XLS = N_("XLS workbook")


_SUFFIXES = {
    ".xlsx": {Kind.XLSX},
    ".xlsm": {Kind.XLSX},
    ".ods": {Kind.ODS},
    ".xls": {Kind.XLS},
    ".csv": {Kind.TEXT},
    ".tsv": {Kind.TEXT},
    ".json": {Kind.JSON, Kind.JSON_LINES},
    ".jsonl": {Kind.JSON, Kind.JSON_LINES},
    ".ndjson": {Kind.JSON, Kind.JSON_LINES},
}
_NOT_LISTS = (
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "a text document (RTF)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3", "a database"),
)
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_DBASE_VERSIONS = frozenset(b"\x02\x03\x30\x31\x43\x63\x83\x8b\xcb\xf5\xfb")


def kind_of(path: Path, name: str, limit: int) -> Kind:
    """Return the kind of the file at *path*, called *name* by its sender; at most *limit* bytes are taken."""
    if not path.is_file():
        raise FileRefusedError(f"There is no file {path}.")
    size = path.stat().st_size
    if size > limit:
        megabytes = 1024 * 1024
        raise FileRefusedError(
            f"The file has {size / megabytes:.0f} MB; at most {limit // megabytes} MB can be read. "
            "Split it and import the parts."
        )
    with path.open("rb") as file:
        head = file.read(HEAD)
    if not head.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise FileRefusedError("The file is empty.")
    kind = _by_content(path, head)
    _refuse_other_name(Path(name).suffix.lower(), kind)
    return kind


def _by_content(path: Path, head: bytes) -> Kind:
    if head.startswith(b"PK"):
        return _zipped(path)
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return _compound(path)
    for mark, what in _NOT_LISTS:
        if head.startswith(mark):
            raise FileRefusedError(f"The file is {what}, not a list. Save the list as CSV, XLSX, ODS or JSON.")
    _refuse_binary(head)
    return _text(path, head)


def _zipped(path: Path) -> Kind:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            unpacked = sum(part.file_size for part in archive.infolist())
            locked = any(part.flag_bits & 1 for part in archive.infolist())
            kind = _office_kind(archive, names)
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise FileRefusedError(
            "The file is cut off or damaged: it begins like a workbook, but its end does not fit. Fetch it again."
        ) from error
    if locked:
        raise FileRefusedError("The file is protected by a password. Save it without one.")
    if unpacked > UNPACKED_LIMIT:
        raise FileRefusedError("The workbook would unpack to more than 3 GB; it is not read. Split it.")
    return kind


def _office_kind(archive: zipfile.ZipFile, names: set[str]) -> Kind:
    if "xl/workbook.xml" in names:
        return Kind.XLSX
    if "mimetype" in names and "content.xml" in names:
        if archive.read("mimetype").startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
            if "META-INF/manifest.xml" in names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
                raise FileRefusedError("The file is protected by a password. Save it without one.")
            return Kind.ODS
        raise FileRefusedError("The file is a text document, not a list. Save the list as CSV, XLSX, ODS or JSON.")
    if "xl/workbook.bin" in names:
        raise FileRefusedError("The file is a binary workbook (XLSB). Save it as XLSX.")
    raise FileRefusedError("The file is a ZIP archive. Unpack it and import the files in it one by one.")


def _compound(path: Path) -> Kind:
    content = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise FileRefusedError("The file is protected by a password. Save it without one.")
    if "Workbook".encode("utf-16-le") in content or "Book".encode("utf-16-le") in content:
        return Kind.XLS
    raise FileRefusedError(
        "The file is an old office document without a sheet, or it is cut off. Save the list as CSV, XLSX or ODS."
    )


def _refuse_binary(head: bytes) -> None:
    if b"\x00" not in head or head.startswith(_UTF16_MARKS):
        return
    header_length = int.from_bytes(head[8:10], "little")
    if head[0] in _DBASE_VERSIONS and header_length > 32 and header_length % 32 in {0, 1, 8}:
        raise FileRefusedError("The file is a dBase table (DBF). Save it as CSV, XLSX or ODS.")
    # UTF-16 without its mark has a zero in every second byte.
    zeros = max(head[0::2].count(0), head[1::2].count(0))
    if zeros < len(head) // 4:
        raise FileRefusedError("The file holds bytes that no text has. Save the list as CSV, XLSX, ODS or JSON.")


def _text(path: Path, head: bytes) -> Kind:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    lowered = start[:200].lower()
    if lowered.startswith((b"<!doctype html", b"<html", b"<table", b"<?xml", b"<div", b"<body")):
        raise FileRefusedError("The file is a web page or XML, not a list. Save the list as CSV, XLSX, ODS or JSON.")
    if start[:1] == b"[" and start[1:].lstrip()[:1] in {b"{", b"[", b"]", b'"', b""}:
        return Kind.JSON
    if start[:1] == b"{":
        return _json_object_or_lines(path)
    return Kind.TEXT


def _json_object_or_lines(path: Path) -> Kind:
    with path.open("rb") as file:
        first = file.readline()
        more = any(line.strip() for line in file)
    try:
        orjson.loads(first.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError:
        return Kind.JSON
    return Kind.JSON_LINES if more else Kind.JSON


def _refuse_other_name(suffix: str, kind: Kind) -> None:
    expected = _SUFFIXES.get(suffix)
    if expected is not None and kind not in expected:
        raise FileRefusedError(
            f"The file is named {suffix}, but its content is that of another kind ({kind.value}): it was renamed, "
            "or something went wrong on the way. Save it again as what it is."
        )
