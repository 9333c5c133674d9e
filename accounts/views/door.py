"""The door: sign in, sign out, accept an invitation."""

from flask import Blueprint, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_login import current_user

from accounts import service, signals
from accounts.browsers import browser_of
from accounts.errors import AccountsError, WrongProofError
from accounts.forms import read_key, read_newcomer
from accounts.guards import asking, begin_sign_in, local_path
from accounts.records import SignedIn, Stretching
from accounts.showing import authority_of, role_words, suggested_name, throttle
from core.access import Audience, open_to
from core.web import forget_session, house, reading, transaction, wants_json

blueprint = Blueprint("accounts", __name__)


@blueprint.get("/sign-in")
@open_to(Audience.ANYONE)
def sign_in() -> ResponseReturnValue:
    """Show the door to those outside, and let those inside pass."""
    wanted = local_path(request.args.get("next"))
    if current_user.is_authenticated:
        return redirect(wanted)
    return _door(wanted)


@blueprint.post("/sign-in")
@open_to(Audience.ANYONE)
def prove() -> ResponseReturnValue:
    """Sign somebody in whose key fits the name."""
    wanted = local_path(request.form.get("next"))
    try:
        key = read_key(request.form)
        with reading() as session:
            account_id = service.recognise(session, request.form.get("name", ""), key, throttle(), _address())
        with transaction() as session:
            who = service.begin_session(session, account_id, browser_of(request.user_agent.string))
    except AccountsError as error:
        if wants_json():
            raise
        return _door(wanted, error), error.status
    return _inside(who, wanted)


@blueprint.post("/sign-in/salt")
@open_to(Audience.ANYONE)
def salt() -> ResponseReturnValue:
    """Answer how a name turns a password into a key; a name that nobody has gets an answer too."""
    asked = request.get_json()
    name = asked.get("name") if isinstance(asked, dict) else None
    if not isinstance(name, str):
        raise WrongProofError
    throttle().count_salt(_address())
    with reading() as session:
        return jsonify(_plain(service.stretching_of(session, name, house().settings.secret_key)))


@blueprint.post("/sign-out")
@open_to(Audience.MEMBERS)
def sign_out() -> ResponseReturnValue:
    """End this browser's sign-in."""
    who = asking()
    with transaction() as session:
        ended = service.sign_out(session, who.id, who.session_id)
    signals.signed_out.send(session_ids=ended)
    forget_session()
    flash(gettext("You have signed out."), "done")
    return redirect(url_for("accounts.sign_in"))


@blueprint.get("/invitation/<token>")
@open_to(Audience.ANYONE)
def invitation(token: str) -> ResponseReturnValue:
    """Show what is offered to whoever was sent this link."""
    return _invitation(token)


@blueprint.post("/invitation/<token>")
@open_to(Audience.ANYONE)
def accept(token: str) -> ResponseReturnValue:
    """Open the account that the invitation offers, and sign its owner in."""
    try:
        newcomer = read_newcomer(request.form)
        with transaction() as session:
            member = service.accept_invitation(session, token, newcomer)
            session.flush()
            who = service.begin_session(session, member.id, browser_of(request.user_agent.string))
    except AccountsError as error:
        if wants_json():
            raise
        return _invitation(token, error), error.status
    return _inside(who, "/")


def _door(wanted: str, error: AccountsError | None = None) -> str:
    with reading() as session:
        return render_template(
            "accounts/sign_in.html",
            wanted=wanted,
            counts=service.count_entries(session),
            message=gettext(error.message, **error.values) if error else "",
            name=request.form.get("name", ""),
        )


def _invitation(token: str, error: AccountsError | None = None) -> str:
    with reading() as session:
        invited = service.invitation_behind(session, token)
        authority = authority_of(session, invited.offer.authority_id)
    return render_template(
        "accounts/invitation.html",
        invited=invited,
        authority=authority,
        roles=role_words(),
        floor=house().settings.password_floor,
        message=gettext(error.message, **error.values) if error else "",
        name=request.form.get("name") or suggested_name(invited.offer),
    )


def _inside(who: SignedIn, wanted: str) -> ResponseReturnValue:
    begin_sign_in(who)
    if wants_json():
        return jsonify(next=wanted)
    return redirect(wanted)


def _plain(stretching: Stretching) -> dict[str, object]:
    return {
        "name": stretching.name,
        "salt_half": stretching.salt_half.bytes.hex(),
        "passes": stretching.cost.passes,
        "mebibytes": stretching.cost.mebibytes,
    }


def _address() -> str:
    return request.remote_addr or "unknown"
