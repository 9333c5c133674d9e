from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.conftest import Entering
from tests.directory.entries import publish, record, with_secrets

SEARCH = "/api/v1/authorities"


def asked(browser: FlaskClient, url: str = SEARCH, **parameters: str) -> Any:
    """Return the JSON of an answer."""
    return browser.get(url, query_string=parameters or None).get_json()


@pytest.fixture
def reader(app: Flask, signed_in: Entering) -> FlaskClient:
    with app.extensions["entraide"].database.transaction() as session:
        publish(session, with_secrets(record()))
        publish(session, record("GA", "Ministry of Justice", kind="ministry-of-justice", designations=()))
    return signed_in("reader")


def test_a_stranger_is_refused(client: FlaskClient) -> None:
    assert client.get(f"{SEARCH}?q=x").status_code == 401
    assert client.get(f"{SEARCH}/{uuid4()}").status_code == 401


def test_a_search_answers_with_the_total_and_the_items(reader: FlaskClient) -> None:
    answer = asked(reader, f"{SEARCH}?q=extradition+thailand")
    assert answer["total"] == 1
    (item,) = answer["items"]
    assert item["state"] == "TH"
    assert item["name"]["en"] == "Office of the Attorney General"
    assert item["external_id"] == "TH-Office of the Attorney General"
    assert item["score"] > 0


@pytest.mark.parametrize("state", ["GA", "Gabon", "Габон", "加蓬", "الغابون"])
def test_a_state_filter_takes_a_code_or_a_name_in_any_language(reader: FlaskClient, state: str) -> None:
    answer = asked(reader, state=state)
    assert [item["state"] for item in answer["items"]] == ["GA"]


def test_a_function_filter_takes_a_synonym(reader: FlaskClient) -> None:
    assert asked(reader, f"{SEARCH}?function=surrender+of+persons")["total"] == 1
    assert asked(reader, f"{SEARCH}?function=mla")["total"] == 0


def test_a_cursor_leads_through_all_pages_and_ends(reader: FlaskClient) -> None:
    first = asked(reader, f"{SEARCH}?limit=1")
    second = asked(reader, f"{SEARCH}?limit=1&cursor={first['cursor']}")
    assert first["total"] == second["total"] == 2
    assert first["items"][0]["id"] != second["items"][0]["id"]
    assert "cursor" not in second


@pytest.mark.parametrize(
    ("parameters", "named"),
    [
        ("state=Narnia", "state"),
        ("function=juggling", "function"),
        ("kind=circus", "kind"),
        ("limit=0", "limit"),
        ("limit=101", "limit"),
        ("limit=many", "limit"),
        ("cursor=-1", "cursor"),
        ("cursor=9999999999999999999999", "cursor"),
        ("stat=FR", "stat"),
    ],
)
def test_a_bad_parameter_is_refused_by_name(reader: FlaskClient, parameters: str, named: str) -> None:
    answer = reader.get(f"{SEARCH}?{parameters}")
    assert answer.status_code == 400
    assert named in answer.get_json()["error"]


def test_whoever_has_the_answer_already_is_told_so(reader: FlaskClient) -> None:
    first = reader.get(f"{SEARCH}?q=justice")
    again = reader.get(f"{SEARCH}?q=justice", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert again.data == b""


def test_an_entry_is_answered_whole_but_for_notes_and_persons(reader: FlaskClient) -> None:
    found = asked(reader, f"{SEARCH}?q=attorney")["items"][0]["id"]
    answer = reader.get(f"{SEARCH}/{found}")
    assert answer.get_json()["designations"][0]["article"] == "16"
    assert "never shown" not in answer.text
    assert "Person" not in answer.text


def test_an_unknown_entry_and_a_draft_are_not_there(app: Flask, reader: FlaskClient) -> None:
    with app.extensions["entraide"].database.transaction() as session:
        draft = publish(session, replace(record(name="Draft Office"), status="draft"))
    assert reader.get(f"{SEARCH}/{draft}").status_code == 404
    assert reader.get(f"{SEARCH}/{uuid4()}").status_code == 404
    assert reader.get(f"{SEARCH}/not-an-id").status_code == 404
