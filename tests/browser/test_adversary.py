"""A service that lies to an unlocked mailbox: each lie shows a plain notice, and nothing is opened or sent."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from itertools import count
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from core.clock import now
from messaging.opening import FirstOfficer, prepare
from messaging.protocol.codec import decode, encode
from messaging.protocol.identifiers import EntryId
from messaging.protocol.new_links import Authority
from messaging.service import linking, log, opening
from tests.browser import officers as making
from tests.browser.conftest import DESKTOP
from tests.browser.officers import PASSWORD, Person, add_officer, sign_in, unlock, with_mailbox
from tests.browser.service import Service

pytestmark = pytest.mark.browser

CHAINS = "**/channel/chains?**"
VAULT = "**/channel/vault"
OCTETS = "application/octet-stream"
Lie = Callable[[Any], Any]
_numbers = count(1)


@dataclass
class Officer:
    """One officer in a browser of his own, and what his page asked of the service to keep."""

    person: Person
    card: str
    page: Page
    posted: list[str] = field(default_factory=list)

    @property
    def notice(self) -> Any:
        return self.page.locator("#mailbox [data-problem]")

    def lied_to(self, pattern: str, lie: Lie) -> None:
        """Let each answer to requests of *pattern* be what *lie* makes of the true one."""

        def answer(route: Route) -> None:
            if route.request.method == "GET":
                route.fulfill(body=encode(lie(_decoded(route.fetch().body()))), content_type=OCTETS)
            else:
                route.continue_()

        self.page.route(pattern, answer)

    def write(self, to: Person, subject: str, text: str) -> None:
        self.ask_for(to)
        self.page.get_by_label("Subject").fill(subject)
        self.say(text)

    def ask_for(self, to: Person) -> None:
        self.page.evaluate("hash => { location.hash = hash }", f"write={to.authority_id}")

    def say(self, text: str) -> None:
        self.page.get_by_label("Your message").fill(text)
        self.page.get_by_role("button", name="Send").click()

    def sent(self) -> int:
        return sum(url.endswith("/channel/envelopes") for url in self.posted)


def _decoded(data: bytes) -> Any:
    return decode(data)


@pytest.fixture
def officers(browser: Browser, service: Service) -> Iterator[Callable[[str], Officer]]:
    """Return a maker of officers whose mailbox is open; the console of their pages may complain."""
    contexts: list[BrowserContext] = []

    def make(state: str) -> Officer:
        person = add_officer(service, f"adversary.{next(_numbers)}", state, "Ministry of Justice")
        contexts.append(browser.new_context(base_url=service.url, viewport=DESKTOP, locale="en-GB"))
        found = Officer(person, with_mailbox(service, person), contexts[-1].new_page())
        found.page.on("request", lambda it: found.posted.append(it.url) if it.method == "POST" else None)
        return found

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def kenya(officers: Callable[[str], Officer]) -> Officer:
    found = officers("KE")
    sign_in(found.page, found.person)
    unlock(found.page, found.card)
    return found


@pytest.fixture
def thailand(officers: Callable[[str], Officer]) -> Officer:
    return officers("TH")


def rows_of(officer: Officer, conversation: str) -> list[Any]:
    """Return a conversation's envelopes as the service keeps them."""
    answer = officer.page.request.get(f"/channel/conversations/{conversation}/envelopes?after=0")
    rows: list[Any] = _decoded(answer.body())
    return rows


def begun(officer: Officer, peer: Officer, subject: str, text: str) -> str:
    """Begin a conversation; return its id."""
    officer.write(peer.person, subject, text)
    expect(officer.page.locator(".e-msg-own")).to_contain_text(text)
    return officer.page.url.split("conversation=")[1]


def reopened(officer: Officer) -> None:
    """Load the page anew and open the vault again, whatever comes of it."""
    officer.page.goto("/messages")
    officer.page.get_by_label("Password").fill(PASSWORD)
    if officer.page.get_by_label("Secret on your card").is_visible():
        officer.page.get_by_label("Secret on your card").fill(officer.card)
    officer.page.get_by_role("button", name="Open", exact=True).click()


def test_envelopes_that_are_swapped_replayed_or_from_elsewhere_are_not_opened(
    kenya: Officer, thailand: Officer
) -> None:
    one = begun(kenya, thailand, "One", "The first of one.")
    two = begun(kenya, thailand, "Two", "The first of two.")
    kenya.say("The second of two.")
    expect(kenya.page.locator(".e-msg-own")).to_have_count(2)
    elsewhere = rows_of(kenya, two)

    def lie(rows: list[Any]) -> list[Any]:
        control, true = rows[0], rows[1]
        payload, signature, stanzas, _ = _decoded(true[2])
        other_body = _decoded(elsewhere[1][2])[3]
        swapped = encode([payload, signature, stanzas, other_body])
        wires = [swapped, elsewhere[2][2], true[2], true[2]]
        return [control, *([2 + at, true[1], wire] for at, wire in enumerate(wires))]

    kenya.lied_to(f"**/conversations/{one}/envelopes?after=0", lie)
    reopened(kenya)
    kenya.page.locator(".e-conv", has_text="No subject").click()
    # The body of another, a message of another conversation; then the true one, whose place the first has taken.
    expect(kenya.page.get_by_text("Seal broken: this message is not shown.")).to_have_count(4)
    expect(kenya.page.get_by_text("of two.")).to_have_count(0)


