"""Sockets: who gets one, what is said through it, and that it ends with its sign-in."""

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from flask_socketio import SocketIOTestClient
from sqlalchemy import delete

from accounts.models import SignInSession
from core.web import House
from messaging.realtime import Announcements, announcements_of
from tests.accounts.people import make_account, make_authority, post, sign_in
from tests.messaging.client import Correspondent, correspondent


@pytest.fixture(autouse=True)
def closing(app: Flask) -> Iterator[None]:
    """Close what a test left open: the patrol would go on asking a database that is gone."""
    yield
    found = announcements_of(app)
    found.close_those_of(found.sign_ins())


@pytest.fixture
def kenya(app: Flask) -> Correspondent:
    return correspondent(app)


@pytest.fixture
def thailand(app: Flask) -> Correspondent:
    return correspondent(app, "TH", "Office")


def socket(app: Flask, person: Correspondent) -> SocketIOTestClient:
    sockets = announcements_of(app).sockets
    return sockets.test_client(app, flask_test_client=person.browser)


def said(listener: SocketIOTestClient) -> list[Any]:
    return [(event["name"], event["args"]) for event in listener.get_received()]


def test_the_members_are_told_where_and_nothing_else(app: Flask, kenya: Correspondent, thailand: Correspondent) -> None:
    brazil = correspondent(app, "BR", "Office")
    listeners = [socket(app, person) for person in (kenya, thailand, brazil)]
    control, membership = kenya.begin(thailand)
    message = kenya.write(membership, "a word of the case", kenya, thailand)
    kenya.send("/channel/envelopes", [control.to_bytes(), message.to_bytes()])
    name = membership.conversation.hex()
    expected = [("arrived", [name, 1]), ("arrived", [name, 2])]
    assert [said(listener) for listener in listeners] == [expected, expected, []]


def test_a_refused_message_is_not_announced(app: Flask, kenya: Correspondent, thailand: Correspondent) -> None:
    listener = socket(app, thailand)
    control, membership = kenya.begin(thailand)
    kenya.write(membership, "lost", kenya, thailand)
    message = kenya.write(membership, "x", kenya, thailand)
    assert kenya.send("/channel/envelopes", [control.to_bytes(), message.to_bytes()]).status_code == 422
    assert said(listener) == []


def test_a_stranger_gets_no_socket(app: Flask) -> None:
    listener = announcements_of(app).sockets.test_client(app, flask_test_client=app.test_client())
    assert not listener.is_connected()


def test_the_secretariat_gets_no_socket(app: Flask) -> None:
    shared: House = app.extensions["entraide"]
    with shared.database.transaction() as session:
        member, key = make_account(session, "secretariat")
    browser = app.test_client()
    sign_in(browser, member.sign_in_name, key)
    assert not announcements_of(app).sockets.test_client(app, flask_test_client=browser).is_connected()


def test_an_officer_of_an_authority_without_mailbox_gets_no_socket(app: Flask) -> None:
    shared: House = app.extensions["entraide"]
    with shared.database.transaction() as session:
        member, key = make_account(session, "officer", make_authority(session))
    browser = app.test_client()
    sign_in(browser, member.sign_in_name, key)
    assert not announcements_of(app).sockets.test_client(app, flask_test_client=browser).is_connected()


def test_signing_out_closes_the_socket(app: Flask, kenya: Correspondent) -> None:
    listener = socket(app, kenya)
    assert listener.is_connected()
    post(kenya.browser, "/sign-out")
    assert not listener.is_connected()


def test_a_sign_in_that_ended_elsewhere_loses_its_socket_at_the_patrol(
    app: Flask, kenya: Correspondent, thailand: Correspondent
) -> None:
    ended, lives = socket(app, kenya), socket(app, thailand)
    shared: House = app.extensions["entraide"]
    with shared.database.transaction() as session:
        session.execute(delete(SignInSession).where(SignInSession.account_id == kenya.officer.account_id))
    found: Announcements = announcements_of(app)
    found.patrol()
    assert (ended.is_connected(), lives.is_connected()) == (False, True)
