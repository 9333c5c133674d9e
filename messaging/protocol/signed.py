"""Signed objects: `[payload, signature]`, the signature over `"entraide/1/" ‖ label ‖ 0x00 ‖ payload` (Ed25519).

libsodium verifies, so a signature that is not reduced and a key of small order are refused, in both languages alike.
"""

import nacl.bindings as sodium
from nacl.exceptions import BadSignatureError

from messaging.protocol import labels
from messaging.protocol.errors import ProtocolError
from messaging.protocol.keys import SIGNATURE_SIZE, SigningKey, SigningPublic
from messaging.protocol.labels import Label


def sign(key: SigningKey, label: Label, payload: bytes) -> bytes:
    """Return the signature of *key* over *payload*, good under *label* alone."""
    return key.sign_bytes(labels.prefix(label) + payload)


def verify(public: SigningPublic, label: Label, payload: bytes, signature: bytes) -> None:
    """Accept *signature* in silence, or raise `ProtocolError`."""
    verify_bytes(public, labels.prefix(label) + payload, signature)


def verify_bytes(public: SigningPublic, message: bytes, signature: bytes) -> None:
    """Accept *signature* over exactly *message*, as the log's checkpoints need, or raise `ProtocolError`."""
    if len(signature) != SIGNATURE_SIZE:
        raise ProtocolError("signature: wrong length")
    try:
        sodium.crypto_sign_open(signature + message, public.raw)
    except BadSignatureError:
        raise ProtocolError("signature does not hold") from None
