"""Bearer tokens: for programs that act as an account, or only read the directory."""

import secrets
from uuid import UUID, uuid4

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from accounts.errors import WrongLabelError, WrongSignInNameError
from accounts.models import Account, ApiToken
from accounts.records import Operator, SignedIn
from accounts.service.sessions import token_hash
from accounts.vocabulary import Role, sign_in_name
from core.audit import record
from core.clock import now

_LONGEST_LABEL = 120


def make_token(session: Session, name: str, by: Operator) -> str:
    """Return a new token: that of the account that signs in with *name*, else one that only reads the directory.

    The answer is the only place where it is ever seen.
    """
    token, token_id = secrets.token_urlsafe(32), uuid4()
    label, account_id = _label(session, name)
    session.add(
        ApiToken(
            id=token_id,
            token_hash=token_hash(token),
            name=label,
            account_id=account_id,
            created_at=now(),
            revoked_at=None,
        )
    )
    record(session, by.actor, "token.made", f"token:{token_id}", name=label)
    return token


def revoke_tokens(session: Session, name: str, by: Operator) -> int:
    """Revoke every token of that name; return how many."""
    label, _ = _label(session, name)
    ended = session.scalars(
        update(ApiToken)
        .where(ApiToken.name == label, ApiToken.revoked_at.is_(None))
        .values(revoked_at=now())
        .returning(ApiToken.id)
    ).all()
    for token_id in ended:
        record(session, by.actor, "token.revoked", f"token:{token_id}", name=label)
    return len(ended)


def bearer(session: Session, token: str) -> SignedIn | None:
    """Return as whom *token* acts, or None if it does not hold, or its account is closed."""
    row = session.execute(
        select(ApiToken.id, ApiToken.name, Account)
        .join(Account, Account.id == ApiToken.account_id, isouter=True)
        .where(
            ApiToken.token_hash == token_hash(token),
            ApiToken.revoked_at.is_(None),
            Account.disabled_at.is_(None),
        )
    ).one_or_none()
    if row is None:
        return None
    token_id, name = row.id, row.name
    account: Account | None = row.Account
    if account is None:
        return SignedIn(token_id, name, name, Role.READER, None, None)
    role = Role(account.role)
    return SignedIn(account.id, account.display_name, account.sign_in_name, role, account.authority_id, None)


def _label(session: Session, name: str) -> tuple[str, UUID | None]:
    """Return the name under which a token is kept, and the account that it belongs to, if any."""
    try:
        wanted = sign_in_name(name)
    except WrongSignInNameError:
        return _new_label(name), None
    account_id = session.scalar(select(Account.id).where(Account.sign_in_name == wanted))
    return (wanted, account_id) if account_id else (_new_label(name), None)


def _new_label(name: str) -> str:
    label = name.strip()
    if not 1 <= len(label) <= _LONGEST_LABEL:
        raise WrongLabelError
    return label
