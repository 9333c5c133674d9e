"""The tables of the channel: chains, vaults, conversations, sealed messages, the log.

Whatever was signed is kept as it was received, byte for byte. Nothing here can be opened by who holds the
database. Only `messaging.service` reads and writes these tables.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from core.audit import BigId
from core.database import Base

Id16 = LargeBinary(16)
Hash32 = LargeBinary(32)


def _is_id(column: str) -> CheckConstraint:
    return CheckConstraint(f"length({column}) = 16", name=f"{column}_length")


class Mailbox(Base):
    """One authority's mailbox, and where its chain stands."""

    __tablename__ = "mailbox"
    __table_args__ = (_is_id("id"), CheckConstraint("epoch >= 1", name="epoch_counts_from_one"))

    id: Mapped[bytes] = mapped_column(Id16, primary_key=True)
    # One mailbox an authority: of two officers who open it at once, the second meets this.
    authority_id: Mapped[UUID] = mapped_column(ForeignKey("authority.id"), unique=True)
    seq: Mapped[int]
    head: Mapped[bytes] = mapped_column(Hash32)
    epoch: Mapped[int]
    opened_at: Mapped[datetime]
    changed_at: Mapped[datetime]


class LogLeaf(Base):
    """One leaf of the transparency log, in its order."""

    __tablename__ = "log_leaf"
    __table_args__ = (CheckConstraint("position >= 0", name="position_counts_from_zero"),)

    position: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    # What is hashed into the tree, as the protocol writes it; its hash stands beside.
    content: Mapped[bytes] = mapped_column(LargeBinary)
    leaf_hash: Mapped[bytes] = mapped_column(Hash32)
    logged_at: Mapped[datetime]


class LogCheckpoint(Base):
    """A signed head of the log."""

    __tablename__ = "log_checkpoint"

    size: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    root: Mapped[bytes] = mapped_column(Hash32)
    note: Mapped[bytes] = mapped_column(LargeBinary)
    signed_at: Mapped[datetime]


