"""A real Chromium in front of the product as it is served."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, ViewportSize, sync_playwright

from tests.browser.service import Service
from tools.chromium import ADVICE, installed

DESKTOP: ViewportSize = {"width": 1440, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a running Chromium."""
    path = installed()
    if path is None:
        pytest.fail(ADVICE, pytrace=False)
    # Chromium's sandbox refuses to run for root, as whom containers usually test.
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path, args=list(QUIET), chromium_sandbox=os.geteuid() != 0)
        yield found
        found.close()


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """Return the product, served over an empty SQLite database of its own."""
    found = Service(tmp_path_factory.mktemp("service"))
    found.start()
    yield found
    found.stop()


@pytest.fixture
def profile(browser: Browser, service: Service) -> Iterator[BrowserContext]:
    """Return one browser profile in English at desktop width; nothing in it may fail in the console."""
    context = browser.new_context(base_url=service.url, viewport=DESKTOP, locale="en-GB")
    complaints: list[str] = []
    context.on("console", lambda message: _note(complaints, message))
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    yield context
    context.close()
    assert complaints == []


def _note(complaints: list[str], message: ConsoleMessage) -> None:
    if message.type == "error" and "favicon" not in message.text:
        complaints.append(message.text)


@pytest.fixture
def page(profile: BrowserContext) -> Page:
    """Return an empty page of the profile."""
    return profile.new_page()


@pytest.fixture(scope="session")
def pictures() -> Path | None:
    """Return the folder for screenshots, if ENTRAIDE_PICTURES names one."""
    named = os.environ.get("ENTRAIDE_PICTURES")
    return Path(named) if named else None


@pytest.fixture
def browser_that_may_fail(browser: Browser, service: Service) -> Iterator[Page]:
    """Return a page whose console may report refused requests, for tests of refusals."""
    context = browser.new_context(base_url=service.url, viewport=DESKTOP, locale="en-GB")
    yield context.new_page()
    context.close()
