"""Invitations: links that let one named person open an account, once, within a week."""

import secrets
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, and_, select, update
from sqlalchemy.orm import Session

from accounts.errors import HasAdministratorError, InvitationOverError
from accounts.models import Account, Invitation
from accounts.records import Invited, Member, Newcomer, Offer, Operator, SignedIn
from accounts.service.entries import authority_name
from accounts.service.members import add_account
from accounts.service.rights import refuse_beyond_rights
from accounts.service.sessions import token_hash
from accounts.vocabulary import INVITATION_LIFE, Role
from core.audit import record
from core.clock import now


def invite(session: Session, offer: Offer, by: SignedIn | Operator) -> str:
    """Invite the person of *offer*; return the token of the link, which is seen nowhere else.

    Raises NotYoursToGiveError, NoSuchAuthorityError; HasAdministratorError where the secretariat would
    name a second administrator, whom only a colleague may invite.
    """
    refuse_beyond_rights(by, offer.role, offer.authority_id)
    if offer.authority_id is not None:
        authority_name(session, offer.authority_id)
        if offer.role is Role.ADMINISTRATOR and isinstance(by, SignedIn) and by.role is Role.SECRETARIAT:
            _refuse_second_administrator(session, offer.authority_id)
    token, moment = secrets.token_urlsafe(32), now()
    invitation = Invitation(
        id=uuid4(),
        token_hash=token_hash(token),
        role=offer.role,
        authority_id=offer.authority_id,
        name=offer.name,
        post=offer.post,
        email=offer.email,
        invited_by=by.id if isinstance(by, SignedIn) else None,
        invited_by_name=by.actor.name,
        created_at=moment,
        expires_at=moment + INVITATION_LIFE,
        used_at=None,
        revoked_at=None,
        account_id=None,
    )
    session.add(invitation)
    record(session, by.actor, "account.invited", f"invitation:{invitation.id}", role=offer.role.value)
    return token


def open_authority(session: Session, authority_id: UUID, name: str, by: SignedIn | Operator) -> str:
    """Invite the first administrator of an authority; return the token of the link.

    Raises HasAdministratorError, NoSuchAuthorityError, NotYoursToGiveError.
    """
    authority_name(session, authority_id)
    _refuse_second_administrator(session, authority_id)
    return invite(session, Offer(Role.ADMINISTRATOR, authority_id, name), by)


def invitation_behind(session: Session, token: str) -> Invited:
    """Return the invitation that *token* opens; raises InvitationOverError, the same for every reason."""
    return _invited(_open_invitation(session, token))


def accept_invitation(session: Session, token: str, newcomer: Newcomer) -> Member:
    """Open the account that the invitation behind *token* offers, once.

    Raises InvitationOverError, NameTakenError.
    """
    return _use(session, _open_invitation(session, token), newcomer)


def revoke_invitation(session: Session, invitation_id: UUID, by: SignedIn | Operator) -> None:
    """Make the link of an invitation worthless; raises InvitationOverError, NotYoursToGiveError."""
    invitation = session.get(Invitation, invitation_id)
    if invitation is None or invitation.used_at is not None:
        raise InvitationOverError
    refuse_beyond_rights(by, Role(invitation.role), invitation.authority_id)
    if invitation.revoked_at is None:
        invitation.revoked_at = now()
        record(session, by.actor, "invitation.revoked", f"invitation:{invitation_id}")


def invitations_of(session: Session, authority_id: UUID | None = None) -> list[Invited]:
    """Return the invitations that wait, the latest first: of one authority, or of all."""
    waiting = select(Invitation).where(_is_open()).order_by(Invitation.created_at.desc())
    if authority_id is not None:
        waiting = waiting.where(Invitation.authority_id == authority_id)
    return [_invited(row) for row in session.scalars(waiting)]


def administrator_of(session: Session, authority_id: UUID) -> str | None:
    """Return the name of an administrator whom the authority has, or who is invited; None if it has to be opened."""
    present = select(Account.display_name).where(
        Account.authority_id == authority_id,
        Account.role == Role.ADMINISTRATOR,
        Account.disabled_at.is_(None),
    )
    invited = select(Invitation.name).where(
        Invitation.authority_id == authority_id, Invitation.role == Role.ADMINISTRATOR, _is_open()
    )
    return session.scalars(present).first() or session.scalars(invited).first()


_IS_UNUSED = and_(Invitation.used_at.is_(None), Invitation.revoked_at.is_(None))


def _is_open() -> ColumnElement[bool]:
    return and_(_IS_UNUSED, Invitation.expires_at > now())


def _open_invitation(session: Session, token: str) -> Invitation:
    found = session.scalar(select(Invitation).where(Invitation.token_hash == token_hash(token), _is_open()))
    if found is None:
        raise InvitationOverError
    return found


def _use(session: Session, invitation: Invitation, newcomer: Newcomer) -> Member:
    member = add_account(session, _offer(invitation), newcomer)
    used = update(Invitation).where(Invitation.id == invitation.id, _IS_UNUSED)
    taken = session.scalars(used.values(used_at=now(), account_id=member.id).returning(Invitation.id)).all()
    # Two browsers may accept at once: the later one finds the row taken, and all of its work is undone.
    if not taken:
        raise InvitationOverError
    return member


def _refuse_second_administrator(session: Session, authority_id: UUID) -> None:
    name = administrator_of(session, authority_id)
    if name is not None:
        raise HasAdministratorError(name=name)


def _offer(row: Invitation) -> Offer:
    return Offer(Role(row.role), row.authority_id, row.name, row.post, row.email)


def _invited(row: Invitation) -> Invited:
    return Invited(row.id, _offer(row), row.invited_by is None, row.invited_by_name, row.created_at, row.expires_at)
