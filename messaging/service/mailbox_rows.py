"""Mailboxes as the rest of the service sees them: who has one, where its chain stands, who holds a key of it."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from core.database import table_of
from messaging.errors import NoMailboxError, NoVaultError
from messaging.models import Mailbox, OfficerKey
from messaging.protocol.identifiers import KeyId, MailboxId
from messaging.protocol.wire import Head
from messaging.records import MailboxHead, Officer, Participant

_HEAD = (Mailbox.id, Mailbox.authority_id, Mailbox.seq, Mailbox.head, Mailbox.epoch, Mailbox.opened_at)

# Asked for every envelope, so written once.
_BOXES, _KEYS = table_of(Mailbox), table_of(OfficerKey)
_BOX, _KEY = _BOXES.c, _KEYS.c
_MAILBOXES = select(*(_BOX[column.key] for column in _HEAD)).where(_BOX.id.in_(bindparam("ids", expanding=True)))
_PARTICIPANT = (
    select(_KEY.mailbox_id, _KEY.key_id)
    .join_from(_KEYS, _BOXES, _BOX.id == _KEY.mailbox_id)
    .where(_KEY.account_id == bindparam("account_id"), _BOX.authority_id == bindparam("authority_id"))
)


def mailboxes(session: Session, ids: Iterable[bytes]) -> dict[MailboxId, MailboxHead]:
    """Return those of the mailboxes that exist."""
    rows = session.connection().execute(_MAILBOXES, {"ids": list(ids)})
    found = (_head(*row) for row in rows)
    return {mailbox.id: mailbox for mailbox in found}


def mailbox_of(session: Session, authority_id: UUID) -> MailboxHead:
    """Return an authority's mailbox, or raise NoMailboxError."""
    row = session.execute(select(*_HEAD).where(Mailbox.authority_id == authority_id)).one_or_none()
    if row is None:
        raise NoMailboxError
    return _head(*row)


def count_mailboxes(session: Session) -> int:
    """Return how many mailboxes are open; they are never closed, so an equal number means the same ones."""
    return session.scalar(select(func.count()).select_from(Mailbox)) or 0


def authorities_with_mailbox(session: Session) -> frozenset[UUID]:
    """Return every authority that has a mailbox."""
    return frozenset(session.scalars(select(Mailbox.authority_id)))


def participant(session: Session, officer: Officer) -> Participant:
    """Return the officer with his key, or raise NoVaultError if he holds none of his authority's mailbox."""
    given = {"account_id": officer.account_id, "authority_id": officer.authority_id}
    row = session.connection().execute(_PARTICIPANT, given).one_or_none()
    if row is None:
        raise NoVaultError
    return Participant(officer, MailboxId(row.mailbox_id), KeyId(row.key_id))


def _head(*row: object) -> MailboxHead:
    mailbox_id, authority_id, seq, head, epoch, opened_at = row
    return MailboxHead(MailboxId(mailbox_id), authority_id, Head(seq, head), epoch, opened_at)  # type: ignore[arg-type]
