"""Headers and errors on every kind of answer."""

from flask import Flask
from flask.testing import FlaskClient

from core.headers import SECURITY_HEADERS


def test_a_page_carries_every_security_header(client: FlaskClient) -> None:
    answer = client.get("/about")
    assert answer.status_code == 200
    for name, value in SECURITY_HEADERS.items():
        assert answer.headers[name] == value


def test_a_missing_page_carries_them_too_and_says_what_to_do(client: FlaskClient) -> None:
    answer = client.get("/nowhere-at-all")
    assert answer.status_code == 404
    assert answer.headers["Content-Security-Policy"] == SECURITY_HEADERS["Content-Security-Policy"]
    assert "Go to the start" in answer.text


def test_health_answers_without_sign_in(client: FlaskClient) -> None:
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json) == (200, {"status": "ok"})


def test_a_program_gets_json_for_a_missing_page(client: FlaskClient) -> None:
    answer = client.get("/api/v1/nothing")
    assert answer.status_code == 404
    assert "error" in (answer.json or {})


def test_no_page_lets_inline_script_run(app: Flask) -> None:
    assert "unsafe-inline" not in app.test_client().get("/about").headers["Content-Security-Policy"]
