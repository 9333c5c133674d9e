"""Take the pictures of `docs/pictures` anew: `make pictures`.

The steps of the road come from its browser test; the looks (Arabic, phone, dark) from the demonstration.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from tests.browser.service import Service
from tools.chromium import installed

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
DESKTOP: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 390, "height": 844}
SIGN_IN = re.compile(r"sign-in name\s+(\S+)\n\s+password\s+(\S+)(?:\n\s+card\s+(.+))?")


class Officer:
    """One of the demonstration's officers, and how he signs in."""

    def __init__(self, name: str, password: str, card: str) -> None:
        self.name, self.password, self.card = name, password, card

    def enter(self, page: Page, place: str) -> None:
        """Sign in and go to *place*."""
        page.goto(f"/sign-in?next={place}")
        page.locator("#name").fill(self.name)
        page.locator("#typed").fill(self.password)
        page.locator("#sign-in button[type=submit]").click()
        page.wait_for_url(lambda address: "/sign-in" not in address, timeout=60_000)

    def unlock(self, page: Page) -> None:
        """Open the mailbox with password and card."""
        stage = page.locator("[data-stage=unlock]")
        stage.locator("input[type=password]").fill(self.password)
        stage.locator("textarea").fill(self.card)
        stage.locator("button[type=submit]").click()
        page.locator("#mailbox").wait_for(state="visible")


def main() -> int:
    """Return 0 once every picture is there."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    environment = {**os.environ, "ENTRAIDE_PICTURES": str(PICTURES)}
    road = [sys.executable, "-m", "pytest", "-q", "tests/browser/test_road.py", "-k", "sqlite"]
    subprocess.run(road, cwd=ROOT, env=environment, check=True)
    with tempfile.TemporaryDirectory() as folder:
        service = Service(Path(folder))
        sign_ins = service.command("demo").stdout
        officers = {name: Officer(name, password, card or "") for name, password, card in SIGN_IN.findall(sign_ins)}
        service.start()
        try:
            with sync_playwright() as playwright:
                root = os.geteuid() == 0
                browser = playwright.chromium.launch(executable_path=installed(), chromium_sandbox=not root)
                _looks(browser, service, officers)
                browser.close()
        finally:
            service.stop()
    return 0


def _looks(browser: Browser, service: Service, officers: dict[str, Officer]) -> None:
    dakar, vienna = officers["officer.dakar"], officers["officer.vienna"]
    desk = _page(browser, service, DESKTOP, "en-GB", "light")
    dakar.enter(desk, "/")
    _take(desk, "search", "/?q=autriche+extradition")
    desk.locator(".e-res h3 a").first.click()
    desk.wait_for_url(re.compile("/authorities/"))
    entry = desk.url
    _take(desk, "entry")
    dark = _page(browser, service, DESKTOP, "en-GB", "dark")
    dakar.enter(dark, "/")
    _take(dark, "entry-dark", entry)
    arabic = _page(browser, service, DESKTOP, "ar", "light")
    dakar.enter(arabic, "/")
    _take(arabic, "search-arabic", "/?q=النمسا")
    phone = _page(browser, service, PHONE, "ar", "dark")
    vienna.enter(phone, "/")
    _take(phone, "search-arabic-phone", "/?q=السنغال")
    _write(desk, dakar, entry.rsplit("/", 1)[-1])
    for name, size, language, scheme in (
        ("messages", DESKTOP, "en-GB", "light"),
        ("messages-phone", PHONE, "ar", "dark"),
    ):
        reader = _page(browser, service, size, language, scheme)
        vienna.enter(reader, "/messages")
        vienna.unlock(reader)
        reader.locator(".e-conv").first.click()
        reader.locator(".e-msg").first.wait_for(state="visible")
        _take(reader, name)


def _write(page: Page, officer: Officer, authority: str) -> None:
    page.goto(f"/messages#write={authority}")
    officer.unlock(page)
    page.get_by_label("Subject").fill("Bank record, account in Vienna")
    page.get_by_label("Your message").fill(
        "Good morning. Before we send a request under UNTOC article 18: was the account held in 2025, and would a short"
        " request in German be enough?"
    )
    page.get_by_role("button", name="Send").click()
    page.locator(".e-msg-own").wait_for(state="visible")


def _page(browser: Browser, service: Service, size: ViewportSize, language: str, scheme: str) -> Page:
    dark = scheme == "dark"
    context = browser.new_context(
        base_url=service.url, viewport=size, locale=language, color_scheme="dark" if dark else "light"
    )
    return context.new_page()


def _take(page: Page, name: str, address: str = "") -> None:
    if address:
        page.goto(address)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=PICTURES / f"{name}.png")


if __name__ == "__main__":
    sys.exit(main())
