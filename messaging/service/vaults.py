"""Vaults: kept for their owners, replaced by compare and swap; the service can open none."""

from sqlalchemy import select, update
from sqlalchemy.engine import CursorResult
from sqlalchemy.orm import Session

from core.clock import now
from messaging import models
from messaging.errors import NoVaultError, RefusedError, VaultChangedError
from messaging.protocol.chain import ChainState
from messaging.protocol.codec import encode
from messaging.protocol.errors import ProtocolError
from messaging.protocol.vault import Vault, check_vault, parse_vault
from messaging.records import Officer, Participant
from messaging.service.chain_states import chain_state
from messaging.service.mailbox_rows import mailboxes


def read_vault(session: Session, officer: Officer) -> bytes:
    """Return the officer's upload as it was received, or raise NoVaultError."""
    row = session.get(models.Vault, officer.account_id)
    if row is None:
        raise NoVaultError
    return encode([row.sealed, row.signature])


def check_upload(data: bytes, owner: Participant, chain: ChainState) -> Vault:
    """Return the upload, which *owner* signed for himself and for this mailbox, or raise RefusedError."""
    try:
        vault = parse_vault(data)
        check_vault(vault, chain.active_at(owner.key_id, chain.head.number).public.signing)
    except ProtocolError:
        raise RefusedError from None
    place = vault.place
    if (place.mailbox_id, place.sign_in_name) != (owner.mailbox_id, owner.officer.sign_in_name):
        raise RefusedError
    return vault


def replace_vault(session: Session, data: bytes, owner: Participant) -> int:
    """Put a newer vault in the place of the one with the counter before; returns the new counter.

    The same upload again is answered as the first time. Raises VaultChangedError if another of the officer's
    browsers wrote in between, and RefusedError if the signature does not hold.
    """
    head = mailboxes(session, [owner.mailbox_id])[owner.mailbox_id].head
    vault = check_upload(data, owner, chain_state(session, owner.mailbox_id, head))
    counter = vault.place.counter
    query = (
        update(models.Vault)
        .where(models.Vault.account_id == owner.officer.account_id, models.Vault.counter == counter - 1)
        .values(counter=counter, sealed=vault.payload, signature=vault.signature, uploaded_at=now())
    )
    result = session.execute(query)
    if isinstance(result, CursorResult) and result.rowcount == 1:
        return counter
    if session.scalar(select(models.Vault.sealed).filter_by(account_id=owner.officer.account_id)) == vault.payload:
        return counter
    raise VaultChangedError
