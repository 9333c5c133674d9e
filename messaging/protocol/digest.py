"""SHA-256, the key derivation, digits for people, and identifiers that nobody can pick (section 1)."""

import hashlib
import hmac

from messaging.protocol import labels
from messaging.protocol.codec import Value, encode
from messaging.protocol.identifiers import ID_SIZE, KeyId, MailboxId
from messaging.protocol.labels import Label

HASH_SIZE = 32
DIGIT_ROUNDS = 5_200
DIGIT_GROUPS = 6

_ZERO_SALT = bytes(HASH_SIZE)


def sha256(data: bytes) -> bytes:
    """Return H(*data*), 32 bytes."""
    return hashlib.sha256(data).digest()


def hash_of(label: Label, payload: bytes) -> bytes:
    """Return the hash by which a link or an envelope is named; it outlives the deletion of bodies."""
    return hashlib.sha256(labels.prefix(label) + payload).digest()


def derive(key: bytes, label: Label, context: bytes = b"") -> bytes:
    """Return 32 bytes: HKDF-SHA256 (RFC 5869) of *key* with a zero salt, and *label* and *context* as info."""
    # The first block of `hkdf`, the one that is needed: what happens five times a message takes the short way.
    extracted = hmac.digest(_ZERO_SALT, key, "sha256")
    return hmac.digest(extracted, labels.prefix(label) + context + b"\x01", "sha256")


def hkdf(key: bytes, salt: bytes, info: bytes, length: int) -> bytes:
    """Return *length* bytes of HKDF-SHA256 (RFC 5869), at most 255 blocks of 32."""
    extracted = hmac.digest(salt, key, "sha256")
    block, out = b"", b""
    for counter in range(1, -(-length // HASH_SIZE) + 1):
        block = hmac.digest(extracted, block + info + bytes((counter,)), "sha256")
        out += block
    return out[:length]


def digits(label: Label, value: Value) -> tuple[str, ...]:
    """Return six groups of five digits that two persons compare; 5,200 rounds of SHA-512 slow down who grinds keys."""
    seed = labels.bare(label) + encode(value)
    state = seed
    for _ in range(DIGIT_ROUNDS):
        state = hashlib.sha512(state + seed).digest()
    groups = (int.from_bytes(state[5 * i : 5 * i + 5], "big") % 100_000 for i in range(DIGIT_GROUPS))
    return tuple(f"{group:05}" for group in groups)


def object_id(label: Label, payload: bytes) -> bytes:
    """Return the 16 bytes that name *payload* among the objects of one kind."""
    return hashlib.sha256(labels.bare(label) + payload).digest()[:ID_SIZE]


def key_id(signing_public: bytes) -> KeyId:
    """Return the identifier of a signing public key."""
    return KeyId(object_id(labels.KEY_ID, signing_public))


def mailbox_id(first_payload: bytes) -> MailboxId:
    """Return the identifier of the mailbox whose chain begins with the link of *first_payload*."""
    return MailboxId(object_id(labels.MAILBOX_ID, first_payload))
