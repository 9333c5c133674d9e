"""The mailbox in a real browser: opened, written to, answered, found again after the browser was wiped."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import count, pairwise
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route, expect

from core.clock import now
from messaging.protocol.codec import decode, encode
from messaging.protocol.secret_text import read_secret_text
from messaging.service import linking, log, opening
from tests.browser import officers
from tests.browser.conftest import DESKTOP
from tests.browser.officers import (
    PASSWORD,
    Person,
    add_officer,
    finish_opening,
    make_keys,
    open_mailbox,
    sign_in,
    unlock,
    with_mailbox,
)
from tests.browser.service import Service

pytestmark = pytest.mark.browser

SEND = "**/channel/envelopes"
_numbers = count(1)


@pytest.fixture
def other(browser: Browser, service: Service) -> Iterator[BrowserContext]:
    """Return a second browser profile."""
    yield from _profile(browser, service)


@pytest.fixture
def troubled(browser: Browser, service: Service) -> Iterator[BrowserContext]:
    """Return a browser profile whose requests may fail; its programs may not."""
    yield from _profile(browser, service)


def _profile(browser: Browser, service: Service) -> Iterator[BrowserContext]:
    context = browser.new_context(base_url=service.url, viewport=DESKTOP, locale="en-GB")
    complaints: list[str] = []
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    yield context
    context.close()
    assert complaints == []


@pytest.fixture
def kenya(service: Service) -> Person:
    return add_officer(service, f"officer.{next(_numbers)}", "KE", "Office of the Attorney General")


@pytest.fixture
def thailand(service: Service) -> Person:
    return add_officer(service, f"officer.{next(_numbers)}", "TH", "Office of the Attorney General")


@pytest.fixture
def pair(
    troubled: BrowserContext, other: BrowserContext, service: Service, kenya: Person, thailand: Person
) -> tuple[Page, Page]:
    """Return the pages of two officers, unlocked, with one conversation in which Kenya has written."""
    page, peer = troubled.new_page(), other.new_page()
    for shown, person in ((page, kenya), (peer, thailand)):
        card = with_mailbox(service, person)
        sign_in(shown, person)
        unlock(shown, card)
    write(page, thailand, "Ivory seizure", "The first message.")
    expect(page.locator(".e-msg-own")).to_contain_text("The first message.")
    peer.locator(".e-conv").click()
    expect(peer.locator(".e-msg")).to_contain_text("The first message.")
    return page, peer


def write(page: Page, to: Person, subject: str, text: str) -> None:
    page.evaluate("hash => { location.hash = hash }", f"write={to.authority_id}")
    page.get_by_label("Subject").fill(subject)
    page.get_by_label("Your message").fill(text)
    page.get_by_role("button", name="Send").click()


def answer(page: Page, text: str) -> None:
    page.get_by_label("Your message").fill(text)
    page.get_by_role("button", name="Send").click()


def test_two_authorities_open_their_mailboxes_and_write_to_one_another(
    page: Page, other: BrowserContext, kenya: Person, thailand: Person
) -> None:
    peer = other.new_page()
    sign_in(page, kenya)
    open_mailbox(page)
    sign_in(peer, thailand)
    open_mailbox(peer)
    write(page, thailand, "Ivory seizure", "The first message.")
    expect(page.locator(".e-msg-own")).to_contain_text("The first message.")
    # Announced: nobody loads the other's page anew.
    row = peer.locator(".e-conv", has_text="Ivory seizure")
    expect(row).to_contain_text("1")
    expect(peer).to_have_title("(1) Messages – Entraide")
    row.click()
    expect(peer.locator(".e-msg")).to_contain_text("The first message.")
    expect(peer).to_have_title("Messages – Entraide")
    answer(peer, "The answer.")
    expect(page.locator(".e-msg").nth(1)).to_contain_text("The answer.")
    numbers = [each.locator("[data-digits]").inner_text() for each in (page, peer)]
    assert numbers[0] == numbers[1]


def test_no_secret_leaves_the_browser_while_a_mailbox_is_opened(page: Page, kenya: Person) -> None:
    sent: list[bytes] = []
    page.on("request", lambda request: sent.append((request.url + str(request.headers)).encode() + _body(request)))
    sign_in(page, kenya)
    kit = make_keys(page)
    card = finish_opening(page, kit)
    everything = b"\n".join(sent)
    assert PASSWORD.encode() not in everything
    pairs = [pair for groups in (kit, card.split()) for pair in pairwise(groups)]
    assert not any(by.join(pair).encode() in everything.upper() for pair in pairs for by in ("", " ", "-", "+", "%20"))
    raw = [read_secret_text(" ".join(kit)), read_secret_text(card)]
    assert not any(secret in everything or secret.hex().encode() in everything for secret in raw)
    assert page.locator("[data-kit-groups]").first.locator("span").count() == 0


def _decoded(body: bytes) -> Any:
    return decode(body)


def _body(request: Request) -> bytes:
    return request.post_data_buffer or b""


def test_a_wiped_browser_is_back_with_password_and_card(
    page: Page, other: BrowserContext, kenya: Person, thailand: Person, service: Service
) -> None:
    card = with_mailbox(service, kenya)
    with_mailbox(service, thailand)
    sign_in(page, kenya)
    unlock(page, card)
    write(page, thailand, "Kept", "Still here afterwards.")
    expect(page.locator(".e-msg-own")).to_contain_text("Still here")
    wiped = other.new_page()
    sign_in(wiped, kenya)
    unlock(wiped, card.lower().replace(" ", "-"))
    wiped.locator(".e-conv", has_text="Kept").click()
    expect(wiped.locator(".e-msg-own")).to_contain_text("Still here afterwards.")
    # The card is known from here on; the vault is locked again.
    wiped.goto("/messages")
    expect(wiped.get_by_text("This browser knows your card.")).to_be_visible()
    unlock(wiped, None)


def test_a_wrong_password_and_a_misread_card_are_told(page: Page, kenya: Person, service: Service) -> None:
    card = with_mailbox(service, kenya)
    sign_in(page, kenya)
    typed = page.get_by_label("Secret on your card")
    typed.fill(card[:5] + "O" + card[6:])
    expect(page.get_by_text("Group 2: the letter O is never printed. Read it as 0.")).to_be_visible()
    typed.fill(card)
    page.get_by_label("Password").fill("not this one at all")
    page.get_by_role("button", name="Open", exact=True).click()
    expect(page.get_by_text("The password and the card do not fit together.")).to_be_visible()
    expect(page.locator("#mailbox")).to_be_hidden()
    assert typed.input_value() == card


def test_after_a_lost_answer_the_same_bytes_are_sent_again(pair: tuple[Page, Page]) -> None:
    page, peer = pair
    sent: list[bytes] = []

    def lose_first(route: Route) -> None:
        sent.append(_body(route.request))
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
        sent.append(_body(route.request))
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


def test_two_tabs_of_one_officer_lose_nothing(pair: tuple[Page, Page], troubled: BrowserContext) -> None:
    page, peer = pair
    second = troubled.new_page()
    second.goto("/messages")
    unlock(second, None)
    second.locator(".e-conv").click()
    answer(second, "From the second tab.")
    answer(page, "From the first tab.")
    for shown in (page, second, peer):
        expect(shown.locator(".e-msg")).to_have_count(3)
        expect(shown.get_by_text("Something is missing here.")).to_have_count(0)


def test_a_key_of_eight_days_is_renewed_before_anything_is_sent(
    page: Page,
    other: BrowserContext,
    service: Service,
    kenya: Person,
    thailand: Person,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    then = now() - timedelta(days=8)
    with monkeypatch.context() as patched:
        for module in (linking, log, opening, officers):
            patched.setattr(module, "now", lambda: then)
        cards = [with_mailbox(service, person) for person in (kenya, thailand)]
    sign_in(page, kenya)
    links: list[bytes] = []
    page.on("request", lambda request: links.append(_body(request)) if request.url.endswith("/channel/links") else None)
    unlock(page, cards[0])
    assert len(links) == 1
    write(page, thailand, "Renewed", "Sealed to the new key of ours.")
    expect(page.locator(".e-msg-own")).to_contain_text("Sealed to the new key of ours.")
    peer = other.new_page()
    sign_in(peer, thailand)
    unlock(peer, cards[1])
    peer.locator(".e-conv").click()
    answer(peer, "And so is this.")
    expect(page.locator(".e-msg").nth(1)).to_contain_text("And so is this.")


def test_locking_takes_words_and_keys_off_the_page(pair: tuple[Page, Page]) -> None:
    page, _ = pair
    page.get_by_role("button", name="Lock the mailbox").click()
    expect(page.get_by_label("Password")).to_be_visible()
    assert "The first message." not in page.content()


def test_keys_and_words_are_in_no_storage_of_the_browser(pair: tuple[Page, Page]) -> None:
    page, _ = pair
    kept = page.evaluate(
        """async () => {
          const open = indexedDB.open("entraide");
          await new Promise((done) => (open.onsuccess = done));
          const rows = {};
          for (const name of open.result.objectStoreNames) {
            const all = open.result.transaction(name).objectStore(name).getAll();
            await new Promise((done) => (all.onsuccess = done));
            rows[name] = all.result;
          }
          return JSON.stringify([rows, { ...localStorage }, { ...sessionStorage }]);
        }"""
    )
    assert '"outbox":[]' in kept
    assert "message" not in kept
    assert set(page.evaluate("async () => (await indexedDB.databases()).map((one) => one.name)")) == {"entraide"}
