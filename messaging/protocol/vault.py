"""The vault: an officer's keys, sealed in the client and kept by the server (section 8).

An upload is `[payload, signature]`, signed under `vault` by the officer's key, the payload `{1 version, 2 sign-in name,
3 mailbox_id, 4 key_id, 5 counter, 6 nonce (24), 7 sealed contents, 8 [way …]}`. A way in is `[1 card or 2 security key,
credential id (empty for a card), counter, nonce (24), sealed vault key (48)]`. Both are sealed by XChaCha20-Poly1305
with ad = encode([version, sign-in name, mailbox_id, key_id, counter]); a way in keeps the counter at which it was made,
so that later writes carry it along.
"""

from dataclasses import dataclass, replace
from enum import IntEnum

from nacl.utils import random as draw

from messaging.protocol import aead, labels, signed, wire
from messaging.protocol.codec import Value, decode, encode
from messaging.protocol.errors import ProtocolError
from messaging.protocol.identifiers import KeyId, MailboxId
from messaging.protocol.keys import SIGNATURE_SIZE, Random, Secret, SigningPublic
from messaging.protocol.password import WayKey
from messaging.protocol.vault_contents import VaultContents, read_contents

VERSION = 1
MAX_VAULT = 1 << 22
MAX_NAME = 256
MAX_WAYS = 16
MAX_CREDENTIAL = 1_024

_SEALED_KEY_SIZE = Secret.SIZE + aead.TAG_SIZE


class VaultKey(Secret):
    """The random key of a vault."""

    __slots__ = ()


class WayKind(IntEnum):
    """What opens a vault beside the password."""

    CARD = 1
    SECURITY_KEY = 2


@dataclass(frozen=True, slots=True)
class VaultPlace:
    """Whose vault it is, and its version: a sealed vault opens under no other."""

    sign_in_name: str
    mailbox_id: MailboxId
    key_id: KeyId
    counter: int

    def associated(self) -> bytes:
        """Return the associated data of both seals."""
        return encode([VERSION, self.sign_in_name, self.mailbox_id, self.key_id, self.counter])


@dataclass(frozen=True, slots=True)
class WayIn:
    """The vault key, sealed for one way in."""

    kind: WayKind
    credential: bytes
    counter: int
    nonce: bytes
    sealed: bytes

    def value(self) -> Value:
        """Return the array to encode."""
        return [int(self.kind), self.credential, self.counter, self.nonce, self.sealed]


@dataclass(frozen=True, slots=True)
class Vault:
    """A vault as uploaded; its signature is not verified yet."""

    place: VaultPlace
    nonce: bytes
    sealed: bytes
    ways: tuple[WayIn, ...]
    payload: bytes
    signature: bytes

    def to_bytes(self) -> bytes:
        """Return the upload."""
        return encode([self.payload, self.signature])


def seal_way(
    way: WayKey, place: VaultPlace, vault_key: VaultKey, credential: bytes = b"", *, random: Random = draw
) -> WayIn:
    """Return *vault_key* sealed by *way*; a way with a credential id is a security key's."""
    kind = WayKind.SECURITY_KEY if credential else WayKind.CARD
    nonce = random(aead.NONCE_SIZE)
    return WayIn(
        kind, credential, place.counter, nonce, aead.seal(way.reveal(), nonce, place.associated(), vault_key.reveal())
    )


def open_way(way: WayKey, vault: Vault) -> VaultKey:
    """Return the vault key by whichever way in *way* opens, or raise `ProtocolError`: wrong password, card or vault."""
    for way_in in vault.ways:
        try:
            place = replace(vault.place, counter=way_in.counter)
            return VaultKey(aead.open_sealed(way.reveal(), way_in.nonce, place.associated(), way_in.sealed))
        except ProtocolError:
            continue
    raise ProtocolError("vault: no way in opens")


def seal_vault(
    contents: VaultContents, place: VaultPlace, vault_key: VaultKey, ways: tuple[WayIn, ...], *, random: Random = draw
) -> Vault:
    """Return the signed upload of *contents*, under a fresh nonce."""
    nonce = random(aead.NONCE_SIZE)
    sealed = aead.seal(vault_key.reveal(), nonce, place.associated(), contents.encoded(place.counter))
    owner = (place.sign_in_name, place.mailbox_id, place.key_id, place.counter)
    fields = (VERSION, *owner, nonce, sealed, [way.value() for way in ways])
    payload = encode(dict(enumerate(fields, start=1)))
    return parse_vault(encode([payload, signed.sign(contents.signing, labels.VAULT, payload)]))


def parse_vault(data: bytes) -> Vault:
    """Return the upload that *data* encodes, strictly."""
    if len(data) > MAX_VAULT:
        raise ProtocolError("vault: too long")
    payload, signature = wire.tuple_of(decode(data), 2, "vault")
    raw = wire.some_bytes_of(payload, MAX_VAULT, "vault")
    fields = wire.map_of(decode(raw), wire.keys_to(8), "vault")
    if wire.uint_of(fields[1], "vault") != VERSION:
        raise ProtocolError("vault: version")
    place = VaultPlace(
        wire.text_of(fields[2], MAX_NAME, "sign-in name"),
        MailboxId.read(fields[3]),
        KeyId.read(fields[4]),
        wire.uint_of(fields[5], "counter"),
    )
    nonce = wire.bytes_of(fields[6], aead.NONCE_SIZE, "nonce")
    sealed = wire.some_bytes_of(fields[7], MAX_VAULT, "sealed vault")
    ways = tuple(_read_way(item) for item in wire.array_of(fields[8], MAX_WAYS, "ways"))
    return Vault(place, nonce, sealed, ways, raw, wire.bytes_of(signature, SIGNATURE_SIZE, "vault signature"))


def check_vault(vault: Vault, public: SigningPublic) -> None:
    """Accept an upload that the owner of the key has signed, or raise `ProtocolError`."""
    if vault.place.key_id != public.key_id:
        raise ProtocolError("vault: of another key")
    signed.verify(public, labels.VAULT, vault.payload, vault.signature)


def open_vault(vault: Vault, vault_key: VaultKey, least_counter: int = 0) -> VaultContents:
    """Return the contents; a counter below *least_counter*, the highest one remembered, is refused."""
    if vault.place.counter < least_counter:
        raise ProtocolError("vault: rolled back")
    associated = vault.place.associated()
    opened = aead.open_sealed(vault_key.reveal(), vault.nonce, associated, vault.sealed)
    contents = read_contents(opened, vault.place.counter)
    check_vault(vault, contents.signing.public)
    return contents


def _read_way(value: Value) -> WayIn:
    kind, credential, counter, nonce, sealed = wire.tuple_of(value, 5, "way in")
    known = wire.some_bytes_of(credential, MAX_CREDENTIAL, "credential")
    if wire.uint_of(kind, "way in") != (WayKind.SECURITY_KEY if known else WayKind.CARD):
        raise ProtocolError("vault: way in unknown")
    return WayIn(
        WayKind.SECURITY_KEY if known else WayKind.CARD,
        known,
        wire.uint_of(counter, "way in"),
        wire.bytes_of(nonce, aead.NONCE_SIZE, "way in"),
        wire.bytes_of(sealed, _SEALED_KEY_SIZE, "way in"),
    )
