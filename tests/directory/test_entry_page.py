from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient

from directory.records import AuthorityRecord, Email, Phone, Provenance, Website
from tests.conftest import Entering
from tests.directory.entries import publish, record, revise, with_secrets


def stored(app: Flask, entry: AuthorityRecord) -> UUID:
    with app.extensions["entraide"].database.transaction() as session:
        return publish(session, entry)


@pytest.fixture
def reader(signed_in: Entering) -> FlaskClient:
    return signed_in("reader")


def page(reader: FlaskClient, entry_id: UUID) -> str:
    answer = reader.get(f"/authorities/{entry_id}")
    assert answer.status_code == 200
    return answer.text


def test_a_stranger_is_led_to_the_sign_in(client: FlaskClient) -> None:
    assert client.get(f"/authorities/{uuid4()}").status_code == 302


def test_an_unknown_entry_is_not_there(reader: FlaskClient) -> None:
    assert reader.get(f"/authorities/{uuid4()}").status_code == 404


def test_a_withdrawn_entry_is_not_there(app: Flask, reader: FlaskClient) -> None:
    entry_id = stored(app, replace(record(), status="superseded"))
    assert reader.get(f"/authorities/{entry_id}").status_code == 404


def test_names_carry_their_language(app: Flask, reader: FlaskClient) -> None:
    shown = page(reader, stored(app, record()))
    assert '<h1 lang="en" dir="ltr">Office of the Attorney General</h1>' in shown
    assert '<span lang="th" dir="ltr">สำนักงานอัยการสูงสุด</span>' in shown
    assert '<span lang="th-Latn" dir="ltr">Samnakngan Aiyakan Sungsut</span>' in shown


def test_designations_name_function_article_languages_and_channels(app: Flask, reader: FlaskClient) -> None:
    shown = page(reader, stored(app, record()))
    assert "Central authority of Thailand" in shown
    for told in ("Extradition", "UNTOC 16", "Thai, English", "Direct between central authorities"):
        assert told in shown


def test_a_complete_and_confirmed_entry_warns_of_nothing(app: Flask, reader: FlaskClient) -> None:
    shown = page(reader, stored(app, record()))
    assert "incomplete" not in shown
    assert "Not confirmed" not in shown


def test_an_incomplete_entry_says_what_is_missing(app: Flask, reader: FlaskClient) -> None:
    shown = page(reader, stored(app, record(address=None, phones=(), emails=())))
    assert "This entry is incomplete." in shown
    assert "City, Country of the address, Telephone" in shown


def test_an_entry_confirmed_long_ago_says_so(app: Flask, reader: FlaskClient) -> None:
    shown = page(reader, stored(app, record(last_confirmed_on=date(2020, 3, 12))))
    assert "Not confirmed since 12 Mar 2020" in shown


def test_an_entry_that_was_never_confirmed_says_so(app: Flask, reader: FlaskClient) -> None:
    assert "Not confirmed yet" in page(reader, stored(app, record(last_confirmed_on=None)))


def test_a_suspended_entry_is_shown_with_a_warning(app: Flask, reader: FlaskClient) -> None:
    assert "This entry is suspended." in page(reader, stored(app, replace(record(), status="suspended")))


def test_real_numbers_can_be_called(app: Flask, reader: FlaskClient) -> None:
    assert 'href="tel:+6625550142"' in page(reader, stored(app, record()))


def test_invented_numbers_and_addresses_are_never_links(app: Flask, reader: FlaskClient) -> None:
    invented = replace(record(), provenance=Provenance("demonstration"), websites=(Website("https://oag.example/"),))
    shown = page(reader, stored(app, invented))
    assert "Invented" in shown
    assert "+66 2 555 0142" in shown
    for link in ("tel:", "mailto:", 'href="https:'):
        assert link not in shown


def test_a_change_shows_what_was_and_what_is(app: Flask, reader: FlaskClient) -> None:
    entry_id = stored(app, record())
    changed = replace(record(), phones=(Phone(e164="+6625550199", as_supplied="+66 2 555 0199"),))
    with app.extensions["entraide"].database.transaction() as session:
        revise(session, entry_id, changed)
    shown = page(reader, entry_id)
    assert "Telephone changed" in shown
    assert "<bdi>+66 2 555 0142</bdi></del>" in shown
    assert "<bdi>+66 2 555 0199</bdi></ins>" in shown


def test_each_step_names_its_source(app: Flask, reader: FlaskClient) -> None:
    shown = page(reader, stored(app, record()))
    assert "First published" in shown
    assert "Source: Form, 12, 5 Jan 2026" in shown
    assert "sha256 abababab…abab" in shown


def test_internal_notes_and_persons_who_left_are_not_shown(app: Flask, reader: FlaskClient) -> None:
    shown = page(reader, stored(app, with_secrets(record())))
    assert "Present Person" in shown
    assert "members only" in shown
    assert "Departed Person" not in shown
    assert "never shown" not in shown


def test_a_changed_internal_note_or_person_is_not_told_in_the_history(app: Flask, reader: FlaskClient) -> None:
    entry_id = stored(app, record())
    with app.extensions["entraide"].database.transaction() as session:
        revise(session, entry_id, with_secrets(record()))
    shown = page(reader, entry_id)
    assert "Confirmed unchanged" in shown
    assert "never shown" not in shown


def test_texts_of_an_entry_are_never_markup(app: Flask, reader: FlaskClient) -> None:
    hostile = record(name="<script>x</script>", emails=(Email('"><script>y</script>@a.example'),))
    shown = page(reader, stored(app, hostile))
    assert "<script>x" not in shown
    assert "<script>y" not in shown
