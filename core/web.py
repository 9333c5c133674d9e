"""The one part of core that knows Flask: headers, language, database and errors of every answer."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from gettext import NullTranslations
from typing import cast

from flask import (
    Flask,
    Response,
    current_app,
    g,
    has_request_context,
    jsonify,
    render_template,
    request,
    session,
)
from flask.typing import ResponseReturnValue
from flask_babel import Babel, get_translations, gettext
from flask_wtf.csrf import CSRFError, CSRFProtect
from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import BadRequest, HTTPException, RequestEntityTooLarge
from werkzeug.middleware.proxy_fix import ProxyFix

from config.settings import Settings
from core.access import Audience
from core.actor import Actor
from core.clock import now
from core.database import Database
from core.errors import EntraideError
from core.headers import SECURITY_HEADERS, STRICT_TRANSPORT
from core.i18n import COOKIE, DEFAULT, TONGUES, Tongue, in_tongue
from core.places import Places
from core.slots import Slots

_EXTENSION = "entraide"
_translations: ContextVar[NullTranslations] = ContextVar("translations")
csrf = CSRFProtect()


@dataclass(frozen=True, slots=True)
class House:
    """What every room of one application shares."""

    settings: Settings
    database: Database
    slots: Slots = field(default_factory=Slots)
    places: Places = field(default_factory=Places)


def house() -> House:
    """Return what the current application shares."""
    return cast("House", current_app.extensions[_EXTENSION])


def transaction() -> AbstractContextManager[Session]:
    """Give a session of the current application that commits at its end."""
    return house().database.transaction()


@contextmanager
def reading() -> Iterator[Session]:
    """Give a session of the current application for reading only."""
    with house().database.reading() as found:
        yield found


def current_actor() -> Actor:
    """Return who acts in this request; the doors are only opened to those who signed in."""
    return cast("Actor", g.actor)


def current_audiences() -> frozenset[Audience]:
    """Return the circles to which whoever asks belongs; accounts says so before each view (`g.audiences`)."""
    return cast("frozenset[Audience]", g.get("audiences", frozenset({Audience.ANYONE})))


def tongue() -> Tongue:
    """Return the language of this request: chosen before, else asked for by the browser, else English."""
    if not has_request_context():
        return DEFAULT
    found = g.get("tongue")
    if found is None:
        code = request.cookies.get(COOKIE, "")
        if code not in TONGUES:
            code = request.accept_languages.best_match(list(TONGUES)) or DEFAULT.code
        found = g.tongue = TONGUES[code]
    return cast("Tongue", found)


def prepare(app: Flask, shared: House) -> None:
    """Give *app* its settings, languages, headers and error pages."""
    settings = shared.settings
    app.extensions[_EXTENSION] = shared
    app.config.update(
        SECRET_KEY=settings.secret_key,
        MAX_CONTENT_LENGTH=settings.upload_limit,
        MAX_FORM_MEMORY_SIZE=4 * 1024 * 1024,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.secure_cookies,
        SESSION_COOKIE_NAME="__Host-entraide" if settings.secure_cookies else "entraide",
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=settings.secure_cookies,
        BABEL_TRANSLATION_DIRECTORIES=str(app.root_path) + "/translations",
    )
    if settings.trusted_proxies:
        # Without it every stranger has the proxy's address, and shares one limit of attempts.
        hops = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    Babel(app, locale_selector=lambda: tongue().code)
    # Before every guard: what a guard refuses is told in the reader's language too.
    _bind_translations(app)
    csrf.init_app(app)
    app.before_request(_refuse_nul)
    app.after_request(_add_headers)
    app.context_processor(_page_words)
    for error in (HTTPException, EntraideError, CSRFError, Exception):
        app.register_error_handler(error, _answer_error)


def _bind_translations(app: Flask) -> None:
    """Bind one request's gettext once; a look-up for each string made pages three times slower."""

    def begin() -> None:
        _translations.set(cast("NullTranslations", get_translations()))

    def one(message: str) -> str:
        return _translations.get().gettext(message)

    def many(single: str, plural: str, number: int) -> str:
        return _translations.get().ngettext(single, plural, number)

    app.before_request(begin)
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.install_gettext_callables(one, many, newstyle=True)  # type: ignore[attr-defined]
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True


