"""Officers with unlocked mailboxes, each in a browser profile of his own."""

from collections.abc import Iterator
from itertools import count

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import DESKTOP
from tests.browser.mailbox.writing import write
from tests.browser.officers import Person, add_officer, sign_in, unlock, with_mailbox
from tests.browser.service import Service

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
