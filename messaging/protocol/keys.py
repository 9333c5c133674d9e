"""Public keys and secrets, each with its own type that cannot be made wrong (section 2).

Secrets are no bytes: they compare in equal time, print as their name alone, and give their bytes only to who calls
`reveal`.
"""

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Self

import nacl.bindings as sodium
from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from nacl.utils import random as draw

from messaging.protocol import digest, labels
from messaging.protocol.errors import ProtocolError
from messaging.protocol.identifiers import KeyId

SEED_SIZE = 32
SIGNING_PUBLIC_SIZE = 32
SEALING_PUBLIC_SIZE = 1216
SIGNATURE_SIZE = 64
_MLKEM_PUBLIC_SIZE = 1184
_MLKEM_SEED_SIZE = 64

Random = Callable[[int], bytes]


class SigningPublic:
    """An Ed25519 public key: canonical, on the curve, in the group of prime order."""

    __slots__ = ("key_id", "raw")

    def __init__(self, raw: bytes) -> None:
        if len(raw) != SIGNING_PUBLIC_SIZE or not sodium.crypto_core_ed25519_is_valid_point(raw):
            raise ProtocolError("signing public key")
        self.raw = raw
        self.key_id = digest.key_id(raw)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SigningPublic) and other.raw == self.raw

    def __hash__(self) -> int:
        return hash(self.raw)

    def __repr__(self) -> str:
        return f"SigningPublic({self.key_id})"


# The X25519 points of order 1, 2, 4 and 8 and the other spellings of them, as in libsodium.
_LOW_ORDER = frozenset(
    bytes.fromhex(point)
    for point in (
        "00" * 32,
        "01" + "00" * 31,
        "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
        "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
        "ec" + "ff" * 30 + "7f",
        "ed" + "ff" * 30 + "7f",
        "ee" + "ff" * 30 + "7f",
    )
)


def is_low_order(point: bytes) -> bool:
    """Say whether an X25519 public key would give a shared secret that everybody knows."""
    return point[:31] + bytes((point[31] & 0x7F,)) in _LOW_ORDER


class SealingPublic:
    """An X-Wing public key, 1,216 bytes: ML-KEM-768 with coefficients below 3329, then X25519 of no low order."""

    __slots__ = ("parsed", "raw")

    def __init__(self, raw: bytes) -> None:
        if len(raw) != SEALING_PUBLIC_SIZE or is_low_order(raw[_MLKEM_PUBLIC_SIZE:]):
            raise ProtocolError("sealing public key")
        try:
            lattice = MLKEM768PublicKey.from_public_bytes(raw[:_MLKEM_PUBLIC_SIZE])
        except ValueError:
            raise ProtocolError("sealing public key: coefficient out of range") from None
        curve = X25519PublicKey.from_public_bytes(raw[_MLKEM_PUBLIC_SIZE:])
        self.raw = raw
        self.parsed = hpke.MLKEM768X25519PublicKey(lattice, curve)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SealingPublic) and other.raw == self.raw

    def __hash__(self) -> int:
        return hash(self.raw)

    def __repr__(self) -> str:
        return f"SealingPublic({digest.sha256(self.raw)[:8].hex()})"


class Secret:
    """Thirty-two bytes that are never printed, hashed or pickled."""

    SIZE: ClassVar[int] = SEED_SIZE
    __slots__ = ("_value",)

    def __init__(self, value: bytes) -> None:
        if len(value) != self.SIZE:
            raise ProtocolError(f"{type(self).__name__}: wrong length")
        self._value = bytes(value)

    @classmethod
    def generate(cls, random: Random = draw) -> Self:
        """Return a new secret from *random*."""
        return cls(random(cls.SIZE))

    def reveal(self) -> bytes:
        """Return the bytes, to be sealed, printed on a card, or derived from."""
        return self._value

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and hmac.compare_digest(self._value, other._value)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"

    def __reduce__(self) -> str:
        raise TypeError(f"a {type(self).__name__} is not pickled")


class SigningKey(Secret):
    """An Ed25519 private key, from its seed."""

    __slots__ = ("_expanded", "public")

    def __init__(self, value: bytes) -> None:
        super().__init__(value)
        raw, self._expanded = sodium.crypto_sign_seed_keypair(self._value)
        self.public = SigningPublic(raw)

    @property
    def key_id(self) -> KeyId:
        """Return the identifier of the public half."""
        return self.public.key_id

    def sign_bytes(self, message: bytes) -> bytes:
        """Return the signature over exactly *message*; `signed.sign` is what binds a label."""
        return sodium.crypto_sign(message, self._expanded)[:SIGNATURE_SIZE]


class SealingKey(Secret):
    """An X-Wing private key, from its seed, which SHAKE-256 stretches to the seeds of both halves."""

    __slots__ = ("parsed", "public")

    def __init__(self, value: bytes) -> None:
        super().__init__(value)
        stretched = hashlib.shake_256(self._value).digest(_MLKEM_SEED_SIZE + SEED_SIZE)
        lattice = MLKEM768PrivateKey.from_seed_bytes(stretched[:_MLKEM_SEED_SIZE])
        curve = X25519PrivateKey.from_private_bytes(stretched[_MLKEM_SEED_SIZE:])
        self.parsed = hpke.MLKEM768X25519PrivateKey(lattice, curve)
        self.public = SealingPublic(lattice.public_key().public_bytes_raw() + curve.public_key().public_bytes_raw())


class EpochSeed(SealingKey):
    """The X-Wing key of one epoch of a mailbox, held by every active officer and the kit."""

    __slots__ = ()


class CardSecret(Secret):
    """What is printed on an officer's card; with the password it opens the vault."""

    __slots__ = ()


class MessageKey(Secret):
    """The key of one message, from which its body key and its commitment derive."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class PublicKeys:
    """Both public keys of an officer or a kit."""

    signing: SigningPublic
    sealing: SealingPublic

    @property
    def key_id(self) -> KeyId:
        """Return the identifier under which the chain knows this pair."""
        return self.signing.key_id


@dataclass(frozen=True, slots=True)
class PrivateKeys:
    """Both private keys of an officer or a kit."""

    signing: SigningKey
    sealing: SealingKey

    @classmethod
    def generate(cls, random: Random = draw) -> Self:
        """Return a new officer's keys, drawn in this order: signing, sealing."""
        return cls(SigningKey.generate(random), SealingKey.generate(random))

    @property
    def public(self) -> PublicKeys:
        """Return the public halves."""
        return PublicKeys(self.signing.public, self.sealing.public)

    @property
    def key_id(self) -> KeyId:
        """Return the identifier under which the chain knows this pair."""
        return self.signing.key_id


class KitSecret(Secret):
    """What is printed in an authority's recovery kit: the root of its chain."""

    __slots__ = ()

    def keys(self) -> PrivateKeys:
        """Return the kit's two private keys."""
        return PrivateKeys(
            SigningKey(digest.derive(self._value, labels.KIT_SIGNING)),
            SealingKey(digest.derive(self._value, labels.KIT_SEALING)),
        )
