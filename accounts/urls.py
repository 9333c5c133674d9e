"""Every address of this room on one screen, its guards, and its part of the pages of others.

/sign-in  /sign-in/salt  /sign-out  /invitation/TOKEN     the door
/account  /account/sessions/…  /language  /theme          one's own
/authority/officers  …/invite  …/ID/close                 administrators
/accounts  /accounts/authorities/ID  …                    the secretariat
"""

from typing import Protocol
from uuid import UUID

from flask import Flask, request
from flask_login import current_user

from accounts import guards, showing
from accounts.errors import N_
from accounts.service import Throttle
from accounts.views import door, everyone, officers, own
from core.access import Audience
from core.places import Place
from core.slots import Values
from core.web import current_audiences, house


def register(app: Flask) -> None:
    """Add this room to *app*; from here on every endpoint is closed but to those it names."""
    guards.register(app)
    for blueprint in (door.blueprint, own.blueprint, officers.blueprint, everyone.blueprint):
        app.register_blueprint(blueprint)
    with app.app_context():
        shared = house()
    app.extensions[showing.EXTENSION] = Throttle(shared.settings.redis_url)
    shared.slots.fill("head.end", "accounts/head.html", _head)
    shared.slots.fill("entry.actions", "accounts/entry_action.html", _entry_action)
    shared.places.add(Place("officers", "officers.show", N_("Officers"), "people", Audience.ADMINISTRATORS))
    shared.places.add(Place("accounts", "all_accounts.show", N_("Accounts"), "people", Audience.SECRETARIAT))


def _head() -> Values:
    """Return what the end of the page's head shows: the languages, and the account of whoever is signed in."""
    here = request.full_path.rstrip("?") if request.method == "GET" else "/"
    who = guards.asking() if current_user.is_authenticated else None
    return {"who": who, "initials": _initials(who.name) if who else "", "here": here}


class _Entry(Protocol):
    """What this room knows of an entry of the directory."""

    @property
    def id(self) -> UUID: ...


def _entry_action(entry: _Entry) -> Values | None:
    """Return what an entry's page offers to the secretariat: to open accounts for this authority."""
    return {"entry_id": entry.id} if Audience.SECRETARIAT in current_audiences() else None


def _initials(name: str) -> str:
    words = [word for word in name.split() if word[0].isalpha()] or [name]
    return "".join(word[0] for word in (words[0], *words[1:][-1:])).upper()
