import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.conftest import Entering
from tests.directory.entries import publish, record


@pytest.fixture
def reader(app: Flask, signed_in: Entering) -> FlaskClient:
    with app.extensions["entraide"].database.transaction() as session:
        publish(session, record())
        publish(session, record("GA", "Ministry <b>of</b> Justice", kind="ministry-of-justice", designations=()))
        for number in range(30):
            publish(session, record("FR", f"Tribunal {number}", kind="court", designations=()))
    return signed_in("reader")


def test_a_stranger_is_led_to_the_sign_in(client: FlaskClient) -> None:
    for page in ("/", "/?q=x", "/results?q=x"):
        assert client.get(page).status_code == 302


def test_the_start_counts_what_there_is_and_offers_functions_and_states(reader: FlaskClient) -> None:
    page = reader.get("/").text
    assert "32 authorities" in page
    assert "3 States" in page
    assert 'href="/?function=extradition"' in page
    assert 'href="/?state=GA"' in page


def test_the_start_of_an_empty_directory_says_so(signed_in: Entering) -> None:
    assert "The directory is empty" in signed_in("reader").get("/").text


def test_a_search_shows_how_many_and_the_rows(reader: FlaskClient) -> None:
    page = reader.get("/?q=extradition+thailand").text
    assert ">1 authority<" in page
    assert "Office of the Attorney General" in page
    assert 'lang="th" dir="ltr"' in page
    assert 'lang="th-Latn"' in page


def test_words_read_as_terms_become_pills_that_can_be_undone(reader: FlaskClient) -> None:
    page = reader.get("/?q=extradition+thailand").text
    assert "Function: Extradition" in page
    assert 'href="/?q=thailand"' in page
    assert 'href="/?q=extradition+thailand&amp;plain=1"' in page


def test_filters_are_checked_boxes_and_pills(reader: FlaskClient) -> None:
    page = reader.get("/?q=tribunal&state=FR").text
    assert re.search(r'name="state" value="FR"[^>]*checked', page)
    assert "State: France" in page


def test_pages_follow_one_another(reader: FlaskClient) -> None:
    first = reader.get("/?q=tribunal").text
    assert "1 to 25 of 30" in first
    assert 'rel="next"' in first
    second = reader.get("/?q=tribunal&cursor=25").text
    assert "26 to 30 of 30" in second
    assert 'rel="next"' not in second


def test_nothing_found_names_near_words_and_what_each_filter_costs(reader: FlaskClient) -> None:
    page = reader.get("/?q=trbunal&state=GA").text
    assert "No authority matches" in page
    assert "without “Gabon”" in page
    assert "30 authorities" in page


def test_the_answer_alone_is_a_part_of_the_page(reader: FlaskClient) -> None:
    answer = reader.get("/results?q=tribunal").text
    assert "<html" not in answer
    assert "Tribunal" in answer
    assert 'data-count="30 authorities"' in answer


def test_names_are_never_markup(reader: FlaskClient) -> None:
    page = reader.get("/?q=ministry+justice").text
    assert "<b>of</b>" not in page
    assert "&lt;b&gt;of" in page


def test_what_was_typed_is_never_markup(reader: FlaskClient) -> None:
    typed = '"><script>alert(1)</script>'
    assert "<script>alert" not in reader.get("/", query_string={"q": typed}).text


def test_a_wrong_filter_is_an_error_that_says_what_to_do(reader: FlaskClient) -> None:
    answer = reader.get("/?state=Narnia")
    assert answer.status_code == 400
    assert "ISO 3166-1" in answer.text


def test_the_arabic_page_names_states_and_bodies_in_arabic(reader: FlaskClient) -> None:
    reader.set_cookie("language", "ar")
    page = reader.get("/?q=attorney").text
    assert 'dir="rtl"' in page
    assert "تايلند" in page
