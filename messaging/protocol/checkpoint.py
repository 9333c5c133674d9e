"""Checkpoints: the log's head as a signed note (C2SP tlog-checkpoint and signed-note).

The text is three lines, origin, size and root in base64; then an empty line and signature lines `— name base64(key hash
‖ signature)`, the key hash the first four bytes of H(name ‖ 0x0A ‖ 0x01 ‖ public key). The log signs under its origin
as name. Lines of other signers, such as witnesses, are passed over, as the specification asks.
"""

import base64
import binascii
import re
from dataclasses import dataclass

from messaging.protocol import digest, signed, wire
from messaging.protocol.codec import INTEGER_LIMIT
from messaging.protocol.errors import ProtocolError
from messaging.protocol.keys import SIGNATURE_SIZE, SigningKey, SigningPublic
from messaging.protocol.wire import Head

MAX_CHECKPOINT = 16_384
MAX_SIGNATURES = 64

_ED25519 = b"\x01"
_KEY_HASH_SIZE = 4
# Printable ASCII without a space and without the plus sign, which separates the parts of a verifier key.
_ORIGIN = re.compile(r"[!-*,-~]{1,200}")
_SIZE = re.compile(r"0|[1-9][0-9]{0,15}")
_DASH = "\u2014 "


@dataclass(frozen=True, slots=True)
class LogKey:
    """The log's public key, pinned in clients, and the origin under which it signs."""

    origin: str
    public: SigningPublic

    @property
    def key_hash(self) -> bytes:
        """Return the four bytes that stand before its signatures."""
        named = self.origin.encode("ascii") + b"\n" + _ED25519 + self.public.raw
        return digest.sha256(named)[:_KEY_HASH_SIZE]

    def text(self) -> str:
        """Return the key as a note verifier key: `origin+key hash+base64(type ‖ public key)`."""
        return f"{self.origin}+{self.key_hash.hex()}+{_base64(_ED25519 + self.public.raw)}"


def sign_checkpoint(key: SigningKey, origin: str, head: Head) -> str:
    """Return the signed note for *head*."""
    if not _ORIGIN.fullmatch(origin):
        raise ProtocolError("checkpoint: origin with spaces, a plus sign, or too long")
    text = f"{origin}\n{head.number}\n{_base64(head.hash)}\n"
    signature = LogKey(origin, key.public).key_hash + key.sign_bytes(text.encode("ascii"))
    return f"{text}\n{_DASH}{origin} {_base64(signature)}\n"


def read_checkpoint(note: str, key: LogKey) -> Head:
    """Return the head that *key* has signed in *note*, or raise `ProtocolError`."""
    if len(note) > MAX_CHECKPOINT or "\n\n" not in note:
        raise ProtocolError("checkpoint: not a signed note")
    text, _, lines = note.partition("\n\n")
    head = _read_text(text, key.origin)
    _verify(text + "\n", lines, key)
    return head


def _read_text(text: str, origin: str) -> Head:
    parts = text.split("\n")
    if len(parts) != 3 or parts[0] != origin or not _SIZE.fullmatch(parts[1]):
        raise ProtocolError("checkpoint: not three lines, or of another log")
    size = int(parts[1])
    if size >= INTEGER_LIMIT:
        raise ProtocolError("checkpoint: size")
    return Head(size, wire.hash_of_value(_unbase64(parts[2]), "root"))


def _verify(text: str, lines: str, key: LogKey) -> None:
    if not lines.endswith("\n") or lines.count("\n") > MAX_SIGNATURES:
        raise ProtocolError("checkpoint: signatures cut off, or too many")
    read = [_read_signature(line) for line in lines[:-1].split("\n")]
    own = [blob for name, blob in read if (name, blob[:_KEY_HASH_SIZE]) == (key.origin, key.key_hash)]
    if len(own) != 1:
        raise ProtocolError("checkpoint: not signed once by the log")
    signed.verify_bytes(key.public, text.encode("ascii"), own[0][_KEY_HASH_SIZE:])


def _read_signature(line: str) -> tuple[str, bytes]:
    name, space, encoded = line.removeprefix(_DASH).partition(" ")
    if not line.startswith(_DASH) or not space or not _ORIGIN.fullmatch(name):
        raise ProtocolError("checkpoint: signature line")
    blob = _unbase64(encoded)
    if len(blob) < _KEY_HASH_SIZE + 1 or len(blob) > _KEY_HASH_SIZE + 4 * SIGNATURE_SIZE:
        raise ProtocolError("checkpoint: signature length")
    return name, blob


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _unbase64(text: str) -> bytes:
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise ProtocolError("checkpoint: base64") from None
    # Base64 has several spellings of one value; a note has one.
    if _base64(data) != text:
        raise ProtocolError("checkpoint: base64")
    return data
