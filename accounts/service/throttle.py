"""How often a name and an address may be tried; the count is the same for names that nobody has."""

import time
from hashlib import sha256

from limits import RateLimitItemPerMinute
from limits.storage import storage_from_string
from limits.strategies import MovingWindowRateLimiter

from accounts.errors import TooManyAttemptsError

_WINDOW_MINUTES = 15
_PER_NAME = RateLimitItemPerMinute(10, _WINDOW_MINUTES, namespace="sign-in-name")
_PER_ADDRESS = RateLimitItemPerMinute(100, _WINDOW_MINUTES, namespace="sign-in-address")
_SALTS_PER_ADDRESS = RateLimitItemPerMinute(300, _WINDOW_MINUTES, namespace="salt-address")
Limit = RateLimitItemPerMinute


class Throttle:
    """The counts of one service: in this process's memory, or in Redis for several processes."""

    def __init__(self, redis_url: str | None = None) -> None:
        self._limiter = MovingWindowRateLimiter(storage_from_string(redis_url or "memory://"))

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
        self._limiter.clear(_PER_NAME, _name_key(name, unlocks))

    def _count(self, limit: Limit, key: str) -> None:
        if not self._limiter.hit(limit, key):
            wait = self._limiter.get_window_stats(limit, key).reset_time - time.time()
            raise TooManyAttemptsError(minutes=max(1, int(wait // 60) + 1))


def _name_key(name: str, unlocks: int) -> str:
    # Hashed, so that whoever reads the counts in Redis does not read who tries to sign in.
    return f"{sha256(name.encode()).hexdigest()}:{unlocks}"
