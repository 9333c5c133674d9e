"""Every endpoint: who may use it, and that nobody else gets in.

A new endpoint is not finished before it stands in CENSUS: the table is what a reviewer reads.
"""

from collections.abc import Callable, Iterator
from http import HTTPStatus
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event
from werkzeug.routing import Rule, UUIDConverter

from accounts import service
from accounts.records import Operator
from core.access import Audience, audience_of, open_to
from core.actor import Actor
from core.headers import SECURITY_HEADERS
from tests.accounts.people import csrf_token

Entering = Callable[..., FlaskClient]

ANYONE, MEMBERS, OFFICERS = Audience.ANYONE, Audience.MEMBERS, Audience.OFFICERS
ADMINISTRATORS, SECRETARIAT = Audience.ADMINISTRATORS, Audience.SECRETARIAT

CENSUS = {
    "GET /about": ANYONE,
    "GET /healthz": ANYONE,
    "GET /": MEMBERS,
    "GET /results": MEMBERS,
    "GET /authorities/<uuid:authority_id>": MEMBERS,
    "GET /api/v1/authorities": MEMBERS,
    "GET /api/v1/authorities/<uuid:authority_id>": MEMBERS,
    "GET /imports": SECRETARIAT,
    "GET /imports/new": SECRETARIAT,
    "POST /imports": SECRETARIAT,
    "GET /imports/runs/<uuid:run_id>": SECRETARIAT,
    "GET /imports/runs/<uuid:run_id>/progress": SECRETARIAT,
    "GET /imports/<uuid:change_set_id>": SECRETARIAT,
    "GET /imports/<uuid:change_set_id>/rejected.csv": SECRETARIAT,
    "POST /imports/<uuid:change_set_id>/apply": SECRETARIAT,
    "POST /imports/<uuid:change_set_id>/withdraw": SECRETARIAT,
    "POST /imports/<uuid:change_set_id>/roll-back": SECRETARIAT,
    "GET /sign-in": ANYONE,
    "POST /sign-in": ANYONE,
    "POST /sign-in/salt": ANYONE,
    "POST /sign-out": MEMBERS,
    "GET /invitation/<token>": ANYONE,
    "POST /invitation/<token>": ANYONE,
    "POST /language": ANYONE,
    "POST /theme": ANYONE,
    "POST /shortcut": ANYONE,
    "GET /account": MEMBERS,
    "POST /account/sessions/<uuid:session_id>/end": MEMBERS,
    "POST /account/sessions/end": MEMBERS,
    "GET /authority/officers": ADMINISTRATORS,
    "POST /authority/officers/invite": ADMINISTRATORS,
    "POST /authority/officers/<uuid:account_id>/close": ADMINISTRATORS,
    "POST /authority/officers/<uuid:account_id>/open": ADMINISTRATORS,
    "POST /authority/officers/invitations/<uuid:invitation_id>/revoke": ADMINISTRATORS,
    "GET /accounts": SECRETARIAT,
    "POST /accounts/invite": SECRETARIAT,
    "GET /accounts/authorities/<uuid:authority_id>": SECRETARIAT,
    "POST /accounts/authorities/<uuid:authority_id>": SECRETARIAT,
    "POST /accounts/<uuid:account_id>/close": SECRETARIAT,
    "POST /accounts/<uuid:account_id>/open": SECRETARIAT,
    "POST /accounts/invitations/<uuid:invitation_id>/revoke": SECRETARIAT,
    "GET /messages": OFFICERS,
    "POST /channel/mailbox": ADMINISTRATORS,
    "POST /channel/proof": OFFICERS,
    "GET /channel/mailbox/<uuid:authority_id>": OFFICERS,
    "POST /channel/links": OFFICERS,
    "GET /channel/bundles": OFFICERS,
    "GET /channel/vault": OFFICERS,
    "POST /channel/vault": OFFICERS,
    "GET /channel/chains": OFFICERS,
    "GET /channel/log/consistency": OFFICERS,
    "GET /channel/log/checkpoint": ANYONE,
    "GET /channel/conversations": OFFICERS,
    "GET /channel/conversations/<identifier>/envelopes": OFFICERS,
    "POST /channel/conversations/<identifier>/read": OFFICERS,
    "POST /channel/envelopes": OFFICERS,
}

