"""A service that loses answers, refuses, changes, hides or forges: nothing typed is lost, nothing false is shown."""

from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from messaging.protocol.codec import decode, encode
from tests.browser.mailbox.writing import answer, body_of
from tests.browser.officers import (
    Person,
    sign_in,
)

pytestmark = pytest.mark.browser

SEND = "**/channel/envelopes"


def _decoded(body: bytes) -> Any:
    return decode(body)


def test_after_a_lost_answer_the_same_bytes_are_sent_again(pair: tuple[Page, Page]) -> None:
    page, peer = pair
    sent: list[bytes] = []

    def lose_first(route: Route) -> None:
        sent.append(body_of(route.request))
        response = route.fetch()
        if len(sent) == 1:
            route.abort("connectionreset")
        else:
            route.fulfill(response=response)

    page.route(SEND, lose_first)
    answer(page, "Sent once, heard once.")
    expect(page.get_by_text("Encrypted and kept in this browser")).to_be_visible()
    assert page.get_by_label("Your message").input_value() == "Sent once, heard once."
    expect(page.get_by_label("Your message")).to_have_value("", timeout=15_000)
    expect(page.locator(".e-msg-own")).to_have_count(2)
    expect(peer.locator(".e-msg")).to_have_count(2)
    assert sent[0] == sent[1]
    page.unroute_all()


def test_a_refusal_is_followed_by_a_new_session(pair: tuple[Page, Page]) -> None:
    page, peer = pair
    sent: list[bytes] = []

    def refuse_first(route: Route) -> None:
        sent.append(body_of(route.request))
        if len(sent) == 1:
            route.fulfill(status=422, json={"error": "refused"})
        else:
            route.continue_()

    page.route(SEND, refuse_first)
    answer(page, "Sealed again.")
    expect(peer.locator(".e-msg").nth(1)).to_contain_text("Sealed again.")
    expect(peer.get_by_text("Something is missing here.")).to_have_count(0)
    assert _session(sent[0]) != _session(sent[1])
    page.unroute_all()


def _session(body: bytes) -> object:
    (wire,) = _decoded(body)
    return _decoded(_decoded(wire)[0])[8][0]


def test_what_was_typed_outlives_an_ended_sign_in(
    pair: tuple[Page, Page], troubled: BrowserContext, kenya: Person
) -> None:
    page, peer = pair
    troubled.clear_cookies()
    answer(page, "Typed before, sent after.")
    expect(page.locator("#mailbox [data-problem]")).to_contain_text("Your sign-in has ended.")
    assert page.get_by_label("Your message").input_value() == "Typed before, sent after."
    sign_in(troubled.new_page(), kenya)
    page.get_by_role("button", name="Send").click()
    expect(peer.locator(".e-msg").nth(1)).to_contain_text("Typed before, sent after.")
    expect(peer.locator(".e-msg")).to_have_count(2)


@pytest.mark.parametrize("part", ["signature", "body"])
def test_a_broken_seal_is_shown_and_its_message_is_not(pair: tuple[Page, Page], part: str) -> None:
    page, peer = pair

    def tamper(route: Route) -> None:
        rows = _decoded(route.fetch().body())
        changed = [[at, time, _changed(wire, part)] for at, time, wire in rows]
        route.fulfill(body=encode(changed), content_type="application/octet-stream")

    peer.route("**/envelopes?after=2", tamper)
    answer(page, "Nobody may read a changed word.")
    expect(peer.get_by_text("Seal broken: this message is not shown.")).to_be_visible()
    expect(peer.get_by_text("Nobody may read")).to_have_count(0)
    peer.unroute_all()


def _changed(wire: bytes, part: str) -> bytes:
    payload, signature, stanzas, body = _decoded(wire)
    if part == "signature":
        signature = bytes((signature[0] ^ 1,)) + signature[1:]
    else:
        body = bytes((body[0] ^ 1,)) + body[1:]
    return encode([payload, signature, stanzas, body])


def test_a_hidden_message_shows_as_missing(pair: tuple[Page, Page]) -> None:
    page, peer = pair

    def hide(route: Route) -> None:
        rows = _decoded(route.fetch().body())
        rows = [[at - 1, time, wire] for at, time, wire in rows if at > 3]
        route.fulfill(body=encode(rows), content_type="application/octet-stream")

    peer.route("**/envelopes?after=2", hide)
    answer(page, "This one the service hides.")
    expect(page.locator(".e-msg-own")).to_have_count(2)
    answer(page, "This one it shows.")
    expect(peer.locator(".e-msg").nth(1)).to_contain_text("This one it shows.")
    expect(peer.get_by_text("Something is missing here.")).to_be_visible()
    peer.unroute_all()


def test_another_log_than_before_stops_everything(pair: tuple[Page, Page]) -> None:
    page, _ = pair

    def forge(route: Route) -> None:
        note, chains = _decoded(route.fetch().body())
        lines = note.split("\n")
        forged = "\n".join([lines[0], "1", *lines[2:]])
        route.fulfill(body=encode([forged, chains]), content_type="application/octet-stream")

    page.route("**/channel/chains?**", forge)
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    answer(page, "Not into a forged log.")
    expect(page.locator("#mailbox [data-problem]")).not_to_be_empty()
    assert not any(url.endswith("/channel/envelopes") for url in sent)
    assert page.get_by_label("Your message").input_value() == "Not into a forged log."
    page.unroute_all()
