"""Sign-ins of browsers: begun, looked up at each request, ended."""

import secrets
from datetime import datetime
from hashlib import sha256
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, and_, bindparam, delete, select, update
from sqlalchemy.orm import Session

from accounts.errors import SignInFailedError
from accounts.models import Account, SignInSession
from accounts.records import OpenSession, SignedIn
from accounts.vocabulary import SESSION_IDLE, SESSION_LIFE, Role
from core.audit import record
from core.clock import now
from core.database import table_of

_LONGEST_BROWSER = 200
# Asked at every request, so written once.
_SIGN_INS, _PEOPLE = table_of(SignInSession), table_of(Account)
_SIGN_IN, _PERSON = _SIGN_INS.c, _PEOPLE.c
_SIGNED_IN = (
    select(
        _SIGN_IN.id,
        _SIGN_IN.seen_at,
        _PERSON.id.label("account_id"),
        _PERSON.display_name,
        _PERSON.sign_in_name,
        _PERSON.role,
        _PERSON.authority_id,
    )
    .join_from(_SIGN_INS, _PEOPLE, _PERSON.id == _SIGN_IN.account_id)
    .where(
        _SIGN_IN.token_hash == bindparam("token_hash"),
        _SIGN_IN.expires_at > bindparam("moment"),
        _PERSON.disabled_at.is_(None),
    )
)


def token_hash(token: str) -> bytes:
    """Return what is kept of a token: its SHA-256, since 32 random bytes cannot be guessed from it."""
    return sha256(token.encode()).digest()


def begin_session(session: Session, account_id: UUID, browser: str) -> SignedIn:
    """Sign the account in for one browser; its token is in the answer and nowhere else.

    Raises SignInFailedError if the account was closed since it was recognised.
    """
    account = session.get(Account, account_id)
    if account is None or account.disabled_at is not None:
        raise SignInFailedError
    moment, token = now(), secrets.token_urlsafe(32)
    session.execute(delete(SignInSession).where(SignInSession.expires_at < moment))
    begun = SignInSession(
        id=uuid4(),
        token_hash=token_hash(token),
        account_id=account_id,
        browser=browser[:_LONGEST_BROWSER],
        created_at=moment,
        seen_at=moment,
        expires_at=moment + SESSION_LIFE,
    )
    session.add(begun)
    role = Role(account.role)
    who = SignedIn(
        account_id, account.display_name, account.sign_in_name, role, account.authority_id, begun.id, moment, token
    )
    record(session, who.actor, "sign-in.begun", f"account:{account_id}")
    return who


def signed_in(session: Session, token: str, seen: datetime) -> SignedIn | None:
    """Return who signed in with *token*, or None if that sign-in has ended.

    *seen* is when the browser's signed session last saw a request: reading pages writes nothing here.
    """
    moment = now()
    given = {"token_hash": token_hash(token), "moment": moment}
    found = session.connection().execute(_SIGNED_IN, given).one_or_none()
    if found is None or max(seen, found.seen_at) < moment - SESSION_IDLE:
        return None
    return SignedIn(
        found.account_id,
        found.display_name,
        found.sign_in_name,
        Role(found.role),
        found.authority_id,
        found.id,
        found.seen_at,
        token,
    )


def session_alive(session: Session, session_id: UUID) -> bool:
    """Return whether this sign-in has not ended: neither by its owner, nor by time, nor with its account."""
    alive = select(SignInSession.id).join(Account, Account.id == SignInSession.account_id)
    return session.execute(alive.where(SignInSession.id == session_id, _is_alive())).first() is not None


def touch(session: Session, session_id: UUID) -> None:
    """Note that the sign-in was just used."""
    session.execute(update(SignInSession).where(SignInSession.id == session_id).values(seen_at=now()))


def open_sessions(session: Session, account_id: UUID) -> list[OpenSession]:
    """Return the sign-ins of one account, the latest first."""
    rows = session.scalars(
        select(SignInSession)
        .where(SignInSession.account_id == account_id, SignInSession.expires_at > now())
        .order_by(SignInSession.created_at.desc())
    )
    return [OpenSession(row.id, row.browser, row.created_at, row.seen_at, row.expires_at) for row in rows]


def sign_out(session: Session, account_id: UUID, session_id: UUID | None) -> list[UUID]:
    """End one sign-in of the account; return what ended: its id, or nothing where there is no such sign-in."""
    return _end(session, account_id, SignInSession.id == session_id)


def sign_out_everywhere(session: Session, account_id: UUID, but: UUID | None = None) -> list[UUID]:
    """End every sign-in of the account, but for *but*; return the ids of those that ended."""
    return _end(session, account_id, SignInSession.id != but if but else SignInSession.id.is_not(None))


def _is_alive() -> ColumnElement[bool]:
    return and_(SignInSession.expires_at > now(), Account.disabled_at.is_(None))


def _end(session: Session, account_id: UUID, which: ColumnElement[bool]) -> list[UUID]:
    doomed = delete(SignInSession).where(SignInSession.account_id == account_id, which)
    return list(session.scalars(doomed.returning(SignInSession.id)))
