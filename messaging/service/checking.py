"""Checking envelopes before anything is written: every check of section 9 (`storing` is what follows).

`check` reads and verifies, and says on what its verdict rests. To the outside every refusal reads the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from messaging import models
from messaging.errors import DoubleSignedError, RefusedError
from messaging.protocol.chain import ChainState
from messaging.protocol.control import Control, Membership, begin_membership
from messaging.protocol.envelope import Envelope
from messaging.protocol.errors import ProtocolError
from messaging.protocol.identifiers import ConversationId, MailboxId
from messaging.protocol.receiving import check_author, check_creation, check_envelope
from messaging.protocol.wire import Head
from messaging.records import Accepted, MailboxHead, Participant
from messaging.service.chain_states import chain_state
from messaging.service.mailbox_rows import mailboxes

Sent = Envelope | Control


@dataclass(frozen=True, slots=True)
class Checked:
    """An envelope that passed every check, and what the verdict rests on: the membership and the epochs in force."""

    sent: Sent
    membership: Membership
    epochs: Mapping[MailboxId, int]
    sender: Participant


def check(session: Session, batch: tuple[Sent, ...], sender: Participant) -> tuple[Checked | Accepted, ...]:
    """Return the verdict on each of *batch*; one that is stored already gets the answer it had.

    Raises RefusedError, and DoubleSignedError where two envelopes were signed for one place.
    """
    verdicts: list[Checked | Accepted] = []
    created: Checked | None = None
    for sent in batch:
        try:
            verdict = _known(session, sent, sender) or _check_one(session, sent, sender, created)
        except ProtocolError:
            raise RefusedError from None
        if isinstance(verdict, Checked) and isinstance(sent, Control):
            created = verdict
        verdicts.append(verdict)
    return tuple(verdicts)


def _check_one(session: Session, sent: Sent, sender: Participant, created: Checked | None) -> Checked:
    author = sent.header.author
    if author.mailbox_id != sender.mailbox_id or author.key_id != sender.key_id:
        raise ProtocolError("author: another than who is signed in")
    if isinstance(sent, Control):
        return _check_control(session, sent, sender)
    conversation = sent.header.place.conversation
    # The control that creates the conversation may come in the same request.
    fresh = created is not None and created.membership.conversation == conversation
    membership = created.membership if created and fresh else membership_of(session, conversation)
    if sender.mailbox_id not in membership.members:
        raise ProtocolError("membership: the sender is no member")
    heads = mailboxes(session, membership.members)
    previous = _control_head(created) if created and fresh else _previous(session, sent)
    check_envelope(sent, _chains(session, heads), membership, previous)
    return Checked(sent, membership, _epochs(heads), sender)


def _check_control(session: Session, control: Control, sender: Participant) -> Checked:
    membership = begin_membership(control)
    heads = mailboxes(session, membership.members)
    check_creation(control, _chains(session, heads))
    return Checked(control, membership, _epochs(heads), sender)


def _control_head(created: Checked) -> Head | None:
    place = created.sent.header.place
    return Head(place.n, created.sent.hash)


def _chains(session: Session, heads: Mapping[MailboxId, MailboxHead]) -> dict[MailboxId, ChainState]:
    return {mailbox_id: chain_state(session, mailbox_id, mailbox.head) for mailbox_id, mailbox in heads.items()}


def _epochs(heads: Mapping[MailboxId, MailboxHead]) -> dict[MailboxId, int]:
    return {mailbox_id: mailbox.epoch for mailbox_id, mailbox in heads.items()}


def membership_of(session: Session, conversation_id: ConversationId) -> Membership:
    """Return who is in a conversation now, or raise ProtocolError if there is none."""
    query = (
        select(
            models.Conversation.creator_id,
            models.Conversation.generation,
            models.Conversation.control_hash,
            models.Membership.mailbox_id,
        )
        .join(models.Membership, models.Membership.conversation_id == models.Conversation.id)
        .where(models.Conversation.id == conversation_id, models.Membership.until_generation.is_(None))
    )
    rows = session.execute(query).all()
    if not rows:
        raise ProtocolError("conversation: unknown")
    members = tuple(sorted(MailboxId(row.mailbox_id) for row in rows))
    head = Head(rows[0].generation, rows[0].control_hash)
    return Membership(conversation_id, MailboxId(rows[0].creator_id), head, members)


def _known(session: Session, sent: Sent, sender: Participant) -> Accepted | None:
    """Return the answer that the same bytes had before; other bytes for their place are evidence."""
    author, place = sent.header.author, sent.header.place
    row = session.execute(
        select(
            models.Envelope.id,
            models.Envelope.hash,
            models.Envelope.signature,
            models.Envelope.position,
        ).where(
            models.Envelope.key_id == author.key_id,
            models.Envelope.session_id == author.session,
            models.Envelope.conversation_id == place.conversation,
            models.Envelope.n == place.n,
        )
    ).one_or_none()
    if row is None:
        return None
    if row.hash == sent.hash and row.signature == sent.signature and author.key_id == sender.key_id:
        return Accepted(place.conversation, row.position, ())
    _check_evidence(session, sent, sender)
    raise DoubleSignedError(row.id, sent.payload, sent.signature)


def _check_evidence(session: Session, sent: Sent, sender: Participant) -> None:
    """Accept *sent* as evidence only if its signer himself sent it and signed it: nobody accuses another here."""
    head = mailboxes(session, [sender.mailbox_id])[sender.mailbox_id]
    if sent.header.author.key_id != sender.key_id:
        raise ProtocolError("author: another than who is signed in")
    check_author(sent, chain_state(session, sender.mailbox_id, head.head))


def _previous(session: Session, sent: Sent) -> Head | None:
    """Return the n and hash before that of *sent* in its session, if that envelope is stored."""
    author, place = sent.header.author, sent.header.place
    if place.n == 0:
        return None
    found = session.scalar(
        select(models.Envelope.hash).where(
            models.Envelope.key_id == author.key_id,
            models.Envelope.session_id == author.session,
            models.Envelope.conversation_id == place.conversation,
            models.Envelope.n == place.n - 1,
        )
    )
    return None if found is None else Head(place.n - 1, found)
