"""Good objects of every kind, and how Python reads each: what is the same on both sides stands in the list."""

from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, settings

from messaging.protocol import labels, signed
from messaging.protocol.codec import decode, encode
from messaging.protocol.content import Content, FileKey, ManifestEntry, decode_content, encode_content
from messaging.protocol.control import parse_control, parse_receipt
from messaging.protocol.envelope import check_parts, parse_envelope
from messaging.protocol.identifiers import BlobId, ConversationId
from messaging.protocol.keys import (
    PrivateKeys,
    SealingKey,
    SealingPublic,
    SigningPublic,
)
from messaging.protocol.links import parse_link
from messaging.protocol.padding import pad, unpad
from messaging.protocol.password import WayKey
from messaging.protocol.vault import (
    VaultKey,
    VaultPlace,
    parse_vault,
    seal_vault,
    seal_way,
)
from messaging.protocol.vault_contents import ChainPin, VaultContents, read_contents
from messaging.protocol.wire import Head
from tests.protocol.party import Conversation, Party
from tests.twins.twin import Twin, asked

MANY = settings(
    max_examples=200,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)
FEW = settings(MANY, max_examples=40)

FRANCE, KENYA = Party.open("FR", "Ministère de la justice"), Party.open("KE", "Office of the Attorney General")
CLERK = PrivateKeys.generate()
FRANCE.add(CLERK)
FRANCE.rotate()
TALK = Conversation.between(FRANCE, KENYA)
FIRST = TALK.write(FRANCE, "Bonjour")
SECOND = TALK.write(KENYA, "Habari", (TALK.control.hash,))
LETTER = Content(
    text="Sehr geehrte Damen und Herren",
    subject="Rechtshilfe",
    officer=("A. Kamau", "State Counsel"),
    reply_to=bytes(32),
    handling="restricted",
    language="de",
    manifest=(ManifestEntry(BlobId(bytes(16)), FileKey(bytes(32)), 9, "a.pdf", "application/pdf", bytes(32)),),
)
CONTENTS = VaultContents(
    FRANCE.officer.signing,
    FRANCE.officer.sealing,
    SealingKey.generate(),
    FRANCE.seeds,
    tuple(
        ChainPin(party.mailbox_id, party.state.entry_id, party.state.head, party.state.kit.key_id, compared)
        for party, compared in ((FRANCE, True), (KENYA, False))
    ),
    {ConversationId(bytes(16)): Head(0, bytes(32)), TALK.membership.conversation: TALK.membership.head},
    Head(4, bytes(32)),
)
PLACE = VaultPlace("amina", FRANCE.mailbox_id, FRANCE.officer.key_id, 7)
WAY = WayKey(bytes(range(32)))


def sealed_vault() -> bytes:
    key = VaultKey.generate()
    return seal_vault(CONTENTS, PLACE, key, (seal_way(WAY, PLACE, key),)).to_bytes()


def receipt() -> bytes:
    fields: Any = {**TALK.header(KENYA).fields(), 2: 3, 20: [[bytes(32), 1], [b"\x01" * 32, 2]]}
    payload = encode(fields)
    return encode([payload, signed.sign(KENYA.officer.signing, labels.ENVELOPE, payload)])


def read_value(data: bytes) -> object:
    return [encode(decode(data))]


def read_link(data: bytes) -> object:
    link = parse_link(data)
    return [link.to_bytes(), link.statement.payload(), link.hash]


def read_envelope(data: bytes) -> object:
    envelope = parse_envelope(data)
    return [envelope.to_bytes(), encode(envelope.header.fields()), envelope.context_hash, envelope.hash]


def read_parts(data: bytes) -> object:
    check_parts(parse_envelope(data))
    return []


def read_control(data: bytes) -> object:
    control = parse_control(data)
    act = control.act
    return [control.to_bytes(), control.hash, act.generation, int(act.action), *act.members]


def read_receipt(data: bytes) -> object:
    parsed = parse_receipt(data)
    return [parsed.hash, *(part for hashed, state in parsed.entries for part in (hashed, int(state)))]


def read_vault(data: bytes) -> object:
    vault = parse_vault(data)
    return [vault.to_bytes(), vault.place.sign_in_name, vault.place.counter, len(vault.ways)]


READERS: dict[str, Callable[[bytes], object]] = {
    "value": read_value,
    "link": read_link,
    "envelope": read_envelope,
    "parts": read_parts,
    "control": read_control,
    "receipt": read_receipt,
    "content": lambda data: [encode_content(decode_content(data))],
    "vault": read_vault,
    "contents": lambda data: [read_contents(data, 7).encoded(7)],
    "padded": lambda data: [pad(unpad(data))],
    "signingPublic": lambda data: [SigningPublic(data).key_id],
    "sealingPublic": lambda data: [SealingPublic(data).raw],
}
SIGNED = {
    "open": ("link", FRANCE.links[0].to_bytes()),
    "add": ("link", FRANCE.links[2].to_bytes()),
    "rotate": ("link", FRANCE.links[3].to_bytes()),
    "message": ("envelope", SECOND),
    "control": ("control", TALK.control.to_bytes()),
    "receipt": ("receipt", receipt()),
    "vault": ("vault", sealed_vault()),
}
PLAIN = {
    "content": ("content", encode_content(LETTER)),
    "contents": ("contents", CONTENTS.encoded(7)),
}


def assert_same(twin: Twin, kind: str, data: bytes) -> Any:
    python = asked(READERS[kind], data)
    assert twin.ask("read", kind=kind, bytes=data) == python, f"{kind} {data.hex()}"
    return python
