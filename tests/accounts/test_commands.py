"""The commands of accounts, on a database that they migrate themselves."""

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner, Result

from accounts import service
from accounts.cli import accounts
from core.clock import now
from core.commands import actor_named
from core.database import Database
from entraide import main
from tests.accounts.people import make_account, make_authority, newcomer

Run = Callable[..., Result]


@pytest.fixture
def run(database_url: str, tmp_path: Path) -> Run:
    environment = {"DATABASE_URL": database_url, "ENTRAIDE_DATA": str(tmp_path / "data"), "SECRET_KEY": "k" * 64}

    def invoke(*words: str) -> Result:
        return CliRunner(env=environment).invoke(accounts, words)

    return invoke


def last(result: Result) -> str:
    assert result.exit_code == 0, result.output
    return result.stdout.strip().splitlines()[-1]


def test_an_empty_database_has_no_accounts(tmp_path: Path) -> None:
    environment = {"DATABASE_URL": f"sqlite:///{tmp_path / 'new.sqlite'}", "ENTRAIDE_DATA": str(tmp_path / "data")}
    result = CliRunner(env=environment).invoke(accounts, ["list", "--json"])
    assert json.loads(last(result)) == []


def test_an_authority_is_opened_with_a_link_that_works(run: Run, database: Database) -> None:
    with database.transaction() as session:
        authority = make_authority(session)
    link = urlsplit(last(run("open-authority", str(authority), "Wanjiku Kamau")))
    with database.transaction() as session:
        member = service.accept_invitation(session, link.path.removeprefix("/invitation/"), newcomer("w.kamau"))
    assert member.offer.authority_id == authority
    again = run("open-authority", str(authority), "Somebody Else")
    assert again.exit_code == 1
    assert "Wanjiku Kamau" in again.stderr
    (listed,) = json.loads(last(run("list", "--json")))
    assert (listed["sign_in_name"], listed["role"], listed["authority"]) == ("w.kamau", "administrator", str(authority))


def test_an_invitation_of_a_second_administrator_is_the_operators_to_give(run: Run, database: Database) -> None:
    with database.transaction() as session:
        authority = make_authority(session)
        make_account(session, "administrator", authority)
    words = ("invite", "--role", "administrator", "--authority", str(authority), "Second One")
    assert "/invitation/" in last(run(*words))


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        (("invite", "--role", "officer", "Ada Mensah"), "name it"),
        (("open-authority", "00000000-0000-4000-8000-000000000000", "Ada Mensah"), "has no authority"),
        (("disable", "nobody.here"), "accounts list"),
        (("enable", "nobody.here"), "accounts list"),
        (("unlock", "nobody.here"), "accounts list"),
        (("token", "  "), "label"),
    ],
)
def test_what_cannot_be_done_is_told_on_standard_error(run: Run, words: tuple[str, ...], advice: str) -> None:
    result = run(*words)
    assert result.exit_code == 1
    assert advice in result.stderr
    assert result.stdout == ""


def test_an_account_is_closed_opened_and_unlocked(run: Run, database: Database) -> None:
    with database.transaction() as session:
        member, _ = make_account(session, "reader", name="ada.mensah")
        begun = service.begin_session(session, member.id, "")
    assert "1 sign-ins ended" in last(run("disable", "Ada.Mensah"))
    with database.reading() as session:
        assert service.signed_in(session, begun.token, now()) is None
    assert "closed" in last(run("list"))
    last(run("enable", "ada.mensah"))
    last(run("unlock", "ada.mensah"))
    assert "\topen\t" in last(run("list"))


def test_a_token_is_printed_last_and_can_be_revoked(run: Run, database: Database) -> None:
    token = last(run("token", "nightly-copy"))
    with database.reading() as session:
        who = service.bearer(session, token)
        assert who is not None
        assert who.name == "nightly-copy"
    assert last(run("token", "nightly-copy", "--revoke")) == "1 tokens of nightly-copy revoked"
    with database.reading() as session:
        assert service.bearer(session, token) is None


def test_a_named_person_is_the_account_of_that_name(database: Database) -> None:
    with database.transaction() as session:
        member, _ = make_account(session, "secretariat", name="ada.mensah")
        CliRunner().invoke(main, ["directory", "import", "--help"])
        assert actor_named(session, "Ada.Mensah") == member.actor
        operator = actor_named(session, "someone.else")
    assert operator.name == "someone.else"
    assert operator.id != member.id