def test_a_message_of_another_conversation_takes_no_place_in_this_one(kenya: Officer, thailand: Officer) -> None:
    one = begun(kenya, thailand, "One", "The first of one.")
    two = begun(kenya, thailand, "Two", "The first of two.")
    kenya.say("The second of two.")
    expect(kenya.page.locator(".e-msg-own")).to_have_count(2)
    elsewhere = rows_of(kenya, two)[2][2]
    kenya.lied_to(
        f"**/conversations/{one}/envelopes?after=0",
        lambda rows: [rows[0], [2, rows[1][1], elsewhere], [3, *rows[1][1:]]],
    )
    reopened(kenya)
    kenya.page.locator(".e-conv", has_text="One").click()
    expect(kenya.page.locator(".e-msg-own").nth(1)).to_contain_text("The first of one.")
    expect(kenya.page.get_by_text("Seal broken")).to_have_count(1)


def _false_mailbox(person: Person) -> list[bytes]:
    """Return the links of another mailbox for the same authority, under a kit of the liar."""
    first = FirstOfficer("liar", bytes(16), PASSWORD)
    authority = Authority(EntryId(person.authority_id.bytes), person.state, person.authority)
    new = prepare(first, authority, int(now().timestamp())).new
    return [new.opening.to_bytes(), new.first.to_bytes()]


def _lied(answer: Any, lie: str, false: list[bytes]) -> Any:
    """Return a false answer about the chains of two mailboxes, the peer's last."""
    note, (own, peer) = answer
    if lie == "checkpoint":
        return [note.replace("\n\n", "\n\nx"), [own, peer]]
    links = [[link, at, time] for link, (_, at, time) in zip(false, peer[1] * 2, strict=False)]
    chains = {
        "another kit": [own, [peer[0], links, *peer[2:]]],
        "a shorter proof": [own, [*peer[:2], peer[2][:-1], *peer[3:]]],
        "a chain less": [own],
        "one chain twice": [own, own],
    }
    return [note, chains[lie]]


def test_a_chain_that_is_not_the_one_seen_before_stops_sending(kenya: Officer, thailand: Officer) -> None:
    begun(kenya, thailand, "Before", "Before the lie.")
    false, before = _false_mailbox(thailand.person), kenya.sent()
    for lie in ("another kit", "a shorter proof", "a chain less", "one chain twice", "checkpoint"):
        kenya.lied_to(CHAINS, partial(_lied, lie=lie, false=false))
        kenya.say("Not under these keys.")
        told = "The service shows another log" if lie == "checkpoint" else "The keys of an authority are not those"
        expect(kenya.notice).to_contain_text(told)
        assert kenya.page.get_by_label("Your message").input_value() == "Not under these keys."
        kenya.page.unroute_all()
        # Clears the notice for the next lie.
        kenya.page.get_by_label("Your message").fill("")
        kenya.page.get_by_role("button", name="Send").click()
        expect(kenya.notice).to_contain_text("Write something first.")
    assert kenya.sent() == before


def test_another_mailbox_for_a_known_authority_is_an_alarm(kenya: Officer, thailand: Officer, service: Service) -> None:
    begun(kenya, thailand, "Before", "Before the lie.")
    uganda = add_officer(service, f"adversary.{next(_numbers)}", "UG", "Ministry of Justice")
    with_mailbox(service, uganda)
    found = _decoded(kenya.page.request.get(f"/channel/mailbox/{uganda.authority_id}").body())
    kenya.lied_to("**/channel/mailbox/**", lambda _: found)
    kenya.ask_for(thailand.person)
    expect(kenya.notice).to_contain_text("The service shows another mailbox for this authority than before.")
    expect(kenya.page.locator("#composer")).to_be_hidden()


def test_an_older_vault_is_an_alarm_and_not_a_wrong_password(kenya: Officer, thailand: Officer) -> None:
    older = kenya.page.request.get("/channel/vault").body()
    with kenya.page.expect_response(lambda it: it.url.endswith("/channel/vault") and it.request.method == "POST"):
        begun(kenya, thailand, "Before", "Before the lie.")
    kenya.lied_to(VAULT, lambda _: _decoded(older))
    reopened(kenya)
    expect(kenya.page.locator("#unlock [data-problem]")).to_contain_text("something else than this browser stored")
    expect(kenya.page.locator("#mailbox")).to_be_hidden()
    kenya.page.unroute_all()


