from dataclasses import replace

import pytest

from messaging.protocol import labels, signed
from messaging.protocol.chain import ChainState, verify_chain
from messaging.protocol.codec import encode
from messaging.protocol.control import Control, begin_membership, create_conversation, make_control
from messaging.protocol.envelope import Draft, Envelope, parse_envelope, seal_message
from messaging.protocol.header import EnvelopeType
from messaging.protocol.identifiers import ConversationId, MailboxId
from messaging.protocol.keys import EpochSeed, PrivateKeys
from messaging.protocol.links import Role
from messaging.protocol.receiving import (
    Seen,
    Sequel,
    check_author,
    check_creation,
    check_envelope,
    check_recipient,
    receive,
    sequel_of,
    unknown_references,
)
from messaging.protocol.wire import Head
from tests.protocol.party import Conversation, Party, moved
from tests.protocol.refusal import refused


@pytest.fixture
def france() -> Party:
    return Party.open("FR")


@pytest.fixture
def kenya() -> Party:
    return Party.open("KE")


@pytest.fixture
def talk(france: Party, kenya: Party) -> Conversation:
    return Conversation.between(france, kenya)


def chains(*parties: Party) -> dict[MailboxId, ChainState]:
    return {party.mailbox_id: party.state for party in parties}


def stored(talk: Conversation, envelope: Envelope, *parties: Party) -> None:
    """Check as the server does."""
    check_envelope(envelope, chains(*parties), talk.membership, talk.seen_before(envelope).previous)


def sent_with(talk: Conversation, sender: Party, keys: PrivateKeys, **changes: object) -> Envelope:
    """Return a message whose author is changed, signed by *keys*."""
    draft = talk.draft(sender, "text")
    author = replace(draft.header.author, key_id=keys.key_id, **changes)  # type: ignore[arg-type]
    return seal_message(keys.signing, replace(draft, header=replace(draft.header, author=author)))


def test_the_server_and_the_receiver_accept_a_good_message(talk: Conversation, france: Party, kenya: Party) -> None:
    envelope = parse_envelope(talk.write(france, "text"))
    stored(talk, envelope, france, kenya)
    assert talk.read(kenya, envelope.to_bytes()).sequel is Sequel.NEXT


def test_officers_write_and_readers_and_strangers_do_not(talk: Conversation, france: Party) -> None:
    officer, reader = PrivateKeys.generate(), PrivateKeys.generate()
    france.add(officer)
    france.add(reader, Role.READER)
    assert check_author(sent_with(talk, france, officer), france.state).role is Role.OFFICER
    with refused("reader"):
        check_author(sent_with(talk, france, reader), france.state)
    with refused("not active"):
        check_author(sent_with(talk, france, PrivateKeys.generate()), france.state)


def test_a_key_speaks_only_from_its_own_link_on(talk: Conversation, france: Party) -> None:
    before, officer = france.state.head, PrivateKeys.generate()
    france.add(officer)
    with refused("not active"):
        check_author(sent_with(talk, france, officer, head=before), france.state)


def test_a_head_that_is_not_on_the_chain_is_refused(talk: Conversation, france: Party, kenya: Party) -> None:
    for head in (Head(0, bytes(32)), Head(9, france.state.head.hash), kenya.state.head):
        with refused("not on the sender's chain"):
            check_author(sent_with(talk, france, france.officer, head=head), france.state)


def test_an_older_head_that_the_chain_went_on_from_is_accepted(talk: Conversation, france: Party) -> None:
    envelope = talk.seal(france, "text")
    france.rotate()
    assert check_author(envelope, france.state).role is Role.ADMINISTRATOR


def test_a_message_in_the_name_of_another_authority_is_refused(talk: Conversation, france: Party, kenya: Party) -> None:
    envelope = talk.seal(france, "text")
    with refused("sender's chain"):
        check_author(envelope, kenya.state)
    with refused("sender's chain"):
        check_author(sent_with(talk, france, france.officer, mailbox_id=kenya.mailbox_id), france.state)


def test_a_signature_of_a_colleague_is_refused(talk: Conversation, france: Party) -> None:
    colleague = PrivateKeys.generate()
    france.add(colleague)
    envelope = talk.seal(france, "text")
    forged = replace(envelope, signature=signed.sign(colleague.signing, labels.ENVELOPE, envelope.payload))
    with refused("signature"):
        check_author(forged, france.state)


def test_a_message_is_not_delivered_into_another_conversation(talk: Conversation, france: Party, kenya: Party) -> None:
    other = Conversation.between(france, kenya)
    envelope = talk.seal(france, "text")
    seen = replace(talk.seen_before(envelope), membership=other.membership)
    with refused("another conversation"):
        receive(envelope, france.state, kenya.state, kenya.seeds, seen)
    with refused("another conversation"):
        check_envelope(envelope, chains(france, kenya), other.membership, seen.previous)


