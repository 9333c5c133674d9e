"""The words of this room: roles, names to sign in with, and for how long things hold."""

import unicodedata
from datetime import timedelta
from enum import StrEnum
from typing import NewType

from accounts.errors import WrongSignInNameError

SignInName = NewType("SignInName", str)
"""A name to sign in with, in the one form in which it is stored, compared and hashed into salts."""


class Role(StrEnum):
    """What somebody may do here."""

    SECRETARIAT = "secretariat"
    ADMINISTRATOR = "administrator"
    OFFICER = "officer"
    READER = "reader"


SESSION_LIFE = timedelta(hours=12)
"""A sign-in ends after this, whatever happens."""

SESSION_IDLE = timedelta(hours=2)
"""A sign-in ends when nothing was asked for so long."""

SESSION_TOUCH = timedelta(minutes=1)
"""How exact the time of the last request is; finer would write at each click."""

INVITATION_LIFE = timedelta(days=7)

SALT_HALF_LENGTH = 16
SIGN_IN_KEY_LENGTH = 32
LEAST_PASSES, MOST_PASSES = 3, 10
LEAST_MEBIBYTES, MOST_MEBIBYTES = 64, 1024
"""The client's Argon2id, in passes and MiB; the same bounds are compiled into the clients."""

_SHORTEST_NAME, _LONGEST_NAME = 3, 120
_MARKS = frozenset("._-@+")


def sign_in_name(text: str) -> SignInName:
    """Return *text* as a name to sign in with: NFKC, casefolded, without spaces around it.

    Raises WrongSignInNameError where it is too short, too long, or holds anything but letters, digits
    and the marks of an e-mail address.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    name = unicodedata.normalize("NFKC", folded).strip()
    if not _SHORTEST_NAME <= len(name) <= _LONGEST_NAME or not all(map(_is_allowed, name)):
        raise WrongSignInNameError
    return SignInName(name)


def _is_allowed(character: str) -> bool:
    return character in _MARKS or unicodedata.category(character)[0] in "LM" or character.isdecimal()
