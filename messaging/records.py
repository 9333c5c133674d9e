"""The values that travel through this room."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from core.actor import Actor
from messaging.protocol.identifiers import KeyId, MailboxId
from messaging.protocol.links import Link
from messaging.protocol.wire import Head


@dataclass(frozen=True, slots=True)
class Officer:
    """Somebody who works for an authority, signed in; *name* is what the audit trail calls him."""

    account_id: UUID
    sign_in_name: str
    name: str
    authority_id: UUID

    @property
    def actor(self) -> Actor:
        """The account as the audit trail knows it."""
        return Actor(self.account_id, self.name)


@dataclass(frozen=True, slots=True)
class Participant:
    """An officer who holds a key of his authority's mailbox."""

    officer: Officer
    mailbox_id: MailboxId
    key_id: KeyId


@dataclass(frozen=True, slots=True)
class MailboxHead:
    """A mailbox of the directory, and where its chain stands."""

    id: MailboxId
    authority_id: UUID
    head: Head
    epoch: int
    opened_at: datetime


@dataclass(frozen=True, slots=True)
class NewMailbox:
    """What a client sends to open a mailbox: its first two links, their bundles, and the officer's vault."""

    opening: Link
    first: Link
    bundles: tuple[bytes, ...]
    vault: bytes


@dataclass(frozen=True, slots=True)
class LoggedLink:
    """A link as received, where the log holds it, and since when."""

    link: bytes
    position: int
    accepted_at: datetime


@dataclass(frozen=True, slots=True)
class ServedChain:
    """A mailbox's chain for a client: its links from the first asked for, and the proof that its head is logged."""

    mailbox: MailboxHead
    links: tuple[LoggedLink, ...]
    inclusion: tuple[bytes, ...]
    state: str
    names: dict[str, str]


@dataclass(frozen=True, slots=True)
class StoredBundle:
    """The seeds of one epoch, sealed to one key."""

    epoch: int
    sealed: bytes


@dataclass(frozen=True, slots=True)
class Accepted:
    """Where an envelope stands, and the mailboxes that are told of it."""

    conversation_id: bytes
    position: int
    mailboxes: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class ConversationSummary:
    """A conversation as its list shows it: no word of it, since the service knows none."""

    id: bytes
    members: tuple[MailboxId, ...]
    generation: int
    last_position: int
    read_position: int
    unread: int
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class StoredEnvelope:
    """An envelope as it travels, with its place."""

    position: int
    accepted_at: datetime
    wire: bytes
