"""What everybody settles for himself: sign-ins, language, light or dark."""

from uuid import UUID

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from werkzeug.exceptions import BadRequest

from accounts import service, signals
from accounts.guards import asking, local_path
from accounts.showing import authority_of, role_words
from core.access import Audience, open_to
from core.i18n import COOKIE, TONGUES
from core.web import forget_session, house, reading, transaction

blueprint = Blueprint("own_account", __name__)

_YEAR = 365 * 24 * 3600
_THEMES = frozenset({"auto", "light", "dark"})


@blueprint.get("/account")
@open_to(Audience.MEMBERS)
def show() -> ResponseReturnValue:
    """Show somebody's own account and where it is signed in."""
    who = asking()
    with reading() as session:
        return render_template(
            "accounts/account.html",
            member=service.member_with(session, who.id),
            authority=authority_of(session, who.authority_id),
            open_sessions=service.open_sessions(session, who.id),
            here=who.session_id,
            roles=role_words(),
        )


@blueprint.post("/account/sessions/<uuid:session_id>/end")
@open_to(Audience.MEMBERS)
def end_session(session_id: UUID) -> ResponseReturnValue:
    """End one sign-in of the account."""
    with transaction() as session:
        ended = service.sign_out(session, asking().id, session_id)
    signals.signed_out.send(session_ids=ended)
    flash(gettext("That browser is signed out."), "done")
    return redirect(url_for("own_account.show"))


@blueprint.post("/account/sessions/end")
@open_to(Audience.MEMBERS)
def end_all_sessions() -> ResponseReturnValue:
    """End every sign-in of the account, this one too."""
    with transaction() as session:
        ended = service.sign_out_everywhere(session, asking().id)
    signals.signed_out.send(session_ids=ended)
    forget_session()
    flash(gettext("You are signed out everywhere."), "done")
    return redirect(url_for("accounts.sign_in"))


@blueprint.post("/language")
@open_to(Audience.ANYONE)
def choose_language() -> ResponseReturnValue:
    """Keep the language that was chosen, and go on where the choice was made."""
    code = request.form.get("language", "")
    if code not in TONGUES:
        raise BadRequest(gettext("The service does not speak that language."))
    return _kept(COOKIE, code)


@blueprint.post("/theme")
@open_to(Audience.ANYONE)
def choose_theme() -> ResponseReturnValue:
    """Keep the choice of light, dark or as the computer has it."""
    theme = request.form.get("theme", "")
    if theme not in _THEMES:
        raise BadRequest(gettext("Choose light, dark, or as the computer has it."))
    return _kept("theme", theme)


@blueprint.post("/shortcut")
@open_to(Audience.ANYONE)
def choose_shortcut() -> ResponseReturnValue:
    """Keep whether the key / leads to the search field: whoever dictates text would set it off (WCAG 2.1.4)."""
    choice = request.form.get("shortcut", "")
    if choice not in {"on", "off"}:
        raise BadRequest(gettext("Choose whether the key / leads to the search field."))
    return _kept("shortcut", choice)


def _kept(cookie: str, value: str) -> Response:
    answer = Response(status=303, headers={"Location": local_path(request.form.get("next"))})
    secure = house().settings.secure_cookies
    answer.set_cookie(cookie, value, max_age=_YEAR, secure=secure, httponly=True, samesite="Lax")
    return answer
