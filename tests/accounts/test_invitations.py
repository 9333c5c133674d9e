"""Invitations: who may send which, and what a link is worth."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from accounts import service
from accounts.errors import (
    HasAdministratorError,
    InvitationOverError,
    NameTakenError,
    NoSuchAuthorityError,
    NotYoursToGiveError,
    WrongOfferError,
)
from accounts.models import Account, Invitation
from accounts.records import Offer, Operator, SignedIn
from accounts.vocabulary import Role
from core.actor import Actor
from core.audit import AuditEvent
from core.clock import now
from core.database import Database
from tests.accounts.people import make_account, make_authority, newcomer

OPERATOR = Operator(Actor(uuid4(), "operator"))


def signed_in_as(session: Session, role: Role, authority_id: UUID | None = None) -> SignedIn:
    member, _ = make_account(session, role, authority_id)
    return SignedIn(member.id, member.offer.name, member.sign_in_name, role, authority_id, None)


def test_an_accepted_invitation_opens_the_account_that_it_offers(database: Database) -> None:
    with database.transaction() as session:
        authority = make_authority(session)
        token = service.invite(session, Offer(Role.OFFICER, authority, "Ada Mensah", "Counsel"), OPERATOR)
        session.flush()
        member = service.accept_invitation(session, token, newcomer("Ada.Mensah"))
    assert member.sign_in_name == "ada.mensah"
    assert (member.offer.role, member.offer.authority_id) == (Role.OFFICER, authority)
    assert (member.offer.name, member.offer.post) == ("Ada Mensah", "Counsel")


def test_an_invitation_is_shown_before_it_is_accepted(database: Database) -> None:
    with database.transaction() as session:
        token = service.invite(session, Offer(Role.READER, None, "Ada Mensah"), OPERATOR)
        session.flush()
        assert service.invitation_behind(session, token).offer.name == "Ada Mensah"


def test_an_invitation_works_once(database: Database) -> None:
    with database.transaction() as session:
        token = service.invite(session, Offer(Role.READER, None, "Ada Mensah"), OPERATOR)
        session.flush()
        service.accept_invitation(session, token, newcomer("first.one"))
        with pytest.raises(InvitationOverError):
            service.accept_invitation(session, token, newcomer("second.one"))
        assert session.scalars(select(Account.sign_in_name)).all() == ["first.one"]


@pytest.mark.parametrize("end", [{"revoked_at": now()}, {"expires_at": now() - timedelta(seconds=1)}])
def test_a_revoked_and_an_old_invitation_open_nothing(database: Database, end: dict[str, object]) -> None:
    with database.transaction() as session:
        token = service.invite(session, Offer(Role.READER, None, "Ada Mensah"), OPERATOR)
        session.flush()
        session.execute(update(Invitation).values(**end))
        with pytest.raises(InvitationOverError):
            service.accept_invitation(session, token, newcomer("ada.mensah"))
        assert service.invitations_of(session) == []


def test_an_unknown_link_is_refused_in_the_same_words(database: Database) -> None:
    with database.reading() as session, pytest.raises(InvitationOverError) as refusal:
        service.invitation_behind(session, "x" * 43)
    assert str(refusal.value) == InvitationOverError.told


def test_a_link_lasts_a_week(database: Database) -> None:
    with database.transaction() as session:
        service.invite(session, Offer(Role.READER, None, "Ada Mensah"), OPERATOR)
        session.flush()
        (waiting,) = service.invitations_of(session)
    assert waiting.expires_at - waiting.created_at == timedelta(days=7)


def test_only_the_hash_of_a_link_is_kept(database: Database) -> None:
    with database.transaction() as session:
        token = service.invite(session, Offer(Role.READER, None, "Ada Mensah"), OPERATOR)
        session.flush()
        row = session.scalars(select(Invitation)).one()
        kept = [str(getattr(row, column.key)) for column in Invitation.__table__.columns]
        told = [str(event.details) + event.subject for event in session.scalars(select(AuditEvent))]
    assert not any(token in text for text in (*kept, *told))


def test_a_name_is_given_once(database: Database) -> None:
    with database.transaction() as session:
        make_account(session, "reader", name="ada.mensah")
        token = service.invite(session, Offer(Role.READER, None, "Another Ada"), OPERATOR)
        session.flush()
        with pytest.raises(NameTakenError):
            service.accept_invitation(session, token, newcomer("ADA.Mensah"))
        assert service.accept_invitation(session, token, newcomer("ada.mensah.2")).sign_in_name == "ada.mensah.2"


@pytest.mark.parametrize(
    ("role", "offered", "where", "allowed"),
    [
        ("secretariat", "secretariat", None, True),
        ("secretariat", "reader", None, True),
        ("secretariat", "administrator", "own", True),
        ("secretariat", "officer", "own", False),
        ("administrator", "officer", "own", True),
        ("administrator", "reader", "own", True),
        ("administrator", "administrator", "own", True),
        ("administrator", "officer", "other", False),
        ("administrator", "administrator", "other", False),
        ("administrator", "reader", None, False),
        ("administrator", "secretariat", None, False),
        ("officer", "reader", "own", False),
        ("reader", "reader", None, False),
    ],
)
def test_everybody_invites_only_whom_he_may(
    database: Database, role: str, offered: str, where: str | None, *, allowed: bool
) -> None:
    with database.transaction() as session:
        places = {"own": make_authority(session), "other": make_authority(session), None: None}
        home = places["own"] if role in {"administrator", "officer"} else None
        by = signed_in_as(session, Role(role), home)
        offer = Offer(Role(offered), places[where], "Ada Mensah")
        if allowed:
            assert service.invite(session, offer, by)
        else:
            with pytest.raises(NotYoursToGiveError):
                service.invite(session, offer, by)


def test_the_secretariat_names_the_first_administrator_and_no_second(database: Database) -> None:
    with database.transaction() as session:
        authority = make_authority(session)
        secretariat = signed_in_as(session, Role.SECRETARIAT)
        token = service.open_authority(session, authority, "First One", secretariat)
        session.flush()
        with pytest.raises(HasAdministratorError):
            service.open_authority(session, authority, "Second One", secretariat)
        member = service.accept_invitation(session, token, newcomer("first.one"))
        with pytest.raises(HasAdministratorError):
            service.invite(session, Offer(Role.ADMINISTRATOR, authority, "Second One"), secretariat)
        service.disable(session, member.id, secretariat)
        assert service.open_authority(session, authority, "Second One", secretariat)


def test_nobody_is_invited_to_an_authority_that_does_not_exist(database: Database) -> None:
    with database.transaction() as session, pytest.raises(NoSuchAuthorityError):
        service.invite(session, Offer(Role.OFFICER, uuid4(), "Ada Mensah"), OPERATOR)
    with database.transaction() as session, pytest.raises(NoSuchAuthorityError):
        service.open_authority(session, uuid4(), "Ada Mensah", OPERATOR)


@pytest.mark.parametrize(
    ("role", "authority", "name", "email"),
    [
        (Role.OFFICER, None, "Ada Mensah", None),
        (Role.ADMINISTRATOR, None, "Ada Mensah", None),
        (Role.SECRETARIAT, uuid4(), "Ada Mensah", None),
        (Role.READER, None, "", None),
        (Role.READER, None, "x" * 201, None),
        (Role.READER, None, "Ada Mensah", "no address"),
        (Role.READER, None, "Ada Mensah", "a@" + "x" * 253),
    ],
)
def test_an_offer_that_does_not_fit_cannot_be_made(
    role: Role, authority: UUID | None, name: str, email: str | None
) -> None:
    with pytest.raises(WrongOfferError):
        Offer(role, authority, name, "", email)


def test_a_revoked_invitation_is_noted_once(database: Database) -> None:
    with database.transaction() as session:
        token = service.invite(session, Offer(Role.READER, None, "Ada Mensah"), OPERATOR)
        session.flush()
        waiting = service.invitation_behind(session, token)
        service.revoke_invitation(session, waiting.id, OPERATOR)
        service.revoke_invitation(session, waiting.id, OPERATOR)
        session.flush()
        with pytest.raises(InvitationOverError):
            service.invitation_behind(session, token)
        actions = session.scalars(select(AuditEvent.action)).all()
    assert actions.count("invitation.revoked") == 1


def test_nobody_revokes_what_he_could_not_have_offered(database: Database) -> None:
    with database.transaction() as session:
        own, other = make_authority(session), make_authority(session)
        stranger = signed_in_as(session, Role.ADMINISTRATOR, other)
        token = service.invite(session, Offer(Role.OFFICER, own, "Ada Mensah"), OPERATOR)
        session.flush()
        waiting = service.invitation_behind(session, token)
        with pytest.raises(NotYoursToGiveError):
            service.revoke_invitation(session, waiting.id, stranger)
        assert [one.id for one in service.invitations_of(session, own)] == [waiting.id]
        assert service.invitations_of(session, other) == []


def test_a_used_invitation_cannot_be_revoked(database: Database) -> None:
    with database.transaction() as session:
        token = service.invite(session, Offer(Role.READER, None, "Ada Mensah"), OPERATOR)
        session.flush()
        waiting = service.invitation_behind(session, token)
        service.accept_invitation(session, token, newcomer("ada.mensah"))
        for unknown in (waiting.id, uuid4()):
            with pytest.raises(InvitationOverError):
                service.revoke_invitation(session, unknown, OPERATOR)