class ChainLink(Base):
    """One link of a mailbox's chain, as it was received, and its place in the log."""

    __tablename__ = "chain_link"

    mailbox_id: Mapped[bytes] = mapped_column(ForeignKey("mailbox.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    payload: Mapped[bytes] = mapped_column(LargeBinary)
    signature: Mapped[bytes] = mapped_column(LargeBinary)
    # The encoded array of further signers, `[[key_id, signature] …]`.
    cosigners: Mapped[bytes] = mapped_column(LargeBinary)
    hash: Mapped[bytes] = mapped_column(Hash32, unique=True)
    log_position: Mapped[int] = mapped_column(BigId, ForeignKey("log_leaf.position"), unique=True)
    accepted_at: Mapped[datetime]


class Bundle(Base):
    """The seeds of an epoch, sealed to one key when its link was made."""

    __tablename__ = "bundle"
    __table_args__ = (
        ForeignKeyConstraint(["mailbox_id", "seq"], ["chain_link.mailbox_id", "chain_link.seq"]),
        _is_id("key_id"),
    )

    mailbox_id: Mapped[bytes] = mapped_column(Id16, primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    key_id: Mapped[bytes] = mapped_column(Id16, primary_key=True)
    epoch: Mapped[int]
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


class OfficerKey(Base):
    """Which account holds which key of a chain."""

    __tablename__ = "officer_key"
    __table_args__ = (_is_id("key_id"), UniqueConstraint("mailbox_id", "account_id"))

    key_id: Mapped[bytes] = mapped_column(Id16, primary_key=True)
    mailbox_id: Mapped[bytes] = mapped_column(ForeignKey("mailbox.id"))
    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"), index=True)
    since: Mapped[datetime]


class Vault(Base):
    """One officer's vault: sealed in his client, replaced by compare and swap on its counter."""

    __tablename__ = "vault"
    __table_args__ = (CheckConstraint("counter >= 1", name="counter_counts_from_one"),)

    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"), primary_key=True)
    mailbox_id: Mapped[bytes] = mapped_column(ForeignKey("mailbox.id"))
    key_id: Mapped[bytes] = mapped_column(ForeignKey("officer_key.key_id"))
    counter: Mapped[int] = mapped_column(BigId)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    signature: Mapped[bytes] = mapped_column(LargeBinary)
    uploaded_at: Mapped[datetime]


class Conversation(Base):
    """One conversation between mailboxes, and where it stands."""

    __tablename__ = "conversation"
    __table_args__ = (_is_id("id"),)

    id: Mapped[bytes] = mapped_column(Id16, primary_key=True)
    creator_id: Mapped[bytes] = mapped_column(ForeignKey("mailbox.id"))
    generation: Mapped[int]
    # The hash of the control that made the membership in force.
    control_hash: Mapped[bytes] = mapped_column(Hash32)
    last_position: Mapped[int] = mapped_column(BigId)
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]


class Membership(Base):
    """One member of a conversation: since which generation, and until which where it left."""

    __tablename__ = "membership"
    __table_args__ = (Index(None, "mailbox_id"),)

    conversation_id: Mapped[bytes] = mapped_column(ForeignKey("conversation.id"), primary_key=True)
    mailbox_id: Mapped[bytes] = mapped_column(ForeignKey("mailbox.id"), primary_key=True)
    since_generation: Mapped[int]
    until_generation: Mapped[int | None]


class Envelope(Base):
    """One message, control or receipt: its signed header as received, and its place in the conversation.

    `position` grows by one in the order of commit, since whoever takes a place holds the conversation's row.
    """

    __tablename__ = "envelope"
    __table_args__ = (
        UniqueConstraint("conversation_id", "position"),
        # A client signs one envelope per (session, n); two are evidence.
        UniqueConstraint("key_id", "session_id", "conversation_id", "n"),
        CheckConstraint("kind IN ('message','control','receipt')", name="kind"),
        CheckConstraint("(kind = 'message') = (body IS NOT NULL)", name="only_messages_have_bodies"),
        _is_id("message_id"),
        _is_id("session_id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=True)
    conversation_id: Mapped[bytes] = mapped_column(ForeignKey("conversation.id"))
    position: Mapped[int] = mapped_column(BigId)
    kind: Mapped[str] = mapped_column(String(8))
    message_id: Mapped[bytes] = mapped_column(Id16, unique=True)
    mailbox_id: Mapped[bytes] = mapped_column(ForeignKey("mailbox.id"))
    key_id: Mapped[bytes] = mapped_column(ForeignKey("officer_key.key_id"))
    session_id: Mapped[bytes] = mapped_column(Id16)
    n: Mapped[int] = mapped_column(BigId)
    header: Mapped[bytes] = mapped_column(LargeBinary)
    signature: Mapped[bytes] = mapped_column(LargeBinary)
    body: Mapped[bytes | None] = mapped_column(LargeBinary)
    hash: Mapped[bytes] = mapped_column(Hash32, unique=True)
    accepted_at: Mapped[datetime]


class Control(Base):
    """Which envelope is the control of one generation of a conversation."""

    __tablename__ = "control"

    conversation_id: Mapped[bytes] = mapped_column(ForeignKey("conversation.id"), primary_key=True)
    generation: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    envelope_id: Mapped[int] = mapped_column(BigId, ForeignKey("envelope.id"), unique=True)


class Stanza(Base):
    """The message key, sealed to one recipient mailbox's epoch key."""

    __tablename__ = "stanza"

    envelope_id: Mapped[int] = mapped_column(BigId, ForeignKey("envelope.id"), primary_key=True)
    mailbox_id: Mapped[bytes] = mapped_column(ForeignKey("mailbox.id"), primary_key=True)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


class DoubleSigning(Base):
    """Evidence: another envelope signed for a place that one already has."""

    __tablename__ = "double_signing"
    __table_args__ = (UniqueConstraint("hash"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=True)
    envelope_id: Mapped[int] = mapped_column(BigId, ForeignKey("envelope.id"), index=True)
    header: Mapped[bytes] = mapped_column(LargeBinary)
    signature: Mapped[bytes] = mapped_column(LargeBinary)
    hash: Mapped[bytes] = mapped_column(Hash32)
    received_at: Mapped[datetime]


class ReadMarker(Base):
    """Up to where one account has read a conversation."""

    __tablename__ = "read_marker"

    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), primary_key=True)
    conversation_id: Mapped[bytes] = mapped_column(ForeignKey("conversation.id"), primary_key=True)
    position: Mapped[int] = mapped_column(BigId)
