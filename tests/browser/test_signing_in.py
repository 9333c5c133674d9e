"""An invitation, a password that stays in the browser, and what is sent in its place."""

import re
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, Request, expect

from messaging.protocol import password
from tests.browser.service import Service

PASSWORD = "four words that rhyme not"


def invitation(service: Service, name: str, *more: str) -> str:
    """Return a fresh invitation link."""
    answer = service.command("accounts", "invite", "--role", "secretariat", name, *more)
    assert answer.returncode == 0, answer.stderr
    return answer.stdout.strip().splitlines()[-1]


def accept(page: Page, link: str, password: str = PASSWORD) -> None:
    """Open the account of an invitation."""
    page.goto(link)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_label("The same password again").fill(password)
    page.get_by_role("button", name="Open my account").click()


def sign_in(page: Page, name: str, password: str = PASSWORD) -> None:
    """Sign in on the sign-in page."""
    page.goto("/sign-in?next=/account")
    page.get_by_label("Name or e-mail").fill(name)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Continue").click()


def test_an_invited_person_opens_an_account_and_signs_in_again(
    profile: BrowserContext, page: Page, service: Service, pictures: Path | None
) -> None:
    sent: list[str] = []
    profile.on("request", lambda request: sent.append(_all_of(request)))
    accept(page, invitation(service, "Ada Mensah", "--email", "a.mensah@un.example"))
    page.wait_for_url(re.compile(r"/$"))
    page.goto("/account")
    expect(page.get_by_role("heading", name="My account")).to_be_visible()
    expect(page.get_by_text("a.mensah@un.example")).to_be_visible()
    page.get_by_role("button", name="Sign out everywhere").click()
    expect(page.get_by_text("You are signed out everywhere.")).to_be_visible()
    sign_in(page, "A.Mensah@UN.example")
    page.wait_for_url(re.compile(r"/account$"))
    assert any("sign_in_key=" in text for text in sent)
    assert not any(PASSWORD in text or PASSWORD.replace(" ", "+") in text for text in sent)


def test_the_browser_and_the_python_client_derive_the_same_key(page: Page, service: Service) -> None:
    accept(page, invitation(service, "Chidi Okafor"))
    page.wait_for_url(re.compile(r"/$"))
    page.goto("/about")
    headers = {"X-CSRFToken": page.locator("meta[name=csrf-token]").get_attribute("content") or ""}
    kept = page.request.post("/sign-in/salt", data={"name": "Chidi.Okafor"}, headers=headers).json()
    salt = password.password_salt(kept["name"], bytes.fromhex(kept["salt_half"]))
    stretched = password.stretch(PASSWORD, salt, password.Cost(kept["passes"], kept["mebibytes"]))
    key = password.sign_in_key(stretched).reveal().hex()
    form = {"name": kept["name"], "sign_in_key": key}
    answer = page.request.post("/sign-in", form=form, headers={**headers, "Accept": "application/json"})
    assert answer.json() == {"next": "/"}


def test_a_wrong_password_is_refused_and_what_was_typed_stays(browser_that_may_fail: Page) -> None:
    page = browser_that_may_fail
    sign_in(page, "nobody.here")
    expect(page.get_by_role("alert")).to_contain_text("do not belong together", timeout=30_000)
    expect(page.get_by_label("Name or e-mail")).to_have_value("nobody.here")
    expect(page.get_by_label("Password", exact=True)).to_have_value(PASSWORD)


def test_a_weak_password_opens_no_account(page: Page, service: Service) -> None:
    accept(page, invitation(service, "Bela Nagy"), "passwordpassword")
    expect(page.get_by_role("alert")).to_contain_text("every list")
    expect(page.locator("#strength")).to_contain_text("every list")
    page.get_by_label("Password", exact=True).fill("short")
    expect(page.locator("#strength")).to_contain_text("at least 12 characters")


def _all_of(request: Request) -> str:
    return f"{request.url} {request.headers} {request.post_data or ''}"
