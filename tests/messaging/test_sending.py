"""Envelopes over HTTP: what is accepted, what is refused, and that a refusal stores nothing."""

from dataclasses import replace

import pytest
from flask import Flask
from nacl.utils import random
from sqlalchemy import func, select

from core.web import House
from messaging import models
from messaging.protocol.codec import decode, encode
from messaging.protocol.control import Control, Membership, begin_membership
from messaging.protocol.envelope import Envelope
from messaging.protocol.identifiers import SessionId
from tests.messaging.client import Correspondent, correspondent, signed_in_officer


@pytest.fixture
def kenya(app: Flask) -> Correspondent:
    return correspondent(app, "KE", "Office of the Attorney General")


@pytest.fixture
def thailand(app: Flask) -> Correspondent:
    return correspondent(app, "TH", "Office of the Attorney General")


@pytest.fixture
def talk(kenya: Correspondent, thailand: Correspondent) -> Membership:
    """Return a conversation that stands, with one message of Kenya in it."""
    control, membership = kenya.begin(thailand)
    message = kenya.write(membership, "first", kenya, thailand)
    answer = kenya.send("/channel/envelopes", [control.to_bytes(), message.to_bytes()])
    assert answer.status_code == 200, answer.text
    return membership


def stored(app: Flask) -> int:
    shared: House = app.extensions["entraide"]
    with shared.database.reading() as session:
        return session.scalar(select(func.count()).select_from(models.Envelope)) or 0


def refused(app: Flask, sender: Correspondent, data: bytes, before: int = 2) -> bool:
    """Say whether *data* gets the one error and leaves nothing behind."""
    answer = sender.send("/channel/envelopes", [data])
    told = answer.json or {}
    same = told.get("error", "").startswith("The service refused this, and nothing was stored.")
    return answer.status_code == 422 and same and stored(app) == before


def test_a_message_arrives_as_it_was_sent(kenya: Correspondent, thailand: Correspondent, talk: Membership) -> None:
    listed = thailand.get("/channel/conversations")
    assert [item[0] for item in listed] == [talk.conversation]
    rows = thailand.envelopes(talk)
    assert [position for position, _ in rows] == [1, 2]
    assert thailand.read(rows[1][1], kenya, talk).content.text == "first"


def test_the_other_answers(app: Flask, kenya: Correspondent, thailand: Correspondent, talk: Membership) -> None:
    reply = thailand.write(talk, "second", kenya, thailand)
    answer = thailand.send("/channel/envelopes", [reply.to_bytes()])
    assert decode(answer.data) == [[talk.conversation, 3]]
    ((_, data),) = kenya.envelopes(talk, after=2)
    assert kenya.read(data, thailand, talk).content.text == "second"


def test_the_same_bytes_again_get_the_same_answer(
    app: Flask, kenya: Correspondent, thailand: Correspondent, talk: Membership
) -> None:
    message = kenya.write(talk, "once", kenya, thailand).to_bytes()
    first = kenya.send("/channel/envelopes", [message])
    again = kenya.send("/channel/envelopes", [message])
    assert first.data == again.data
    assert stored(app) == 3


def test_a_control_and_its_message_again_get_the_same_answer(
    app: Flask, kenya: Correspondent, thailand: Correspondent
) -> None:
    control, membership = kenya.begin(thailand)
    message = kenya.write(membership, "once", kenya, thailand)
    both = [control.to_bytes(), message.to_bytes()]
    assert kenya.send("/channel/envelopes", both).data == kenya.send("/channel/envelopes", both).data
    assert stored(app) == 2


def test_a_control_whose_message_is_refused_is_not_stored(
    app: Flask, kenya: Correspondent, thailand: Correspondent
) -> None:
    control, membership = kenya.begin(thailand)
    message = replace(kenya.write(membership, "x", kenya, thailand), body=random(272))
    assert kenya.send("/channel/envelopes", [control.to_bytes(), message.to_bytes()]).status_code == 422
    assert stored(app) == 0


@pytest.mark.parametrize("data", [b"", b"\xff", b"\x80", b"\x84\x40\x40\x80\x40", random(300)])
def test_malformed_bytes_are_refused(app: Flask, kenya: Correspondent, talk: Membership, data: bytes) -> None:
    assert refused(app, kenya, data)


@pytest.mark.parametrize("data", [b"", b"\xff", b"\x80", b"\x01", b"\x83\x40\x40\x40"])
def test_a_malformed_request_is_refused(app: Flask, kenya: Correspondent, talk: Membership, data: bytes) -> None:
    assert kenya.send("/channel/envelopes", data).status_code == 422
    assert stored(app) == 2


