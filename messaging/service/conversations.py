"""What a participant sees of his mailbox: conversations, envelopes by their place, what is unread."""

from uuid import UUID

from sqlalchemy import ColumnElement, Integer, Select, and_, func, select
from sqlalchemy.orm import Session

from messaging import models
from messaging.errors import NoConversationError
from messaging.protocol.codec import encode
from messaging.protocol.identifiers import MailboxId
from messaging.records import ConversationSummary, Participant, StoredEnvelope
from messaging.vocabulary import PAGE_SIZE

_OWN = models.Membership
_MARK = models.ReadMarker


def _read_up_to() -> ColumnElement[int]:
    return func.coalesce(_MARK.position, 0, type_=Integer)


def _mine(account_id: UUID, mailbox_id: MailboxId) -> Select[models.Conversation, int]:
    """Return the query for a mailbox's conversations, with what this account has read: its scope is in it."""
    marked = and_(_MARK.conversation_id == models.Conversation.id, _MARK.account_id == account_id)
    return (
        select(models.Conversation, _read_up_to())
        .join(_OWN, and_(_OWN.conversation_id == models.Conversation.id, _OWN.mailbox_id == mailbox_id))
        .outerjoin(_MARK, marked)
    )


def _unread(mailbox_id: MailboxId) -> ColumnElement[int]:
    """Return how many messages of others stand after the reader's marker."""
    return (
        select(func.count())
        .where(
            models.Envelope.conversation_id == models.Conversation.id,
            models.Envelope.position > _read_up_to(),
            models.Envelope.kind == "message",
            models.Envelope.mailbox_id != mailbox_id,
        )
        .correlate(models.Conversation, _MARK)
        .scalar_subquery()
    )


def list_conversations(session: Session, reader: Participant, skip: int = 0) -> tuple[ConversationSummary, ...]:
    """Return a page of the mailbox's conversations, the last changed first."""
    query = (
        _mine(reader.officer.account_id, reader.mailbox_id)
        .add_columns(_unread(reader.mailbox_id))
        .order_by(models.Conversation.changed_at.desc(), models.Conversation.id)
        .offset(skip)
        .limit(PAGE_SIZE)
    )
    rows = session.execute(query).all()
    members = _members(session, [row[0].id for row in rows])
    return tuple(
        ConversationSummary(
            id=conversation.id,
            members=members.get(conversation.id, ()),
            generation=conversation.generation,
            last_position=conversation.last_position,
            read_position=read,
            unread=unread,
            changed_at=conversation.changed_at,
        )
        for conversation, read, unread in rows
    )


def _members(session: Session, ids: list[bytes]) -> dict[bytes, tuple[MailboxId, ...]]:
    query = (
        select(_OWN.conversation_id, _OWN.mailbox_id)
        .where(_OWN.conversation_id.in_(ids), _OWN.until_generation.is_(None))
        .order_by(_OWN.mailbox_id)
    )
    found: dict[bytes, tuple[MailboxId, ...]] = {}
    for conversation_id, mailbox_id in session.execute(query):
        found[conversation_id] = (*found.get(conversation_id, ()), MailboxId(mailbox_id))
    return found


def unread_total(session: Session, account_id: UUID, mailbox_id: MailboxId) -> int:
    """Return how many messages wait for this account, over all conversations."""
    mine = _mine(account_id, mailbox_id).with_only_columns(_unread(mailbox_id).label("unread")).subquery()
    return int(session.scalar(select(func.coalesce(func.sum(mine.c.unread), 0))) or 0)


def _check_own(session: Session, conversation_id: bytes, mailbox_id: MailboxId) -> models.Conversation:
    query = (
        select(models.Conversation)
        .join(_OWN, _OWN.conversation_id == models.Conversation.id)
        .where(models.Conversation.id == conversation_id, _OWN.mailbox_id == mailbox_id)
    )
    conversation = session.scalar(query)
    if conversation is None:
        raise NoConversationError
    return conversation


def envelopes_after(
    session: Session, conversation_id: bytes, reader: Participant, after: int
) -> tuple[StoredEnvelope, ...]:
    """Return the envelopes after a position, as they travel, in their order, a page at most."""
    _check_own(session, conversation_id, reader.mailbox_id)
    query = (
        select(models.Envelope)
        .where(models.Envelope.conversation_id == conversation_id, models.Envelope.position > after)
        .order_by(models.Envelope.position)
        .limit(PAGE_SIZE)
    )
    rows = list(session.scalars(query))
    stanzas = _stanzas(session, [row.id for row in rows])
    return tuple(StoredEnvelope(row.position, row.accepted_at, _wire(row, stanzas.get(row.id, ()))) for row in rows)


def _stanzas(session: Session, ids: list[int]) -> dict[int, tuple[bytes, ...]]:
    query = (
        select(models.Stanza.envelope_id, models.Stanza.sealed)
        .where(models.Stanza.envelope_id.in_(ids))
        .order_by(models.Stanza.mailbox_id)
    )
    found: dict[int, tuple[bytes, ...]] = {}
    for envelope_id, sealed in session.execute(query):
        found[envelope_id] = (*found.get(envelope_id, ()), sealed)
    return found


def _wire(row: models.Envelope, stanzas: tuple[bytes, ...]) -> bytes:
    if row.body is None:
        return encode([row.header, row.signature])
    return encode([row.header, row.signature, stanzas, row.body])


def mark_read(session: Session, conversation_id: bytes, reader: Participant, position: int) -> None:
    """Move the account's marker forward; it never goes back, nor past the last envelope."""
    conversation = _check_own(session, conversation_id, reader.mailbox_id)
    wanted = min(position, conversation.last_position)
    marker = session.get(_MARK, (reader.officer.account_id, conversation_id))
    if marker is None:
        account_id = reader.officer.account_id
        session.add(_MARK(account_id=account_id, conversation_id=conversation_id, position=wanted))
    elif marker.position < wanted:
        marker.position = wanted
