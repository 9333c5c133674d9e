"""The values that travel through this room; those that hold a secret never show it."""

import unicodedata
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal
from uuid import UUID

from accounts.errors import WrongEmailError, WrongPersonError, WrongPlaceError, WrongProofError
from accounts.vocabulary import (
    LEAST_MEBIBYTES,
    LEAST_PASSES,
    MOST_MEBIBYTES,
    MOST_PASSES,
    SALT_HALF_LENGTH,
    SIGN_IN_KEY_LENGTH,
    Role,
    SignInName,
)
from core.actor import Actor

_LONGEST_TEXT = 200
_LONGEST_EMAIL = 254
_PLACED = frozenset({Role.ADMINISTRATOR, Role.OFFICER})


@dataclass(frozen=True, slots=True)
class Cost:
    """How dear the client makes a password: Argon2id's passes and MiB of memory, within the protocol's bounds."""

    passes: int = LEAST_PASSES
    mebibytes: int = LEAST_MEBIBYTES

    def __post_init__(self) -> None:
        """Refuse a cost outside the bounds: a lower one would make stolen hashes cheap to try."""
        cheap_or_dear = not LEAST_MEBIBYTES <= self.mebibytes <= MOST_MEBIBYTES
        if cheap_or_dear or not LEAST_PASSES <= self.passes <= MOST_PASSES:
            raise WrongProofError

    @property
    def memory(self) -> int:
        """The memory in bytes."""
        return self.mebibytes << 20


@dataclass(frozen=True, slots=True)
class SignInKey:
    """The 32 bytes that a client derives from a password; as good as the password here, so never shown."""

    secret: bytes = field(repr=False)

    def __post_init__(self) -> None:
        """Refuse anything but 32 bytes."""
        if len(self.secret) != SIGN_IN_KEY_LENGTH:
            raise WrongProofError


@dataclass(frozen=True, slots=True)
class SaltHalf:
    """The server's 16 bytes of a salt; public, since everybody may ask for them by name."""

    bytes: bytes

    def __post_init__(self) -> None:
        """Refuse anything but 16 bytes."""
        if len(self.bytes) != SALT_HALF_LENGTH:
            raise WrongProofError


@dataclass(frozen=True, slots=True)
class Stretching:
    """What a client needs to turn a password into a key: the name as it is stored, salt and cost."""

    name: SignInName
    salt_half: SaltHalf
    cost: Cost


@dataclass(frozen=True, slots=True)
class Newcomer:
    """What somebody brings who opens an account: how to stretch the password, and the key that came out."""

    stretching: Stretching
    key: SignInKey


@dataclass(frozen=True, slots=True)
class Offer:
    """Whom an account is for, and what he shall be."""

    role: Role
    authority_id: UUID | None
    name: str
    post: str = ""
    email: str | None = None

    def __post_init__(self) -> None:
        """Refuse an offer without a name, with control characters, or whose role and authority do not fit."""
        if not 1 <= len(self.name) <= _LONGEST_TEXT or len(self.post) > _LONGEST_TEXT:
            raise WrongPersonError
        # They would begin new lines in what prints names, and PostgreSQL stores no NUL.
        if any(unicodedata.category(character) == "Cc" for character in self.name + self.post + (self.email or "")):
            raise WrongPersonError
        if self.email is not None and (len(self.email) > _LONGEST_EMAIL or "@" not in self.email):
            raise WrongEmailError
        if self.role in _PLACED and self.authority_id is None:
            raise WrongPlaceError
        if self.role is Role.SECRETARIAT and self.authority_id is not None:
            raise WrongPlaceError


@dataclass(frozen=True, slots=True)
class Member:
    """One account as others see it."""

    id: UUID
    sign_in_name: SignInName
    offer: Offer
    created_at: datetime
    disabled_at: datetime | None
    seen_at: datetime | None = None

    @property
    def actor(self) -> Actor:
        """The account as services and the audit trail know it."""
        return Actor(self.id, self.offer.name)


@dataclass(frozen=True, slots=True)
class Invited:
    """One invitation that waits; its token is known to nobody here."""

    id: UUID
    offer: Offer
    by_operator: bool
    invited_by_name: str
    created_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class AuthorityName:
    """An authority by its names, as far as this room shows it."""

    id: UUID
    state: str
    names: dict[str, str]


@dataclass(frozen=True, slots=True)
class Counts:
    """How much is in the directory."""

    authorities: int
    states: int


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who asks, as every view knows it (`flask_login.current_user`).

    *session_id* is None where a bearer token stands in for a browser. *token* is what the browser keeps.
    """

    id: UUID
    name: str
    sign_in_name: str
    role: Role
    authority_id: UUID | None
    session_id: UUID | None
    seen_at: datetime | None = None
    token: str = field(default="", repr=False, compare=False)

    is_authenticated: Literal[True] = field(default=True, init=False, repr=False)
    is_active: Literal[True] = field(default=True, init=False, repr=False)
    is_anonymous: Literal[False] = field(default=False, init=False, repr=False)

    @property
    def actor(self) -> Actor:
        """The account as services and the audit trail know it."""
        return Actor(self.id, self.name)

    def get_id(self) -> str:
        """Return what Flask-Login keeps in the browser's signed session."""
        return self.token


@dataclass(frozen=True, slots=True)
class Operator:
    """Somebody who runs commands on the machine, and holds the database anyway."""

    actor: Actor


@dataclass(frozen=True, slots=True)
class OpenSession:
    """One sign-in of one browser, as its owner sees it."""

    id: UUID
    browser: str
    created_at: datetime
    seen_at: datetime
    expires_at: datetime
