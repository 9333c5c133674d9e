"""Identifiers of sixteen bytes, a type for each kind, so that one never stands where another belongs (section 1)."""

from typing import Self

from messaging.protocol.codec import Value
from messaging.protocol.errors import ProtocolError

ID_SIZE = 16


class Identifier(bytes):
    """Sixteen bytes that name one kind of thing; another length raises `ProtocolError`."""

    __slots__ = ()

    def __new__(cls, value: bytes) -> Self:
        """Return the identifier, or raise `ProtocolError`."""
        if len(value) != ID_SIZE:
            raise ProtocolError(f"{cls.__name__}: wrong length")
        return bytes.__new__(cls, value)

    @classmethod
    def read(cls, value: Value) -> Self:
        """Return the identifier that a decoded field holds, or raise `ProtocolError`."""
        if not isinstance(value, bytes):
            raise ProtocolError(f"{cls.__name__}: not bytes")
        return cls(value)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.hex()})"

    def __str__(self) -> str:
        return self.hex()


class KeyId(Identifier):
    """Names a signing key: H("key" ‖ 0x00 ‖ key)[:16]."""


class MailboxId(Identifier):
    """Names a mailbox: H("mailbox" ‖ 0x00 ‖ payload of link 0)[:16]."""


class EntryId(Identifier):
    """Names an entry of the directory: the sixteen bytes of its UUID."""


class ConversationId(Identifier):
    """Names a conversation; random."""


class MessageId(Identifier):
    """Names a message, control or receipt; random."""


class SessionId(Identifier):
    """Names one opening of a vault by one client; random."""


class BlobId(Identifier):
    """Names an attachment; random."""
