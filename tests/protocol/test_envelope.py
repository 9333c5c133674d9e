from dataclasses import replace

import nacl.bindings as sodium
import pytest

from messaging.protocol import digest, hpke, labels
from messaging.protocol.codec import Value, encode
from messaging.protocol.content import Content, FileKey, ManifestEntry
from messaging.protocol.envelope import (
    STANZA_SIZE,
    Attachment,
    Draft,
    Envelope,
    check_parts,
    commitment_of,
    make_envelope,
    open_body,
    open_stanza,
    parse_envelope,
    seal_message,
    stanza_items,
)
from messaging.protocol.identifiers import BlobId
from messaging.protocol.keys import MessageKey
from messaging.protocol.padding import is_padme_length, pad
from tests.protocol.altered import content_fields
from tests.protocol.letters import FRANCE, KENYA, PERU, TEXT, fields_of, resigned
from tests.protocol.party import Conversation
from tests.protocol.refusal import refused


@pytest.fixture
def talk() -> Conversation:
    return Conversation.between(FRANCE, KENYA)


def test_every_member_reads_what_was_written_the_sender_too(talk: Conversation) -> None:
    sent = talk.write(FRANCE, TEXT)
    for reader in (KENYA, FRANCE):
        assert talk.read(reader, sent).content.text == TEXT


def test_an_answer_goes_the_other_way(talk: Conversation) -> None:
    first = parse_envelope(talk.write(FRANCE, "Bonjour"))
    answer = talk.write(KENYA, "Hello", references=(first.hash,))
    received = talk.read(FRANCE, answer)
    assert (received.content.text, received.unknown_references) == ("Hello", ())


def test_the_bytes_that_travel_are_the_bytes_that_were_signed(talk: Conversation) -> None:
    envelope = talk.seal(FRANCE, TEXT)
    assert parse_envelope(envelope.to_bytes()) == envelope


def test_each_authority_costs_one_stanza_of_fixed_size(talk: Conversation) -> None:
    assert {len(stanza) for stanza in talk.seal(FRANCE, TEXT).stanzas} == {STANZA_SIZE} == {1_168}


def test_the_length_tells_little_of_the_text(talk: Conversation) -> None:
    lengths = {len(talk.seal(FRANCE, "x" * size).body) for size in range(1, 200, 20)}
    assert lengths == {256 + hpke.TAG_SIZE}
    assert is_padme_length(talk.seal(FRANCE, "x" * 5_000).body_length - hpke.TAG_SIZE)


def test_a_text_that_compresses_well_is_as_long_as_any(talk: Conversation) -> None:
    assert len(talk.seal(FRANCE, "a" * 10_000).body) >= 10_000


def test_no_plaintext_is_in_what_travels(talk: Conversation) -> None:
    assert b"demande" not in talk.seal(FRANCE, TEXT).to_bytes()


def test_a_repeated_draw_of_randomness_repeats_no_key(talk: Conversation) -> None:
    first, second = (seal_message(FRANCE.officer.signing, talk.draft(FRANCE, text), bytes) for text in ("one", "two"))
    assert first.commitment != second.commitment


def test_one_who_is_not_a_member_opens_nothing(talk: Conversation) -> None:
    envelope = talk.seal(FRANCE, TEXT)
    with refused("not sealed to this mailbox"):
        open_stanza(envelope, PERU.mailbox_id, PERU.seeds[1])
    with refused("open"):
        open_stanza(envelope, KENYA.mailbox_id, PERU.seeds[1])


def test_a_body_swapped_for_another_is_refused_before_anything_is_opened(talk: Conversation) -> None:
    one, two = talk.seal(FRANCE, "one"), talk.seal(FRANCE, "two")
    with refused("body is not the signed one"):
        check_parts(replace(one, body=two.body))
    with refused("stanzas are not the signed ones"):
        check_parts(replace(one, stanzas=two.stanzas))
    with refused("stanzas are not the signed ones"):
        check_parts(replace(one, stanzas=one.stanzas[::-1]))


def test_a_body_without_padme_length_is_refused(talk: Conversation) -> None:
    envelope = talk.seal(FRANCE, TEXT)
    for body in (bytes(100), bytes(5), b"", bytes(257 + 16)):
        changed = resigned(envelope, {17: digest.sha256(body), 18: len(body)}, body=body)
        with refused("not padded"):
            check_parts(changed)


