"""The links of an authority's chain: their exact layout, written and read (section 3).

A link travels as `[payload, signature, [[key_id, signature] …]]`. The payload is the map
`{1 version, 2 type, 3 mailbox_id, 4 seq, 5 hash of the previous link, 6 time, 7 signer's key_id, 8 body}`; the open
link has null at 3 and 5 and seq 0. Times are whole seconds since 1970 in UTC. The bodies:

- open: `{1 signing key, 2 sealing key, 3 salt (32), 4 entry id (16), 5 State code, 6 name, 7 policy}`
- add key: `{1 key_id, 2 signing key, 3 sealing key, 4 role, 5 reads from epoch, 6 enrol signature, 7 rotation}`
- rotate: the rotation `{1 epoch, 2 its public key, 3 not before, 4 not after, 5 [key_id …], 6 [H(bundle) …]}`

`docs/protocol.md` has the bodies of the other types, which are refused until they are supported.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from messaging.protocol import digest, labels, wire
from messaging.protocol.codec import Value, decode, encode
from messaging.protocol.errors import ProtocolError
from messaging.protocol.identifiers import EntryId, KeyId, MailboxId
from messaging.protocol.keys import (
    SEALING_PUBLIC_SIZE,
    SIGNATURE_SIZE,
    SIGNING_PUBLIC_SIZE,
    PublicKeys,
    SealingPublic,
    SigningPublic,
)

VERSION = 1
MAX_AGREEMENTS = 64
MAX_KEYS = 1_000
MAX_NAME = 1_000
MAX_POLICY = 64
MAX_LINK = wire.MAX_PAYLOAD + 8_192
SALT_SIZE = 32


class LinkType(IntEnum):
    """What a link says."""

    OPEN = 0
    ADD = 1
    REVOKE = 2
    ROTATE = 3
    RENEW = 4
    REPLACE_KIT = 5
    VOUCH = 6
    CLOSE = 7
    NAME = 8


class Role(IntEnum):
    """What an officer key may do: an officer writes, an administrator also adds; a reader signs nothing."""

    ADMINISTRATOR = 1
    OFFICER = 2
    READER = 3


@dataclass(frozen=True, slots=True)
class Opening:
    """The body of the first link."""

    kit: PublicKeys
    salt: bytes
    entry_id: EntryId
    state_code: str
    name: str
    policy: int

    def value(self) -> Value:
        """Return the body to encode."""
        parts = (self.kit.signing.raw, self.kit.sealing.raw, self.salt, self.entry_id)
        return dict(enumerate((*parts, self.state_code, self.name, self.policy), start=1))


@dataclass(frozen=True, slots=True)
class Rotation:
    """A new epoch, and to which keys its seed was sealed, in ascending order, with the hashes of their bundles."""

    epoch: int
    public: SealingPublic
    not_before: int
    not_after: int
    sealed_to: tuple[KeyId, ...]
    bundle_hashes: tuple[bytes, ...]

    def value(self) -> Value:
        """Return the body to encode."""
        times = (self.not_before, self.not_after)
        sealed = (self.sealed_to, self.bundle_hashes)
        return dict(enumerate((self.epoch, self.public.raw, *times, *sealed), start=1))


@dataclass(frozen=True, slots=True)
class Addition:
    """The body that brings a newcomer's key into the chain, and a rotation with it."""

    public: PublicKeys
    role: Role
    reads_from: int
    proof: bytes
    rotation: Rotation

    def value(self) -> Value:
        """Return the body to encode."""
        keys = (self.public.key_id, self.public.signing.raw, self.public.sealing.raw)
        rest = (int(self.role), self.reads_from, self.proof, self.rotation.value())
        return dict(enumerate((*keys, *rest), start=1))


Body = Opening | Addition | Rotation


@dataclass(frozen=True, slots=True)
class Statement:
    """What the payload of a link says; `mailbox_id` and `previous` are None in the first."""

    type: LinkType
    mailbox_id: MailboxId | None
    seq: int
    previous: bytes | None
    time: int
    signer: KeyId
    body: Body

    def payload(self) -> bytes:
        """Return the bytes to sign."""
        place = (self.mailbox_id, self.seq, self.previous, self.time, self.signer)
        return encode(dict(enumerate((VERSION, int(self.type), *place, self.body.value()), start=1)))


@dataclass(frozen=True, slots=True)
class Link:
    """A link as received: its exact payload, what it says, and who signed it."""

    payload: bytes
    signature: bytes
    agreements: tuple[tuple[KeyId, bytes], ...]
    statement: Statement
    hash: bytes

    def to_bytes(self) -> bytes:
        """Return the link as it travels."""
        return encode([self.payload, self.signature, self.agreements])


def make_link(payload: bytes, signature: bytes, agreements: tuple[tuple[KeyId, bytes], ...] = ()) -> Link:
    """Return the link of these parts; a payload of another layout raises `ProtocolError`."""
    return Link(payload, signature, agreements, read_statement(payload), digest.hash_of(labels.LINK, payload))


