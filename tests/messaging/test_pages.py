"""What this room shows: the mailbox's page by who asks, and its parts on pages of the directory."""

import json
import re
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient

from core.web import House
from tests.accounts.people import make_account, make_authority, sign_in
from tests.messaging.client import Correspondent, correspondent, signed_in_officer


@pytest.fixture
def kenya(app: Flask) -> Correspondent:
    return correspondent(app)


def new_authority(app: Flask, state: str = "FR") -> UUID:
    shared: House = app.extensions["entraide"]
    with shared.database.transaction() as session:
        return make_authority(session, state, "Ministère de la justice")


def embedded(page: str, name: str) -> dict[str, object]:
    found = re.search(rf'id="{name}">([^<]*)<', page)
    assert found is not None
    told: dict[str, object] = json.loads(found[1])
    return told


def test_who_holds_a_key_is_asked_for_password_and_card(kenya: Correspondent) -> None:
    page = kenya.browser.get("/messages").text
    assert 'data-stage="unlock"' in page
    assert embedded(page, "facts")["mailboxId"] == kenya.mailbox_id.hex()


def test_an_administrator_is_led_through_opening_the_mailbox(app: Flask) -> None:
    browser, _, _ = signed_in_officer(app, new_authority(app))
    page = browser.get("/messages").text
    assert 'data-stage="open"' in page
    facts = embedded(page, "facts")
    assert (facts["state"], facts["officialName"], facts["mailboxId"]) == ("FR", "Ministère de la justice", None)


def test_an_officer_is_told_who_opens_the_mailbox(app: Flask) -> None:
    browser, _, _ = signed_in_officer(app, new_authority(app), "officer")
    page = browser.get("/messages").text
    assert "An administrator of your authority opens it once" in page
    assert "messaging/main.js" not in page


def test_a_colleague_without_key_is_told_who_can_read(app: Flask, kenya: Correspondent) -> None:
    browser, _, _ = signed_in_officer(app, kenya.officer.authority_id, "officer")
    assert "only the officer who opened the mailbox" in browser.get("/messages").text


def test_the_secretariat_has_no_mailbox(app: Flask) -> None:
    shared: House = app.extensions["entraide"]
    with shared.database.transaction() as session:
        member, key = make_account(session, "secretariat")
    browser = app.test_client()
    sign_in(browser, member.sign_in_name, key)
    assert browser.get("/messages").status_code == 403
    assert "data-unread" not in browser.get("/about").text


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_sentence_of_the_program_has_words(kenya: Correspondent, language: str) -> None:
    kenya.browser.set_cookie("language", language)
    words = embedded(kenya.browser.get("/messages").text, "words")
    assert all(isinstance(sentence, str) and sentence for sentence in words.values())
    assert {f"sealed.{form}" for form in ("zero", "one", "two", "few", "many", "other")} <= words.keys()


def entry_page(browser: FlaskClient, authority_id: UUID) -> str:
    answer = browser.get(f"/authorities/{authority_id}")
    assert answer.status_code == 200
    return answer.text


def test_an_entry_shows_its_mailbox_and_how_to_write(app: Flask, kenya: Correspondent) -> None:
    thailand = correspondent(app, "TH", "Office")
    page = entry_page(kenya.browser, thailand.officer.authority_id)
    assert f'href="/messages#write={thailand.officer.authority_id}" target="entraide-messages"' in page
    assert thailand.mailbox_id.hex()[:4] in page
    assert "Only logged" in page


def test_an_entry_without_mailbox_says_so(app: Flask, kenya: Correspondent) -> None:
    page = entry_page(kenya.browser, new_authority(app))
    assert "No mailbox yet" in page
    assert "#write=" not in page


def test_nobody_writes_to_himself(kenya: Correspondent) -> None:
    assert "#write=" not in entry_page(kenya.browser, kenya.officer.authority_id)


def test_who_cannot_write_is_offered_no_button(app: Flask, kenya: Correspondent) -> None:
    shared: House = app.extensions["entraide"]
    with shared.database.transaction() as session:
        member, key = make_account(session, "reader")
    browser = app.test_client()
    sign_in(browser, member.sign_in_name, key)
    page = entry_page(browser, kenya.officer.authority_id)
    assert "#write=" not in page
    assert "Only logged" in page


def test_the_password_is_proved_before_a_vault_is_sealed_under_it(kenya: Correspondent) -> None:
    assert kenya.send("/channel/proof", bytes(32)).status_code == 401
    assert kenya.send("/channel/proof", bytes(31)).status_code == 400
