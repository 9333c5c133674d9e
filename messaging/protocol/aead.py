"""XChaCha20-Poly1305 (libsodium), in which bodies and vaults are sealed.

It does not bind its key: one ciphertext can be made to open under two keys. Where several hold the key, a commitment
stands beside it.
"""

import nacl.bindings as sodium
from nacl.exceptions import CryptoError

from messaging.protocol.errors import ProtocolError

NONCE_SIZE = 24
TAG_SIZE = 16


def seal(key: bytes, nonce: bytes, associated: bytes, plaintext: bytes) -> bytes:
    """Return *plaintext* sealed, 16 bytes longer, bound to *associated*."""
    return sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plaintext, associated, nonce, key)


def open_sealed(key: bytes, nonce: bytes, associated: bytes, sealed: bytes) -> bytes:
    """Return what was sealed under the same key, nonce and associated data, or raise `ProtocolError`."""
    if len(sealed) < TAG_SIZE:
        raise ProtocolError("sealed text: too short")
    try:
        return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(sealed, associated, nonce, key)
    except CryptoError:
        raise ProtocolError("sealed text does not open") from None
