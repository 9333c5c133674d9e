"""Announcements over Socket.IO: "something arrived", and in which conversation; never a word of content.

Messages travel by HTTP, so nothing is lost while this is down. A socket belongs to one sign-in and is closed with it:
at once where somebody ends it, in whatever process; within half a minute where time ends it.
"""

import logging
import sys
from dataclasses import dataclass, field
from threading import Event
from uuid import UUID

from flask import Flask, current_app, request
from flask_login import current_user
from flask_socketio import SocketIO, join_room
from sqlalchemy.exc import SQLAlchemyError

from accounts import guards
from accounts import service as accounts
from accounts.signals import signed_out
from core.access import Audience
from core.database import Database
from core.web import house, reading
from messaging import service
from messaging.errors import NoMailboxError
from messaging.records import Accepted

_log = logging.getLogger(__name__)
_EXTENSION = "messaging.announcements"
_PATROL = 30
"""Seconds between two looks at the sign-ins of all open sockets."""
_SIGNED_OUT = "entraide:signed-out"
"""The channel in Redis by which processes tell one another which sign-ins ended."""


@dataclass(frozen=True, slots=True, weakref_slot=True, eq=False)
class Announcements:
    """The open sockets of this process, by the sign-in to which they belong."""

    sockets: SocketIO
    database: Database
    redis_url: str | None = field(default=None, repr=False)
    _open: dict[str, UUID] = field(default_factory=dict)
    _patrolling: Event = field(default_factory=Event)

    def announce(self, accepted: tuple[Accepted, ...]) -> None:
        """Tell the open pages of the members that their conversations have grown."""
        for item in accepted:
            for mailbox_id in item.mailboxes:
                told = (item.conversation_id.hex(), item.position)
                self.sockets.emit("arrived", told, to=_room(mailbox_id))

    def opened(self, socket_id: str, session_id: UUID) -> None:
        """Note to which sign-in a socket belongs; the first one sends out the patrol, and listens to the others."""
        self._open[socket_id] = session_id
        if not self._patrolling.is_set():
            self._patrolling.set()
            self.sockets.start_background_task(self._patrol_forever)
            if self.redis_url is not None:
                self.sockets.start_background_task(self._listen_forever, self.redis_url)

    def closed(self, socket_id: str) -> None:
        """Forget a socket."""
        self._open.pop(socket_id, None)

    def sign_ins(self) -> list[UUID]:
        """Return the sign-ins that have a socket here."""
        return list(set(self._open.values()))

    def close_those_of(self, session_ids: list[UUID]) -> None:
        """Close the sockets of sign-ins that have ended."""
        ended = set(session_ids)
        for socket_id in [socket_id for socket_id, owner in self._open.items() if owner in ended]:
            self.closed(socket_id)
            self.sockets.server.disconnect(socket_id)

    def hear(self, _sender: object, session_ids: list[UUID]) -> None:
        """Close the sockets of sign-ins that ended in this process, here and in the others."""
        self.close_those_of(session_ids)
        if self.redis_url is not None and session_ids:
            self._tell_others(self.redis_url, session_ids)

    def patrol(self) -> None:
        """Close the sockets whose sign-in has ended elsewhere or by time."""
        owners = self.sign_ins()
        if not owners:
            return
        with self.database.reading() as session:
            ended = [owner for owner in owners if not accounts.session_alive(session, owner)]
        self.close_those_of(ended)

    def _patrol_forever(self) -> None:
        while True:
            self.sockets.sleep(_PATROL)
            try:
                self.patrol()
            except SQLAlchemyError as error:
                # The next round asks again; meanwhile no socket carries more than "something arrived".
                _log.warning("the sign-ins of open sockets could not be looked up: %s", type(error).__name__)

    def _tell_others(self, redis_url: str, session_ids: list[UUID]) -> None:
        # Loaded where it is configured only.
        import redis

        try:
            with redis.Redis.from_url(redis_url) as client:
                client.publish(_SIGNED_OUT, ",".join(str(one) for one in session_ids))
        except redis.RedisError:
            # The patrol of the other processes finds out, half a minute later.
            _log.exception("other processes could not be told of a sign-out")

    def _listen_forever(self, redis_url: str) -> None:
        import redis

        while True:
            try:
                with redis.Redis.from_url(redis_url) as client, client.pubsub(ignore_subscribe_messages=True) as told:
                    told.subscribe(_SIGNED_OUT)
                    for message in told.listen():
                        self.close_those_of([UUID(one) for one in message["data"].decode().split(",")])
            except (redis.RedisError, OSError):
                _log.exception("the sign-outs of other processes cannot be heard; trying again")
                self.sockets.sleep(_PATROL)


def _room(mailbox_id: bytes) -> str:
    return f"mailbox:{mailbox_id.hex()}"


def init(app: Flask) -> None:
    """Open the sockets of *app*, once; several processes find one another through Redis where it is configured."""
    if _EXTENSION in app.extensions:
        return
    with app.app_context():
        shared = house()
    mode = "gevent" if _is_served_by_gevent() else "threading"
    sockets = SocketIO(
        app,
        async_mode=mode,
        transports=["websocket"],
        message_queue=shared.settings.redis_url,
        manage_session=False,
        max_http_buffer_size=1_024,
    )
    announcements = Announcements(sockets, shared.database, shared.settings.redis_url)
    app.extensions[_EXTENSION] = announcements
    sockets.on_event("connect", _connect)
    sockets.on_event("disconnect", _disconnect)
    signed_out.connect(announcements.hear)


def _is_served_by_gevent() -> bool:
    """Return whether this process runs in gevent's loop; where nobody has loaded gevent, nothing is asked of it."""
    monkey = sys.modules.get("gevent.monkey")
    return monkey is not None and bool(monkey.is_module_patched("socket"))


def announcements_of(app: Flask) -> Announcements:
    """Return the announcements of *app*."""
    found: Announcements = app.extensions[_EXTENSION]
    return found


def _connect() -> bool:
    """Let a socket in whose sign-in lives and belongs to an officer; no view's guard stands before this."""
    if not current_user.is_authenticated:
        return False
    who = guards.asking()
    if who.session_id is None or who.authority_id is None or Audience.OFFICERS not in guards.CIRCLES[who.role]:
        return False
    with reading() as session:
        try:
            mailbox = service.mailbox_of(session, who.authority_id)
        except NoMailboxError:
            return False
    join_room(_room(mailbox.id))
    announcements_of(current_app).opened(_socket_id(), who.session_id)
    return True


def _disconnect(*_reason: object) -> None:
    announcements_of(current_app).closed(_socket_id())


def _socket_id() -> str:
    return str(request.sid)  # type: ignore[attr-defined]
