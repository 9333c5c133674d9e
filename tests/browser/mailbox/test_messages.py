"""The mailbox in a real browser: opened, written to, answered, found again after the browser was wiped."""

from datetime import timedelta
from itertools import pairwise

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from core.clock import now
from messaging.protocol.secret_text import read_secret_text
from messaging.service import linking, log, opening
from tests.browser import officers
from tests.browser.mailbox.writing import answer, body_of, write
from tests.browser.officers import (
    PASSWORD,
    Person,
    finish_opening,
    make_keys,
    open_mailbox,
    sign_in,
    unlock,
    with_mailbox,
)
from tests.browser.service import Service

pytestmark = pytest.mark.browser


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
    page.on("request", lambda request: sent.append((request.url + str(request.headers)).encode() + body_of(request)))
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
    page.on(
        "request", lambda request: links.append(body_of(request)) if request.url.endswith("/channel/links") else None
    )
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
