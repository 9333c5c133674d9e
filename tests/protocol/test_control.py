import pytest

from messaging.protocol import labels, signed
from messaging.protocol.codec import Value, decode, encode
from messaging.protocol.control import (
    Action,
    Control,
    ReceiptState,
    begin_membership,
    create_conversation,
    make_control,
    parse_control,
    parse_receipt,
)
from messaging.protocol.header import EnvelopeType
from messaging.protocol.wire import Head
from tests.protocol.party import Conversation, Party
from tests.protocol.refusal import flipped, is_refused, refused

FRANCE, KENYA = Party.open("FR"), Party.open("KE")


@pytest.fixture
def talk() -> Conversation:
    return Conversation.between(FRANCE, KENYA)


def fields_of(control: Control) -> dict[int, Value]:
    fields = decode(control.payload)
    assert isinstance(fields, dict)
    return fields


def altered(control: Control, changes: dict[int, Value]) -> Control:
    return make_control(encode({**fields_of(control), **changes}), control.signature)


def acting(control: Control, action: int, argument: Value, generation: int = 1) -> Control:
    members: Value = sorted([FRANCE.mailbox_id, KENYA.mailbox_id])
    before: Value = [generation - 1, bytes(32)]
    return altered(control, {11: before, 20: [generation, action, argument, members]})


def test_a_creation_says_who_is_in(talk: Conversation) -> None:
    membership = begin_membership(parse_control(talk.control.to_bytes()))
    assert membership.members == tuple(sorted([FRANCE.mailbox_id, KENYA.mailbox_id]))
    assert membership.creator == FRANCE.mailbox_id
    assert membership.head == Head(0, talk.control.hash)


def test_the_other_actions_are_read_but_not_supported_yet(talk: Conversation) -> None:
    arguments: dict[int, Value] = {Action.ADD: bytes(16), Action.REMOVE: bytes(16), Action.RETAIN: 365}
    for action in Action:
        if action is Action.CREATE:
            continue
        control = acting(talk.control, action, arguments.get(action))
        assert control.act.action is action
        with refused("not supported"):
            begin_membership(control)


@pytest.mark.parametrize(
    ("action", "argument"),
    [(Action.ADD, None), (Action.ADD, bytes(15)), (Action.RETAIN, None), (Action.LEAVE, 1), (8, None), (None, None)],
)
def test_an_argument_that_does_not_belong_is_refused(talk: Conversation, action: int, argument: Value) -> None:
    with refused():
        acting(talk.control, action, argument)


def test_the_generation_follows_the_control_before(talk: Conversation) -> None:
    members: Value = list(talk.membership.members)
    before: Value = [0, bytes(32)]
    alterations: list[dict[int, Value]] = [
        {20: [1, 0, None, members]},
        {11: before},
        {11: before, 20: [2, 2, None, members]},
    ]
    for changes in alterations:
        with refused("generation"):
            altered(talk.control, changes)


def test_only_a_creation_begins_a_conversation(talk: Conversation) -> None:
    with refused("only create"):
        acting(talk.control, Action.CREATE, None)
    with refused("only create"):
        altered(talk.control, {20: [0, 2, None, list(talk.membership.members)]})


@pytest.mark.parametrize(
    "members",
    [
        [KENYA.mailbox_id],
        [],
        sorted([FRANCE.mailbox_id, KENYA.mailbox_id], reverse=True),
        [FRANCE.mailbox_id] * 2,
        [b"short"],
        None,
    ],
    ids=["without the creator", "nobody", "descending", "twice", "no identifier", "no list"],
)
def test_members_of_another_layout_are_refused(talk: Conversation, members: Value) -> None:
    with refused():
        altered(talk.control, {20: [0, 0, None, members]})


def test_a_message_header_is_no_control(talk: Conversation) -> None:
    for kind in (EnvelopeType.MESSAGE, EnvelopeType.RECEIPT):
        with refused("another type"):
            altered(talk.control, {2: int(kind)})


def test_a_control_without_its_act_or_with_more_is_refused(talk: Conversation) -> None:
    fields = fields_of(talk.control)
    for changed in ({**fields, 14: []}, {key: fields[key] for key in fields if key != 20}):
        with refused("keys"):
            make_control(encode(changed), talk.control.signature)


def test_what_is_too_long_is_refused() -> None:
    for parse in (parse_control, parse_receipt):
        with refused("too long"):
            parse(bytes(70_000))


def test_any_flipped_bit_of_a_control_gives_the_one_error(talk: Conversation) -> None:
    sent, public = talk.control.to_bytes(), FRANCE.officer.signing.public

    def read(data: bytes) -> None:
        control = parse_control(data)
        signed.verify(public, labels.ENVELOPE, control.payload, control.signature)

    read(sent)
    assert all(is_refused(read, flipped(sent, bit)) for bit in range(8 * len(sent)))


def receipt(talk: Conversation, entries: Value, **changes: Value) -> bytes:
    fields = {**fields_of(talk.control), 2: 3, 11: talk.membership.head.value(), 20: entries}
    fields.update({int(key[1:]): value for key, value in changes.items()})
    return encode([encode(fields), bytes(64)])


def test_a_receipt_says_what_became_of_envelopes(talk: Conversation) -> None:
    read = parse_receipt(receipt(talk, [[bytes(32), 1], [b"\x01" * 32, 2]]))
    assert read.entries == ((bytes(32), ReceiptState.STORED), (b"\x01" * 32, ReceiptState.OPENED))


@pytest.mark.parametrize("entries", [None, [[bytes(32), 3]], [[bytes(31), 1]], [[bytes(32)]], [[bytes(32), 1]] * 257])
def test_a_receipt_of_another_layout_is_refused(talk: Conversation, entries: Value) -> None:
    with refused():
        parse_receipt(receipt(talk, entries))


def test_a_receipt_stands_under_a_control_and_is_of_its_own_type(talk: Conversation) -> None:
    for changes in ({"k11": None}, {"k2": 2}):
        with refused("not a receipt"):
            parse_receipt(receipt(talk, [], **changes))


def test_a_conversation_has_at_most_64_members(talk: Conversation) -> None:
    many = (FRANCE.mailbox_id, *(type(FRANCE.mailbox_id)(bytes([i]) * 16) for i in range(64)))
    with refused("at most 64"):
        create_conversation(FRANCE.officer.signing, talk.control.header, many)
