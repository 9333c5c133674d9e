"""Handing a list in at the product as it is served."""

import time
from collections.abc import Callable
from typing import Any

from tests.accounts.people import csrf_token
from tests.service.browser import PATIENCE, Browser


def hand_in(browser: Browser, text: str) -> str:
    """Send a list, and return the address of its run."""
    token = csrf_token(browser.as_client, "/about")
    body = (
        f'--b\r\nContent-Disposition: form-data; name="csrf_token"\r\n\r\n{token}\r\n'
        f'--b\r\nContent-Disposition: form-data; name="file"; filename="list.csv"\r\n\r\n{text}\r\n--b--\r\n'
    )
    answer = browser.post("/imports", data=body.encode(), content_type="multipart/form-data; boundary=b")
    assert answer.status_code == 302, answer.text
    return answer.location


def wait_for(browser: Browser, run: str, wanted: Callable[[dict[str, Any]], bool]) -> None:
    """Return once what the page is told of a run is as *wanted*."""
    deadline = time.monotonic() + PATIENCE
    while not wanted(told := browser.get(f"{run}/progress").json):
        assert time.monotonic() < deadline, told
        time.sleep(0.02)
