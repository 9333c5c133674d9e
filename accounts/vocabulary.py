"""The words of this room: roles, and for how long things hold."""

from datetime import timedelta
from enum import StrEnum


class Role(StrEnum):
    """What somebody may do here; the words of the directory's own readers."""

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
LEAST_MEMORY, MOST_MEMORY = 64 * 1024 * 1024, 1024 * 1024 * 1024
"""The client's Argon2id, in passes and bytes; the same bounds are compiled into the clients."""
