"""All accounts, as the secretariat sees them; and the first administrator of an authority."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from accounts import service, signals
from accounts.errors import AccountsError
from accounts.forms import read_offer
from accounts.guards import asking
from accounts.records import Offer
from accounts.service.rights import may_give
from accounts.showing import authorities_of, authority_of, invitation_link, role_words
from accounts.vocabulary import Role
from core.access import Audience, open_to
from core.web import reading, transaction

blueprint = Blueprint("all_accounts", __name__, url_prefix="/accounts")

ROLES = (Role.READER, Role.SECRETARIAT)


@blueprint.get("")
@open_to(Audience.SECRETARIAT)
def show() -> ResponseReturnValue:
    """Show every account and the invitations that wait."""
    return _page()


@blueprint.post("/invite")
@open_to(Audience.SECRETARIAT)
def invite() -> ResponseReturnValue:
    """Invite a colleague of the secretariat or a reader, and show the link this once."""
    try:
        offer = read_offer(request.form, None)
        with transaction() as session:
            token = service.invite(session, offer, asking())
    except AccountsError as error:
        return _page(message=gettext(error.message, **error.values)), error.status
    return _page(link=invitation_link(token), invited=offer.name)


@blueprint.get("/authorities/<uuid:authority_id>")
@open_to(Audience.SECRETARIAT)
def authority(authority_id: UUID) -> ResponseReturnValue:
    """Show who works for an authority, and offer to invite its first administrator."""
    return _authority(authority_id)


@blueprint.post("/authorities/<uuid:authority_id>")
@open_to(Audience.SECRETARIAT)
def open_authority(authority_id: UUID) -> ResponseReturnValue:
    """Invite the first administrator of an authority, and show the link this once."""
    try:
        offer = read_offer({**request.form, "role": Role.ADMINISTRATOR.value}, authority_id)
        with transaction() as session:
            token = service.invite(session, offer, asking())
    except AccountsError as error:
        return _authority(authority_id, message=gettext(error.message, **error.values)), error.status
    return _authority(authority_id, link=invitation_link(token), invited=offer.name)


@blueprint.post("/<uuid:account_id>/close")
@open_to(Audience.SECRETARIAT)
def close(account_id: UUID) -> ResponseReturnValue:
    """Close an account and end its sign-ins."""
    with transaction() as session:
        ended = service.disable(session, account_id, asking())
    signals.signed_out.send(session_ids=ended)
    flash(gettext("The account is closed, and signed out everywhere."), "done")
    return redirect(url_for("all_accounts.show"))


@blueprint.post("/<uuid:account_id>/open")
@open_to(Audience.SECRETARIAT)
def open_again(account_id: UUID) -> ResponseReturnValue:
    """Open a closed account again."""
    with transaction() as session:
        service.enable(session, account_id, asking())
    flash(gettext("The account is open again."), "done")
    return redirect(url_for("all_accounts.show"))


@blueprint.post("/invitations/<uuid:invitation_id>/revoke")
@open_to(Audience.SECRETARIAT)
def revoke(invitation_id: UUID) -> ResponseReturnValue:
    """Make the link of an invitation worthless."""
    with transaction() as session:
        service.revoke_invitation(session, invitation_id, asking())
    flash(gettext("The invitation is revoked; its link opens nothing now."), "done")
    return redirect(url_for("all_accounts.show"))


def _is_mine(offer: Offer) -> bool:
    return may_give(asking(), offer.role, offer.authority_id)


def _page(link: str = "", invited: str = "", message: str = "") -> str:
    with reading() as session:
        members = service.all_members(session)
        invitations = service.invitations_of(session)
        offers = [one.offer for one in members] + [one.offer for one in invitations]
        authorities = authorities_of(session, (offer.authority_id for offer in offers))
        return render_template(
            "accounts/everyone.html",
            section="accounts",
            who=asking(),
            members=members,
            authorities=authorities,
            invitations=invitations,
            mine=_is_mine,
            roles=role_words(),
            choices=ROLES,
            typed=request.form if message else {},
            link=link,
            invited=invited,
            message=message,
        )


def _authority(authority_id: UUID, link: str = "", invited: str = "", message: str = "") -> str:
    with reading() as session:
        return render_template(
            "accounts/authority.html",
            section="accounts",
            authority=authority_of(session, authority_id),
            members=service.members_of(session, authority_id),
            invitations=service.invitations_of(session, authority_id),
            administrator=service.administrator_of(session, authority_id),
            mine=_is_mine,
            roles=role_words(),
            typed=request.form if message else {},
            link=link,
            invited=invited,
            message=message,
        )
