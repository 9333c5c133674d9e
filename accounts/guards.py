"""The guards before every view: who asks, whether the endpoint is open to them, and what may not be sent."""

import time
from datetime import UTC, datetime
from typing import cast
from urllib.parse import urlsplit

from flask import Flask, Request, current_app, flash, g, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_login import LoginManager, current_user, login_user
from werkzeug.exceptions import BadRequest, LengthRequired, RequestEntityTooLarge

from accounts import service
from accounts.errors import (
    AccountsError,
    NotForAnyoneError,
    OnlyAdministratorsError,
    OnlyMembersError,
    OnlyOfficersError,
    OnlySecretariatError,
    SecretFieldError,
    SignInNeededError,
    TokenNeededError,
)
from accounts.records import SignedIn
from accounts.secret_fields import first_secret, names_within
from accounts.vocabulary import SESSION_TOUCH, Role
from core.access import Audience, audience_of
from core.clock import now
from core.web import forget_session, reading, transaction, wants_json

_SEEN = "seen"
_USER = "_user_id"
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_LONGEST_JSON = 65_536

CIRCLES = {
    Role.SECRETARIAT: frozenset({Audience.ANYONE, Audience.MEMBERS, Audience.SECRETARIAT}),
    Role.ADMINISTRATOR: frozenset({Audience.ANYONE, Audience.MEMBERS, Audience.OFFICERS, Audience.ADMINISTRATORS}),
    Role.OFFICER: frozenset({Audience.ANYONE, Audience.MEMBERS, Audience.OFFICERS}),
    Role.READER: frozenset({Audience.ANYONE, Audience.MEMBERS}),
}
"""Which circles a role belongs to. The secretariat is in none of an authority's: it never reads a mailbox."""

_REFUSALS: dict[Audience, type[AccountsError]] = {
    Audience.MEMBERS: OnlyMembersError,
    Audience.OFFICERS: OnlyOfficersError,
    Audience.ADMINISTRATORS: OnlyAdministratorsError,
    Audience.SECRETARIAT: OnlySecretariatError,
}


def register(app: Flask) -> None:
    """Put the guards before every view of *app*."""
    manager = LoginManager(app)
    # A sign-in rests on its token alone: an officer's address changes on the road.
    manager.session_protection = None
    manager.user_loader(_from_browser)
    manager.request_loader(_from_bearer)
    app.before_request(_refuse_secret_fields)
    app.before_request(_admit)


def asking() -> SignedIn:
    """Return who asks; for views that are open to signed-in people only."""
    return cast("SignedIn", current_user._get_current_object())  # noqa: SLF001  (Werkzeug's name for the value itself)


def begin_sign_in(who: SignedIn) -> None:
    """Let this browser be signed in as *who*; what it held before is forgotten, the CSRF token too."""
    forget_session()
    session[_SEEN] = int(time.time())
    login_user(who)


def local_path(wanted: str | None) -> str:
    """Return *wanted* if it is a path of this service, else the start: no link leads strangers elsewhere."""
    if not wanted or not wanted.startswith("/") or wanted.startswith("//"):
        return "/"
    if "\\" in wanted or not wanted.isprintable() or urlsplit(wanted).netloc:
        return "/"
    return wanted


def _refuse_secret_fields() -> None:
    """Raise SecretFieldError where a field of the request is named like a secret."""
    found = first_secret((*request.args, *request.form, *request.files))
    if found is None and request.is_json and request.method not in _SAFE:
        _refuse_long_json()
        try:
            found = first_secret(names_within(request.get_json(silent=True)))
        except RecursionError as error:
            raise BadRequest(gettext("This JSON is nested too deeply to be read.")) from error
    if found is not None:
        raise SecretFieldError(name=found)


def _refuse_long_json() -> None:
    """Raise where JSON is long, or of unsaid length: it is read for strangers too."""
    if request.content_length is None:
        raise LengthRequired
    if request.content_length > _LONGEST_JSON:
        raise RequestEntityTooLarge


def _admit() -> ResponseReturnValue | None:
    """Let the request pass to its view, or answer in its place; an endpoint that says nothing is closed."""
    if request.endpoint == "static":
        return None
    who = asking() if current_user.is_authenticated else None
    g.audiences = CIRCLES[who.role] if who else frozenset({Audience.ANYONE})
    if who is not None:
        g.actor = who.actor
        _note_use(who)
    if request.endpoint is None:
        return None
    rule = audience_of(current_app.view_functions[request.endpoint])
    if rule is None:
        raise NotForAnyoneError
    audience, bearer = rule
    if audience in g.audiences:
        return None
    if who is not None:
        raise _REFUSALS[audience]
    return _ask_to_sign_in(bearer=bearer)


def _ask_to_sign_in(*, bearer: bool) -> ResponseReturnValue:
    """Send a browser to the sign-in page and back; tell programs and forms what they need."""
    if bearer and wants_json():
        raise TokenNeededError
    if wants_json() or request.method not in _SAFE:
        raise SignInNeededError
    if _USER in session:
        forget_session()
        flash(gettext("Your sign-in has ended. Sign in again to go on where you were."), "error")
    wanted = request.full_path.rstrip("?")
    return redirect(url_for("accounts.sign_in", next=None if wanted == "/" else wanted))


def _from_browser(token: str) -> SignedIn | None:
    """Return who signed in with this browser, with one query."""
    seen = datetime.fromtimestamp(int(session.get(_SEEN, 0)), UTC)
    with reading() as database:
        return service.signed_in(database, token, seen)


def _from_bearer(asked: Request) -> SignedIn | None:
    """Return whom the request's bearer token stands for, where the endpoint takes one."""
    if asked.endpoint is None or asked.authorization is None or asked.authorization.type != "bearer":
        return None
    rule = audience_of(current_app.view_functions[asked.endpoint])
    if rule is None or not rule[1]:
        return None
    with reading() as database:
        return service.bearer(database, asked.authorization.token or "")


def _note_use(who: SignedIn) -> None:
    """Note when this sign-in was last used: reading in the browser's signed session, acting in the database."""
    if who.session_id is None:
        return
    if time.time() - int(session.get(_SEEN, 0)) > SESSION_TOUCH.total_seconds():
        session[_SEEN] = int(time.time())
    if request.method not in _SAFE and who.seen_at is not None and who.seen_at < now() - SESSION_TOUCH:
        with transaction() as database:
            service.touch(database, who.session_id)
