"""The first page that a stranger can read."""

from playwright.sync_api import Browser, Page, expect

from tests.browser.service import Service


def test_a_stranger_reads_what_the_service_is(page: Page) -> None:
    page.goto("/about")
    expect(page.get_by_role("heading", level=1)).to_have_text("About Entraide, and what it protects")


def test_the_page_turns_around_for_arabic(browser: Browser, service: Service) -> None:
    context = browser.new_context(base_url=service.url, locale="ar")
    page = context.new_page()
    page.goto("/about")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    context.close()
