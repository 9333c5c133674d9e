"""What is made of a password in the client, so that the server never sees it (section 8).

`p = Argon2id(password in NFC, salt)`; `KDF(p, "sign-in")` is sent, and the vault's way in derives from p and a second
secret. The bounds of the cost are compiled in: a server that asks for less is refused.
"""

import unicodedata
from dataclasses import dataclass

import nacl.bindings as sodium

from messaging.protocol import digest, labels
from messaging.protocol.codec import encode
from messaging.protocol.errors import ProtocolError
from messaging.protocol.keys import CardSecret, Secret

MIN_PASSES, MAX_PASSES = 3, 10
MIN_MEBIBYTES, MAX_MEBIBYTES = 64, 1024
SERVER_SALT_SIZE = 16

_MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess at a password costs; outside 3 to 10 passes and 64 to 1,024 MiB it raises `ProtocolError`."""

    passes: int = MIN_PASSES
    mebibytes: int = MIN_MEBIBYTES

    def __post_init__(self) -> None:
        if not (MIN_PASSES <= self.passes <= MAX_PASSES and MIN_MEBIBYTES <= self.mebibytes <= MAX_MEBIBYTES):
            raise ProtocolError("password: cost outside the compiled bounds")


class Stretched(Secret):
    """A password after Argon2id."""

    __slots__ = ()


class SignInKey(Secret):
    """What is sent to sign in."""

    __slots__ = ()


class WayKey(Secret):
    """What seals the vault key for one way in."""

    __slots__ = ()


def password_salt(sign_in_name: str, server_bytes: bytes) -> bytes:
    """Return the 16 bytes of salt for a name and the 16 bytes that the server keeps for it."""
    if len(server_bytes) != SERVER_SALT_SIZE:
        raise ProtocolError("password: server salt of another length")
    return digest.object_id(labels.SALT, encode([sign_in_name, server_bytes]))


def stretch(password: str, salt: bytes, cost: Cost) -> Stretched:
    """Return the stretched password; takes some tenths of a second on purpose."""
    typed = unicodedata.normalize("NFC", password)
    try:
        raw = typed.encode("utf-8")
    except UnicodeEncodeError:
        raise ProtocolError("password: lone surrogate") from None
    return Stretched(
        sodium.crypto_pwhash_alg(
            Stretched.SIZE,
            raw,
            salt,
            cost.passes,
            cost.mebibytes * _MEBIBYTE,
            sodium.crypto_pwhash_ALG_ARGON2ID13,
        )
    )


def sign_in_key(stretched: Stretched) -> SignInKey:
    """Return what the client sends to sign in; the server hashes it again."""
    return SignInKey(digest.derive(stretched.reveal(), labels.SIGN_IN))


def card_way(stretched: Stretched, card: CardSecret) -> WayKey:
    """Return the key of the way in by password and card."""
    return WayKey(digest.derive(stretched.reveal() + card.reveal(), labels.VAULT))


def security_key_way(stretched: Stretched, prf_output: bytes) -> WayKey:
    """Return the key of the way in by password and the 32 bytes that a security key's PRF gives."""
    return WayKey(digest.derive(stretched.reveal() + prf_output, labels.VAULT_PRF))
