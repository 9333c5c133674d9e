"""Checking envelopes before anything is written: every check of section 9 (`storing` is what follows).

`check` reads and verifies, and says on what its verdict rests. To the outside every refusal reads the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Row, bindparam, select
from sqlalchemy.orm import Session

from core.clock import now
from core.database import table_of
from messaging import models
from messaging.errors import DoubleSignedError, RefusedError
from messaging.protocol.chain import ChainState
from messaging.protocol.control import Control, Membership, begin_membership
from messaging.protocol.envelope import Envelope
from messaging.protocol.errors import ProtocolError
from messaging.protocol.header import NO_CHECKPOINT
from messaging.protocol.identifiers import ConversationId, MailboxId
from messaging.protocol.receiving import check_author, check_creation, check_envelope
from messaging.protocol.wire import Head
from messaging.records import Accepted, MailboxHead, Participant
from messaging.service.chain_states import chain_state
from messaging.service.mailbox_rows import mailboxes

Sent = Envelope | Control

# Asked for every envelope, so written once.
_TALKS, _MEMBERS = table_of(models.Conversation), table_of(models.Membership)
_TALK, _MEMBER, _KEPT = _TALKS.c, _MEMBERS.c, table_of(models.Envelope).c
_MEMBERSHIP = (
    select(_TALK.creator_id, _TALK.generation, _TALK.control_hash, _MEMBER.mailbox_id)
    .join_from(_TALKS, _MEMBERS, _MEMBER.conversation_id == _TALK.id)
    .where(_TALK.id == bindparam("conversation_id"), _MEMBER.until_generation.is_(None))
)
_AT_PLACE = select(_KEPT.id, _KEPT.hash, _KEPT.signature, _KEPT.position).where(
    _KEPT.key_id == bindparam("key_id"),
    _KEPT.session_id == bindparam("session_id"),
    _KEPT.conversation_id == bindparam("conversation_id"),
    _KEPT.n == bindparam("n"),
)
_LOG = table_of(models.LogCheckpoint).c
_ROOT = select(_LOG.root).where(_LOG.size == bindparam("size"))


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
    chains = _chains(session, heads)
    check_envelope(sent, chains, membership, previous)
    _check_epochs(chains)
    _check_checkpoint(session, sent)
    return Checked(sent, membership, _epochs(heads), sender)


def _check_control(session: Session, control: Control, sender: Participant) -> Checked:
    membership = begin_membership(control)
    heads = mailboxes(session, membership.members)
    check_creation(control, _chains(session, heads))
    _check_checkpoint(session, control)
    return Checked(control, membership, _epochs(heads), sender)


def _check_epochs(chains: Mapping[MailboxId, ChainState]) -> None:
    """Accept epochs that have begun and not ended: a key that nobody renews is not written to for ever."""
    present = int(now().timestamp())
    if not all(chain.epoch.is_open_at(present) for chain in chains.values()):
        raise ProtocolError("recipient: its epoch has ended, or not begun")


def _check_checkpoint(session: Session, sent: Sent) -> None:
    """Accept a header that names a head which this log has signed, or none.

    Clients alarm at a head that they cannot find in the log, so one peer could close the mailboxes of all others.
    """
    named = sent.header.checkpoint
    if named == NO_CHECKPOINT:
        return
    if session.connection().execute(_ROOT, {"size": named.number}).scalar_one_or_none() != named.hash:
        raise ProtocolError("checkpoint: not of this log")


def _control_head(created: Checked) -> Head | None:
    place = created.sent.header.place
    return Head(place.n, created.sent.hash)


def _chains(session: Session, heads: Mapping[MailboxId, MailboxHead]) -> dict[MailboxId, ChainState]:
    return {mailbox_id: chain_state(session, mailbox_id, mailbox.head) for mailbox_id, mailbox in heads.items()}


def _epochs(heads: Mapping[MailboxId, MailboxHead]) -> dict[MailboxId, int]:
    return {mailbox_id: mailbox.epoch for mailbox_id, mailbox in heads.items()}


def membership_of(session: Session, conversation_id: ConversationId) -> Membership:
    """Return who is in a conversation now, or raise ProtocolError if there is none."""
    rows = session.connection().execute(_MEMBERSHIP, {"conversation_id": conversation_id}).all()
    if not rows:
        raise ProtocolError("conversation: unknown")
    members = tuple(sorted(MailboxId(row.mailbox_id) for row in rows))
    head = Head(rows[0].generation, rows[0].control_hash)
    return Membership(conversation_id, MailboxId(rows[0].creator_id), head, members)


def _known(session: Session, sent: Sent, sender: Participant) -> Accepted | None:
    """Return the answer that the same bytes had before; other bytes for their place are evidence."""
    author, place = sent.header.author, sent.header.place
    row = _at_place(session, sent, place.n)
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
    n = sent.header.place.n
    found = _at_place(session, sent, n - 1) if n else None
    return None if found is None else Head(n - 1, found.hash)


def _at_place(session: Session, sent: Sent, n: int) -> Row[int, bytes, bytes, int] | None:
    """Return id, hash, signature and position of the n-th envelope of the session and conversation of *sent*."""
    author, place = sent.header.author, sent.header.place
    given = {"key_id": author.key_id, "session_id": author.session, "conversation_id": place.conversation, "n": n}
    return session.connection().execute(_AT_PLACE, given).one_or_none()
