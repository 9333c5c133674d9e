"""What this room shows on pages of the rooms below: the unread count, the Write button, an entry's mailbox."""

from dataclasses import dataclass, field
from uuid import UUID

from flask import g
from flask_login import current_user

from accounts import guards
from core.access import Audience
from core.slots import Values
from core.web import reading
from messaging import service
from messaging.errors import NoMailboxError


@dataclass(slots=True)
class _KnownMailboxes:
    """Which authorities have a mailbox, as this process read it last; one small query a request keeps it right."""

    authorities: frozenset[UUID] = field(default_factory=frozenset)
    database: object = None

    def read(self) -> frozenset[UUID]:
        with reading() as session:
            bind = session.get_bind()
            if bind is not self.database or service.count_mailboxes(session) != len(self.authorities):
                self.authorities, self.database = service.authorities_with_mailbox(session), bind
        return self.authorities


_known = _KnownMailboxes()


def _with_mailbox() -> frozenset[UUID]:
    """Return which authorities have a mailbox; asked once a request, though a page of results has many rows."""
    if "with_mailbox" not in g:
        g.with_mailbox = _known.read()
    found: frozenset[UUID] = g.with_mailbox
    return found


def _own_authority() -> UUID | None:
    """Return the authority of an officer who asks, found once a request; the secretariat and readers have none here."""
    if "own_authority" not in g:
        who = guards.asking() if current_user.is_authenticated else None
        g.own_authority = who.authority_id if who and Audience.OFFICERS in guards.CIRCLES[who.role] else None
    own: UUID | None = g.own_authority
    return own


def unread_badge() -> Values | None:
    """Return how many messages wait, for the menu of an officer whose authority has a mailbox."""
    authority_id = _own_authority()
    if authority_id is None:
        return None
    if "unread" not in g:
        g.unread = _unread(authority_id)
    return {"count": g.unread}


def _unread(authority_id: UUID) -> int:
    with reading() as session:
        try:
            mailbox = service.mailbox_of(session, authority_id)
        except NoMailboxError:
            return 0
        return service.unread_total(session, guards.asking().id, mailbox.id)


def write_action(entry: object) -> Values | None:
    """Return where to write to an entry's authority, if it has a mailbox and the reader is of another one."""
    entry_id, own = getattr(entry, "id", None), _own_authority()
    if own is None or entry_id is None or entry_id == own or entry_id not in _with_mailbox():
        return None
    return {"entry_id": entry_id, "entry": entry}


def entry_mailbox(entry: object) -> Values | None:
    """Return what the page of an entry says of its mailbox."""
    entry_id = getattr(entry, "id", None)
    if not isinstance(entry_id, UUID):
        return None
    with reading() as session:
        try:
            mailbox = service.mailbox_of(session, entry_id)
        except NoMailboxError:
            return {"mailbox": None}
    own = entry_id == _own_authority()
    return {"mailbox": mailbox, "fingerprint": _grouped(mailbox.id.hex()), "own": own}


def _grouped(digits: str) -> str:
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))
