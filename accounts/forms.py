"""What forms send, turned into values once."""

import contextlib
from collections.abc import Mapping
from uuid import UUID

from accounts.errors import WrongProofError, WrongRoleError
from accounts.records import Cost, Newcomer, Offer, SaltHalf, SignInKey, Stretching
from accounts.vocabulary import Role, sign_in_name

Form = Mapping[str, str]


def read_key(form: Form) -> SignInKey:
    """Return the key that the browser derived; raises WrongProofError."""
    return SignInKey(_bytes(form.get("sign_in_key", "")))


def read_newcomer(form: Form) -> Newcomer:
    """Return what somebody brings who opens an account; raises WrongSignInNameError, WrongProofError."""
    cost = Cost(_number(form.get("passes", "")), _number(form.get("mebibytes", "")))
    half = SaltHalf(_bytes(form.get("salt_half", "")))
    return Newcomer(Stretching(sign_in_name(form.get("name", "")), half, cost), read_key(form))


def read_offer(form: Form, authority_id: UUID | None) -> Offer:
    """Return whom an account is for; raises WrongOfferError."""
    try:
        role = Role(form.get("role", ""))
    except ValueError as error:
        raise WrongRoleError from error
    email = form.get("email", "").strip() or None
    return Offer(role, authority_id, form.get("name", "").strip(), form.get("post", "").strip(), email)


def _bytes(text: str) -> bytes:
    with contextlib.suppress(ValueError):
        return bytes.fromhex(text)
    raise WrongProofError


def _number(text: str) -> int:
    if text.isascii() and text.isdecimal() and len(text) <= 12:
        return int(text)
    raise WrongProofError
