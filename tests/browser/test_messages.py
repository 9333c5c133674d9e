"""The mailbox in a real browser: opened, written to, answered, found again after the browser was wiped."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import DESKTOP
from tests.browser.officers import Person, add_officer, open_mailbox, sign_in
from tests.browser.service import Service

pytestmark = pytest.mark.browser


@pytest.fixture
def other(browser: Browser, service: Service) -> Iterator[BrowserContext]:
    """Return a second browser profile."""
    context = browser.new_context(base_url=service.url, viewport=DESKTOP, locale="en-GB")
    yield context
    context.close()


def _names() -> Iterator[str]:
    number = 0
    while True:
        number += 1
        yield f"officer.{number}"


NAMES = _names()


@pytest.fixture
def kenya(service: Service) -> Person:
    return add_officer(service, next(NAMES), "KE", "Office of the Attorney General")


@pytest.fixture
def thailand(service: Service) -> Person:
    return add_officer(service, next(NAMES), "TH", "Office of the Attorney General")


def write(page: Page, to: Person, subject: str, text: str) -> None:
    page.goto(f"/messages#write={to.authority_id}")
    page.get_by_label("Subject").fill(subject)
    page.get_by_label("Your message").fill(text)
    page.get_by_role("button", name="Send").click()


def test_two_authorities_write_to_one_another(
    page: Page, other: BrowserContext, kenya: Person, thailand: Person, pictures: Path | None
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
    peer.get_by_label("Your message").fill("The answer.")
    peer.get_by_role("button", name="Send").click()
    expect(page.locator(".e-msg").nth(1)).to_contain_text("The answer.")
    numbers = [each.locator("[data-digits]").inner_text() for each in (page, peer)]
    assert numbers[0] == numbers[1]
