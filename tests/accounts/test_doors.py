"""The door, as a browser meets it: signing in, and accepting an invitation."""

import re
from collections.abc import Callable
from http import HTTPStatus

import pytest
from flask import Flask
from flask.testing import FlaskClient
from nacl.utils import random
from sqlalchemy import update
from werkzeug.test import TestResponse

from accounts import service
from accounts.models import Account
from accounts.records import Offer, SignInKey
from accounts.vocabulary import Role
from core.clock import now
from tests.accounts.people import csrf_token, make_account, newcomer, post, shared_database, sign_in
from tests.accounts.test_members import OPERATOR

Entering = Callable[..., FlaskClient]
JSON = {"Accept": "application/json"}


def salt(client: FlaskClient, name: object) -> TestResponse:
    headers = {"X-CSRFToken": csrf_token(client)}
    return client.post("/sign-in/salt", json={"name": name}, headers=headers)


def test_the_door_shows_no_field_that_would_send_a_password(client: FlaskClient) -> None:
    page = client.get("/sign-in").text
    (field,) = re.findall(r'<input[^>]*type="password"[^>]*>', page)
    assert " name=" not in field
    assert 'autocomplete="current-password"' in field


def test_a_key_that_fits_opens_the_door(app: Flask, client: FlaskClient) -> None:
    with shared_database(app).transaction() as session:
        _, key = make_account(session, "reader", name="ada.mensah")
    answer = sign_in(client, "Ada.Mensah", key, next="/account?from=here")
    assert (answer.status_code, answer.location) == (302, "/account?from=here")
    assert "ada.mensah" in client.get("/account").text


@pytest.mark.parametrize(
    "elsewhere",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "\\evil", "javascript:alert(1)", "", "/a\nb"],
)
def test_the_door_leads_nowhere_else(app: Flask, client: FlaskClient, elsewhere: str) -> None:
    with shared_database(app).transaction() as session:
        _, key = make_account(session, "reader", name="ada.mensah")
    assert sign_in(client, "ada.mensah", key, next=elsewhere).location == "/"


def test_who_is_inside_passes_the_door(signed_in: Entering) -> None:
    assert signed_in("reader").get("/sign-in?next=/account").location == "/account"


def test_all_failures_look_the_same(app: Flask, client: FlaskClient) -> None:
    with shared_database(app).transaction() as session:
        closed, right = make_account(session, "reader", name="closed.one")
        make_account(session, "reader", name="open.one")
        session.execute(update(Account).where(Account.id == closed.id).values(disabled_at=now()))
    wrong = SignInKey(random(32))
    answers = [
        sign_in(client, "open.one", wrong, next="/"),
        sign_in(client, "closed.one", right, next="/"),
        sign_in(client, "nobody.at", wrong, next="/"),
    ]
    pages = {re.sub(r'(name="name" value|name="csrf_token" value|content)="[^"]*"', "", one.text) for one in answers}
    pages = {re.sub(r"<time.*?</time>", "", page) for page in pages}
    assert {one.status_code for one in answers} == {HTTPStatus.UNAUTHORIZED}
    assert len(pages) == 1


def test_a_failure_keeps_the_name_and_says_what_to_do(client: FlaskClient) -> None:
    page = sign_in(client, "nobody.here", SignInKey(random(32))).text
    assert 'value="nobody.here"' in page
    assert "do not belong together" in page


@pytest.mark.parametrize("key", ["", "00", "zz" * 32, "00" * 33])
def test_a_malformed_key_is_refused(client: FlaskClient, key: str) -> None:
    answer = post(client, "/sign-in", {"name": "ada.mensah", "sign_in_key": key})
    assert answer.status_code == HTTPStatus.BAD_REQUEST


def test_a_script_is_told_in_json_where_to_go_on(app: Flask, client: FlaskClient) -> None:
    with shared_database(app).transaction() as session:
        _, key = make_account(session, "reader", name="ada.mensah")
    data = {"name": "ada.mensah", "sign_in_key": key.secret.hex(), "next": "/account"}
    assert post(client, "/sign-in", data, headers=JSON).get_json() == {"next": "/account"}


def test_a_script_is_told_in_json_what_went_wrong(client: FlaskClient) -> None:
    data = {"name": "nobody.here", "sign_in_key": "00" * 32}
    answer = post(client, "/sign-in", data, headers=JSON)
    assert answer.status_code == HTTPStatus.UNAUTHORIZED
    assert "do not belong together" in answer.get_json()["error"]


