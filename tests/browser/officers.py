"""Officers for browser tests: accounts with passwords, made in the service's own database."""

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit
from uuid import UUID

from nacl.utils import random
from playwright.sync_api import Page

from accounts import service as accounts
from accounts.records import Cost, Newcomer, Offer, SaltHalf, SignInKey, Stretching
from accounts.vocabulary import Role, sign_in_name
from core.clock import now
from messaging import service as messaging
from messaging.opening import FirstOfficer, prepare
from messaging.protocol.identifiers import EntryId
from messaging.protocol.new_links import Authority
from messaging.protocol.password import Cost as ProtocolCost
from messaging.protocol.password import password_salt, sign_in_key, stretch
from messaging.records import Officer
from tests.accounts.people import make_authority
from tests.browser.service import Service

PASSWORD = "correct horse battery staple"


@dataclass(frozen=True)
class Person:
    name: str
    account_id: UUID
    authority_id: UUID
    state: str
    authority: str
    salt_half: bytes = field(repr=False)


def add_officer(
    service: Service, name: str, state: str, authority: str, *, role: Role = Role.ADMINISTRATOR, of: UUID | None = None
) -> Person:
    """Add an authority (unless one is given) and an officer of it who signs in with the one password."""
    half = random(16)
    signed = sign_in_name(name)
    key = sign_in_key(stretch(PASSWORD, password_salt(signed, half), ProtocolCost()))
    newcomer = Newcomer(Stretching(signed, SaltHalf(half), Cost()), SignInKey(key.reveal()))
    database = service.database()
    try:
        with database.transaction() as session:
            authority_id = of or make_authority(session, state, authority)
            member = accounts.add_account(session, Offer(role, authority_id, name.title(), "State counsel"), newcomer)
    finally:
        database.dispose()
    return Person(signed, member.id, authority_id, state, authority, half)


def with_mailbox(service: Service, person: Person) -> str:
    """Open the mailbox of the person's authority as a client in Python does; returns the card's secret as printed."""
    first = FirstOfficer(person.name, person.salt_half, PASSWORD)
    authority = Authority(EntryId(person.authority_id.bytes), person.state, person.authority)
    prepared = prepare(first, authority, int(now().timestamp()))
    officer = Officer(person.account_id, person.name, person.name.title(), person.authority_id)
    log = messaging.open_log(Path(service.environment["ENTRAIDE_DATA"]))
    database = service.database()
    try:
        with database.transaction() as session:
            messaging.open_mailbox(session, log, officer, prepared.new)
    finally:
        database.dispose()
    return prepared.card_text


def sign_in(page: Page, person: Person, then: str = "/messages") -> None:
    """Sign in at the door, as a person does."""
    page.goto(f"/sign-in?next={then}")
    page.get_by_label("Name or e-mail").fill(person.name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Continue").click()
    page.wait_for_url(lambda url: urlsplit(url).path == then)


def unlock(page: Page, card: str | None) -> None:
    """Open the vault with the password, and with the card where this browser does not know it."""
    page.get_by_label("Password").fill(PASSWORD)
    if card is not None:
        page.get_by_label("Secret on your card").fill(card)
    page.get_by_role("button", name="Open", exact=True).click()
    page.locator("#mailbox").wait_for(state="visible")


def open_mailbox(page: Page) -> str:
    """Go through the steps in which a mailbox is opened; returns the card's secret, as it was printed."""
    return finish_opening(page, make_keys(page))


def make_keys(page: Page) -> list[str]:
    """Go to the recovery kit; returns its groups."""
    page.get_by_label("Your password").fill(PASSWORD)
    page.get_by_role("button", name="Make the keys").click()
    page.locator("#kit-check").wait_for(state="visible")
    return page.locator("[data-kit-groups]").first.locator("span").all_inner_texts()


def finish_opening(page: Page, groups: list[str]) -> str:
    """Type two groups of the kit, and open the mailbox; returns the card's secret."""
    for which in (0, 1):
        label = page.locator(f"label[for=kit-group-{which}]").inner_text()
        page.locator(f"#kit-group-{which}").fill(groups[int(label.split()[-1]) - 1])
    page.get_by_role("button", name="I have both copies").click()
    card = " ".join(page.locator("[data-card-groups] span").all_inner_texts())
    page.get_by_role("button", name="I have my card: open the mailbox").click()
    page.locator("#mailbox").wait_for(state="visible")
    return card
