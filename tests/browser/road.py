"""The four people of the whole road, each in a browser profile of his own, and the ear that hears all they send."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, Request, ViewportSize, WebSocket, expect

from tests.browser.service import Service

PASSWORD = "four words that rhyme not"


@dataclass
class Ear:
    """Every body and every frame that left or reached the four browsers; pages themselves are not kept."""

    heard: list[bytes] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        """Hear what *page* sends, and what its sockets carry both ways."""
        page.on("request", self._request)
        page.on("websocket", self._socket)

    def _request(self, request: Request) -> None:
        self.heard.append(request.url.encode())
        self.heard.append(str(request.headers).encode())
        self.heard.append(request.post_data_buffer or b"")

    def _socket(self, socket: WebSocket) -> None:
        for event in ("framesent", "framereceived"):
            socket.on(
                event, lambda payload: self.heard.append(payload.encode() if isinstance(payload, str) else payload)
            )


class Traveller:
    """One person in one browser profile; pictures are taken where somebody asked for them."""

    def __init__(self, browser: Browser, service: Service, ear: Ear, pictures: Path | None) -> None:
        size: ViewportSize = {"width": 1440, "height": 900}
        self.context = browser.new_context(base_url=service.url, viewport=size, locale="en-GB")
        self.context.on("page", ear.listen)
        self.page = self.context.new_page()
        self.mailbox = self.page
        self.complaints: list[str] = []
        self.context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        self._pictures = pictures

    def accept(self, link: str) -> None:
        """Open the account of an invitation, with a password."""
        self.page.goto(link)
        self.page.get_by_label("Password", exact=True).fill(PASSWORD)
        self.page.get_by_label("The same password again").fill(PASSWORD)
        self.page.get_by_role("button", name="Open my account").click()
        self.page.wait_for_url(re.compile(r"/$"))

    def picture(self, name: str, page: Page | None = None) -> None:
        """Keep a picture of the page, if somebody asked for pictures."""
        if self._pictures is not None:
            (page or self.page).screenshot(path=self._pictures / f"{name}.png")

    def open_mailbox(self) -> None:
        """Go through kit and card until the mailbox is there, in the tab that is its own."""
        with self.context.expect_page() as opened:
            self.page.get_by_role("link", name="Messages").first.click()
        page = self.mailbox = opened.value
        page.locator("#explain").wait_for(state="visible")
        self.picture("07-mailbox-steps", page)
        page.get_by_label("Your password").fill(PASSWORD)
        page.get_by_role("button", name="Make the keys").click()
        page.locator("#kit-check").wait_for(state="visible")
        groups = page.locator("[data-kit-groups]").first.locator("span").all_inner_texts()
        for which in (0, 1):
            label = page.locator(f"label[for=kit-group-{which}]").inner_text()
            page.locator(f"#kit-group-{which}").fill(groups[int(label.split()[-1]) - 1])
        page.get_by_role("button", name="I have both copies").click()
        page.get_by_role("button", name="I have my card: open the mailbox").click()
        page.locator("#mailbox").wait_for(state="visible")

    def find(self, words: str) -> None:
        """Type *words* into the directory's search and open the first entry that comes as one types."""
        self.page.goto("/")
        self.page.locator("[data-search-field]").press_sequentially(words, delay=15)
        first = self.page.locator(".e-res h3 a").first
        expect(first).to_be_visible()
        self.picture("05-search-as-one-types")
        first.click()
        self.page.wait_for_url(re.compile("/authorities/"))

    def invite_administrator(self, words: str, name: str) -> str:
        """As the secretariat: find an authority, invite its first administrator, return the invitation's link."""
        self.find(words)
        self.page.get_by_role("link", name="Accounts", exact=True).last.click()
        self.page.get_by_label("Name", exact=True).fill(name)
        self.page.get_by_role("button", name="Make the invitation link").click()
        return self.page.get_by_label("Invitation link").input_value()
