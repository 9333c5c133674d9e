"""Every door with what nobody should send: never a failure of the service, always a word on what to do."""

from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from core.access import Audience, audience_of
from tests.accounts.people import csrf_token
from tests.messaging.client import correspondent
from tests.service.bad_input import Bad, for_rule
from tests.test_route_census import INSIDE, address

Entering = Callable[..., FlaskClient]

_LEAVING = {"accounts.sign_out", "own_account.end_all_sessions"}
"""After these nobody is signed in, so they come last, and once."""


@pytest.fixture
def served(app: Flask) -> Flask:
    """Return the application as it answers in service: what nobody foresaw becomes an answer, not an exception."""
    app.config["PROPAGATE_EXCEPTIONS"] = False
    return app


def _inside(app: Flask, role: str, signed_in: Entering) -> FlaskClient:
    if role == "nobody":
        return app.test_client()
    if role == "administrator":
        return correspondent(app).browser
    return signed_in(role)


def _rules(app: Flask, role: str) -> Iterator[Rule]:
    """Give the rules whose doors open to *role*; the census says that all others stay shut."""
    circles = INSIDE.get(role, {Audience.ANYONE})
    for rule in sorted(app.url_map.iter_rules(), key=lambda rule: rule.endpoint in _LEAVING):
        found = audience_of(app.view_functions[rule.endpoint])
        if found and found[0] in circles and (role in {"nobody", "reader"} or found[0] is not Audience.ANYONE):
            yield rule


def _send(browser: FlaskClient, bad: Bad, token: str, accept: str) -> TestResponse:
    more = dict(bad.more)
    headers = {"X-CSRFToken": token, "Accept": accept, **more.pop("headers", {})}  # type: ignore[dict-item]
    return browser.open(bad.path, method=bad.method, headers=headers, **more)  # type: ignore[arg-type]


def _is_an_answer(answer: TestResponse) -> bool:
    """Say whether this answer helps its reader: no failure, and where it refuses, a sentence that says why."""
    if answer.status_code >= 500:
        return False
    if answer.status_code < 400:
        return True
    told = (answer.get_json(silent=True) or {}).get("error", "") if answer.is_json else answer.text
    return len(told) > 20 and "Traceback" not in told


# PostgreSQL is the stricter about texts; where nothing is written, one database is as good as both.
_CASES = [*(("sqlite", role) for role in ("nobody", *INSIDE)), ("postgresql", "administrator"),
          ("postgresql", "secretariat")]  # fmt: skip


@pytest.mark.parametrize(("database_url", "role"), _CASES, indirect=["database_url"])
def test_no_door_fails_whatever_is_sent(served: Flask, signed_in: Entering, role: str) -> None:
    browser = _inside(served, role, signed_in)
    token = csrf_token(browser, "/about")
    wrong = []
    for rule in list(_rules(served, role)):
        for number, bad in enumerate(for_rule(rule, address(served, rule))):
            answer = _send(browser, bad, token, ("application/json", "text/html")[number % 2])
            if not _is_an_answer(answer):
                wrong.append(f"{answer.status_code} {bad.told}")
            if rule.endpoint in _LEAVING:
                break
    assert wrong == []
