from collections.abc import Callable
from dataclasses import replace

import nacl.bindings as sodium
import pytest

from messaging.protocol import digest, hpke, labels, signed
from messaging.protocol.codec import Value, decode, encode
from messaging.protocol.content import Content, FileKey, ManifestEntry, decode_content, encode_content
from messaging.protocol.envelope import (
    MAX_ENVELOPE,
    STANZA_SIZE,
    Attachment,
    Draft,
    Envelope,
    Recipient,
    check_parts,
    commitment_of,
    make_envelope,
    open_body,
    open_stanza,
    parse_envelope,
    seal_message,
    stanza_items,
)
from messaging.protocol.identifiers import BlobId, MailboxId
from messaging.protocol.keys import MessageKey, SealingPublic
from messaging.protocol.padding import is_padme_length, pad
from messaging.protocol.receiving import receive
from messaging.protocol.wire import Head
from tests.protocol.party import Conversation, Party, moved
from tests.protocol.refusal import flipped, is_refused, refused

FRANCE, KENYA, PERU = Party.open("FR"), Party.open("KE"), Party.open("PE")
TEXT = "Veuillez trouver ci-joint la demande. " * 20


@pytest.fixture
def talk() -> Conversation:
    return Conversation.between(FRANCE, KENYA)


def fields_of(envelope: Envelope) -> dict[int, Value]:
    fields = decode(envelope.payload)
    assert isinstance(fields, dict)
    return fields


def resigned(envelope: Envelope, changes: dict[int, Value], **parts: object) -> Envelope:
    """Return *envelope* with fields changed by its own, dishonest sender."""
    payload = encode({**fields_of(envelope), **changes})
    stanzas, body = parts.get("stanzas", envelope.stanzas), parts.get("body", envelope.body)
    signature = signed.sign(FRANCE.officer.signing, labels.ENVELOPE, payload)
    return make_envelope(payload, signature, stanzas, body)  # type: ignore[arg-type]


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
        (pad(encode({**_content_fields(), 1: 2})), "kind"),
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


def _content_fields() -> dict[int, Value]:
    fields = decode(encode_content(Content(text="text")))
    assert isinstance(fields, dict)
    return fields


def test_a_content_with_every_field_is_read_back() -> None:
    content = Content(
        text="text",
        subject="subject",
        officer=("Name", "Function"),
        reply_to=bytes(32),
        handling="URGENT",
        language="fr",
        manifest=(ManifestEntry(BlobId(bytes(16)), FileKey(bytes(32)), 0, "n", "t/t", bytes(32)),),
    )
    assert decode_content(encode_content(content)) == content


@pytest.mark.parametrize(
    "changes",
    [
        {9: None},
        {2: ""},
        {2: None},
        {2: b"text"},
        {3: None},
        {3: [[]]},
        {3: [[bytes(16), bytes(31), 0, "n", "t", bytes(32)]]},
        {4: bytes(31)},
        {5: ""},
        {5: "x" * 1_001},
        {6: ["name"]},
        {6: ["name", ""]},
        {7: 1},
        {8: ""},
    ],
)
def test_a_content_of_another_layout_is_refused(changes: dict[int, Value]) -> None:
    with refused():
        decode_content(encode({**_content_fields(), **changes}))


def test_what_no_receiver_would_read_is_not_sealed() -> None:
    with refused("text"):
        encode_content(Content(text=""))
    with refused("surrogate"):
        encode_content(Content(text="\ud800"))


def _recipient(envelope: Envelope, index: int = 0) -> list[Value]:
    return list(envelope.recipients[index].value())  # type: ignore[arg-type]


ALTERATIONS: list[tuple[Callable[[Envelope], dict[int, Value]], str]] = [
    (lambda _: {1: 2}, "version"),
    (lambda _: {1: True}, "integer"),
    (lambda _: {2: 4}, "unknown"),
    (lambda _: {2: 2}, "not a message"),
    (lambda _: {2: 3}, "not a message"),
    (lambda _: {3: bytes(15)}, "ConversationId"),
    (lambda _: {4: None}, "MessageId"),
    (lambda _: {5: b"x" * 16}, "sender's own"),
    (lambda _: {6: ""}, "KeyId"),
    (lambda _: {7: [0]}, "chain head"),
    (lambda _: {8: [bytes(16), None]}, "n"),
    (lambda _: {8: [bytes(16), 0]}, "follows nothing"),
    (lambda _: {9: None}, "follows nothing"),
    (lambda _: {9: bytes(31)}, "hash"),
    (lambda _: {10: [bytes(32)] * 2}, "twice"),
    (lambda _: {10: [bytes([i]) * 32 for i in range(17)]}, "at most 16"),
    (lambda _: {11: None}, "not a message under a control"),
    (lambda _: {12: None}, "integer"),
    (lambda _: {13: [0, bytes(31)]}, "hash"),
    (lambda _: {14: []}, "sender's own"),
    (lambda e: {14: [_recipient(e)]}, ""),
    (lambda e: {14: [_recipient(e, 1), _recipient(e, 0)]}, "ascending"),
    (lambda e: {14: [_recipient(e), _recipient(e)]}, "ascending"),
    (lambda e: {14: [[*_recipient(e), 1], _recipient(e, 1)]}, "recipient"),
    (lambda _: {15: [[bytes(16), 1, bytes(32)]] * 2}, "a blob twice"),
    (lambda _: {15: [[bytes(16), 1]]}, "attachment"),
    (lambda _: {16: bytes(31)}, "commitment"),
    (lambda _: {17: None}, "body hash"),
    (lambda _: {18: "long"}, "body length"),
    (lambda _: {19: []}, "stanza hashes"),
    (lambda _: {20: 0}, "keys"),
]