def test_a_message_under_another_control_is_refused(talk: Conversation, france: Party, kenya: Party) -> None:
    draft = talk.draft(france, "text")
    header = moved(draft.header, membership=Head(0, bytes(32)))
    envelope = seal_message(france.officer.signing, replace(draft, header=header))
    with refused("not its last control"):
        stored(talk, envelope, france, kenya)


def test_recipients_are_exactly_the_members(talk: Conversation, france: Party, kenya: Party) -> None:
    peru = Party.open("PE")
    draft = talk.draft(france, "text")
    for parties in ((france,), (france, kenya, peru), (france, peru)):
        recipients = [party.as_recipient() for party in parties]
        envelope = seal_message(france.officer.signing, replace(draft, recipients=recipients))
        with refused("not the members"):
            stored(talk, envelope, france, kenya, peru)


def test_a_member_that_the_server_adds_is_refused(talk: Conversation, france: Party, kenya: Party) -> None:
    peru = Party.open("PE")
    envelope = talk.seal(france, "text")
    members = tuple(sorted((*talk.membership.members, peru.mailbox_id)))
    with refused("not the members"):
        receive(
            envelope,
            france.state,
            kenya.state,
            kenya.seeds,
            Seen(replace(talk.membership, members=members), talk.seen_before(envelope).previous, talk.known),
        )


def test_a_message_to_an_old_epoch_is_sealed_again_but_opened_where_held(
    talk: Conversation, france: Party, kenya: Party
) -> None:
    envelope = talk.seal(france, "text")
    kenya.rotate()
    with refused("seal again"):
        stored(talk, envelope, france, kenya)
    received = receive(envelope, france.state, kenya.state, kenya.seeds, talk.seen_before(envelope))
    assert received.content.text == "text"


def test_a_message_to_an_epoch_that_is_not_held_is_refused(talk: Conversation, france: Party, kenya: Party) -> None:
    envelope = talk.seal(france, "text")
    with refused("not held"):
        receive(envelope, france.state, kenya.state, {}, talk.seen_before(envelope))


def test_an_epoch_that_its_head_does_not_know_yet_is_refused(france: Party) -> None:
    before, _ = france.as_recipient()
    france.rotate()
    with refused("not of that head"):
        check_recipient(replace(before, epoch=2), france.state)
    with refused("no such epoch"):
        check_recipient(replace(before, epoch=0), france.state)
    with refused("not on its chain"):
        check_recipient(replace(before, head=Head(1, bytes(32))), france.state)


def test_the_chain_of_another_in_the_place_of_a_member_is_refused(
    talk: Conversation, france: Party, kenya: Party
) -> None:
    envelope = talk.seal(france, "text")
    with refused("not on its chain"):
        check_envelope(
            envelope,
            {france.mailbox_id: france.state, kenya.mailbox_id: Party.open("KE").state},
            talk.membership,
            talk.seen_before(envelope).previous,
        )


def test_unknown_mailboxes_are_refused(talk: Conversation, france: Party, kenya: Party) -> None:
    envelope = talk.seal(france, "text")
    for known in (chains(kenya), chains(france)):
        with refused("mailbox unknown"):
            check_envelope(envelope, known, talk.membership, talk.seen_before(envelope).previous)


def test_a_reader_who_is_no_member_reads_nothing(talk: Conversation, france: Party) -> None:
    peru = Party.open("PE")
    envelope = talk.seal(france, "text")
    with refused("not sealed to this mailbox"):
        receive(envelope, france.state, peru.state, peru.seeds, talk.seen_before(envelope))


class Untouched(dict[int, EpochSeed]):
    """Seeds that nobody may ask for."""

    def __contains__(self, _key: object) -> bool:
        raise AssertionError("a seed was asked for before every check had held")


def test_nothing_is_decrypted_before_signature_hashes_membership_and_order_hold(
    talk: Conversation, france: Party, kenya: Party
) -> None:
    envelope = talk.seal(france, "text")
    seen = talk.seen_before(envelope)
    other = Conversation.between(france, kenya).membership
    wrong = [
        (replace(envelope, signature=bytes(64)), seen),
        (replace(envelope, body=envelope.body[:-1] + b"?"), seen),
        (replace(envelope, stanzas=envelope.stanzas[::-1]), seen),
        (envelope, replace(seen, membership=other)),
        (envelope, replace(seen, previous=Head(1, bytes(32)))),
    ]
    for changed, known in wrong:
        with refused():
            receive(changed, france.state, kenya.state, Untouched(kenya.seeds), known)