def test_an_oversized_request_is_not_read(app: Flask, kenya: Correspondent, talk: Membership) -> None:
    assert kenya.send("/channel/envelopes", bytes(8 * 1024 * 1024)).status_code == 422
    assert stored(app) == 2


@pytest.mark.parametrize("part", ["signature", "body", "stanzas"])
def test_one_changed_byte_is_refused(
    app: Flask, kenya: Correspondent, thailand: Correspondent, talk: Membership, part: str
) -> None:
    message = kenya.seal(talk, "forged", kenya, thailand)
    changed = {
        "signature": replace(message, signature=_flipped(message.signature)),
        "body": replace(message, body=_flipped(message.body)),
        "stanzas": replace(message, stanzas=(_flipped(message.stanzas[0]), *message.stanzas[1:])),
    }
    assert refused(app, kenya, changed[part].to_bytes())


def _flipped(data: bytes) -> bytes:
    return bytes((data[0] ^ 1,)) + data[1:]


def test_nobody_sends_under_the_key_of_another(
    app: Flask, kenya: Correspondent, thailand: Correspondent, talk: Membership
) -> None:
    message = kenya.seal(talk, "from Kenya", kenya, thailand)
    assert refused(app, thailand, message.to_bytes())


def test_a_stranger_to_the_conversation_is_refused(
    app: Flask, kenya: Correspondent, thailand: Correspondent, talk: Membership
) -> None:
    brazil = correspondent(app, "BR", "Ministério da Justiça")
    assert refused(app, brazil, brazil.seal(talk, "let me in", brazil, kenya, thailand).to_bytes())
    assert brazil.browser.get(f"/channel/conversations/{talk.conversation.hex()}/envelopes").status_code == 404


def test_a_message_that_leaves_a_member_out_is_refused(app: Flask, kenya: Correspondent, talk: Membership) -> None:
    assert refused(app, kenya, kenya.seal(talk, "alone", kenya).to_bytes())


def test_a_gap_in_the_session_is_refused(
    app: Flask, kenya: Correspondent, thailand: Correspondent, talk: Membership
) -> None:
    kenya.write(talk, "lost on the way", kenya, thailand)
    assert refused(app, kenya, kenya.seal(talk, "after the gap", kenya, thailand).to_bytes())


def test_after_a_rotation_only_the_new_epoch_is_accepted(
    app: Flask, kenya: Correspondent, thailand: Correspondent, talk: Membership
) -> None:
    old = kenya.seal(talk, "sealed to the old epoch", kenya, thailand)
    made = thailand.new_epoch()
    assert thailand.send("/channel/links", [made.link.to_bytes(), list(made.bundles)]).status_code == 200
    assert refused(app, kenya, old.to_bytes())
    fresh = kenya.write(talk, "sealed again", kenya, thailand)
    assert kenya.send("/channel/envelopes", [fresh.to_bytes()]).status_code == 200
    ((_, data),) = thailand.envelopes(talk, after=2)
    assert thailand.read(data, kenya, talk).content.text == "sealed again"


def test_two_envelopes_for_one_place_are_kept_as_evidence(
    app: Flask, kenya: Correspondent, thailand: Correspondent, talk: Membership, caplog: pytest.LogCaptureFixture
) -> None:
    one, other, third = (kenya.seal(talk, text, kenya, thailand) for text in ("one", "other", "third"))
    assert kenya.send("/channel/envelopes", [one.to_bytes()]).status_code == 200
    assert refused(app, kenya, other.to_bytes(), before=3)
    assert refused(app, kenya, third.to_bytes(), before=3)
    shared: House = app.extensions["entraide"]
    with shared.database.reading() as session:
        kept = session.scalars(select(models.DoubleSigning)).all()
    assert [(row.header, row.signature) for row in kept] == [(other.payload, other.signature)]
    assert "two envelopes were signed for one place" in caplog.text


def test_nobody_makes_evidence_against_another(
    app: Flask, kenya: Correspondent, thailand: Correspondent, talk: Membership
) -> None:
    one = kenya.seal(talk, "one", kenya, thailand)
    assert kenya.send("/channel/envelopes", [one.to_bytes()]).status_code == 200
    forged = replace(kenya.seal(talk, "other", kenya, thailand), signature=bytes(64))
    assert refused(app, thailand, forged.to_bytes(), before=3)
    shared: House = app.extensions["entraide"]
    with shared.database.reading() as session:
        assert session.scalar(select(models.DoubleSigning)) is None


