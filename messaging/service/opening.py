"""Opening a mailbox: its first two links, their bundles and the officer's vault, in one transaction.

The kit signs both links: the first names the authority, the second brings the officer's key and the first epoch.
"""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from core import audit
from core.clock import now
from directory.models import Authority
from messaging import models
from messaging.errors import MailboxOpenError, RefusedError
from messaging.protocol.bundle import check_bundles
from messaging.protocol.chain import ChainState, verify_chain
from messaging.protocol.chain import Officer as ChainOfficer
from messaging.protocol.errors import ProtocolError
from messaging.protocol.links import Link, Role
from messaging.records import MailboxHead, NewMailbox, Officer, Participant
from messaging.service.linking import check_times, insert_bundles, insert_links
from messaging.service.log import TransparencyLog
from messaging.service.vaults import check_upload


def open_mailbox(session: Session, log: TransparencyLog, officer: Officer, new: NewMailbox) -> MailboxHead:
    """Open the mailbox of the officer's authority with what his client made.

    Raises MailboxOpenError if it is open already, also when two officers open it at the same moment, and
    RefusedError if anything of it breaks a rule.
    """
    _refuse_second(session, officer.authority_id)
    chain, key = _verified(new)
    _check_authority(session, chain, officer.authority_id)
    owner = Participant(officer, chain.mailbox_id, key.public.key_id)
    vault = check_upload(new.vault, owner, chain)
    opened = MailboxHead(chain.mailbox_id, officer.authority_id, chain.head, chain.epoch.number, now())
    _insert_mailbox(session, opened)
    insert_links(session, log, opened.id, (new.opening, new.first))
    insert_bundles(session, opened.id, chain, new.bundles)
    session.add(
        models.OfficerKey(
            key_id=owner.key_id, mailbox_id=opened.id, account_id=officer.account_id, since=opened.opened_at
        )
    )
    session.flush()
    session.add(
        models.Vault(
            account_id=officer.account_id,
            mailbox_id=opened.id,
            key_id=owner.key_id,
            counter=vault.place.counter,
            sealed=vault.payload,
            signature=vault.signature,
            uploaded_at=opened.opened_at,
        )
    )
    session.flush()
    audit.record(session, officer.actor, "mailbox opened", f"authority:{officer.authority_id}", mailbox=opened.id.hex())
    return opened


def _refuse_second(session: Session, authority_id: UUID) -> None:
    if session.scalar(select(models.Mailbox.id).where(models.Mailbox.authority_id == authority_id)) is not None:
        raise MailboxOpenError


def _verified(new: NewMailbox) -> tuple[ChainState, ChainOfficer]:
    """Return the chain of the two links, and the one officer in it, an administrator."""
    links: tuple[Link, Link] = (new.opening, new.first)
    try:
        chain = verify_chain(links)
        check_bundles(chain, new.bundles)
    except ProtocolError:
        raise RefusedError from None
    check_times(links)
    (officer,) = chain.officers.values()
    if officer.role is not Role.ADMINISTRATOR or chain.epoch.number != 1:
        raise RefusedError
    return chain, officer


def _check_authority(session: Session, chain: ChainState, authority_id: UUID) -> None:
    """Accept a first link that names this authority as the directory does."""
    authority = session.get(Authority, authority_id)
    if authority is None or chain.entry_id != authority_id.bytes or chain.state_code != authority.state_code:
        raise RefusedError
    if chain.name not in authority.record["names"].values():
        raise RefusedError


def _insert_mailbox(session: Session, opened: MailboxHead) -> None:
    row = models.Mailbox(
        id=opened.id,
        authority_id=opened.authority_id,
        seq=opened.head.number,
        head=opened.head.hash,
        epoch=opened.epoch,
        opened_at=opened.opened_at,
        changed_at=opened.opened_at,
    )
    session.add(row)
    try:
        session.flush()
    except IntegrityError:
        # Two officers at the same moment: the database lets one through.
        raise MailboxOpenError from None
