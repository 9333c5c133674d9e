"""What an officer does in an unlocked mailbox."""

from playwright.sync_api import Page, Request

from tests.browser.officers import Person


def write(page: Page, to: Person, subject: str, text: str) -> None:
    page.evaluate("hash => { location.hash = hash }", f"write={to.authority_id}")
    page.get_by_label("Subject").fill(subject)
    page.get_by_label("Your message").fill(text)
    page.get_by_role("button", name="Send").click()


def answer(page: Page, text: str) -> None:
    page.get_by_label("Your message").fill(text)
    page.get_by_role("button", name="Send").click()


def body_of(request: Request) -> bytes:
    return request.post_data_buffer or b""