BEARER = {"GET /api/v1/authorities", "GET /api/v1/authorities/<uuid:authority_id>"}
"""The endpoints that a program may use with a token: they read, and write nothing."""

INSIDE = {
    "secretariat": {ANYONE, MEMBERS, SECRETARIAT},
    "administrator": {ANYONE, MEMBERS, OFFICERS, ADMINISTRATORS},
    "officer": {ANYONE, MEMBERS, OFFICERS},
    "reader": {ANYONE, MEMBERS},
}


def rules(app: Flask) -> Iterator[tuple[str, str, Rule]]:
    """Give the name in the census, the method and the rule of every endpoint."""
    for rule in app.url_map.iter_rules():
        if rule.endpoint != "static":
            for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
                yield f"{method} {rule.rule}", method, rule


def address(app: Flask, rule: Rule) -> str:
    """Return an address that the rule matches."""
    uuids = {name for name, converter in rule._converters.items() if isinstance(converter, UUIDConverter)}
    values = {name: uuid4() if name in uuids else "1" for name in rule.arguments}
    with app.test_request_context():
        built = app.url_map.bind("localhost").build(rule.endpoint, values)
    return str(built)


def audience(app: Flask, rule: Rule) -> Audience | None:
    """Return what the endpoint says of itself; that it says what the census says is one test of its own."""
    found = audience_of(app.view_functions[rule.endpoint])
    return found[0] if found else None


def test_the_census_names_every_endpoint_and_its_audience(app: Flask) -> None:
    found = {name: audience_of(app.view_functions[rule.endpoint]) for name, _, rule in rules(app)}
    assert {name: rule[0] if rule else None for name, rule in found.items()} == CENSUS
    assert {name for name, rule in found.items() if rule and rule[1]} == BEARER


def test_what_takes_a_token_only_reads() -> None:
    assert all(name.startswith("GET /api/") for name in BEARER)


def test_a_token_opens_the_interface_for_programs_and_nothing_else(app: Flask, client: FlaskClient) -> None:
    with app.extensions["entraide"].database.transaction() as session:
        token = service.make_token(session, "nightly-copy", Operator(Actor(uuid4(), "operator")))
    headers = {"Authorization": f"Bearer {token}", "X-CSRFToken": csrf_token(client, "/about")}
    for name, method, rule in rules(app):
        if audience(app, rule) is not ANYONE:
            answer = client.open(address(app, rule), method=method, headers=headers)
            refused = answer.status_code in {HTTPStatus.FOUND, HTTPStatus.UNAUTHORIZED}
            assert refused is (name not in BEARER), name


@pytest.mark.parametrize("sent", ["", "Bearer", "Bearer unknown", "Basic dXNlcjp4", "Bearer \xff"])
def test_a_program_without_a_good_token_is_told_what_it_needs(client: FlaskClient, sent: str) -> None:
    answer = client.get("/api/v1/authorities?q=x", headers={"Authorization": sent})
    assert answer.status_code == HTTPStatus.UNAUTHORIZED
    assert "entraide accounts token" in answer.get_json()["error"]


def test_an_endpoint_that_says_nothing_is_closed_to_everybody(app: Flask, signed_in: Entering) -> None:
    app.add_url_rule("/forgotten", "forgotten", lambda: "open")
    for browser in (app.test_client(), *(signed_in(role) for role in INSIDE)):
        assert browser.get("/forgotten").status_code == HTTPStatus.FORBIDDEN


