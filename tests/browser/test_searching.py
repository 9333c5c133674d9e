"""Search that answers while one types, with a real browser; and without script, by its button."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import DESKTOP
from tests.browser.service import Service
from tests.browser.test_signing_in import accept, invitation
from tests.directory.entries import publish, record


@pytest.fixture(scope="module")
def directory(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Service, dict[str, str]]]:
    """Return a service over three entries, and the cookies of somebody signed in to it."""
    service = Service(tmp_path_factory.mktemp("searching"))
    service.start()
    database = service.database()
    with database.transaction() as session:
        publish(session, record())
        publish(session, record("GA", "Ministry of Justice", kind="ministry-of-justice", designations=()))
        publish(session, record("KZ", "General Prosecutor's Office"))
    database.dispose()
    context = browser.new_context(base_url=service.url)
    accept_page = context.new_page()
    accept(accept_page, invitation(service, "Sami Reader"))
    accept_page.wait_for_url(re.compile(r"/$"))
    cookies = {cookie["name"]: cookie["value"] for cookie in context.cookies()}
    context.close()
    yield service, cookies
    service.stop()


def opened(browser: Browser, directory: tuple[Service, dict[str, str]], *, script: bool = True) -> BrowserContext:
    service, cookies = directory
    context = browser.new_context(base_url=service.url, viewport=DESKTOP, locale="en-GB", java_script_enabled=script)
    context.add_cookies([{"name": name, "value": value, "url": service.url} for name, value in cookies.items()])
    return context


@pytest.fixture
def searching(browser: Browser, directory: tuple[Service, dict[str, str]]) -> Iterator[Page]:
    context = opened(browser, directory)
    complaints: list[str] = []
    context.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page = context.new_page()
    page.goto("/")
    yield page
    context.close()
    assert complaints == []


def typed(page: Page, text: str) -> None:
    page.get_by_label("Search the directory").fill("")
    page.get_by_label("Search the directory").press_sequentially(text, delay=15)


def test_results_appear_while_one_types_and_are_announced(searching: Page, pictures: Path | None) -> None:
    typed(searching, "justice gab")
    expect(searching.get_by_role("link", name="Ministry of Justice")).to_be_visible()
    expect(searching.get_by_role("status")).to_have_text("1 authority")
    expect(searching).to_have_url(re.compile(r"\?q=justice\+gab$"))
    if pictures is not None:
        searching.screenshot(path=pictures / "search.png")


def test_what_is_still_typed_goes_on_undisturbed(searching: Page) -> None:
    typed(searching, "extradition")
    expect(searching.get_by_role("heading", name="2 authorities")).to_be_visible()
    expect(searching.get_by_label("Search the directory")).to_be_focused()
    expect(searching.get_by_label("Search the directory")).to_have_value("extradition")


def test_a_ticked_filter_narrows_at_once(searching: Page) -> None:
    typed(searching, "extradition")
    searching.get_by_role("checkbox", name="Kazakhstan").check()
    expect(searching.get_by_role("heading", name="1 authority")).to_be_visible()
    expect(searching.get_by_role("checkbox", name="Kazakhstan")).to_be_checked()


def test_an_empty_field_leads_back_to_the_start(searching: Page) -> None:
    typed(searching, "extradition")
    expect(searching.get_by_role("heading", name="2 authorities")).to_be_visible()
    searching.get_by_label("Search the directory").fill("")
    expect(searching.get_by_role("heading", name="Whom do you need to reach?")).to_be_visible()


def test_an_entry_opens_from_its_row(searching: Page) -> None:
    typed(searching, "prosecutor kazakh")
    searching.get_by_role("link", name="General Prosecutor's Office").click()
    expect(searching.get_by_role("heading", name="General Prosecutor's Office", level=1)).to_be_visible()


def test_without_script_the_button_searches(browser: Browser, directory: tuple[Service, dict[str, str]]) -> None:
    context = opened(browser, directory, script=False)
    page = context.new_page()
    page.goto("/")
    page.get_by_label("Search the directory").fill("justice gabon")
    page.get_by_role("button", name="Search", exact=True).click()
    expect(page.get_by_role("link", name="Ministry of Justice")).to_be_visible()
    context.close()
