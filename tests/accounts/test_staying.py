"""Being signed in: how long it holds, how it ends, and what everybody settles for himself."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from http import HTTPStatus
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, update

from accounts import signals
from accounts.models import SignInSession
from core.clock import now
from tests.accounts.people import csrf_token, make_account, post, shared_database, sign_in

Entering = Callable[..., FlaskClient]


@pytest.fixture
def ended() -> Iterator[list[UUID]]:
    """Return what the room above is told of: the sign-ins that ended."""
    told: list[UUID] = []

    def listen(_sender: object, session_ids: list[UUID]) -> None:
        told.extend(session_ids)

    signals.signed_out.connect(listen)
    yield told
    signals.signed_out.disconnect(listen)


def test_signing_out_ends_the_sign_in_and_says_so(signed_in: Entering, ended: list[UUID]) -> None:
    browser = signed_in("reader")
    assert post(browser, "/sign-out").location == "/sign-in"
    assert len(ended) == 1
    assert browser.get("/account").location == "/sign-in?next=/account"


def test_a_copied_cookie_is_worth_nothing_after_signing_out(app: Flask, signed_in: Entering) -> None:
    browser, thief = signed_in("reader"), app.test_client()
    stolen = browser.get_cookie("entraide")
    assert stolen is not None
    thief.set_cookie("entraide", stolen.value)
    assert thief.get("/account").status_code == HTTPStatus.OK
    post(browser, "/sign-out")
    assert thief.get("/account").status_code == HTTPStatus.FOUND


def test_signing_in_begins_a_new_browser_session(app: Flask, client: FlaskClient) -> None:
    with shared_database(app).transaction() as session:
        _, key = make_account(session, "reader", name="ada.mensah")
    before = csrf_token(client)
    sign_in(client, "ada.mensah", key)
    assert client.post("/theme", data={"theme": "dark", "csrf_token": before}).status_code == HTTPStatus.BAD_REQUEST


def test_an_ended_sign_in_is_told_at_the_door(app: Flask, signed_in: Entering) -> None:
    browser = signed_in("reader")
    with shared_database(app).transaction() as session:
        session.execute(update(SignInSession).values(expires_at=now() - timedelta(seconds=1)))
    answer = browser.get("/account", follow_redirects=True)
    assert "Your sign-in has ended" in answer.text


def test_a_form_that_meets_an_ended_sign_in_is_not_lost_in_a_redirect(app: Flask, signed_in: Entering) -> None:
    browser = signed_in("reader")
    with shared_database(app).transaction() as session:
        session.execute(update(SignInSession).values(expires_at=now() - timedelta(seconds=1)))
    assert post(browser, "/account/sessions/end").status_code == HTTPStatus.UNAUTHORIZED


def test_acting_is_noted_and_reading_is_not(app: Flask, signed_in: Entering) -> None:
    browser = signed_in("reader")
    earlier = now() - timedelta(minutes=30)
    with shared_database(app).transaction() as session:
        session.execute(update(SignInSession).values(seen_at=earlier))
    browser.get("/account")
    with shared_database(app).reading() as session:
        assert session.scalars(select(SignInSession.seen_at)).one() == earlier
    post(browser, "/theme", {"theme": "dark"})
    with shared_database(app).reading() as session:
        assert session.scalars(select(SignInSession.seen_at)).one() > earlier


@pytest.mark.parametrize(("idle", "holds"), [(timedelta(hours=1), True), (timedelta(hours=2, minutes=1), False)])
def test_reading_keeps_a_sign_in_for_two_hours_more(
    app: Flask, signed_in: Entering, idle: timedelta, *, holds: bool
) -> None:
    browser = signed_in("reader")
    with shared_database(app).transaction() as session:
        session.execute(update(SignInSession).values(seen_at=now() - timedelta(hours=5)))
    with browser.session_transaction() as kept:
        kept["seen"] = int((now() - idle).timestamp())
    assert (browser.get("/account").status_code == HTTPStatus.OK) is holds
    if holds:
        with browser.session_transaction() as kept:
            assert kept["seen"] >= int((now() - timedelta(minutes=1)).timestamp())


def test_what_every_page_needs_is_given_to_strangers(client: FlaskClient) -> None:
    with client.get("/static/js/site.js") as answer:
        assert answer.status_code == HTTPStatus.OK


def test_other_browsers_are_signed_out_from_the_account_page(
    app: Flask, client: FlaskClient, ended: list[UUID]
) -> None:
    other = app.test_client()
    with shared_database(app).transaction() as session:
        _, key = make_account(session, "reader", name="ada.mensah")
    agent = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"}
    post(other, "/sign-in", {"name": "ada.mensah", "sign_in_key": key.secret.hex()}, headers=agent)
    sign_in(client, "ada.mensah", key)
    page = client.get("/account").text
    assert "Firefox, Linux" in page
    (address,) = re.findall(r'action="(/account/sessions/[0-9a-f-]{36}/end)"', page)
    post(client, address)
    assert other.get("/account").status_code == HTTPStatus.FOUND
    assert client.get("/account").status_code == HTTPStatus.OK
    assert len(ended) == 1


def test_signing_out_everywhere_ends_this_browser_too(signed_in: Entering, ended: list[UUID]) -> None:
    browser = signed_in("reader")
    assert post(browser, "/account/sessions/end").location == "/sign-in"
    assert browser.get("/account").status_code == HTTPStatus.FOUND
    assert len(ended) == 1


def test_anybody_chooses_a_language_and_light_or_dark(client: FlaskClient) -> None:
    answer = post(client, "/language", {"language": "ar", "next": "/sign-in"})
    assert (answer.status_code, answer.location) == (303, "/sign-in")
    post(client, "/theme", {"theme": "dark"})
    page = client.get("/sign-in").text
    assert 'lang="ar" dir="rtl" data-bs-theme="dark"' in page


def test_the_key_that_leads_to_the_search_can_be_turned_off(signed_in: Entering) -> None:
    browser = signed_in("reader")
    assert 'data-shortcut="on"' in browser.get("/").text
    post(browser, "/shortcut", {"shortcut": "off", "next": "/account"})
    page = browser.get("/").text
    assert 'data-shortcut="off"' in page
    assert "e-kbd" not in page


@pytest.mark.parametrize(
    ("address", "data"),
    [("/language", {"language": "xx"}), ("/theme", {"theme": "pink"}), ("/shortcut", {"shortcut": "maybe"})],
)
def test_what_cannot_be_chosen_is_refused(client: FlaskClient, address: str, data: dict[str, object]) -> None:
    assert post(client, address, data).status_code == HTTPStatus.BAD_REQUEST