def test_a_service_that_will_not_keep_the_vault_is_told(kenya: Officer, thailand: Officer) -> None:
    def refuse(route: Route) -> None:
        if route.request.method == "POST":
            route.fulfill(status=409, json={"error": "another browser wrote"})
        else:
            route.continue_()

    kenya.page.route(VAULT, refuse)
    kenya.write(thailand.person, "Pinned nowhere", "Before the lie.")
    expect(kenya.notice).to_contain_text("something else than this browser stored")
    kenya.page.unroute_all()


def test_a_bundle_that_the_chain_does_not_name_opens_nothing(kenya: Officer, thailand: Officer) -> None:
    # A vault from before the last epoch: its seed has to come in a bundle.
    begun(kenya, thailand, "Before", "Before the lie.")
    kenya.lied_to(CHAINS, lambda answer: answer)
    bundles = _decoded(kenya.page.request.get("/channel/bundles?after=0").body())
    assert [epoch for epoch, _ in bundles] == [1]
    changed = [[1, bytes((bundles[0][1][0] ^ 1,)) + bundles[0][1][1:]]]
    kenya.page.route("**/channel/bundles?**", lambda route: route.fulfill(body=encode(changed), content_type=OCTETS))
    answer = kenya.page.evaluate(
        """async (sealed) => {
          const vault = await import("/static/js/messaging/vault.js");
          const { bringUpToDate } = await import("/static/js/messaging/renewing.js");
          vault.remember((inside) => inside.with({ epochs: new Map() }));
          try { await bringUpToDate(); return "took it"; }
          catch (error) { return `${error.constructor.name} ${vault.contents().epochs.size}`; }
        }"""
    )
    assert answer == "ProtocolError 0"
    kenya.page.unroute_all()


def test_a_cheaper_password_is_refused_before_anything_is_sent(browser_that_may_fail: Page, thailand: Officer) -> None:
    page, posted = browser_that_may_fail, []
    page.on("request", lambda it: posted.append(it.url) if it.method == "POST" else None)

    def cheap(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, json={**answer.json(), "passes": 1})

    page.route("**/sign-in/salt", cheap)
    page.goto("/sign-in")
    page.get_by_label("Name or e-mail").fill(thailand.person.name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Continue").click()
    expect(page.locator("#refusal")).to_be_visible()
    assert [url.rsplit("/", 1)[1] for url in posted] == ["salt"]


def test_words_for_one_authority_never_go_to_another_after_a_lost_connection(
    kenya: Officer, thailand: Officer, officers: Callable[[str], Officer]
) -> None:
    brazil = officers("BR")
    one = begun(kenya, thailand, "One", "For Thailand.")
    two = begun(kenya, brazil, "Two", "For Brazil.")
    kenya.page.get_by_label("Your message").fill("Only Brazil may read this.")
    kenya.page.evaluate("hash => { location.hash = hash }", f"conversation={one}")
    expect(kenya.page.locator(".e-msg-own")).to_contain_text("For Thailand.")
    kenya.page.route(CHAINS, lambda route: route.fulfill(status=503))
    kenya.say("This is for Thailand.")
    expect(kenya.notice).to_contain_text("The service cannot be reached.")
    kenya.page.evaluate("hash => { location.hash = hash }", f"conversation={two}")
    expect(kenya.page.get_by_label("Your message")).to_have_value("Only Brazil may read this.")
    kenya.page.unroute_all()
    expect(kenya.page.locator(".e-msg-own").nth(1)).to_contain_text("This is for Thailand.", timeout=15_000)
    assert kenya.page.url.endswith(one)
    expect(kenya.page.get_by_text("Only Brazil may read this.")).to_have_count(0)


def test_what_is_shown_is_what_one_writes_to_after_a_lost_connection(
    kenya: Officer, thailand: Officer, officers: Callable[[str], Officer]
) -> None:
    brazil = officers("BR")
    one = begun(kenya, thailand, "One", "For Thailand.")
    begun(kenya, brazil, "Two", "For Brazil.")
    path = f"**/conversations/{one}/envelopes?**"
    kenya.page.route(path, lambda route: route.fulfill(status=503))
    kenya.page.evaluate("hash => { location.hash = hash }", f"conversation={one}")
    expect(kenya.notice).to_contain_text("The service cannot be reached.")
    expect(kenya.page.locator("#composer")).to_be_hidden()
    kenya.page.unroute_all()


def test_nothing_is_sealed_to_a_key_that_nobody_renewed_for_ninety_days(
    kenya: Officer, officers: Callable[[str], Officer], monkeypatch: pytest.MonkeyPatch
) -> None:
    then = now() - timedelta(days=90, minutes=1)
    with monkeypatch.context() as patched:
        for module in (linking, log, opening, making):
            patched.setattr(module, "now", lambda: then)
        silent = officers("TH")
    kenya.write(silent.person, "Too late", "Nobody may open this any more.")
    expect(kenya.notice).to_contain_text("has not renewed its key for 90 days, so nothing is sent to it.")
    assert kenya.sent() == 0
    assert kenya.page.get_by_label("Your message").input_value() == "Nobody may open this any more."
