"""Links of open mailboxes: checked, logged, then stored; and bundles for who may open them."""

from datetime import timedelta
from typing import cast

from sqlalchemy import func, insert, select, update
from sqlalchemy.engine import CursorResult
from sqlalchemy.orm import Session

from core.clock import now
from messaging import models
from messaging.errors import RefusedError, TooManyLinksError
from messaging.protocol.bundle import check_bundles
from messaging.protocol.chain import CLOCK_LEEWAY, ChainState, extend
from messaging.protocol.codec import encode
from messaging.protocol.errors import ProtocolError
from messaging.protocol.identifiers import MailboxId
from messaging.protocol.links import Addition, Link, LinkType, Rotation
from messaging.records import Participant, StoredBundle
from messaging.service.chain_states import chain_state
from messaging.service.log import TransparencyLog
from messaging.service.mailbox_rows import mailboxes
from messaging.vocabulary import LINK_AGE, LINKS_A_DAY


def accept_link(
    session: Session, log: TransparencyLog, link: Link, bundles: tuple[bytes, ...], sender: Participant
) -> int:
    """Append a rotation that *sender* signed to his mailbox's chain; returns its seq.

    The same link again is answered as the first time. Raises RefusedError if a rule is broken or another link was
    faster, and TooManyLinksError after 20 links in a day.
    """
    if _is_stored(session, link):
        return link.statement.seq
    _check_quota(session, sender.mailbox_id)
    before = mailboxes(session, [sender.mailbox_id])[sender.mailbox_id]
    chain = chain_state(session, sender.mailbox_id, before.head)
    after = _extended(chain, link, bundles, sender)
    check_times((link,))
    _move_head(session, chain, after)
    insert_links(session, log, sender.mailbox_id, (link,))
    insert_bundles(session, sender.mailbox_id, after, bundles)
    return after.head.number


def _is_stored(session: Session, link: Link) -> bool:
    return session.scalar(select(models.ChainLink.seq).where(models.ChainLink.hash == link.hash)) is not None


def _check_quota(session: Session, mailbox_id: MailboxId) -> None:
    recent = select(func.count()).where(
        models.ChainLink.mailbox_id == mailbox_id, models.ChainLink.accepted_at > now() - timedelta(days=1)
    )
    if (session.scalar(recent) or 0) >= LINKS_A_DAY:
        raise TooManyLinksError


def _extended(chain: ChainState, link: Link, bundles: tuple[bytes, ...], sender: Participant) -> ChainState:
    if link.statement.type is not LinkType.ROTATE or link.statement.signer != sender.key_id:
        raise RefusedError
    try:
        after = extend(chain, link)
        check_bundles(after, bundles)
    except ProtocolError:
        raise RefusedError from None
    return after


def _move_head(session: Session, before: ChainState, after: ChainState) -> None:
    """Move the mailbox to its new head, if nobody moved it in between."""
    query = (
        update(models.Mailbox)
        .where(models.Mailbox.id == before.mailbox_id, models.Mailbox.head == before.head.hash)
        .values(seq=after.head.number, head=after.head.hash, epoch=after.epoch.number, changed_at=now())
    )
    if cast("CursorResult[object]", session.execute(query)).rowcount != 1:
        raise RefusedError


def check_times(links: tuple[Link, ...]) -> None:
    """Accept links that were made, and epochs that begin, within the last day, by a clock that is not ahead."""
    present = int(now().timestamp())
    moments = [moment for link in links for moment in _moments(link)]
    if any(not present - LINK_AGE <= moment <= present + CLOCK_LEEWAY for moment in moments):
        raise RefusedError


def _moments(link: Link) -> tuple[int, ...]:
    """Return when *link* says that it was made and that its epoch begins, from which its 90 days count."""
    body = link.statement.body
    rotation = body.rotation if isinstance(body, Addition) else body
    made = link.statement.time
    return (made, rotation.not_before) if isinstance(rotation, Rotation) else (made,)


def insert_links(session: Session, log: TransparencyLog, mailbox_id: MailboxId, links: tuple[Link, ...]) -> None:
    """Log the links, then store them: what is served was logged before."""
    positions, moment = log.append_links(session, mailbox_id, links)
    for link, position in zip(links, positions, strict=True):
        row = models.ChainLink(
            mailbox_id=mailbox_id,
            seq=link.statement.seq,
            payload=link.payload,
            signature=link.signature,
            cosigners=encode(link.agreements),
            hash=link.hash,
            log_position=position,
            accepted_at=moment,
        )
        session.add(row)
    session.flush()


def insert_bundles(session: Session, mailbox_id: MailboxId, chain: ChainState, bundles: tuple[bytes, ...]) -> None:
    """Keep the bundles of the present epoch for their receivers."""
    epoch = chain.epoch
    rows = [
        {"mailbox_id": mailbox_id, "seq": epoch.seq, "key_id": key_id, "epoch": epoch.number, "sealed": sealed}
        for key_id, sealed in zip(epoch.rotation.sealed_to, bundles, strict=True)
    ]
    session.execute(insert(models.Bundle), rows)


def bundles_for(session: Session, reader: Participant, after_epoch: int) -> tuple[StoredBundle, ...]:
    """Return the bundles sealed to the reader's key for the epochs after one."""
    query = (
        select(models.Bundle.epoch, models.Bundle.sealed)
        .where(
            models.Bundle.mailbox_id == reader.mailbox_id,
            models.Bundle.key_id == reader.key_id,
            models.Bundle.epoch > after_epoch,
        )
        .order_by(models.Bundle.epoch)
    )
    return tuple(StoredBundle(epoch, sealed) for epoch, sealed in session.execute(query))
