"""The people who may sign in: added, listed, closed, opened again."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from accounts.errors import (
    NameTakenError,
    NoSuchAccountError,
    OwnAccountError,
    WrongSignInNameError,
)
from accounts.models import Account, SignInSession
from accounts.records import Member, Newcomer, Offer, Operator, SignedIn
from accounts.service.rights import refuse_beyond_rights
from accounts.service.sessions import sign_out_everywhere
from accounts.service.signing_in import hash_key
from accounts.vocabulary import Role, SignInName, sign_in_name
from core.actor import Actor
from core.audit import record
from core.clock import now


def add_account(session: Session, offer: Offer, newcomer: Newcomer) -> Member:
    """Open the account that *offer* describes, for whoever brings *newcomer*.

    Raises NameTakenError.
    """
    stretching = newcomer.stretching
    account = Account(
        id=uuid4(),
        sign_in_name=stretching.name,
        display_name=offer.name,
        post=offer.post,
        email=offer.email,
        role=offer.role,
        authority_id=offer.authority_id,
        salt_half=stretching.salt_half.bytes,
        passes=stretching.cost.passes,
        memory=stretching.cost.memory,
        sign_in_key_hash=hash_key(newcomer.key),
        created_at=now(),
        disabled_at=None,
        unlocks=0,
    )
    try:
        with session.begin_nested():
            session.add(account)
    except IntegrityError as error:
        if session.scalar(select(Account.id).where(Account.sign_in_name == stretching.name)) is None:
            raise
        raise NameTakenError(name=stretching.name) from error
    record(session, Actor(account.id, offer.name), "account.opened", f"account:{account.id}", role=offer.role.value)
    return _member(account)


def disable(session: Session, account_id: UUID, by: SignedIn | Operator) -> list[UUID]:
    """Close an account and end its sign-ins; return the ids of those, whose sockets are to be closed too.

    Raises NotYoursToGiveError, OwnAccountError, NoSuchAccountError.
    """
    if isinstance(by, SignedIn) and by.id == account_id:
        raise OwnAccountError
    account = _account(session, account_id)
    refuse_beyond_rights(by, Role(account.role), account.authority_id)
    if account.disabled_at is None:
        account.disabled_at = now()
        record(session, by.actor, "account.closed", f"account:{account_id}")
    return sign_out_everywhere(session, account_id)


def enable(session: Session, account_id: UUID, by: SignedIn | Operator) -> None:
    """Open a closed account again; raises NotYoursToGiveError, NoSuchAccountError."""
    account = _account(session, account_id)
    refuse_beyond_rights(by, Role(account.role), account.authority_id)
    if account.disabled_at is not None:
        account.disabled_at = None
        record(session, by.actor, "account.opened-again", f"account:{account_id}")


def unlock(session: Session, account_id: UUID, by: Operator) -> None:
    """Let somebody try again who tried too often; raises NoSuchAccountError."""
    account = _account(session, account_id)
    account.unlocks += 1
    record(session, by.actor, "account.unlocked", f"account:{account_id}")


def member_named(session: Session, name: str) -> Member | None:
    """Return the account that signs in with *name*, however it is written, or None."""
    try:
        wanted = sign_in_name(name)
    except WrongSignInNameError:
        return None
    account = session.scalar(select(Account).where(Account.sign_in_name == wanted))
    return _member(account) if account else None


def member_with(session: Session, account_id: UUID) -> Member:
    """Return the account with this id; raises NoSuchAccountError."""
    return _member(_account(session, account_id))


def actor_by_name(session: Session, name: str) -> Actor | None:
    """Return the account that signs in with *name* as services and the audit trail know it, or None."""
    member = member_named(session, name)
    return member.actor if member else None


def all_members(session: Session) -> list[Member]:
    """Return every account, by name."""
    return _members(session, Account.id.is_not(None))


def members_of(session: Session, authority_id: UUID) -> list[Member]:
    """Return the accounts of one authority, by name."""
    return _members(session, Account.authority_id == authority_id)


def _members(session: Session, which: ColumnElement[bool]) -> list[Member]:
    seen = (
        select(SignInSession.account_id, func.max(SignInSession.seen_at).label("seen_at"))
        .group_by(SignInSession.account_id)
        .subquery()
    )
    rows = session.execute(
        select(Account, seen.c.seen_at)
        .join(seen, seen.c.account_id == Account.id, isouter=True)
        .where(which)
        .order_by(Account.display_name, Account.sign_in_name)
    )
    return [_member(account, seen_at) for account, seen_at in rows]


def _account(session: Session, account_id: UUID) -> Account:
    account = session.get(Account, account_id)
    if account is None:
        raise NoSuchAccountError(name=account_id)
    return account


def _member(account: Account, seen_at: datetime | None = None) -> Member:
    offer = Offer(Role(account.role), account.authority_id, account.display_name, account.post, account.email)
    name = SignInName(account.sign_in_name)
    return Member(account.id, name, offer, account.created_at, account.disabled_at, seen_at)
