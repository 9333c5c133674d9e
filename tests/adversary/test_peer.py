"""A peer authority, or whoever holds one of its keys: it signs well, and means harm."""

from base64 import b64decode
from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask
from nacl.utils import random

from core.clock import now
from messaging.protocol import labels, signed
from messaging.protocol.chain import CLOCK_LEEWAY, DAY
from messaging.protocol.content import Content
from messaging.protocol.control import Membership, create_conversation
from messaging.protocol.envelope import Draft, Envelope, seal_message
from messaging.protocol.errors import ProtocolError
from messaging.protocol.header import EnvelopeType
from messaging.protocol.identifiers import ConversationId
from messaging.protocol.keys import EpochSeed, SealingKey, SigningKey
from messaging.protocol.links import make_link
from messaging.protocol.new_links import NewEpoch, rotate
from messaging.protocol.vault_contents import MAX_PINS, VaultContents, read_contents
from messaging.protocol.wire import Head
from messaging.service import checking
from tests.messaging.client import Correspondent, correspondent


@pytest.fixture
def kenya(app: Flask) -> Correspondent:
    return correspondent(app, "KE", "Office of the Attorney General")


@pytest.fixture
def thailand(app: Flask) -> Correspondent:
    return correspondent(app, "TH", "Office of the Attorney General")


@pytest.fixture
def talk(kenya: Correspondent, thailand: Correspondent) -> Membership:
    """Return a conversation that stands, without a message."""
    control, membership = kenya.begin(thailand)
    assert kenya.send("/channel/envelopes", [control.to_bytes()]).status_code == 200
    return membership


def naming(sender: Correspondent, membership: Membership, checkpoint: Head, *everyone: Correspondent) -> Envelope:
    """Return a message, signed and sealed, whose header names this head of the log."""
    header = sender.header(EnvelopeType.MESSAGE, membership.conversation, membership.head)
    draft = Draft(replace(header, checkpoint=checkpoint), [one.as_recipient() for one in everyone], Content(text="x"))
    return seal_message(sender.prepared.keys.signing, draft)


@pytest.mark.parametrize("size", [0, 1, 2, 4, 1 << 50])
def test_nobody_closes_the_mailbox_of_another_by_naming_a_log_that_is_not(
    kenya: Correspondent, thailand: Correspondent, talk: Membership, size: int
) -> None:
    # A client finds no proof for it, and alarms instead of showing the conversation.
    message = naming(kenya, talk, Head(size, random(32)), kenya, thailand)
    assert kenya.send("/channel/envelopes", [message.to_bytes()]).status_code == 422


def test_nobody_begins_a_conversation_under_a_log_that_is_not(kenya: Correspondent, thailand: Correspondent) -> None:
    header = kenya.header(EnvelopeType.CONTROL, ConversationId(random(16)), None)
    members = (kenya.mailbox_id, thailand.mailbox_id)
    control = create_conversation(kenya.prepared.keys.signing, replace(header, checkpoint=Head(2, random(32))), members)
    assert kenya.send("/channel/envelopes", [control.to_bytes()]).status_code == 422


def test_a_head_that_the_log_has_signed_may_be_named(
    kenya: Correspondent, thailand: Correspondent, talk: Membership
) -> None:
    note = kenya.browser.get("/channel/log/checkpoint").text.split("\n")
    named = Head(int(note[1]), b64decode(note[2]))
    message = naming(kenya, talk, named, kenya, thailand)
    assert kenya.send("/channel/envelopes", [message.to_bytes()]).status_code == 200


@pytest.mark.parametrize(("days", "status"), [(89, 200), (91, 422)])
def test_after_its_last_moment_an_epoch_takes_no_message(
    kenya: Correspondent,
    thailand: Correspondent,
    talk: Membership,
    monkeypatch: pytest.MonkeyPatch,
    days: int,
    status: int,
) -> None:
    message = kenya.seal(talk, "to a key that nobody renewed", kenya, thailand)
    later = now() + timedelta(days=days)
    monkeypatch.setattr(checking, "now", lambda: later)
    assert kenya.send("/channel/envelopes", [message.to_bytes()]).status_code == status


@pytest.mark.parametrize("ahead", [CLOCK_LEEWAY + 60, 365 * DAY])
def test_an_epoch_that_begins_later_would_end_later_and_is_refused(kenya: Correspondent, ahead: int) -> None:
    present = int(now().timestamp())
    made = rotate(kenya.state, kenya.prepared.keys.signing, NewEpoch(EpochSeed.generate(), present + ahead))
    payload = replace(made.link.statement, time=present).payload()
    link = make_link(payload, signed.sign(kenya.prepared.keys.signing, labels.LINK, payload))
    assert kenya.send("/channel/links", [link.to_bytes(), list(made.bundles)]).status_code == 422


def test_a_vault_that_nobody_could_read_again_is_not_written() -> None:
    # Whoever begins more conversations than a vault can hold would lock its owner out for ever.
    keys = SigningKey.generate(), SealingKey.generate()
    full = {ConversationId(i.to_bytes(16, "big")): Head(0, bytes(32)) for i in range(MAX_PINS)}
    contents = VaultContents(*keys, conversations=full)
    assert len(read_contents(contents.encoded(1), 1).conversations) == MAX_PINS
    full[ConversationId(random(16))] = Head(0, bytes(32))
    with pytest.raises(ProtocolError):
        contents.encoded(1)