def parse_link(data: bytes) -> Link:
    """Return the link that *data* encodes, strictly; no signature is checked yet."""
    if len(data) > MAX_LINK:
        raise ProtocolError("link: too long")
    payload, signature, agreements = wire.tuple_of(decode(data), 3, "link")
    agreed = [_read_agreement(item) for item in wire.array_of(agreements, MAX_AGREEMENTS, "agreements")]
    wire.ascending([key_id for key_id, _ in agreed], "agreements")
    return make_link(
        wire.some_bytes_of(payload, wire.MAX_PAYLOAD, "link payload"),
        wire.bytes_of(signature, SIGNATURE_SIZE, "link signature"),
        tuple(agreed),
    )


def _read_agreement(value: Value) -> tuple[KeyId, bytes]:
    key_id, signature = wire.tuple_of(value, 2, "agreement")
    read_id = KeyId.read(key_id)
    return read_id, wire.bytes_of(signature, SIGNATURE_SIZE, "agreement")


def read_statement(payload: bytes) -> Statement:
    """Return what *payload* says; a type that is unknown or not supported is refused."""
    fields = wire.decode_map(payload, wire.keys_to(8), "link")
    if wire.uint_of(fields[1], "link") != VERSION:
        raise ProtocolError("link: version")
    kind = wire.one_of(LinkType, fields[2], "link type")
    if kind not in _READERS:
        raise ProtocolError("link: type not supported")
    return Statement(
        type=kind,
        mailbox_id=None if fields[3] is None else MailboxId.read(fields[3]),
        seq=wire.uint_of(fields[4], "seq"),
        previous=None if fields[5] is None else wire.hash_of_value(fields[5], "previous link"),
        time=wire.uint_of(fields[6], "time"),
        signer=KeyId.read(fields[7]),
        body=_READERS[kind](fields[8]),
    )


def _read_opening(value: Value) -> Opening:
    fields = wire.map_of(value, wire.keys_to(7), "open")
    state_code = wire.text_of(fields[5], 2, "State code")
    policy = wire.uint_of(fields[7], "policy")
    if not (len(state_code) == 2 and state_code.isascii() and state_code.isalpha() and state_code.isupper()):
        raise ProtocolError("open: State code")
    if not 1 <= policy <= MAX_POLICY:
        raise ProtocolError("open: policy")
    return Opening(
        kit=_read_keys(fields[1], fields[2]),
        salt=wire.bytes_of(fields[3], SALT_SIZE, "salt"),
        entry_id=EntryId.read(fields[4]),
        state_code=state_code,
        name=wire.text_of(fields[6], MAX_NAME, "name"),
        policy=policy,
    )


def _read_keys(signing: Value, sealing: Value) -> PublicKeys:
    raw_signing = wire.bytes_of(signing, SIGNING_PUBLIC_SIZE, "signing key")
    return PublicKeys(SigningPublic(raw_signing), _read_sealing(sealing))


def _read_sealing(value: Value) -> SealingPublic:
    return SealingPublic(wire.bytes_of(value, SEALING_PUBLIC_SIZE, "sealing key"))


def _read_addition(value: Value) -> Addition:
    fields = wire.map_of(value, wire.keys_to(7), "add")
    public = _read_keys(fields[2], fields[3])
    if fields[1] != public.key_id:
        raise ProtocolError("add: key_id is not that of the key")
    return Addition(
        public=public,
        role=wire.one_of(Role, fields[4], "role"),
        reads_from=wire.uint_of(fields[5], "reads from"),
        proof=wire.bytes_of(fields[6], SIGNATURE_SIZE, "enrol signature"),
        rotation=_read_rotation(fields[7]),
    )


def _read_rotation(value: Value) -> Rotation:
    fields = wire.map_of(value, wire.keys_to(6), "rotation")
    sealed_to = [KeyId.read(item) for item in wire.array_of(fields[5], MAX_KEYS, "sealed to")]
    wire.ascending(sealed_to, "sealed to")
    hashes = wire.array_of(fields[6], MAX_KEYS, "bundle hashes")
    if len(hashes) != len(sealed_to):
        raise ProtocolError("rotation: one bundle for each key")
    return Rotation(
        epoch=wire.uint_of(fields[1], "epoch"),
        public=_read_sealing(fields[2]),
        not_before=wire.uint_of(fields[3], "not before"),
        not_after=wire.uint_of(fields[4], "not after"),
        sealed_to=tuple(sealed_to),
        bundle_hashes=tuple(wire.hash_of_value(item, "bundle hash") for item in hashes),
    )


_READERS: dict[int, Callable[[Value], Body]] = {
    LinkType.OPEN: _read_opening,
    LinkType.ADD: _read_addition,
    LinkType.ROTATE: _read_rotation,
}