def test_a_stranger_gets_only_what_is_open_to_anyone(app: Flask, client: FlaskClient) -> None:
    headers = {"X-CSRFToken": csrf_token(client, "/about")}
    for name, method, rule in rules(app):
        if audience(app, rule) is not ANYONE:
            answer = client.open(address(app, rule), method=method, headers=headers)
            assert answer.status_code in {HTTPStatus.FOUND, HTTPStatus.UNAUTHORIZED}, name
            assert "sign-in" in (answer.location or answer.text), name


@pytest.mark.parametrize("role", INSIDE)
def test_a_role_gets_only_what_is_open_to_it(app: Flask, signed_in: Entering, role: str) -> None:
    browser = signed_in(role)
    headers = {"X-CSRFToken": csrf_token(browser, "/about")}
    for name, method, rule in rules(app):
        if audience(app, rule) not in INSIDE[role]:
            answer = browser.open(address(app, rule), method=method, headers=headers)
            assert answer.status_code == HTTPStatus.FORBIDDEN, name


@pytest.mark.parametrize("role", INSIDE)
def test_reading_writes_nothing(app: Flask, signed_in: Entering, role: str) -> None:
    browser, written = signed_in(role), list[str]()

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE", "REPLACE", "TRUNCATE")):
            written.append(statement)

    event.listen(app.extensions["entraide"].database.engine, "before_cursor_execute", note)
    for name, method, rule in rules(app):
        if method == "GET" and audience(app, rule) in INSIDE[role]:
            assert browser.get(address(app, rule)).status_code < HTTPStatus.INTERNAL_SERVER_ERROR, name
            assert written == [], name


@pytest.mark.parametrize("role", ["administrator", "secretariat"])
def test_what_changes_something_needs_a_token_of_its_page(app: Flask, signed_in: Entering, role: str) -> None:
    browser = signed_in(role)
    for name, method, rule in rules(app):
        if method != "GET":
            answer = browser.open(address(app, rule), method=method, headers={"Accept": "application/json"})
            assert answer.status_code == HTTPStatus.BAD_REQUEST, name
            assert "open too long" in answer.get_json()["error"], name


@pytest.mark.parametrize("role", ["administrator", "secretariat"])
def test_a_field_named_like_a_secret_is_refused_everywhere(app: Flask, signed_in: Entering, role: str) -> None:
    browser = signed_in(role)
    headers = {"X-CSRFToken": csrf_token(browser, "/about"), "Accept": "application/json"}
    for name, method, rule in rules(app):
        at = address(app, rule)
        answers = [browser.open(f"{at}?private_key=x", method=method, headers=headers)]
        if method != "GET":
            answers.append(browser.open(at, method=method, headers=headers, data={"password": "x"}))
            answers.append(browser.open(at, method=method, headers=headers, json={"a": [{"card_secret": "x"}]}))
        for answer in answers:
            assert answer.status_code == HTTPStatus.BAD_REQUEST, name
            assert "named like a secret" in answer.get_json()["error"], name


def test_every_answer_carries_the_headers(app: Flask, client: FlaskClient) -> None:
    def fail() -> str:
        raise RuntimeError("something that nobody foresaw: 4711")

    app.add_url_rule("/failing", "failing", open_to(ANYONE)(fail))
    app.config["PROPAGATE_EXCEPTIONS"] = False
    answers = {address: client.get(address) for address in ("/about", "/account", "/nowhere", "/failing")}
    assert [answer.status_code for answer in answers.values()] == [200, 302, 404, 500]
    for answer in answers.values():
        assert {name: answer.headers.get(name) for name in SECURITY_HEADERS} == SECURITY_HEADERS
        assert answer.headers["Cache-Control"] == "no-store"
    assert "4711" not in answers["/failing"].text


def test_deeply_nested_json_is_refused_and_harms_nothing(client: FlaskClient) -> None:
    headers = {"X-CSRFToken": csrf_token(client), "Content-Type": "application/json"}
    answer = client.post("/sign-in/salt", data="[" * 30_000, headers=headers)
    assert answer.status_code == HTTPStatus.BAD_REQUEST
