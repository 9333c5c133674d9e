"""Chains as clients read them: links as received, with the proof that their head is in the newest checkpoint."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from directory.models import Authority
from messaging import models
from messaging.errors import RefusedError
from messaging.protocol.codec import encode
from messaging.protocol.errors import ProtocolError
from messaging.protocol.identifiers import MailboxId
from messaging.records import LoggedLink, MailboxHead, ServedChain
from messaging.service.log import TransparencyLog
from messaging.service.mailbox_rows import mailboxes


@dataclass(frozen=True, slots=True)
class ServedChains:
    """The chains asked for, all under one checkpoint."""

    checkpoint: str
    size: int
    chains: tuple[ServedChain, ...]


def serve_chains(session: Session, log: TransparencyLog, wanted: Mapping[MailboxId, int]) -> ServedChains:
    """Return the chains *wanted*, each from the given seq on, with the newest checkpoint; unknown ones are left out."""
    found = mailboxes(session, wanted)
    size, note = log.checkpoint(session)
    entries = {row.id: row for row in _entries(session, found)}
    served = []
    for mailbox_id, mailbox in found.items():
        rows = _links(session, mailbox, wanted[mailbox_id])
        entry = entries[mailbox.authority_id]
        chain = ServedChain(
            mailbox=mailbox,
            links=tuple(_logged(row) for row in rows),
            inclusion=log.inclusion(session, rows[-1].log_position, size),
            state=entry.state_code,
            names=entry.record["names"],
        )
        served.append(chain)
    return ServedChains(note, size, tuple(served))


def _links(session: Session, mailbox: MailboxHead, start: int) -> list[models.ChainLink]:
    """Return the links from *start* to the head; the head is always among them, since its place is wanted.

    Links that were added since the head was read are left out: the checkpoint read after it may not hold them.
    """
    last = mailbox.head.number
    query = (
        select(models.ChainLink)
        .where(models.ChainLink.mailbox_id == mailbox.id, models.ChainLink.seq.between(min(start, last), last))
        .order_by(models.ChainLink.seq)
    )
    return list(session.scalars(query))


def _logged(row: models.ChainLink) -> LoggedLink:
    # The agreements are stored as they were encoded, so the link's bytes are put together around them.
    link = b"\x83" + encode(row.payload) + encode(row.signature) + row.cosigners
    return LoggedLink(link, row.log_position, row.accepted_at)


def _entries(session: Session, found: Mapping[MailboxId, MailboxHead]) -> list[Authority]:
    ids = [mailbox.authority_id for mailbox in found.values()]
    return list(session.scalars(select(Authority).where(Authority.id.in_(ids))))


def prove_consistency(session: Session, log: TransparencyLog, old: int, new: int) -> tuple[bytes, ...]:
    """Return the proof that the log of *new* leaves continues that of *old* ones, or raise RefusedError."""
    try:
        return log.consistency(session, old, new)
    except ProtocolError:
        raise RefusedError from None