def test_a_replayed_message_is_refused(talk: Conversation, france: Party, kenya: Party) -> None:
    envelope = parse_envelope(talk.write(france, "text"))
    previous = Head(envelope.header.place.n, envelope.hash)
    assert sequel_of(envelope, previous) is Sequel.REPEATED
    with refused("does not follow"):
        receive(
            envelope, france.state, kenya.state, kenya.seeds, replace(talk.seen_before(envelope), previous=previous)
        )
    with refused("does not follow"):
        check_envelope(envelope, chains(france, kenya), talk.membership, previous)


def test_a_message_is_not_reflected_to_its_sender_as_another(talk: Conversation, france: Party, kenya: Party) -> None:
    envelope = talk.seal(france, "text")
    with refused("sender's chain"):
        receive(envelope, kenya.state, france.state, france.seeds, talk.seen_before(envelope))


def test_a_gap_is_shown_to_the_reader_and_refused_by_the_server(
    talk: Conversation, france: Party, kenya: Party
) -> None:
    talk.write(france, "lost")
    envelope = talk.seal(france, "after")
    seen = replace(talk.seen_before(envelope), previous=Head(0, talk.membership.head.hash))
    received = receive(envelope, france.state, kenya.state, kenya.seeds, seen)
    assert (received.sequel, received.content.text) == (Sequel.GAP, "after")
    with refused("does not follow"):
        check_envelope(envelope, chains(france, kenya), talk.membership, seen.previous)


def test_an_earlier_message_is_told_from_a_gap_and_a_fork(talk: Conversation, france: Party) -> None:
    first = parse_envelope(talk.write(france, "one"))
    second = talk.seal(france, "two")
    assert sequel_of(first, Head(2, second.hash)) is Sequel.EARLIER
    assert sequel_of(second, Head(0, bytes(32))) is Sequel.GAP
    assert sequel_of(second, None) is Sequel.GAP
    assert sequel_of(second, Head(1, bytes(32))) is Sequel.FORKED
    assert sequel_of(second, Head(2, bytes(32))) is Sequel.FORKED
    assert sequel_of(second, Head(1, first.hash)) is Sequel.NEXT


def test_the_first_of_a_session_follows_nothing(talk: Conversation, kenya: Party) -> None:
    assert sequel_of(talk.seal(kenya, "first"), None) is Sequel.NEXT


def test_unknown_references_are_told_and_refuse_nothing(talk: Conversation, france: Party, kenya: Party) -> None:
    known = parse_envelope(talk.write(kenya, "known")).hash
    sent = talk.write(france, "text", references=(known, b"?" * 32))
    received = talk.read(kenya, sent)
    assert received.unknown_references == (b"?" * 32,)
    assert unknown_references(parse_envelope(sent), {known, b"?" * 32}) == ()


def control_with(control: Control, **changes: object) -> Control:
    header = replace(control.header, **changes)  # type: ignore[arg-type]
    payload = encode({**header.fields(), 20: control.act.value()})
    return make_control(payload, control.signature)


def test_the_server_takes_a_creation_by_an_officer_among_open_mailboxes(
    talk: Conversation, france: Party, kenya: Party
) -> None:
    check_creation(talk.control, chains(france, kenya))
    with refused("mailbox unknown"):
        check_creation(talk.control, chains(france))
    unread = verify_chain(kenya.links[:1])
    with refused("nobody can read"):
        check_creation(talk.control, {france.mailbox_id: france.state, kenya.mailbox_id: unread})


def test_a_forged_creation_is_refused(talk: Conversation, france: Party, kenya: Party) -> None:
    forged = control_with(talk.control, time=talk.control.header.time + 1)
    with refused("signature"):
        check_creation(forged, chains(france, kenya))


def test_a_creation_begins_its_session_in_the_conversation(talk: Conversation, france: Party, kenya: Party) -> None:
    header = moved(talk.control.header, n=1, previous=bytes(32))
    late = create_conversation(france.officer.signing, header, talk.membership.members)
    with refused("does not follow"):
        check_creation(late, chains(france, kenya))


def test_a_signed_message_is_no_control_and_a_control_no_message(talk: Conversation, france: Party) -> None:
    envelope = talk.seal(france, "text")
    with refused():
        make_control(envelope.payload, envelope.signature)
    with refused():
        parse_envelope(talk.control.to_bytes())


def test_an_unknown_conversation_has_its_own_membership(france: Party, kenya: Party) -> None:
    one, two = Conversation.between(france, kenya), Conversation.between(france, kenya)
    assert begin_membership(one.control) != begin_membership(two.control)
    assert isinstance(one.membership.conversation, ConversationId)
    assert one.control.header.type is EnvelopeType.CONTROL


def test_the_text_of_a_draft_is_not_shown(talk: Conversation, france: Party) -> None:
    draft: Draft = talk.draft(france, "canary-7391")
    assert "canary-7391" not in repr(draft) + repr(talk.seal(france, "canary-7391"))
