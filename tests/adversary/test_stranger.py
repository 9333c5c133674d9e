"""A stranger at the door, a thief of a sign-in, and somebody of another authority."""

import io
import json
import logging

import pytest
from flask import Flask
from flask.testing import FlaskClient

from config.settings import Settings
from messaging.protocol.codec import encode
from tests.accounts.people import csrf_token, make_account, post, shared_database
from tests.conftest import Entering
from tests.directory.importing.test_pages import LIST, read
from tests.messaging.client import Correspondent, correspondent

TOO_MANY = 11
GETS = ("vault", "bundles", "chains", "conversations", "log/consistency?old=0&new=2")
POSTS = ("mailbox", "proof", "links", "vault", "envelopes", f"conversations/{'00' * 16}/read")


def test_forged_addresses_and_other_spellings_of_a_name_give_no_more_attempts(app: Flask, client: FlaskClient) -> None:
    with shared_database(app).transaction() as session:
        make_account(session, "reader", name="anna@example.org")
    spellings = ("anna@example.org", "ANNA@example.org", " anna@example.org ", "\uff41nna@example.org")
    token = csrf_token(client)
    answers = []
    for attempt in range(TOO_MANY):
        form = {"name": spellings[attempt % len(spellings)], "sign_in_key": "00" * 32, "csrf_token": token}
        forged = {"X-Forwarded-For": f"192.0.2.{attempt}", "X-Real-IP": f"192.0.2.{attempt}"}
        answers.append(client.post("/sign-in", data=form, headers=forged).status_code)
    assert answers == [401] * (TOO_MANY - 1) + [429]


def test_a_stranger_makes_nobody_read_megabytes_of_json(client: FlaskClient) -> None:
    headers = {"X-CSRFToken": csrf_token(client)}
    answer = client.post("/sign-in/salt", json={"name": "n" * 100_000}, headers=headers)
    assert answer.status_code == 413


def test_a_secret_is_refused_in_json_of_unsaid_length_too(client: FlaskClient) -> None:
    body = json.dumps({"name": "anna", "password": "typed by mistake"}).encode()
    answer = client.post(
        "/sign-in/salt",
        input_stream=io.BytesIO(body),
        content_type="application/json",
        headers={"X-CSRFToken": csrf_token(client), "Transfer-Encoding": "chunked"},
        environ_overrides={"wsgi.input_terminated": True, "CONTENT_LENGTH": ""},
    )
    assert answer.status_code == 411
    assert "typed by mistake" not in answer.text


def test_a_name_of_a_person_holds_no_control_characters(signed_in: Entering) -> None:
    administrator = signed_in("administrator")
    for name in ("Anna\x00", "Anna\nINFO accounts: all is well", "\x1b[2JAnna"):
        answer = post(administrator, "/authority/officers/invite", {"role": "officer", "name": name})
        assert 400 <= answer.status_code < 500


def test_the_link_of_an_invitation_is_in_no_log_and_goes_to_no_other_site(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    answer = client.get("/invitation/canary-token-of-an-invitation")
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "canary" not in caplog.text


@pytest.fixture
def kenya(app: Flask) -> Correspondent:
    return correspondent(app, "KE", "Office of the Attorney General")


def test_another_site_posts_nothing_into_the_channel(kenya: Correspondent) -> None:
    for door in POSTS:
        answer = kenya.send(f"/channel/{door}", encode(1), **{"X-CSRFToken": ""})
        assert answer.status_code == 400
        assert "open too long" in answer.text


def test_an_ended_sign_in_opens_no_door_of_the_channel(kenya: Correspondent) -> None:
    stolen = kenya.browser.get_cookie("entraide")
    assert stolen is not None
    assert post(kenya.browser, "/sign-out").status_code == 302
    kenya.browser.set_cookie("entraide", stolen.value)
    assert {kenya.send(f"/channel/{door}", encode(1)).status_code for door in POSTS} == {401}
    asked = [kenya.browser.get(f"/channel/{door}", headers={"Accept": "application/json"}) for door in GETS]
    assert {answer.status_code for answer in asked} == {401}


def test_nobody_reads_or_marks_what_is_of_another_authority(app: Flask, kenya: Correspondent) -> None:
    thailand = correspondent(app, "TH", "Office of the Attorney General")
    brazil = correspondent(app, "BR", "Office of the Attorney General")
    control, membership = kenya.begin(thailand)
    assert kenya.send("/channel/envelopes", [control.to_bytes()]).status_code == 200
    name = membership.conversation.hex()
    assert brazil.get("/channel/conversations") == []
    assert brazil.browser.get(f"/channel/conversations/{name}/envelopes").status_code == 404
    assert brazil.send(f"/channel/conversations/{name}/read", 1).status_code == 404
    assert brazil.browser.get("/channel/vault").data != kenya.browser.get("/channel/vault").data
    mine = {sealed for _, sealed in kenya.get("/channel/bundles")}
    assert not mine & {sealed for _, sealed in brazil.get("/channel/bundles")}
    # Another's vault is not put in the place of one's own, though it is signed.
    assert brazil.send("/channel/vault", kenya.browser.get("/channel/vault").data).status_code == 422


def test_nothing_of_the_mailbox_is_kept_by_caches(kenya: Correspondent) -> None:
    for path in ("/messages", "/channel/vault", "/channel/bundles", "/channel/conversations"):
        assert kenya.browser.get(path).headers["Cache-Control"] == "no-store"


def test_headings_of_a_hostile_list_come_back_without_formulas(settings: Settings, signed_in: Entering) -> None:
    first = signed_in("secretariat")
    hostile = LIST.replace(",emails\n", ',emails,"=HYPERLINK(""https://example.org"")"\n').replace(",,\n", ",,,\n")
    review = read(first, settings, hostile.replace("info@odpp.example", "info@odpp.example,").encode())
    sheet = first.get(f"{review}/rejected.csv").text
    assert "=HYPERLINK" in sheet
    assert '"=HYPERLINK' not in sheet
