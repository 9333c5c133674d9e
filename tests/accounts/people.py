"""People to test with: accounts made at once, and browsers' stand-ins that sign in with a ready key."""

import re
from collections.abc import Mapping
from uuid import UUID, uuid4

from flask import Flask
from flask.testing import FlaskClient
from nacl.utils import random
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from accounts import service
from accounts.records import Cost, Member, Newcomer, Offer, SaltHalf, SignInKey, Stretching
from accounts.vocabulary import Role, sign_in_name
from core.clock import now
from core.database import Database
from directory.models import Authority

_TOKEN = re.compile(r'name="csrf-token" content="([^"]+)"')


def shared_database(app: Flask) -> Database:
    """Return the database of an application."""
    found: Database = app.extensions["entraide"].database
    return found


def make_authority(session: Session, state: str = "KE", name: str = "Office of the Attorney General") -> UUID:
    """Add a bare entry to the directory; return its id."""
    authority_id = uuid4()
    session.add(
        Authority(
            id=authority_id,
            source="test",
            external_id=str(authority_id),
            state_code=state,
            kind="",
            is_central_authority=False,
            scope="national",
            status="published",
            revision=1,
            last_confirmed_on=now().date(),
            record={"state": state, "names": {"en": name}},
        )
    )
    session.flush()
    return authority_id


def newcomer(name: str, key: SignInKey | None = None) -> Newcomer:
    """Return what a browser would bring for *name*, with a ready key."""
    stretching = Stretching(sign_in_name(name), SaltHalf(random(16)), Cost())
    return Newcomer(stretching, key or SignInKey(random(32)))


def make_account(
    session: Session, role: Role | str, authority_id: UUID | None = None, name: str = ""
) -> tuple[Member, SignInKey]:
    """Open an account; return it and the key with which it signs in."""
    wanted = name or f"{role}.{uuid4().hex[:8]}"
    brought = newcomer(wanted)
    member = service.add_account(session, Offer(Role(role), authority_id, wanted.title(), "State counsel"), brought)
    session.flush()
    return member, brought.key


def csrf_token(client: FlaskClient, page: str = "/sign-in") -> str:
    """Return the token that a page gives to this browser."""
    found = _TOKEN.search(client.get(page, follow_redirects=True).text)
    assert found is not None
    return found[1]


def post(client: FlaskClient, url: str, data: Mapping[str, object] | None = None, **how: object) -> TestResponse:
    """Send a form as this browser would, with its token."""
    return client.post(url, data={**(data or {}), "csrf_token": csrf_token(client, "/about")}, **how)


def sign_in(client: FlaskClient, name: str, key: SignInKey, **more: object) -> TestResponse:
    """Sign this browser in with a ready key."""
    return post(client, "/sign-in", {"name": name, "sign_in_key": key.secret.hex(), **more})
