"""Controls and receipts: signed, without a body, readable by the server (section 4).

They travel as `[payload, signature]` and have the header's keys 1 to 13 and 20. Of a control, 20 is `[generation,
action, argument, members after it]`, the members ascending; create has generation 0 and null at 11, every other control
has the generation after that of 11. Of a receipt, 20 is `[[envelope hash, 1 stored or 2 opened] …]`.

Arguments: the mailbox_id for add and remove, days for retain, null for the others.
"""

from dataclasses import dataclass
from enum import IntEnum

from messaging.protocol import digest, labels, signed, wire
from messaging.protocol.codec import Value, decode, encode
from messaging.protocol.envelope import MAX_RECIPIENTS
from messaging.protocol.errors import ProtocolError
from messaging.protocol.header import COMMON_KEYS, EnvelopeType, Header, read_header
from messaging.protocol.identifiers import ConversationId, MailboxId
from messaging.protocol.keys import SIGNATURE_SIZE, SigningKey
from messaging.protocol.wire import Head

MAX_RECEIPTS = 256
MAX_SIGNED = wire.MAX_PAYLOAD + 128

_ACT_KEY = 20
_KEYS = COMMON_KEYS | {_ACT_KEY}


class Action(IntEnum):
    """What a control does."""

    CREATE = 0
    ADD = 1
    LEAVE = 2
    HOLD = 3
    RETAIN = 4
    REMOVE = 5
    CLOSE = 6
    LIFT = 7


class ReceiptState(IntEnum):
    """What a receiver says of an envelope."""

    STORED = 1
    OPENED = 2


@dataclass(frozen=True, slots=True)
class Act:
    """What key 20 of a control says."""

    generation: int
    action: Action
    argument: MailboxId | int | None
    members: tuple[MailboxId, ...]

    def value(self) -> Value:
        """Return the array to encode."""
        return [self.generation, int(self.action), self.argument, self.members]


@dataclass(frozen=True, slots=True)
class Control:
    """A control as received; its signature is not verified yet."""

    header: Header
    act: Act
    payload: bytes
    signature: bytes
    hash: bytes

    def to_bytes(self) -> bytes:
        """Return the control as it travels."""
        return encode([self.payload, self.signature])


@dataclass(frozen=True, slots=True)
class Receipt:
    """A receipt as received; its signature is not verified yet."""

    header: Header
    entries: tuple[tuple[bytes, ReceiptState], ...]
    payload: bytes
    signature: bytes
    hash: bytes


@dataclass(frozen=True, slots=True)
class Membership:
    """Who is in a conversation after its last control."""

    conversation: ConversationId
    creator: MailboxId
    head: Head
    members: tuple[MailboxId, ...]


def create_conversation(signer: SigningKey, header: Header, members: tuple[MailboxId, ...]) -> Control:
    """Return the control that begins the conversation of *header* among *members*, the sender's own included."""
    act = Act(0, Action.CREATE, None, tuple(sorted(members)))
    payload = encode({**header.fields(), _ACT_KEY: act.value()})
    return make_control(payload, signed.sign(signer, labels.ENVELOPE, payload))


def parse_control(data: bytes) -> Control:
    """Return the control that *data* encodes, strictly."""
    return make_control(*_parse_signed(data, "control"))


def parse_receipt(data: bytes) -> Receipt:
    """Return the receipt that *data* encodes, strictly."""
    payload, signature = _parse_signed(data, "receipt")
    fields = wire.decode_map(payload, _KEYS, "receipt")
    header = read_header(fields)
    if header.type is not EnvelopeType.RECEIPT or header.place.membership is None:
        raise ProtocolError("receipt: not a receipt under a control")
    entries = tuple(_read_entry(item) for item in wire.array_of(fields[_ACT_KEY], MAX_RECEIPTS, "receipt"))
    return Receipt(header, entries, payload, signature, digest.hash_of(labels.ENVELOPE, payload))


def _parse_signed(data: bytes, what: str) -> tuple[bytes, bytes]:
    if len(data) > MAX_SIGNED:
        raise ProtocolError(f"{what}: too long")
    payload, signature = wire.tuple_of(decode(data), 2, what)
    return (
        wire.some_bytes_of(payload, wire.MAX_PAYLOAD, what),
        wire.bytes_of(signature, SIGNATURE_SIZE, what),
    )


def make_control(payload: bytes, signature: bytes) -> Control:
    """Return the control of these parts; a payload of another layout raises `ProtocolError`."""
    fields = wire.decode_map(payload, _KEYS, "control")
    header, act = read_header(fields), _read_act(fields[_ACT_KEY])
    if header.type is not EnvelopeType.CONTROL:
        raise ProtocolError("control: another type of envelope")
    before = header.place.membership
    if act.generation != (0 if before is None else before.number + 1):
        raise ProtocolError("control: generation does not follow")
    if (act.action is Action.CREATE) != (before is None):
        raise ProtocolError("control: only create begins a conversation")
    if act.action is Action.CREATE and header.author.mailbox_id not in act.members:
        raise ProtocolError("control: the creator is not a member")
    return Control(header, act, payload, signature, digest.hash_of(labels.ENVELOPE, payload))


def _read_act(value: Value) -> Act:
    generation, action, argument, members = wire.tuple_of(value, 4, "act")
    kind = wire.one_of(Action, action, "action")
    listed = wire.array_of(members, MAX_RECIPIENTS, "members")
    ids = [MailboxId.read(item) for item in listed]
    wire.ascending(ids, "members")
    argued = _read_argument(kind, argument)
    return Act(wire.uint_of(generation, "generation"), kind, argued, tuple(ids))


def _read_argument(action: Action, value: Value) -> MailboxId | int | None:
    if action in {Action.ADD, Action.REMOVE}:
        return MailboxId.read(value)
    if action is Action.RETAIN:
        return wire.uint_of(value, "argument")
    if value is not None:
        raise ProtocolError("control: an argument where none belongs")
    return None


def _read_entry(value: Value) -> tuple[bytes, ReceiptState]:
    hashed, state = wire.tuple_of(value, 2, "receipt")
    return wire.hash_of_value(hashed, "receipt"), wire.one_of(ReceiptState, state, "receipt state")


def begin_membership(control: Control) -> Membership:
    """Return who is in the conversation that *control* creates; other actions are not supported yet."""
    if control.act.action is not Action.CREATE:
        raise ProtocolError("control: action not supported")
    header = control.header
    head = Head(control.act.generation, control.hash)
    return Membership(header.place.conversation, header.author.mailbox_id, head, control.act.members)