def test_two_message_keys_in_one_envelope_are_caught_by_the_commitment(talk: Conversation) -> None:
    envelope = talk.seal(FRANCE, TEXT)
    stanzas, other = list(envelope.stanzas), MessageKey(b"\x07" * 32)
    for index, recipient in enumerate(envelope.recipients):
        if recipient.mailbox_id == KENYA.mailbox_id:
            items = stanza_items(envelope.context_hash, recipient, KENYA.state.epoch.public)
            stanzas[index] = hpke.seal(KENYA.state.epoch.public, labels.STANZA, items, other.reveal())
    hashes: Value = [digest.sha256(stanza) for stanza in stanzas]
    forged = resigned(envelope, {19: hashes}, stanzas=tuple(stanzas))
    check_parts(forged)
    assert open_stanza(forged, FRANCE.mailbox_id, FRANCE.seeds[1])
    with refused("committed"):
        open_stanza(forged, KENYA.mailbox_id, KENYA.seeds[1])


def sealed_with(envelope: Envelope, key: MessageKey, padded: bytes) -> Envelope:
    """Return *envelope* with another body under *key*, which the changed header commits to."""
    body = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
        padded, envelope.context_hash, bytes(24), digest.derive(key.reveal(), labels.BODY)
    )
    changes: dict[int, Value] = {16: commitment_of(key), 17: digest.sha256(body), 18: len(body)}
    return resigned(envelope, changes, body=body)


def test_what_a_dishonest_sender_seals_is_still_read_strictly(talk: Conversation) -> None:
    envelope, key = talk.seal(FRANCE, TEXT), MessageKey(b"\x07" * 32)
    for padded, reason in (
        (bytes(256), "padding"),
        (pad(b"\xff"), "decode"),
        (pad(encode({1: 1})), "content"),
        (pad(encode({**content_fields(), 1: 2})), "kind"),
    ):
        with refused(reason):
            open_body(sealed_with(envelope, key, padded), key)


def test_a_body_under_another_key_does_not_open(talk: Conversation) -> None:
    with refused("does not open"):
        open_body(talk.seal(FRANCE, TEXT), MessageKey(bytes(32)))
    with refused("too short"):
        open_body(replace(talk.seal(FRANCE, TEXT), body=b""), MessageKey(bytes(32)))


def test_the_context_binds_the_body_and_every_stanza(talk: Conversation) -> None:
    envelope = talk.seal(FRANCE, TEXT)
    key = open_stanza(envelope, KENYA.mailbox_id, KENYA.seeds[1])
    moved_on = resigned(envelope, {12: envelope.header.time + 1})
    with refused("does not open"):
        open_body(moved_on, key)
    with refused("open"):
        open_stanza(moved_on, KENYA.mailbox_id, KENYA.seeds[1])


def test_the_context_is_the_encoded_map_of_the_first_fifteen_keys(talk: Conversation) -> None:
    envelope = talk.seal(FRANCE, TEXT)
    fields = fields_of(envelope)
    assert envelope.context_hash == digest.sha256(encode({key: fields[key] for key in range(1, 16)}))
    assert make_envelope(envelope.payload, envelope.signature, envelope.stanzas, envelope.body) == envelope


def attached(talk: Conversation, manifest_blob: bytes, header_blob: bytes) -> Envelope:
    entry = ManifestEntry(BlobId(manifest_blob), FileKey(bytes(32)), 3, "a.pdf", "application/pdf", bytes(32))
    recipients = [FRANCE.as_recipient(), KENYA.as_recipient()]
    content = Content(text="See the file", manifest=(entry,))
    attachments = (Attachment(BlobId(header_blob), 300, bytes(32)),)
    return seal_message(FRANCE.officer.signing, Draft(talk.header(FRANCE), recipients, content, attachments))


def test_the_manifest_names_exactly_the_attachments_of_the_header(talk: Conversation) -> None:
    envelope = attached(talk, b"a" * 16, b"a" * 16)
    assert talk.read(KENYA, envelope.to_bytes()).content.manifest[0].name == "a.pdf"
    with refused("manifest"):
        talk.read(KENYA, attached(talk, b"a" * 16, b"b" * 16).to_bytes())