def test_a_message_id_is_used_once(app: Flask, kenya: Correspondent, thailand: Correspondent, talk: Membership) -> None:
    first = kenya.write(talk, "one", kenya, thailand)
    assert kenya.send("/channel/envelopes", [first.to_bytes()]).status_code == 200
    second = _with_message_id(kenya, talk, first, thailand)
    assert refused(app, kenya, second.to_bytes(), before=3)


def _with_message_id(sender: Correspondent, talk: Membership, taken: Envelope, other: Correspondent) -> Envelope:
    from messaging.protocol.content import Content
    from messaging.protocol.envelope import Draft, seal_message

    header = sender.seal(talk, "x", sender, other).header
    header = replace(header, message_id=taken.header.message_id)
    recipients = [person.as_recipient() for person in (sender, other)]
    return seal_message(sender.prepared.keys.signing, Draft(header, recipients, Content(text="two")))


def test_a_conversation_is_created_once(app: Flask, kenya: Correspondent, thailand: Correspondent) -> None:
    control, _ = kenya.begin(thailand)
    assert kenya.send("/channel/envelopes", [control.to_bytes()]).status_code == 200
    kenya.session = SessionId(random(16))
    kenya.last.clear()
    again = _recreated(kenya, thailand, control)
    assert refused(app, kenya, again.to_bytes(), before=1)
    assert begin_membership(again).conversation == control.header.place.conversation


def _recreated(sender: Correspondent, other: Correspondent, control: Control) -> Control:
    from messaging.protocol.control import create_conversation
    from messaging.protocol.header import EnvelopeType

    header = sender.header(EnvelopeType.CONTROL, control.header.place.conversation, None)
    return create_conversation(sender.prepared.keys.signing, header, (sender.mailbox_id, other.mailbox_id))


def test_a_conversation_with_a_mailbox_that_does_not_exist_is_refused(app: Flask, kenya: Correspondent) -> None:
    stranger = replace_mailbox(kenya)
    control, _ = kenya.begin(stranger)
    assert refused(app, kenya, control.to_bytes(), before=0)


def replace_mailbox(one: Correspondent) -> Correspondent:
    from messaging.protocol.identifiers import MailboxId

    return replace(one, prepared=replace(one.prepared, mailbox_id=MailboxId(random(16))))


def test_an_officer_without_a_key_cannot_send(app: Flask, kenya: Correspondent, talk: Membership) -> None:
    browser, _, token = signed_in_officer(app, kenya.officer.authority_id, "officer")
    answer = browser.post(
        "/channel/envelopes",
        data=encode([kenya.seal(talk, "x", kenya).to_bytes()]),
        content_type="application/octet-stream",
        headers={"X-CSRFToken": token, "Accept": "application/json"},
    )
    assert answer.status_code == 404
    assert stored(app) == 2


def test_without_the_token_of_a_page_nothing_is_accepted(
    app: Flask, kenya: Correspondent, thailand: Correspondent, talk: Membership
) -> None:
    message = kenya.seal(talk, "x", kenya, thailand)
    assert kenya.send("/channel/envelopes", [message.to_bytes()], **{"X-CSRFToken": "wrong"}).status_code == 400
    assert stored(app) == 2


def test_nobody_signed_in_is_answered(app: Flask, talk: Membership) -> None:
    stranger = app.test_client()
    assert stranger.get("/channel/conversations", headers={"Accept": "application/json"}).status_code == 401
    assert stranger.get("/channel/vault", headers={"Accept": "application/json"}).status_code == 401


def test_unread_counts_go_down_when_read(kenya: Correspondent, thailand: Correspondent, talk: Membership) -> None:
    def unread(who: Correspondent) -> list[int]:
        return [item[5] for item in who.get("/channel/conversations")]

    assert (unread(thailand), unread(kenya)) == ([1], [0])
    assert thailand.send(f"/channel/conversations/{talk.conversation.hex()}/read", 2).status_code == 200
    assert unread(thailand) == [0]
    assert thailand.send(f"/channel/conversations/{talk.conversation.hex()}/read", 1).status_code == 200
    assert unread(thailand) == [0]


def test_the_menu_says_how_much_is_unread(thailand: Correspondent, talk: Membership) -> None:
    assert "data-unread><span data-unread-number>1<" in thailand.browser.get("/about").text
