"""The whole road, once: a real list imported by two persons, an authority found, a message nobody else can read."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from sqlalchemy import MetaData, select

from tests.browser.road import Ear, Traveller
from tests.browser.service import Service
from tests.databases import PostgresqlTemplate, SqliteTemplate
from tests.shared import shared_path

QUESTION = "Canary question: does account AT61-1904 exist?"
SUBJECT = "Canary subject: bank record"
ANSWER = "Canary answer: it was closed in 2025."
LIST = "data/authorities/merged.jsonl"


@pytest.fixture(params=["sqlite", "postgresql"])
def alone(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Service]:
    """Return the product over a database of its own, of each kind."""
    template: SqliteTemplate | PostgresqlTemplate = request.getfixturevalue(f"{request.param}_template")
    with template.fresh(tmp_path) as url:
        service = Service(tmp_path, url)
        service.start()
        yield service
        service.stop()


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest.fixture
def people(browser: Browser, alone: Service, ear: Ear, pictures: Path | None) -> Iterator[list[Traveller]]:
    """Return two of the secretariat and two officers, each in a profile of his own."""
    found = [Traveller(browser, alone, ear, pictures) for _ in range(4)]
    yield found
    for one in found:
        one.context.close()


def test_import_find_write_read_and_nobody_else_reads(alone: Service, ear: Ear, people: list[Traveller]) -> None:
    first, second, brasilia, athens = people
    first.accept(_secretary(alone, "Secretary One"))
    second.accept(_secretary(alone, "Secretary Two"))
    review = _import(first, shared_path(LIST))
    _apply(second, review)
    brasilia.accept(first.invite_administrator("ministerio justica brasil", "Officer in Brasilia"))
    athens.accept(first.invite_administrator("ypourgeio dikaiosynis", "Officer in Athens"))
    brasilia.open_mailbox()
    athens.open_mailbox()
    _write(brasilia)
    _answer(athens)
    expect(brasilia.mailbox.locator(".e-msg").nth(1)).to_contain_text(ANSWER)
    brasilia.picture("10-answer-read", brasilia.mailbox)
    assert [complaint for one in people for complaint in one.complaints] == []
    for canary in (QUESTION, SUBJECT, ANSWER):
        assert _places_that_hold(canary, alone, ear) == []


def _secretary(service: Service, name: str) -> str:
    answer = service.command("accounts", "invite", "--role", "secretariat", name)
    assert answer.returncode == 0, answer.stderr
    return answer.stdout.strip().splitlines()[-1]


def _import(secretary: Traveller, file: Path) -> str:
    """Hand the list in on the page; return the address of its review."""
    page = secretary.page
    page.goto("/imports/new")
    page.get_by_label("File").set_input_files(file)
    secretary.picture("01-import-a-list")
    page.get_by_role("button", name="Read and compare").click()
    expect(page.get_by_role("heading", name="Review import")).to_be_visible(timeout=90_000)
    expect(page.get_by_role("navigation", name="Kinds of row")).to_contain_text("3,827")
    # Who handed a list in may look at it, but not apply it.
    expect(page.get_by_role("button", name=re.compile("Apply"))).to_have_attribute("aria-disabled", "true")
    secretary.picture("02-review")
    return page.url


def _apply(secretary: Traveller, review: str) -> None:
    page = secretary.page
    page.goto(review)
    secretary.picture("03-second-person")
    page.get_by_role("button", name=re.compile("Apply")).click()
    expect(page.get_by_text("Applied by Secretary Two").first).to_be_visible(timeout=60_000)
    secretary.picture("04-applied")


def _write(officer: Traveller) -> None:
    """Find the other State's authority in romanised spelling and write to it: the open mailbox takes it over."""
    officer.find("ypourgeio dikaiosynis")
    officer.picture("06-entry")
    officer.page.get_by_role("link", name="Write").click()
    messages = officer.mailbox
    messages.get_by_label("Subject").fill(SUBJECT)
    messages.get_by_label("Your message").fill(QUESTION)
    messages.get_by_role("button", name="Send").click()
    expect(messages.locator(".e-msg-own")).to_contain_text(QUESTION)
    officer.picture("08-sent", messages)


def _answer(officer: Traveller) -> None:
    """See the message announced on the page that is open, open it, answer."""
    page = officer.mailbox
    row = page.locator(".e-conv", has_text=SUBJECT)
    expect(row).to_be_visible()
    officer.picture("09-announced", page)
    row.click()
    expect(page.locator(".e-msg")).to_contain_text(QUESTION)
    page.get_by_label("Your message").fill(ANSWER)
    page.get_by_role("button", name="Send").click()
    expect(page.locator(".e-msg-own")).to_contain_text(ANSWER)


def _places_that_hold(text: str, service: Service, ear: Ear) -> list[str]:
    """Return where *text* stands in the clear: requests, frames, rows, files, log lines."""
    wanted = text.encode()
    places = ["a request or a frame"] if any(wanted in heard for heard in ear.heard) else []
    places += [table for table, content in _rows(service) if wanted in content]
    files = (path for path in service.folder.rglob("*") if path.is_file())
    return places + [str(path) for path in files if wanted in path.read_bytes()]


def _rows(service: Service) -> Iterator[tuple[str, bytes]]:
    database = service.database()
    try:
        tables = MetaData()
        tables.reflect(database.engine)
        with database.engine.connect() as connection:
            for name, table in tables.tables.items():
                for row in connection.execute(select(table)):
                    yield (
                        name,
                        b"\0".join(bytes(v) if isinstance(v, bytes | memoryview) else str(v).encode() for v in row),
                    )
    finally:
        database.dispose()


def test_the_ear_would_hear_what_is_not_sealed(ear: Ear, people: list[Traveller]) -> None:
    page = people[0].page
    page.goto("/about")
    page.evaluate("text => fetch('/nowhere', {method: 'POST', body: text}).catch(() => null)", QUESTION)
    assert any(QUESTION.encode() in heard for heard in ear.heard)
