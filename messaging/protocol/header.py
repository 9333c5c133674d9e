"""The signed header, keys 1 to 13: the same for messages, controls and receipts (section 4).

`1 version · 2 type · 3 conversation · 4 message id · 5 sender mailbox · 6 sender key_id · 7 [seq, hash] of the sender's
chain head · 8 [session, n] · 9 hash of this session's previous envelope in this conversation, null when n is 0 ·
10 references, ≤ 16 hashes, oldest first, none twice · 11 [generation, hash] of the control before, null only when a
control creates · 12 time, in seconds since 1970 · 13 last verified checkpoint [size, root]`.
"""

from dataclasses import dataclass
from enum import IntEnum

from messaging.protocol import digest, wire
from messaging.protocol.codec import Value
from messaging.protocol.errors import ProtocolError
from messaging.protocol.identifiers import (
    ConversationId,
    KeyId,
    MailboxId,
    MessageId,
    SessionId,
)
from messaging.protocol.wire import Head

VERSION = 1
MAX_REFERENCES = 16
COMMON_KEYS = wire.keys_to(13)
NO_CHECKPOINT = Head(0, digest.sha256(b""))


class EnvelopeType(IntEnum):
    """What an envelope is."""

    MESSAGE = 1
    CONTROL = 2
    RECEIPT = 3


@dataclass(frozen=True, slots=True)
class Author:
    """Who signs, and from where: the sender's mailbox, key, verified chain head and session."""

    mailbox_id: MailboxId
    key_id: KeyId
    head: Head
    session: SessionId


@dataclass(frozen=True, slots=True)
class Place:
    """Where an envelope stands: the n-th of its session, after which others, and under which control."""

    conversation: ConversationId
    n: int
    previous: bytes | None
    references: tuple[bytes, ...]
    membership: Head | None


@dataclass(frozen=True, slots=True)
class Header:
    """The fields that every envelope has."""

    type: EnvelopeType
    message_id: MessageId
    author: Author
    place: Place
    time: int
    checkpoint: Head = NO_CHECKPOINT

    def fields(self) -> dict[int, Value]:
        """Return keys 1 to 13 to encode."""
        author, place = self.author, self.place
        return {
            1: VERSION,
            2: int(self.type),
            3: place.conversation,
            4: self.message_id,
            5: author.mailbox_id,
            6: author.key_id,
            7: author.head.value(),
            8: [author.session, place.n],
            9: place.previous,
            10: place.references,
            11: None if place.membership is None else place.membership.value(),
            12: self.time,
            13: self.checkpoint.value(),
        }


def read_header(fields: dict[int, Value]) -> Header:
    """Return the header that keys 1 to 13 of *fields* hold."""
    if wire.uint_of(fields[1], "header") != VERSION:
        raise ProtocolError("header: version")
    kind = wire.one_of(EnvelopeType, fields[2], "header type")
    session, n = wire.tuple_of(fields[8], 2, "session")
    author = Author(
        MailboxId.read(fields[5]),
        KeyId.read(fields[6]),
        wire.head_of(fields[7], "sender's chain head"),
        SessionId.read(session),
    )
    message_id = MessageId.read(fields[4])
    place = _read_place(fields, wire.uint_of(n, "n"))
    time = wire.uint_of(fields[12], "time")
    return Header(kind, message_id, author, place, time, wire.head_of(fields[13], "checkpoint"))


def _read_place(fields: dict[int, Value], n: int) -> Place:
    previous = None if fields[9] is None else wire.hash_of_value(fields[9], "previous envelope")
    if (previous is None) != (n == 0):
        raise ProtocolError("header: the first of a session follows nothing, every other one something")
    listed = wire.array_of(fields[10], MAX_REFERENCES, "references")
    references = tuple(wire.hash_of_value(item, "reference") for item in listed)
    if len(set(references)) != len(references):
        raise ProtocolError("header: a reference twice")
    conversation = ConversationId.read(fields[3])
    membership = None if fields[11] is None else wire.head_of(fields[11], "membership")
    return Place(conversation, n, previous, references, membership)
