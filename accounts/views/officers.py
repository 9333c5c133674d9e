"""The officers of one authority, as its administrators see and change them."""

from typing import cast
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from accounts import service, signals
from accounts.errors import AccountsError
from accounts.forms import read_offer
from accounts.guards import asking
from accounts.showing import authority_of, invitation_link, role_words
from accounts.vocabulary import Role
from core.access import Audience, open_to
from core.web import reading, transaction

blueprint = Blueprint("officers", __name__, url_prefix="/authority/officers")

ROLES = (Role.OFFICER, Role.READER, Role.ADMINISTRATOR)


@blueprint.get("")
@open_to(Audience.ADMINISTRATORS)
def show() -> ResponseReturnValue:
    """Show the accounts of one's own authority and the invitations that wait."""
    return _page()


@blueprint.post("/invite")
@open_to(Audience.ADMINISTRATORS)
def invite() -> ResponseReturnValue:
    """Invite a colleague, and show the link this once."""
    who = asking()
    try:
        offer = read_offer(request.form, who.authority_id)
        with transaction() as session:
            token = service.invite(session, offer, who)
    except AccountsError as error:
        return _page(message=gettext(error.message, **error.values)), error.status
    return _page(link=invitation_link(token), invited=offer.name)


@blueprint.post("/<uuid:account_id>/close")
@open_to(Audience.ADMINISTRATORS)
def close(account_id: UUID) -> ResponseReturnValue:
    """Close a colleague's account and end its sign-ins."""
    with transaction() as session:
        ended = service.disable(session, account_id, asking())
    signals.signed_out.send(session_ids=ended)
    flash(gettext("The account is closed, and signed out everywhere."), "done")
    return redirect(url_for("officers.show"))


@blueprint.post("/<uuid:account_id>/open")
@open_to(Audience.ADMINISTRATORS)
def open_again(account_id: UUID) -> ResponseReturnValue:
    """Open a closed account again."""
    with transaction() as session:
        service.enable(session, account_id, asking())
    flash(gettext("The account is open again."), "done")
    return redirect(url_for("officers.show"))


@blueprint.post("/invitations/<uuid:invitation_id>/revoke")
@open_to(Audience.ADMINISTRATORS)
def revoke(invitation_id: UUID) -> ResponseReturnValue:
    """Make the link of an invitation worthless."""
    with transaction() as session:
        service.revoke_invitation(session, invitation_id, asking())
    flash(gettext("The invitation is revoked; its link opens nothing now."), "done")
    return redirect(url_for("officers.show"))


def _page(link: str = "", invited: str = "", message: str = "") -> str:
    who = asking()
    # The database gives every administrator an authority.
    authority_id = cast("UUID", who.authority_id)
    with reading() as session:
        return render_template(
            "accounts/officers.html",
            section="officers",
            who=who,
            authority=authority_of(session, authority_id),
            members=service.members_of(session, authority_id),
            invitations=service.invitations_of(session, authority_id),
            roles=role_words(),
            choices=ROLES,
            typed=request.form if message else {},
            link=link,
            invited=invited,
            message=message,
        )
