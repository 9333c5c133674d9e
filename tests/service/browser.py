"""A browser's stand-in for the product as it is served: cookies, forms and sockets over real connections."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPMessage
from http.cookies import SimpleCookie
from typing import Any, cast
from urllib.parse import urlencode, urlsplit
from uuid import UUID

from flask.testing import FlaskClient
from nacl.utils import random
from simple_websocket import Client

from accounts.records import SignInKey
from core.database import Database
from messaging.protocol.chain import verify_chain
from messaging.records import Officer
from tests.accounts.people import csrf_token, make_account, make_authority, sign_in
from tests.messaging.client import Correspondent, new_mailbox_value, prepared_for

PATIENCE = 20.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What the service answered."""

    status_code: int
    headers: HTTPMessage
    data: bytes

    @property
    def text(self) -> str:
        return self.data.decode("utf-8", "replace")

    @property
    def json(self) -> Any:
        return json.loads(self.data)

    @property
    def location(self) -> str:
        return self.headers["Location"] or ""


@dataclass
class Browser:
    """Somebody's browser at one process of the service; it may go on at another one with the same cookies."""

    url: str
    cookies: dict[str, str] = field(default_factory=dict)

    def at(self, url: str) -> "Browser":
        """Return the same browser at another process."""
        return Browser(url, self.cookies)

    def open(
        self, path: str, *, method: str, data: object = None, content_type: str = "", headers: Any = None
    ) -> Answer:
        connection = HTTPConnection(urlsplit(self.url).netloc, timeout=PATIENCE)
        body, kind = _body(data, content_type)
        sent = {"Cookie": self.cookie, **({"Content-Type": kind} if kind else {}), **(headers or {})}
        try:
            connection.request(method, path, body, sent)
            answer = connection.getresponse()
            self._keep(answer.msg)
            return Answer(answer.status, answer.msg, answer.read())
        finally:
            connection.close()

    def get(self, path: str, *, follow_redirects: bool = False, headers: Any = None) -> Answer:
        answer = self.open(path, method="GET", headers=headers)
        while follow_redirects and answer.status_code in {302, 303}:
            answer = self.open(answer.location, method="GET", headers=headers)
        return answer

    def post(self, path: str, *, data: object = None, content_type: str = "", headers: Any = None) -> Answer:
        return self.open(path, method="POST", data=data, content_type=content_type, headers=headers)

    @property
    def cookie(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    @property
    def as_client(self) -> FlaskClient:
        """Return this browser for what was written for Flask's own stand-in."""
        return cast("FlaskClient", self)

    def socket(self) -> "Socket":
        """Return an open socket of this browser; raises if the service does not let it in."""
        return Socket(self)

    def _keep(self, headers: HTTPMessage) -> None:
        for line in headers.get_all("Set-Cookie") or ():
            for name, morsel in SimpleCookie(line).items():
                self.cookies[name] = morsel.value


def _body(data: object, content_type: str) -> tuple[bytes | None, str]:
    if isinstance(data, Mapping):
        return urlencode(data, doseq=True).encode(), content_type or "application/x-www-form-urlencoded"
    return cast("bytes | None", data), content_type


class Socket:
    """Socket.IO spoken by hand over a WebSocket."""

    def __init__(self, browser: Browser) -> None:
        address = f"ws://{urlsplit(browser.url).netloc}/socket.io/?EIO=4&transport=websocket"
        self._socket = Client(address, headers={"Cookie": browser.cookie})
        # Asked before anything is read: the library lays aside a first frame that comes with the handshake.
        self._socket.send("40")
        assert self.frame().startswith("0")
        assert self.frame().startswith("40{")

    def frame(self) -> str:
        """Return the next frame; raises simple_websocket.ConnectionClosed when the service has closed the socket."""
        while True:
            found = self._socket.receive(timeout=PATIENCE)
            assert found is not None, "nothing came"
            if found != "2":
                return str(found)
            self._socket.send("3")

    def event(self) -> Any:
        """Return the next event: its name and what it says."""
        found = self.frame()
        assert found.startswith("42"), found
        return json.loads(found[2:])

    def close(self) -> None:
        self._socket.close()


def signed_in(database: Database, url: str, role: str, authority: UUID | None = None) -> tuple[Browser, Officer]:
    """Return a browser in which a new account is signed in, and who that is."""
    browser = Browser(url)
    with database.transaction() as session:
        member, key = make_account(session, role, authority)
    assert enter(browser, member.sign_in_name, key).status_code == 302
    return browser, Officer(member.id, member.sign_in_name, member.offer.name, authority or UUID(int=0))


def enter(browser: Browser, name: str, key: SignInKey) -> Answer:
    """Sign in with a ready key."""
    return cast("Answer", sign_in(browser.as_client, name, key))


def prepared(database: Database, url: str, state: str = "KE") -> Correspondent:
    """Return an administrator who has made everything with which a mailbox opens, and not sent it yet."""
    name = f"Office {random(4).hex()}"
    with database.transaction() as session:
        authority_id = make_authority(session, state, name)
    browser, officer = signed_in(database, url, "administrator", authority_id)
    ready = prepared_for(officer, random(16), state, name)
    chain = verify_chain([ready.new.opening, ready.new.first])
    token = csrf_token(browser.as_client, "/about")
    return Correspondent(browser.as_client, officer, ready, chain, {1: ready.seed}, token=token)


def opened(person: Correspondent) -> Correspondent:
    """Send what opens the mailbox."""
    answer = person.send("/channel/mailbox", new_mailbox_value(person.prepared))
    assert answer.status_code == 200, answer.text
    return person
