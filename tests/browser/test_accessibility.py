"""Every page for everybody: no violation of WCAG 2.2 A or AA, no scrolling sideways, keyboard alone, without script."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.officers import make_keys
from tests.browser.places import Places, furnish, open_mailbox
from tests.browser.service import Service

RULES = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
COLOURS = {"type": "rule", "values": ["color-contrast"]}
OTHER_WIDTHS = (320, 768, 1024, 1920)
AXE = Axe().axe_script
STOPS = 40
# The element in focus, where it is off the screen or has no ring; the search field's ring is around its whole box.
UNSEEN = """() => {
    const at = document.activeElement;
    if (at === null || at === document.body) return [];
    const ring = getComputedStyle(at.matches("input") && at.closest(".e-search") || at);
    const box = at.getBoundingClientRect();
    const here = box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight;
    return here && ring.outlineStyle !== "none" && ring.outlineWidth !== "0px" ? [] : [at.outerHTML.slice(0, 120)];
}"""


@pytest.fixture(scope="module")
def places(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Places]:
    """Return a service of its own with something on every page."""
    service = Service(tmp_path_factory.mktemp("everybody"))
    service.start()
    try:
        yield furnish(service, browser)
    finally:
        service.stop()


def violations(page: Page, rules: dict[str, Any]) -> list[str]:
    found = page.evaluate(
        "rules => axe.run({ resultTypes: ['violations'], runOnly: rules }).then(told => told.violations)", rules
    )
    return [f"{page.url}: {one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]


def beyond(page: Page) -> list[str]:
    """Return how far the page can be scrolled sideways, if it can."""
    over, width = page.evaluate("[document.documentElement.scrollWidth - innerWidth, innerWidth]")
    return [f"{page.url}: {over} px beyond {width}"] if over > 0 else []


def faults(page: Page) -> list[str]:
    """Return what is wrong with the page in light and dark, on a desktop and on a phone, and at every width."""
    page.evaluate(AXE)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = !one.matches('.e-menu') })")
    found = []
    for size in (PHONE, DESKTOP):
        page.set_viewport_size(size)
        found += beyond(page)
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        found += violations(page, RULES)
        # Nothing but the colours is another in the dark.
        page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        found += violations(page, COLOURS)
    for width in OTHER_WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        found += beyond(page)
    page.set_viewport_size(DESKTOP)
    return found


def test_the_measure_sees_what_shuts_people_out(browser: Browser, places: Places) -> None:
    context = places.profile(browser, "visitor")
    page = context.new_page()
    page.goto("/about")
    page.evaluate("document.querySelector('main p').style.color = 'rgb(221 221 221)'")
    page.evaluate("document.querySelector('main h1').style.inlineSize = '2000px'")
    found = faults(page)
    assert any("color-contrast" in one for one in found)
    assert any("px beyond 320" in one for one in found)
    context.close()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_page_shuts_anybody_out(browser: Browser, places: Places, language: str) -> None:
    found = []
    for who in dict.fromkeys(who for who, _ in places.pages):
        context = places.profile(browser, who, language)
        page = context.new_page()
        for address in [address for one, address in places.pages if one == who]:
            page.goto(address)
            found += faults(page)
        context.close()
    assert found == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_mailbox_shuts_nobody_out(browser: Browser, places: Places, language: str) -> None:
    context = places.profile(browser, "officer", language)
    page = context.new_page()
    open_mailbox(page, places)
    found = faults(page)
    page.locator("#mailbox").evaluate("(mailbox, view) => { mailbox.dataset.view = view }", "side")
    found += faults(page)
    context.close()
    assert found == []


def test_the_kit_and_the_card_can_be_read_and_printed(browser: Browser, places: Places) -> None:
    context = places.profile(browser, "newcomer")
    page = context.new_page()
    page.goto("/messages")
    groups = make_keys(page)
    found = faults(page)
    kit_pages = sheets(page)
    to_card(page, groups)
    found += faults(page)
    assert (found, kit_pages, sheets(page)) == ([], 2, 1)
    context.close()


def to_card(page: Page, groups: list[str]) -> None:
    """Type two groups of the kit, and go on to the card."""
    for which in (0, 1):
        label = page.locator(f"label[for=kit-group-{which}]").inner_text()
        page.locator(f"#kit-group-{which}").fill(groups[int(label.split()[-1]) - 1])
    page.get_by_role("button", name="I have both copies").click()
    page.locator("#finish").wait_for(state="visible")


def sheets(page: Page) -> int:
    """Return on how many sheets of A4 the page is printed."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))


@pytest.mark.parametrize("address", ["/", "/?q=justice", "/account", "/authority/officers"])
def test_every_stop_of_the_keyboard_is_visible(browser: Browser, places: Places, address: str) -> None:
    context = places.profile(browser, "officer")
    page = context.new_page()
    page.goto(address)
    page.evaluate("document.activeElement.blur()")
    hidden = []
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        hidden += page.evaluate(UNSEEN)
    context.close()
    assert hidden == []


def test_the_first_stop_skips_to_the_content(browser: Browser, places: Places) -> None:
    context = places.profile(browser, "officer")
    page = context.new_page()
    page.goto("/account")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    context.close()


def test_escape_closes_a_menu_and_returns_to_its_button(browser: Browser, places: Places) -> None:
    context = places.profile(browser, "officer")
    page = context.new_page()
    page.goto("/account")
    menu = page.locator("header details.e-menu").last
    menu.locator("summary").press("Enter")
    expect(menu.get_by_role("link", name="My account")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(menu.get_by_role("link", name="My account")).to_be_hidden()
    expect(menu.locator("summary")).to_be_focused()
    context.close()


def test_a_slash_leads_to_the_search_but_is_typed_in_a_field(browser: Browser, places: Places) -> None:
    context = places.profile(browser, "officer")
    page = context.new_page()
    page.goto("/?q=justice")
    search = page.get_by_label("Search the directory")
    expect(search).not_to_be_focused()
    page.keyboard.press("/")
    expect(search).to_be_focused()
    expect(search).to_have_value("justice")
    search.press("/")
    expect(search).to_have_value(re.compile("/"))
    context.close()


def test_without_script_one_searches_filters_and_reads(browser: Browser, places: Places) -> None:
    context = places.profile(browser, "officer", script=False)
    page = context.new_page()
    page.goto("/")
    page.get_by_label("Search the directory").fill("prosecution")
    page.get_by_role("button", name="Search", exact=True).click()
    page.get_by_role("checkbox", name="Kazakhstan").check()
    page.get_by_role("button", name="Apply the filters").click()
    expect(page.get_by_role("heading", name="1 authority")).to_be_visible()
    page.get_by_role("link", name="Prosecution", exact=True).click()
    expect(page.get_by_role("heading", name="Prosecution", level=1)).to_be_visible()
    context.close()


def test_without_script_a_list_is_handed_in_and_reviewed(browser: Browser, places: Places) -> None:
    context = places.profile(browser, "secretariat", script=False)
    page = context.new_page()
    page.goto("/imports/new")
    text = "seed_id,source,country,name,kind\ntest:9,other,PT,Ministério da Justiça,justice\n"
    page.get_by_label("File", exact=True).set_input_files(
        {"name": "portugal.csv", "mimeType": "text/csv", "buffer": text.encode()}
    )
    page.get_by_role("button", name="Read and compare").click()
    while page.get_by_role("link", name="Look again").is_visible():
        page.get_by_role("link", name="Look again").click()
    expect(page.get_by_role("heading", name="Review import")).to_be_visible()
    expect(page.get_by_text("Ministério da Justiça").first).to_be_visible()
    context.close()
