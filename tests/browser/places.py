"""A service with something to see on every page, and the cookies of those who see it."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, StorageState

from tests.browser.conftest import DESKTOP
from tests.browser.officers import PASSWORD, Person, add_officer, sign_in, with_mailbox
from tests.browser.service import Service
from tests.browser.test_signing_in import accept, invitation
from tests.directory.entries import publish, record

LISTED = (("BR", "Ministério da Justiça"), ("CI", "Ministère de la Justice"), ("XX", "No State has this code"))
ROWS = [
    {"seed_id": f"test:{number}", "source": "test", "country": code, "name": name, "kind": "justice"}
    for number, (code, name) in enumerate(LISTED)
]


@dataclass
class Places:
    """The service, who may see what in it, and the addresses of pages by who sees them."""

    service: Service
    kenya: Person
    card: str = field(repr=False)
    pages: list[tuple[str, str]]
    entered: dict[str, StorageState]

    def profile(self, browser: Browser, who: str, language: str = "en", *, script: bool = True) -> BrowserContext:
        """Return a browser profile of *who*; a test may put its own script into its pages."""
        context = browser.new_context(
            base_url=self.service.url,
            viewport=DESKTOP,
            locale="en-GB",
            java_script_enabled=script,
            bypass_csp=True,
            storage_state=self.entered.get(who),
        )
        context.add_cookies([{"name": "language", "value": language, "url": self.service.url}])
        return context


def furnish(service: Service, browser: Browser) -> Places:
    """Fill the directory, open a mailbox, import lists, and sign everybody in."""
    kenya = add_officer(service, "officer.kenya", "KE", "Office of the Attorney General")
    newcomer = add_officer(service, "officer.new", "SN", "Ministry of Justice")
    offered = urlsplit(invitation(service, "Not Yet Here")).path
    pages = [("visitor", "/sign-in"), ("visitor", offered), ("visitor", "/about"), *_pages_of_officers(service)]
    pages += [("newcomer", "/messages"), ("secretariat", f"/accounts/authorities/{kenya.authority_id}")]
    entered = {
        "officer": _entered(browser, service, lambda page: sign_in(page, kenya)),
        "newcomer": _entered(browser, service, lambda page: sign_in(page, newcomer)),
        "secretariat": _entered(browser, service, lambda page: _secretary(page, service)),
    }
    pages += [("secretariat", address) for address in ("/accounts", "/imports", "/imports/new", *_reviews(service))]
    return Places(service, kenya, with_mailbox(service, kenya), pages, entered)


def open_mailbox(page: Page, places: Places) -> None:
    """Go to the mailbox of Kenya and open it, whatever the language of the page."""
    page.goto("/messages")
    page.locator("#unlock button[type=submit]:enabled").wait_for()
    page.locator("#unlock-password").fill(PASSWORD)
    page.locator("#unlock-card").fill(places.card)
    page.locator("#unlock button[type=submit]").click()
    page.locator("#mailbox").wait_for(state="visible")


def _pages_of_officers(service: Service) -> list[tuple[str, str]]:
    database = service.database()
    with database.transaction() as session:
        rich = publish(session, record())
        publish(session, record("GA", "Ministry of Justice", kind="ministry-of-justice", designations=()))
        bare = publish(session, record("KZ", "Prosecution", phones=(), emails=(), address=None, designations=()))
    database.dispose()
    entries = (f"/authorities/{rich}", f"/authorities/{bare}")
    others = ("/", "/?q=justice", "/?q=zzzzz", "/account", "/authority/officers", "/messages", "/nowhere")
    return [("officer", address) for address in (*entries, *others)]


def _reviews(service: Service) -> list[str]:
    """Import a list, apply it, and import it again with a name changed; return the addresses of both reviews."""
    first = _imported(service, ROWS)
    applied = service.command("directory", "apply", first, "--as", "second")
    assert applied.returncode == 0, applied.stderr
    second = _imported(service, [{**row, "name": f"{row['name']} II"} for row in ROWS])
    return [f"/imports/{first}", f"/imports/{second}"]


def _imported(service: Service, rows: list[dict[str, str]]) -> str:
    file = service.folder / "list.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    answer = service.command("directory", "import", str(file), "--as", "first", "--json")
    assert answer.returncode == 0, answer.stderr
    told = json.loads(answer.stdout.splitlines()[-1])
    return str(told["changeset"])


def _secretary(page: Page, service: Service) -> None:
    accept(page, invitation(service, "First Secretary"))
    page.wait_for_url(f"{service.url}/")


def _entered(browser: Browser, service: Service, enter: Callable[[Page], None]) -> StorageState:
    context = browser.new_context(base_url=service.url, viewport=DESKTOP, locale="en-GB")
    enter(context.new_page())
    state = context.storage_state()
    context.close()
    return state
