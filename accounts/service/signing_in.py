"""Ask for a salt, prove a password: alike, in what is said and how long it takes, for names that nobody has."""

import hmac
from functools import cache
from hashlib import sha256
from uuid import UUID

import nacl.exceptions
import nacl.pwhash
import nacl.utils
from sqlalchemy import select
from sqlalchemy.orm import Session

from accounts.errors import SignInFailedError, WrongSignInNameError
from accounts.models import Account
from accounts.records import Cost, SaltHalf, SignInKey, Stretching
from accounts.service.throttle import Throttle
from accounts.vocabulary import SALT_HALF_LENGTH, SignInName, sign_in_name

_PASSES, _MEMORY = 1, 8 * 1024 * 1024
"""Argon2id over a key that the client stretched already: dear guessing is the client's part of the work."""


def hash_key(key: SignInKey) -> str:
    """Return what is kept of *key*."""
    return nacl.pwhash.argon2id.str(key.secret, opslimit=_PASSES, memlimit=_MEMORY).decode("ascii")


def stretching_of(session: Session, name: str, secret: str) -> Stretching:
    """Return how *name* turns a password into a key; for a name that nobody has, bytes that stay the same.

    Raises WrongSignInNameError for what can be nobody's name.
    """
    wanted = sign_in_name(name)
    columns = (Account.salt_half, Account.passes, Account.memory)
    row = session.execute(select(*columns).where(Account.sign_in_name == wanted)).one_or_none()
    # Made for known names too, so that both take equal time.
    invented = _invented_half(wanted, secret)
    if row is None:
        return Stretching(wanted, invented, Cost())
    return Stretching(wanted, SaltHalf(row.salt_half), Cost(row.passes, row.memory >> 20))


def recognise(session: Session, name: str, key: SignInKey, throttle: Throttle, address: str) -> UUID:
    """Return the id of the account that *key* proves.

    Raises TooManyAttemptsError, or SignInFailedError: the same for an unknown name, a wrong key and a closed
    account, after the same work.
    """
    wanted = _any_name(name)
    columns = (Account.id, Account.sign_in_key_hash, Account.disabled_at, Account.unlocks)
    row = session.execute(select(*columns).where(Account.sign_in_name == wanted)).one_or_none()
    unlocks = row.unlocks if row else 0
    throttle.count_sign_in(wanted, unlocks, address)
    # Equal time for unknown names, so that a stranger cannot list the accounts.
    proven = _is_proven(key, row.sign_in_key_hash if row else _nobodys_hash())
    if row is None or not proven or row.disabled_at is not None:
        raise SignInFailedError
    throttle.forgive(wanted, unlocks)
    account_id: UUID = row.id
    return account_id


def _any_name(name: str) -> SignInName:
    """Return *name* as it would be stored; what can be nobody's name is tried like any other, and fails."""
    try:
        return sign_in_name(name)
    except WrongSignInNameError:
        return SignInName(f"not a name: {sha256(name.encode('utf-8', 'replace')).hexdigest()}")


def _is_proven(key: SignInKey, kept: str) -> bool:
    try:
        return nacl.pwhash.argon2id.verify(kept.encode("ascii"), key.secret)
    except nacl.exceptions.InvalidkeyError:
        return False


@cache
def _nobodys_hash() -> str:
    """Return a hash that no key proves, made with the cost of all others."""
    return hash_key(SignInKey(nacl.utils.random(32)))


def _invented_half(name: SignInName, secret: str) -> SaltHalf:
    digest = hmac.digest(secret.encode(), b"invented salt\x00" + name.encode(), "sha256")
    return SaltHalf(digest[:SALT_HALF_LENGTH])
