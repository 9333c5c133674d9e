"""How often a name and an address may be tried; the count is the same for names that nobody has."""

import time
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from typing import TYPE_CHECKING

from accounts.errors import TooManyAttemptsError

if TYPE_CHECKING:
    from limits import RateLimitItemPerMinute
    from limits.strategies import MovingWindowRateLimiter


@dataclass(frozen=True, slots=True)
class Limit:
    """How many attempts a quarter of an hour allows, and what they are counted as."""

    attempts: int
    namespace: str


_WINDOW_MINUTES = 15
_PER_NAME = Limit(10, "sign-in-name")
_PER_ADDRESS = Limit(100, "sign-in-address")
_SALTS_PER_ADDRESS = Limit(300, "salt-address")


class Throttle:
    """The counts of one service: in this process's memory, or in Redis for several processes."""

    def __init__(self, redis_url: str | None = None) -> None:
        self._redis_url = redis_url

    @cached_property
    def _limiter(self) -> "MovingWindowRateLimiter":
        # Loaded at the first attempt: its library is a large part of what a start would load.
        from limits.storage import storage_from_string
        from limits.strategies import MovingWindowRateLimiter

        return MovingWindowRateLimiter(storage_from_string(self._redis_url or "memory://"))

    def count_sign_in(self, name: str, unlocks: int, address: str) -> None:
        """Count one attempt before it is looked at, so that many at once gain nothing.

        Raises TooManyAttemptsError. *unlocks* is how often the account was unlocked: unlocking begins a new
        count, in whatever process it is kept.
        """
        self._count(_PER_ADDRESS, address)
        self._count(_PER_NAME, _name_key(name, unlocks))

    def count_salt(self, address: str) -> None:
        """Count one question for a salt; raises TooManyAttemptsError."""
        self._count(_SALTS_PER_ADDRESS, address)

    def forgive(self, name: str, unlocks: int) -> None:
        """Forget the failures of *name*, whose owner has signed in."""
        self._limiter.clear(_item(_PER_NAME), _name_key(name, unlocks))

    def _count(self, limit: Limit, key: str) -> None:
        if not self._limiter.hit(_item(limit), key):
            wait = self._limiter.get_window_stats(_item(limit), key).reset_time - time.time()
            raise TooManyAttemptsError(minutes=max(1, int(wait // 60) + 1))


@cache
def _item(limit: Limit) -> "RateLimitItemPerMinute":
    from limits import RateLimitItemPerMinute

    return RateLimitItemPerMinute(limit.attempts, _WINDOW_MINUTES, namespace=limit.namespace)


def _name_key(name: str, unlocks: int) -> str:
    # Hashed, so that whoever reads the counts in Redis does not read who tries to sign in.
    return f"{sha256(name.encode()).hexdigest()}:{unlocks}"