def test_too_many_attempts_end_in_a_wait(client: FlaskClient) -> None:
    for _ in range(10):
        sign_in(client, "nobody.here", SignInKey(random(32)))
    answer = sign_in(client, "nobody.here", SignInKey(random(32)))
    assert answer.status_code == HTTPStatus.TOO_MANY_REQUESTS
    assert "Try again in 15 minutes" in answer.text


def test_a_salt_is_given_for_every_name_alike(app: Flask, client: FlaskClient) -> None:
    with shared_database(app).transaction() as session:
        make_account(session, "reader", name="ada.mensah")
    known, unknown = salt(client, "Ada.Mensah").get_json(), salt(client, "nobody.here").get_json()
    assert (known["name"], unknown["name"]) == ("ada.mensah", "nobody.here")
    assert known.keys() == unknown.keys()
    assert {one["passes"] for one in (known, unknown)} == {3}
    assert {one["mebibytes"] for one in (known, unknown)} == {64}
    assert len(known["salt_half"]) == len(unknown["salt_half"]) == 32
    assert salt(client, "nobody.here").get_json() == unknown


@pytest.mark.parametrize("name", [None, 1, ["a"], "", "two words"])
def test_a_salt_for_what_is_no_name_is_refused(client: FlaskClient, name: object) -> None:
    assert salt(client, name).status_code == HTTPStatus.BAD_REQUEST


def test_salts_are_not_given_without_end(app: Flask, client: FlaskClient) -> None:
    token = csrf_token(client)
    throttle = app.extensions["entraide.throttle"]
    for _ in range(300):
        throttle.count_salt("127.0.0.1")
    answer = client.post("/sign-in/salt", json={"name": "nobody.here"}, headers={"X-CSRFToken": token})
    assert answer.status_code == HTTPStatus.TOO_MANY_REQUESTS


def test_an_invitation_is_accepted_on_its_page(app: Flask, client: FlaskClient) -> None:
    with shared_database(app).transaction() as session:
        offer = Offer(Role.READER, None, "Ada Mensah", "Counsel", "A.Mensah@un.example")
        token = service.invite(session, offer, OPERATOR)
    page = client.get(f"/invitation/{token}").text
    assert 'value="a.mensah@un.example"' in page
    assert not [field for field in re.findall(r'<input[^>]*type="password"[^>]*>', page) if " name=" in field]
    brought = newcomer("a.mensah@un.example")
    data = {
        "name": brought.stretching.name,
        "sign_in_key": brought.key.secret.hex(),
        "salt_half": brought.stretching.salt_half.bytes.hex(),
        "passes": "3",
        "mebibytes": "64",
    }
    for wrong in ({"passes": "1"}, {"passes": "many"}, {"mebibytes": "8"}, {"salt_half": "00"}):
        refused = post(client, f"/invitation/{token}", {**data, **wrong})
        assert refused.status_code == HTTPStatus.BAD_REQUEST
    assert post(client, f"/invitation/{token}", data).location == "/"
    assert "a.mensah@un.example" in client.get("/account").text
    assert client.get(f"/invitation/{token}").status_code == HTTPStatus.GONE


def test_without_an_e_mail_address_a_name_is_proposed(app: Flask, client: FlaskClient) -> None:
    with shared_database(app).transaction() as session:
        token = service.invite(session, Offer(Role.READER, None, "Ольга Иванова"), OPERATOR)
    assert 'value="olga.ivanova"' in client.get(f"/invitation/{token}").text


def test_a_taken_name_is_told_and_the_invitation_stays(app: Flask, client: FlaskClient) -> None:
    with shared_database(app).transaction() as session:
        make_account(session, "reader", name="ada.mensah")
        token = service.invite(session, Offer(Role.READER, None, "Ada Mensah"), OPERATOR)
    data = {"name": "ada.mensah", "sign_in_key": "00" * 32, "salt_half": "00" * 16, "passes": "3", "mebibytes": "64"}
    for headers in ({}, JSON):
        answer = post(client, f"/invitation/{token}", data, headers=headers)
        assert answer.status_code == HTTPStatus.CONFLICT
        assert "Choose another" in answer.text
    assert client.get(f"/invitation/{token}").status_code == HTTPStatus.OK


def test_an_unknown_invitation_is_over(client: FlaskClient) -> None:
    answer = client.get("/invitation/unknown")
    assert answer.status_code == HTTPStatus.GONE
    assert "Ask whoever sent it for a new one." in answer.text