@pytest.mark.parametrize(("alter", "reason"), ALTERATIONS)
def test_a_header_of_another_layout_is_refused(
    talk: Conversation, alter: Callable[[Envelope], dict[int, Value]], reason: str
) -> None:
    talk.write(FRANCE, "first")
    with refused(reason):
        resigned(talk.seal(FRANCE, TEXT), alter(talk.seal(FRANCE, TEXT)))


def test_a_missing_field_is_refused(talk: Conversation) -> None:
    envelope = talk.seal(FRANCE, TEXT)
    for key in range(1, 20):
        fields = fields_of(envelope)
        del fields[key]
        with refused("keys"):
            make_envelope(encode(fields), envelope.signature, envelope.stanzas, envelope.body)


def test_a_stanza_more_or_less_is_refused(talk: Conversation) -> None:
    envelope = talk.seal(FRANCE, TEXT)
    for stanzas in (envelope.stanzas[:1], envelope.stanzas * 2, ()):
        with refused("one stanza"):
            make_envelope(envelope.payload, envelope.signature, stanzas, envelope.body)


@pytest.mark.parametrize(
    "parts", [[], [b"", bytes(64), []], [b"", bytes(64), [], b"", b""], [b"", bytes(63), [], b""], [b"", b"", 0, 0]]
)
def test_what_is_no_envelope_is_refused(parts: Value) -> None:
    with refused():
        parse_envelope(encode(parts))


def test_an_envelope_that_is_too_long_is_refused() -> None:
    with refused("too long"):
        parse_envelope(bytes(MAX_ENVELOPE + 1))
    with refused("at most"):
        parse_envelope(encode([bytes(65_537), bytes(64), [], b""]))


def test_a_header_that_is_too_long_is_refused() -> None:
    with refused("payload too long"):
        make_envelope(bytes(65_537), bytes(64), (), b"")


def test_a_message_has_at_most_64_recipients_each_once(talk: Conversation) -> None:
    own, public = FRANCE.as_recipient()
    for others in ([MailboxId(bytes([i]) * 16) for i in range(64)], [FRANCE.mailbox_id]):
        draft = talk.draft(FRANCE, TEXT)
        more: list[tuple[Recipient, SealingPublic]] = [(replace(own, mailbox_id=i), public) for i in others]
        with refused("recipients"):
            seal_message(FRANCE.officer.signing, replace(draft, recipients=[(own, public), *more]))


def test_a_message_that_does_not_go_to_its_own_mailbox_is_not_sealed(talk: Conversation) -> None:
    with refused("sender's own"):
        seal_message(FRANCE.officer.signing, replace(talk.draft(FRANCE, TEXT), recipients=[KENYA.as_recipient()]))


def test_any_flipped_bit_of_an_envelope_gives_the_one_error(talk: Conversation) -> None:
    envelope = talk.seal(FRANCE, "short")
    sent, seen = envelope.to_bytes(), talk.seen_before(envelope)

    def read(data: bytes) -> None:
        receive(parse_envelope(data), FRANCE.state, KENYA.state, KENYA.seeds, seen)

    read(sent)
    # Every bit of the header and signature, and every 37th of what they vouch for by hashes.
    signed_part = 8 * (len(envelope.payload) + 80)
    bits = [*range(signed_part), *range(signed_part, 8 * len(sent), 37)]
    assert all(is_refused(read, flipped(sent, bit)) for bit in bits)


def test_a_message_that_was_moved_after_signing_is_another_message(talk: Conversation) -> None:
    header = talk.header(FRANCE)
    draft = replace(talk.draft(FRANCE, TEXT), header=moved(header, n=header.place.n + 1))
    envelope = seal_message(FRANCE.officer.signing, draft)
    with refused("signature"):
        receive(
            make_envelope(envelope.payload, talk.seal(FRANCE, TEXT).signature, envelope.stanzas, envelope.body),
            FRANCE.state,
            KENYA.state,
            KENYA.seeds,
            replace(talk.seen_before(envelope), previous=Head(0, bytes(32))),
        )
