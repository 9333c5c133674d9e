from collections.abc import Callable
from dataclasses import replace

import pytest

from messaging.protocol.codec import Value, encode
from messaging.protocol.content import Content, FileKey, ManifestEntry, decode_content, encode_content
from messaging.protocol.envelope import (
    MAX_ENVELOPE,
    Envelope,
    Recipient,
    make_envelope,
    parse_envelope,
    seal_message,
)
from messaging.protocol.identifiers import BlobId, MailboxId
from messaging.protocol.keys import SealingPublic
from messaging.protocol.receiving import receive
from messaging.protocol.wire import Head
from tests.protocol.altered import content_fields
from tests.protocol.letters import FRANCE, KENYA, TEXT, fields_of, resigned
from tests.protocol.party import Conversation, moved
from tests.protocol.refusal import flipped, is_refused, refused


@pytest.fixture
def talk() -> Conversation:
    return Conversation.between(FRANCE, KENYA)


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
        decode_content(encode({**content_fields(), **changes}))


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
