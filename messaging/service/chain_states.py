"""Verified chains, kept in memory: verifying a chain of a year takes milliseconds, and a message names many.

A chain is found by its head's hash, so what is kept never goes stale, whatever another process accepts; at most it
is short of the newest links, which are then verified on top.
"""

from collections import OrderedDict

from sqlalchemy import select
from sqlalchemy.orm import Session

from messaging.models import ChainLink
from messaging.protocol.chain import ChainState, extend, open_chain
from messaging.protocol.codec import decode
from messaging.protocol.errors import ProtocolError
from messaging.protocol.identifiers import KeyId, MailboxId
from messaging.protocol.links import Link, make_link
from messaging.protocol.wire import Head

_MOST_KEPT = 4_096
_kept: OrderedDict[bytes, ChainState] = OrderedDict()


def chain_state(session: Session, mailbox_id: MailboxId, head: Head) -> ChainState:
    """Return the verified state of a chain up to *head*, which is to be the stored one."""
    found = _kept.get(mailbox_id)
    if found is None or found.head != head:
        found = _extended(session, mailbox_id, found if found and found.head.number < head.number else None)
        if found.head != head:
            raise ProtocolError("stored chain: its head is another")
        _kept[mailbox_id] = found
        if len(_kept) > _MOST_KEPT:
            _kept.popitem(last=False)
    return found


def _extended(session: Session, mailbox_id: MailboxId, known: ChainState | None) -> ChainState:
    after = -1 if known is None else known.head.number
    query = select(ChainLink).where(ChainLink.mailbox_id == mailbox_id, ChainLink.seq > after).order_by(ChainLink.seq)
    state = known
    for row in session.scalars(query):
        link = stored_link(row)
        state = open_chain(link) if state is None else extend(state, link)
    if state is None:
        raise ProtocolError("stored chain: empty")
    return state


def stored_link(row: ChainLink) -> Link:
    """Return a stored link."""
    agreements = decode(row.cosigners)
    if not isinstance(agreements, list):
        raise ProtocolError("stored link: agreements")
    return make_link(row.payload, row.signature, tuple(_agreement(item) for item in agreements))


def _agreement(item: object) -> tuple[KeyId, bytes]:
    if not isinstance(item, list) or len(item) != 2:
        raise ProtocolError("stored link: agreement")
    return KeyId(item[0]), item[1]
