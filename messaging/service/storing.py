"""Storing envelopes that passed their checks: one short transaction, which compares before it writes.

What the verdict of `checking` rested on is compared again inside the transaction; if anything changed, nothing is
stored, and the check is asked again.
"""

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.orm import Session

from core.clock import now
from core.database import table_of
from messaging import models
from messaging.errors import DoubleSignedError
from messaging.protocol.control import Control, Membership
from messaging.protocol.envelope import Envelope
from messaging.protocol.header import EnvelopeType
from messaging.records import Accepted
from messaging.service.checking import Checked, Sent
from messaging.service.mailbox_rows import mailboxes

# Executed for every envelope, so written once.
_TALKS, _ENVELOPES = table_of(models.Conversation), table_of(models.Envelope)
_TALK = _TALKS.c
_TAKE_PLACE = (
    update(_TALKS)
    .where(_TALK.id == bindparam("conversation_id"), _TALK.control_hash == bindparam("hash"))
    .values(last_position=_TALK.last_position + 1, changed_at=bindparam("moment"))
    .returning(_TALK.last_position)
)
_INSERT_ENVELOPE = insert(_ENVELOPES).returning(_ENVELOPES.c.id)
_INSERT_STANZA = insert(table_of(models.Stanza))


class ChangedMeanwhileError(Exception):
    """What a check rested on has changed: check again."""


def store(session: Session, checked: Checked) -> Accepted:
    """Give an envelope its place and keep it, if what its check rested on still holds.

    Raises ChangedMeanwhileError otherwise. A second envelope for one place meets the table's constraint.
    """
    if isinstance(checked.sent, Control):
        _begin_conversation(session, checked.membership)
    present = mailboxes(session, checked.membership.members)
    if {i: mailbox.epoch for i, mailbox in present.items()} != checked.epochs:
        raise ChangedMeanwhileError
    position = _take_place(session, checked.membership)
    envelope_id = _insert_envelope(session, checked.sent, position)
    if isinstance(checked.sent, Control):
        head = checked.membership.head
        row = {"conversation_id": checked.membership.conversation, "generation": head.number}
        session.execute(insert(models.Control), [{**row, "envelope_id": envelope_id}])
    else:
        _insert_stanzas(session, checked.sent, envelope_id)
    return Accepted(checked.membership.conversation, position, tuple(checked.membership.members))


def _begin_conversation(session: Session, membership: Membership) -> None:
    conversation = {
        "id": membership.conversation,
        "creator_id": membership.creator,
        "generation": membership.head.number,
        "control_hash": membership.head.hash,
        "last_position": 0,
        "created_at": now(),
        "changed_at": now(),
    }
    session.execute(insert(models.Conversation), [conversation])
    members = [
        {"conversation_id": membership.conversation, "mailbox_id": member, "since_generation": membership.head.number}
        for member in membership.members
    ]
    session.execute(insert(models.Membership), members)


def _take_place(session: Session, membership: Membership) -> int:
    """Return the next position; whoever takes one holds the conversation's row until the commit."""
    given = {"conversation_id": membership.conversation, "hash": membership.head.hash, "moment": now()}
    position: int | None = session.connection().execute(_TAKE_PLACE, given).scalar_one_or_none()
    if position is None:
        raise ChangedMeanwhileError
    return position


def _insert_envelope(session: Session, sent: Sent, position: int) -> int:
    author, place = sent.header.author, sent.header.place
    row = {
        "conversation_id": place.conversation,
        "position": position,
        "kind": EnvelopeType(sent.header.type).name.lower(),
        "message_id": sent.header.message_id,
        "mailbox_id": author.mailbox_id,
        "key_id": author.key_id,
        "session_id": author.session,
        "n": place.n,
        "header": sent.payload,
        "signature": sent.signature,
        "body": sent.body if isinstance(sent, Envelope) else None,
        "hash": sent.hash,
        "accepted_at": now(),
    }
    envelope_id: int = session.connection().execute(_INSERT_ENVELOPE, row).scalar_one()
    return envelope_id


def _insert_stanzas(session: Session, envelope: Envelope, envelope_id: int) -> None:
    rows = [
        {"envelope_id": envelope_id, "mailbox_id": recipient.mailbox_id, "sealed": stanza}
        for recipient, stanza in zip(envelope.recipients, envelope.stanzas, strict=True)
    ]
    session.connection().execute(_INSERT_STANZA, rows)


def keep_evidence(session: Session, found: DoubleSignedError, hashed: bytes) -> bool:
    """Keep the second of two envelopes signed for one place; one is proof enough, so further ones are not kept."""
    query = select(models.DoubleSigning.id).where(models.DoubleSigning.envelope_id == found.envelope_id)
    if session.scalar(query) is not None:
        return False
    row = models.DoubleSigning(
        envelope_id=found.envelope_id,
        header=found.header,
        signature=found.signature,
        hash=hashed,
        received_at=now(),
    )
    session.add(row)
    return True
