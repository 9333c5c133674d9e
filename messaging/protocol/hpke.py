"""HPKE base mode (RFC 9180) with X-Wing (KEM 0x647A), HKDF-SHA256 (0x0001) and ChaCha20-Poly1305 (0x0003).

One suite, no negotiation. The aad is empty; info = `"entraide/1/" ‖ label ‖ 0x00 ‖ encode(context items)`. A sealed
object is `enc` (1,120 bytes) and the ciphertext with its tag (16 bytes). Base mode says nothing about who sealed.
"""

from collections.abc import Sequence

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from messaging.protocol import labels
from messaging.protocol.codec import Value, encode
from messaging.protocol.errors import ProtocolError
from messaging.protocol.keys import SealingKey, SealingPublic, is_low_order
from messaging.protocol.labels import Label

ENC_SIZE = 1120
TAG_SIZE = 16
OVERHEAD = ENC_SIZE + TAG_SIZE

_CURVE_PART = slice(1088, ENC_SIZE)
_SUITE = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)


def seal(public: SealingPublic, label: Label, context_items: Sequence[Value], plaintext: bytes) -> bytes:
    """Return *plaintext* sealed to *public*, 1,136 bytes longer."""
    return _SUITE.encrypt(plaintext, public.parsed, _info(label, context_items))


def open_sealed(private: SealingKey, label: Label, context_items: Sequence[Value], sealed: bytes) -> bytes:
    """Return what was sealed to *private* under the same label and context, or raise `ProtocolError`."""
    if len(sealed) < OVERHEAD or is_low_order(sealed[_CURVE_PART]):
        raise ProtocolError("sealed object: too short, or made with a low-order key")
    try:
        return _SUITE.decrypt(sealed, private.parsed, _info(label, context_items))
    except (InvalidTag, ValueError):
        raise ProtocolError("sealed object does not open") from None


def _info(label: Label, context_items: Sequence[Value]) -> bytes:
    return labels.prefix(label) + encode(context_items)