def _refuse_nul() -> None:
    """Refuse texts that no database keeps and no person typed; PostgreSQL would fail over them."""
    files = (file.filename or "" for file in request.files.values())
    for text in (*_texts(request.args), *_texts(request.form), *files):
        if "\x00" in text:
            raise BadRequest(gettext("A field holds a character that is no text (NUL). Type it again and send it."))


def _texts(fields: MultiDict[str, str]) -> Iterator[str]:
    for name, value in fields.items(multi=True):
        yield name
        yield value


def _add_headers(response: Response) -> Response:
    for name, value in SECURITY_HEADERS.items():
        response.headers.setdefault(name, value)
    if house().settings.secure_cookies:
        response.headers.setdefault("Strict-Transport-Security", STRICT_TRANSPORT)
    if request.endpoint != "static":
        response.headers.setdefault("Cache-Control", "no-store")
    return response


def _page_words() -> dict[str, object]:
    return {
        "tongue": tongue(),
        "tongues": TONGUES.values(),
        "theme": request.cookies.get("theme", "auto") if request.cookies.get("theme") in {"light", "dark"} else "auto",
        "shortcut": "off" if request.cookies.get("shortcut") == "off" else "on",
        "slot": house().slots.parts,
        "static": "/static/",
        "sprite": "/static/icons/sprite.svg",
        "home": "/",
        "section": "",
        "tab": "",
        "places": house().places.open_to(current_audiences()),
        "clock": now(),
        "in_tongue": lambda texts: in_tongue(texts, tongue().code),
    }


def wants_json() -> bool:
    """Return whether this request is for a program: it came to the API or asked for JSON before HTML."""
    accepted = request.accept_mimetypes
    return request.path.startswith("/api/") or accepted["application/json"] > accepted["text/html"]


def _answer_error(error: Exception) -> ResponseReturnValue:
    """Answer with a page, or with JSON, that says what is wrong and what to do; never with a trace."""
    status, message = _told(error)
    if status >= 500:
        current_app.logger.error("%s %s failed", request.method, request.endpoint, exc_info=error)
    if isinstance(error, HTTPException) and error.response is not None:
        return error.get_response()
    if wants_json():
        return jsonify(error=message), status
    return render_template("core/error.html", heading=_heading(status), message=message), status


def _told(error: Exception) -> tuple[int, str]:
    """Return the status and, in the reader's words, what is wrong."""
    if isinstance(error, EntraideError):
        return error.status, gettext(error.message, **error.values)
    if isinstance(error, CSRFError):
        return 400, gettext("This page was open too long. Go back, load it again, and repeat what you did.")
    if isinstance(error, RequestEntityTooLarge):
        limit = house().settings.upload_limit // (1024 * 1024)
        return 413, gettext(
            "The file is too large: at most %(limit)s MB can be sent. Split it and send the parts.",
            limit=limit,
        )
    if isinstance(error, HTTPException):
        return error.code or 500, _told_by_code(error)
    return 500, gettext("Something went wrong here, not with you. It was noted; try again in a minute.")


def _told_by_code(error: HTTPException) -> str:
    """Return what to do after an error that the framework raised; a view's own words stand."""
    told = {
        404: gettext("Nothing has this address. Check it, or begin at the start."),
        405: gettext("This address does not take such a request. Go back, and use what the page offers."),
        415: gettext("What was sent is not of the kind that is read here. Load the page again and repeat it."),
    }
    if error.code == 400 and error.description in {None, "", BadRequest.description}:
        return str(gettext("What was sent could not be read. Load the page again and repeat it."))
    return str(told.get(error.code or 500) or error.description or "")


def _heading(status: int) -> str:
    """Return a page error's title."""
    headings = {
        400: gettext("This could not be understood"),
        403: gettext("This is not open to you"),
        404: gettext("There is nothing here"),
        413: gettext("This is too large"),
        429: gettext("Too many attempts"),
    }
    fallback = gettext("Something went wrong") if status >= 500 else gettext("This did not work")
    return str(headings.get(status, fallback))


def forget_session() -> None:
    """Empty the browser's session."""
    session.clear()
