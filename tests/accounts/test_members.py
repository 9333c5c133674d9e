"""Accounts: found, closed, opened again; and the tokens of programs."""

from uuid import uuid4

import pytest
from nacl.utils import random
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from accounts import service
from accounts.errors import NoSuchAccountError, NotYoursToGiveError, OwnAccountError, WrongProofError
from accounts.models import Account, ApiToken
from accounts.records import Cost, Offer, Operator, SaltHalf, SignedIn, SignInKey
from accounts.vocabulary import Role
from core.actor import Actor
from core.audit import AuditEvent
from core.clock import now
from core.database import Database
from tests.accounts.people import make_account, make_authority, newcomer

OPERATOR = Operator(Actor(uuid4(), "operator"))


def test_an_account_is_found_by_any_writing_of_its_name(database: Database) -> None:
    with database.transaction() as session:
        member, _ = make_account(session, "reader", name="ada.mensah")
        assert service.actor_by_name(session, " ADA.Mensah") == member.actor
        assert service.actor_by_name(session, "nobody.here") is None
        assert service.actor_by_name(session, "not a name!") is None


def test_closing_ends_every_sign_in_and_opening_again_brings_none_back(database: Database) -> None:
    with database.transaction() as session:
        member, _ = make_account(session, "reader")
        begun = [service.begin_session(session, member.id, "") for _ in range(2)]
        session.flush()
        ended = service.disable(session, member.id, OPERATOR)
        assert set(ended) == {one.session_id for one in begun}
        service.enable(session, member.id, OPERATOR)
        session.flush()
        assert all(service.signed_in(session, one.token, now()) is None for one in begun)


def test_closing_and_opening_are_noted_once(database: Database) -> None:
    with database.transaction() as session:
        member, _ = make_account(session, "reader")
        for act in (service.disable, service.disable, service.enable, service.enable, service.unlock):
            act(session, member.id, OPERATOR)
        session.flush()
        actions = session.scalars(select(AuditEvent.action)).all()
    assert sorted(actions) == ["account.closed", "account.opened", "account.opened-again", "account.unlocked"]


def test_nobody_closes_his_own_account(database: Database) -> None:
    with database.transaction() as session:
        member, _ = make_account(session, "secretariat")
        me = SignedIn(member.id, "", "", Role.SECRETARIAT, None, None)
        with pytest.raises(OwnAccountError):
            service.disable(session, member.id, me)


def test_an_administrator_closes_no_account_of_another_authority(database: Database) -> None:
    with database.transaction() as session:
        own, other = make_authority(session), make_authority(session)
        administrator, _ = make_account(session, "administrator", own)
        me = SignedIn(administrator.id, "", "", Role.ADMINISTRATOR, own, None)
        colleague, _ = make_account(session, "officer", own)
        stranger, _ = make_account(session, "officer", other)
        service.disable(session, colleague.id, me)
        with pytest.raises(NotYoursToGiveError):
            service.disable(session, stranger.id, me)
        with pytest.raises(NotYoursToGiveError):
            service.enable(session, stranger.id, me)


def test_an_account_that_is_not_there_is_named(database: Database) -> None:
    with database.transaction() as session:
        for act in (service.disable, service.enable, service.unlock):
            with pytest.raises(NoSuchAccountError):
                act(session, uuid4(), OPERATOR)
        with pytest.raises(NoSuchAccountError):
            service.member_with(session, uuid4())


def test_members_are_listed_with_when_they_were_last_here(database: Database) -> None:
    with database.transaction() as session:
        authority = make_authority(session)
        here, _ = make_account(session, "officer", authority, "a.officer")
        make_account(session, "officer", authority, "b.officer")
        make_account(session, "reader", name="c.reader")
        service.begin_session(session, here.id, "")
        session.flush()
        listed = service.members_of(session, authority)
        assert [(one.sign_in_name, one.seen_at is not None) for one in listed] == [
            ("a.officer", True),
            ("b.officer", False),
        ]
        assert len(service.all_members(session)) == 3


@pytest.mark.parametrize(
    ("role", "with_authority"), [("secretariat", True), ("administrator", False), ("officer", False), ("guest", False)]
)
def test_the_database_refuses_a_role_without_its_place(database: Database, role: str, *, with_authority: bool) -> None:
    with database.transaction() as session:
        make_account(session, "reader", name="ada.mensah")
        place = make_authority(session)
    wrong = update(Account).values(role=role, authority_id=place if with_authority else None)
    with database.transaction() as session, pytest.raises(IntegrityError):
        session.execute(wrong)


def test_an_account_of_an_authority_that_does_not_exist_is_refused_as_such(database: Database) -> None:
    offer = Offer(Role.OFFICER, uuid4(), "Ada Mensah")
    with database.transaction() as session, pytest.raises(IntegrityError):
        service.add_account(session, offer, newcomer("ada.mensah"))


@pytest.mark.parametrize("cost", [(2, 64), (11, 64), (3, 63), (3, 1025), (0, 0)])
def test_a_cost_outside_the_bounds_is_refused(cost: tuple[int, int]) -> None:
    with pytest.raises(WrongProofError):
        Cost(*cost)


@pytest.mark.parametrize("size", [0, 31, 33])
def test_a_key_of_another_length_is_refused(size: int) -> None:
    with pytest.raises(WrongProofError):
        SignInKey(random(size))
    with pytest.raises(WrongProofError):
        SaltHalf(random(size))


def test_a_token_acts_as_its_account(database: Database) -> None:
    with database.transaction() as session:
        member, _ = make_account(session, "secretariat", name="ada.mensah")
        token = service.make_token(session, "Ada.Mensah", OPERATOR)
        session.flush()
        who = service.bearer(session, token)
        assert who is not None
        assert (who.id, who.role, who.session_id) == (member.id, Role.SECRETARIAT, None)
        service.disable(session, member.id, OPERATOR)
        session.flush()
        assert service.bearer(session, token) is None


@pytest.mark.parametrize("label", ["nightly-copy", "The library's own program"])
def test_a_token_of_a_new_label_only_reads(database: Database, label: str) -> None:
    with database.transaction() as session:
        token = service.make_token(session, label, OPERATOR)
        session.flush()
        who = service.bearer(session, token)
        assert who is not None
        assert (who.name, who.role, who.authority_id) == (label, Role.READER, None)
        assert service.bearer(session, token[:-1]) is None


def test_a_revoked_token_is_worth_nothing(database: Database) -> None:
    with database.transaction() as session:
        token = service.make_token(session, "nightly-copy", OPERATOR)
        other = service.make_token(session, "weekly-copy", OPERATOR)
        session.flush()
        assert service.revoke_tokens(session, "nightly-copy", OPERATOR) == 1
        assert service.bearer(session, token) is None
        assert service.bearer(session, other) is not None
        assert service.revoke_tokens(session, "nightly-copy", OPERATOR) == 0


def test_only_the_hash_of_a_token_is_kept(database: Database) -> None:
    with database.transaction() as session:
        token = service.make_token(session, "nightly-copy", OPERATOR)
        session.flush()
        row = session.scalars(select(ApiToken)).one()
        assert token not in str([getattr(row, column.key) for column in ApiToken.__table__.columns])
