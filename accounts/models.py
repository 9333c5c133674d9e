"""The tables of this room: accounts, sign-ins, invitations, tokens.

No column holds a password, nor anything that opens a vault: `sign_in_key_hash` is Argon2id over a key that
the client derived with Argon2id, and of every other token only the SHA-256 is kept.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from core.database import Base

_ROLE_AND_AUTHORITY = (
    "(role = 'secretariat' AND authority_id IS NULL)"
    " OR (role IN ('administrator','officer') AND authority_id IS NOT NULL)"
    " OR role = 'reader'"
)
"""Who works for an authority has one, the secretariat has none, a reader may belong to a body outside."""


class Account(Base):
    """One person who may sign in, and what the client needs to turn the password into a key."""

    __tablename__ = "account"
    __table_args__ = (
        CheckConstraint(_ROLE_AND_AUTHORITY, name="role_and_authority"),
        CheckConstraint("length(salt_half) = 16", name="salt_half_length"),
        CheckConstraint("passes BETWEEN 3 AND 10", name="passes"),
        CheckConstraint("memory BETWEEN 67108864 AND 1073741824", name="memory"),
    )

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    sign_in_name: Mapped[str] = mapped_column(String(120), unique=True)
    display_name: Mapped[str] = mapped_column(String(200))
    post: Mapped[str] = mapped_column(String(200))
    email: Mapped[str | None] = mapped_column(String(254))
    role: Mapped[str] = mapped_column(String(14))
    authority_id: Mapped[UUID | None] = mapped_column(ForeignKey("authority.id"), index=True)
    salt_half: Mapped[bytes] = mapped_column(LargeBinary(16))
    passes: Mapped[int]
    memory: Mapped[int]
    sign_in_key_hash: Mapped[str] = mapped_column(String(128))
    created_at: Mapped[datetime]
    disabled_at: Mapped[datetime | None]
    # Counted up to unlock: failures before it were counted under another name.
    unlocks: Mapped[int]


class SignInSession(Base):
    """One sign-in of one browser; its row goes when it ends."""

    __tablename__ = "sign_in_session"
    __table_args__ = (CheckConstraint("length(token_hash) = 32", name="token_hash_length"),)

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    browser: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    expires_at: Mapped[datetime]


class Invitation(Base):
    """A link with which one named person may make an account, once, within a week."""

    __tablename__ = "invitation"
    __table_args__ = (
        CheckConstraint(_ROLE_AND_AUTHORITY, name="role_and_authority"),
        CheckConstraint("length(token_hash) = 32", name="token_hash_length"),
        CheckConstraint("used_at IS NULL OR revoked_at IS NULL", name="used_or_revoked"),
        CheckConstraint("(used_at IS NULL) = (account_id IS NULL)", name="used_by_an_account"),
        Index(None, "authority_id", "created_at"),
    )

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    role: Mapped[str] = mapped_column(String(14))
    authority_id: Mapped[UUID | None] = mapped_column(ForeignKey("authority.id"))
    name: Mapped[str] = mapped_column(String(200))
    post: Mapped[str] = mapped_column(String(200))
    email: Mapped[str | None] = mapped_column(String(254))
    # Null where a command line invited: it acts with the rights of the machine, not of an account.
    invited_by: Mapped[UUID | None] = mapped_column(ForeignKey("account.id"))
    invited_by_name: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]
    account_id: Mapped[UUID | None] = mapped_column(ForeignKey("account.id"))


class ApiToken(Base):
    """A bearer token: it acts as its account, or, without one, reads the directory."""

    __tablename__ = "api_token"
    __table_args__ = (CheckConstraint("length(token_hash) = 32", name="token_hash_length"),)

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    name: Mapped[str] = mapped_column(String(120), index=True)
    account_id: Mapped[UUID | None] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
