"""What several pages of this room show: authorities by name, counts, links, the words for roles."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from anyascii import anyascii
from flask import current_app, url_for
from flask_babel import gettext
from sqlalchemy.orm import Session

from accounts.records import AuthorityName, Offer
from accounts.service import Throttle, authority_name, authority_names
from accounts.vocabulary import Role
from core.i18n import in_tongue
from core.web import house, tongue
from directory.vocabulary import states

EXTENSION = "entraide.throttle"


@dataclass(frozen=True, slots=True)
class AuthorityShown:
    """An authority in the reader's language."""

    id: UUID
    code: str
    state: str
    name: str


def throttle() -> Throttle:
    """Return the counts of this application."""
    return cast("Throttle", current_app.extensions[EXTENSION])


def authority_of(session: Session, authority_id: UUID | None) -> AuthorityShown | None:
    """Return an authority in the reader's language, or None where there is none."""
    if authority_id is None:
        return None
    return _shown(authority_name(session, authority_id))


def authorities_of(session: Session, ids: Iterable[UUID | None]) -> dict[UUID, AuthorityShown]:
    """Return authorities in the reader's language, by id."""
    found = authority_names(session, (one for one in ids if one is not None))
    return {entry_id: _shown(name) for entry_id, name in found.items()}


def _shown(found: AuthorityName) -> AuthorityShown:
    state, code = states.state(found.state), tongue().code
    return AuthorityShown(
        found.id,
        found.state,
        in_tongue(dict(state.names), code) if state else found.state,
        in_tongue(found.names, code),
    )


def invitation_link(token: str) -> str:
    """Return the whole link that the inviter passes on."""
    return house().settings.base_url + url_for("accounts.invitation", token=token)


def suggested_name(offer: Offer) -> str:
    """Return a name to sign in with: the e-mail address, else the person's name in plain letters."""
    if offer.email:
        return offer.email.casefold()
    words = ("".join(filter(str.isalnum, word)) for word in anyascii(offer.name).casefold().split())
    return ".".join(filter(None, words))


def role_words() -> dict[str, str]:
    """Return the word for each role in the reader's language."""
    words: dict[Role, Callable[[], str]] = {
        Role.SECRETARIAT: lambda: gettext("Secretariat"),
        Role.ADMINISTRATOR: lambda: gettext("Administrator"),
        Role.OFFICER: lambda: gettext("Officer"),
        Role.READER: lambda: gettext("Reader"),
    }
    return {role.value: word() for role, word in words.items()}
