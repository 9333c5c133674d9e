"""A client in Python for tests: an administrator who opened his authority's mailbox, and writes over HTTP."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from flask import Flask
from flask.testing import FlaskClient
from nacl.utils import random
from werkzeug.test import TestResponse

from accounts.records import SignInKey
from accounts.vocabulary import Role
from core.clock import now
from core.web import House
from messaging.opening import FirstOfficer, Prepared, prepare
from messaging.protocol.chain import ChainState, extend, verify_chain
from messaging.protocol.codec import decode, encode
from messaging.protocol.content import Content
from messaging.protocol.control import Control, Membership, begin_membership, create_conversation
from messaging.protocol.envelope import Draft, Envelope, Recipient, parse_envelope, seal_message
from messaging.protocol.header import Author, EnvelopeType, Header, Place
from messaging.protocol.identifiers import ConversationId, EntryId, MailboxId, MessageId, SessionId
from messaging.protocol.keys import EpochSeed, SealingPublic
from messaging.protocol.new_links import Authority, NewEpoch, NewLink, rotate
from messaging.protocol.receiving import Received, Seen, receive
from messaging.protocol.wire import Head
from messaging.records import Officer
from tests.accounts.people import csrf_token, make_account, make_authority, sign_in

PASSWORD = "correct horse battery staple"


@dataclass
class Correspondent:
    """An officer with a browser's stand-in and everything that his own client would hold."""

    browser: FlaskClient
    officer: Officer
    prepared: Prepared
    state: ChainState
    seeds: dict[int, EpochSeed]
    session: SessionId = field(default_factory=lambda: SessionId(random(16)))
    token: str = ""
    last: dict[bytes, Head] = field(default_factory=dict)

    @property
    def mailbox_id(self) -> MailboxId:
        return self.prepared.mailbox_id

    def send(self, url: str, value: Any, **headers: str) -> TestResponse:
        """Post one encoded value with the page's token; bytes go as they are."""
        body = value if isinstance(value, bytes) else encode(value)
        wanted = {"X-CSRFToken": self.token, "Accept": "application/json", **headers}
        return self.browser.post(url, data=body, content_type="application/octet-stream", headers=wanted)

    def get(self, url: str) -> Any:
        answer = self.browser.get(url, headers={"Accept": "application/json"})
        assert answer.status_code == 200, answer.text
        return decode(answer.data)

    def begin(self, *others: "Correspondent") -> tuple[Control, Membership]:
        """Return the control of a new conversation with *others*; nothing is sent."""
        header = self.header(EnvelopeType.CONTROL, ConversationId(random(16)), None)
        members = tuple(person.mailbox_id for person in (self, *others))
        control = create_conversation(self.prepared.keys.signing, header, members)
        self.last[header.place.conversation] = Head(0, control.hash)
        return control, begin_membership(control)

    def header(self, kind: EnvelopeType, conversation: ConversationId, membership: Head | None) -> Header:
        before = self.last.get(conversation)
        n, previous = (0, None) if before is None else (before.number + 1, before.hash)
        author = Author(self.mailbox_id, self.prepared.keys.key_id, self.state.head, self.session)
        place = Place(conversation, n, previous, (), membership)
        return Header(kind, MessageId(random(16)), author, place, int(now().timestamp()))

    def write(self, membership: Membership, text: str, *everyone: "Correspondent") -> Envelope:
        """Return a sealed message and go on after it; nothing is sent."""
        envelope = self.seal(membership, text, *everyone)
        self.last[membership.conversation] = Head(envelope.header.place.n, envelope.hash)
        return envelope

    def seal(self, membership: Membership, text: str, *everyone: "Correspondent") -> Envelope:
        header = self.header(EnvelopeType.MESSAGE, membership.conversation, membership.head)
        draft = Draft(header, [person.as_recipient() for person in everyone], Content(text=text))
        return seal_message(self.prepared.keys.signing, draft)

    def as_recipient(self) -> tuple[Recipient, SealingPublic]:
        epoch = self.state.epoch
        return Recipient(self.mailbox_id, epoch.number, self.state.head), epoch.public

    def envelopes(self, membership: Membership, after: int = 0) -> list[tuple[int, bytes]]:
        """Return the places and bytes of a conversation's envelopes."""
        rows = self.get(f"/channel/conversations/{membership.conversation.hex()}/envelopes?after={after}")
        return [(row[0], row[2]) for row in rows]

    def read(self, data: bytes, sender: "Correspondent", membership: Membership) -> Received:
        envelope = parse_envelope(data)
        place = envelope.header.place
        previous = None if place.previous is None else Head(place.n - 1, place.previous)
        return receive(envelope, sender.state, self.state, self.seeds, Seen(membership, previous, set()))

    def new_epoch(self) -> NewLink:
        """Return a rotation and take it for one's own; nothing is sent."""
        seed = EpochSeed.generate()
        made = rotate(self.state, self.prepared.keys.signing, NewEpoch(seed, int(now().timestamp())))
        self.state = extend(self.state, made.link)
        self.seeds[self.state.epoch.number] = seed
        return made


def prepared_for(officer: Officer, salt_half: bytes, state: str, name: str) -> Prepared:
    """Return what opens the mailbox of the officer's authority."""
    first = FirstOfficer(officer.sign_in_name, salt_half, PASSWORD)
    authority = Authority(EntryId(officer.authority_id.bytes), state, name)
    return prepare(first, authority, int(now().timestamp()))


def signed_in_officer(
    app: Flask, authority_id: UUID, role: str = Role.ADMINISTRATOR
) -> tuple[FlaskClient, Officer, str]:
    """Return a browser in which a new officer is signed in, the officer, and the page's token."""
    shared: House = app.extensions["entraide"]
    key = SignInKey(random(32))
    with shared.database.transaction() as session:
        member, key = make_account(session, role, authority_id)
    browser = app.test_client()
    assert sign_in(browser, member.sign_in_name, key).status_code < 400
    officer = Officer(member.id, member.sign_in_name, member.offer.name, authority_id)
    return browser, officer, csrf_token(browser, "/about")


def correspondent(app: Flask, state: str = "KE", name: str = "Office of the Attorney General") -> Correspondent:
    """Return an administrator who has just opened the mailbox of a new authority."""
    shared: House = app.extensions["entraide"]
    with shared.database.transaction() as session:
        authority_id = make_authority(session, state, name)
    browser, officer, token = signed_in_officer(app, authority_id)
    prepared = prepared_for(officer, random(16), state, name)
    chain = verify_chain([prepared.new.opening, prepared.new.first])
    found = Correspondent(browser, officer, prepared, chain, {1: prepared.seed}, token=token)
    opened = found.send("/channel/mailbox", new_mailbox_value(prepared))
    assert opened.status_code == 200, opened.text
    return found


def new_mailbox_value(prepared: Prepared) -> list[Any]:
    new = prepared.new
    return [new.opening.to_bytes(), new.first.to_bytes(), list(new.bundles), new.vault]
