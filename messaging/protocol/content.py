"""What is written in a message, before it is padded and sealed (section 4).

The map `{1 kind, 2 text, 3 attachment manifest, 4 reply to, 5 subject, 6 [name, function], 7 handling code,
8 language}` with all its keys; null stands where there is nothing, an empty array where nothing is attached. A manifest
entry is `[blob_id, file key (32), true length, name, type, H(file)]`. Kind 1 is a letter; other kinds are refused until
they are known.
"""

from dataclasses import dataclass
from enum import IntEnum

from messaging.protocol import wire
from messaging.protocol.codec import Value, decode, encode
from messaging.protocol.errors import ProtocolError
from messaging.protocol.identifiers import BlobId
from messaging.protocol.keys import Secret

MAX_TEXT = 1 << 20
MAX_LINE = 1_000
MAX_ATTACHMENTS = 100


class ContentKind(IntEnum):
    """What the content is."""

    LETTER = 1


class FileKey(Secret):
    """The key of one attachment."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """One attachment: how to open it, and what it then is."""

    blob_id: BlobId
    key: FileKey
    length: int
    name: str
    media_type: str
    hash: bytes

    def value(self) -> Value:
        """Return the array to encode."""
        return [self.blob_id, self.key.reveal(), self.length, self.name, self.media_type, self.hash]


@dataclass(frozen=True, slots=True)
class Content:
    """A letter; `officer` is the name and function that the writer states, `reply_to` the hash of an envelope."""

    text: str
    subject: str | None = None
    officer: tuple[str, str] | None = None
    reply_to: bytes | None = None
    handling: str | None = None
    language: str | None = None
    manifest: tuple[ManifestEntry, ...] = ()
    kind: ContentKind = ContentKind.LETTER

    def __repr__(self) -> str:
        return "<Content>"


def encode_content(content: Content) -> bytes:
    """Return the content as it is padded and sealed; what no receiver would accept raises `ProtocolError`."""
    fields: dict[int, Value] = {
        1: int(content.kind),
        2: content.text,
        3: [entry.value() for entry in content.manifest],
        4: content.reply_to,
        5: content.subject,
        6: None if content.officer is None else list(content.officer),
        7: content.handling,
        8: content.language,
    }
    encoded = encode(fields)
    _read_content(fields)
    return encoded


def decode_content(data: bytes) -> Content:
    """Return the content that *data* encodes, strictly."""
    return _read_content(wire.map_of(decode(data), wire.keys_to(8), "content"))


def _read_content(fields: dict[int, Value]) -> Content:
    if wire.uint_of(fields[1], "kind") != ContentKind.LETTER:
        raise ProtocolError("content: kind unknown")
    return Content(
        text=wire.text_of(fields[2], MAX_TEXT, "text"),
        manifest=_read_manifest(fields[3]),
        reply_to=None if fields[4] is None else wire.hash_of_value(fields[4], "reply to"),
        subject=_line_or_none(fields[5], "subject"),
        officer=None if fields[6] is None else _read_officer(fields[6]),
        handling=_line_or_none(fields[7], "handling code"),
        language=_line_or_none(fields[8], "language"),
    )


def _line_or_none(value: Value, what: str) -> str | None:
    return None if value is None else wire.text_of(value, MAX_LINE, what)


def _read_officer(value: Value) -> tuple[str, str]:
    name, function = wire.tuple_of(value, 2, "officer")
    return wire.text_of(name, MAX_LINE, "officer's name"), wire.text_of(function, MAX_LINE, "function")


def _read_manifest(value: Value) -> tuple[ManifestEntry, ...]:
    entries = []
    for item in wire.array_of(value, MAX_ATTACHMENTS, "manifest"):
        blob_id, key, length, name, media_type, hashed = wire.tuple_of(item, 6, "manifest")
        entry = ManifestEntry(
            BlobId.read(blob_id),
            FileKey(wire.bytes_of(key, FileKey.SIZE, "file key")),
            wire.uint_of(length, "length"),
            wire.text_of(name, MAX_LINE, "file name"),
            wire.text_of(media_type, MAX_LINE, "media type"),
            wire.hash_of_value(hashed, "file hash"),
        )
        entries.append(entry)
    return tuple(entries)
