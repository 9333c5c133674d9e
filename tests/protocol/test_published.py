"""The published vectors, run against what the protocol uses: Wycheproof, X-Wing, HPKE 0x647A, RFC 8032, RFC 6962."""

import base64
import hashlib
import hmac
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cryptography_vectors
import nacl.bindings as sodium
import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from nacl.exceptions import CryptoError

from messaging.protocol import hpke, signed
from messaging.protocol.digest import hkdf
from messaging.protocol.errors import ProtocolError
from messaging.protocol.keys import SealingKey, SealingPublic, SigningKey, SigningPublic, is_low_order
from messaging.protocol.log import verify_inclusion
from messaging.protocol.wire import Head
from tests.protocol.refusal import refused
from tests.shared import shared_path

pytestmark = pytest.mark.shared

PACKAGE = Path(cryptography_vectors.__file__).parent


def wycheproof(name: str) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    document = json.loads(shared_path(f"vectors/wycheproof/{name}_test.json").read_text())
    for group in document["testGroups"]:
        for case in group["tests"]:
            yield group, case


def raw(case: dict[str, Any], *names: str) -> list[bytes]:
    return [bytes.fromhex(case[name]) for name in names]


def verifies(public: bytes, message: bytes, signature: bytes) -> bool:
    try:
        signed.verify_bytes(SigningPublic(public), message, signature)
    except ProtocolError:
        return False
    return True


def test_wycheproof_ed25519_verdicts_are_ours() -> None:
    for group, case in wycheproof("ed25519"):
        public = bytes.fromhex(group["publicKey"]["pk"])
        assert verifies(public, *raw(case, "msg", "sig")) == (case["result"] == "valid"), case["tcId"]


def test_wycheproof_x25519_low_order_keys_are_refused_and_all_others_agree() -> None:
    for _, case in wycheproof("x25519"):
        public, private, shared = raw(case, "public", "private", "shared")
        low = is_low_order(public)
        assert low == (shared == bytes(32)), case["tcId"]
        if not low:
            key = X25519PrivateKey.from_private_bytes(private)
            assert key.exchange(X25519PublicKey.from_public_bytes(public)) == shared, case["tcId"]


def test_a_sealing_key_with_a_low_order_half_is_refused() -> None:
    lattice = SealingKey(bytes(32)).public.raw[:1184]
    points = {case["public"] for _, case in wycheproof("x25519") if case["shared"] == "00" * 32}
    assert len(points) >= 7
    for point in points:
        with refused("sealing public key"):
            SealingPublic(lattice + bytes.fromhex(point))


def test_wycheproof_xchacha20_poly1305_verdicts_are_ours() -> None:
    for group, case in wycheproof("xchacha20_poly1305"):
        if group["ivSize"] != "192":
            continue
        key, nonce, aad, message, sealed, tag = raw(case, "key", "iv", "aad", "msg", "ct", "tag")
        try:
            opened = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(sealed + tag, aad, nonce, key)
        except CryptoError:
            assert case["result"] == "invalid", case["tcId"]
        else:
            assert (opened, case["result"]) == (message, "valid"), case["tcId"]


def test_wycheproof_chacha20_poly1305_verdicts_are_those_of_the_aead_in_hpke() -> None:
    for group, case in wycheproof("chacha20_poly1305"):
        if group["ivSize"] != "96":
            continue
        key, nonce, aad, message, sealed, tag = raw(case, "key", "iv", "aad", "msg", "ct", "tag")
        try:
            opened = ChaCha20Poly1305(key).decrypt(nonce, sealed + tag, aad)
        except InvalidTag:
            assert case["result"] == "invalid", case["tcId"]
        else:
            assert (opened, case["result"]) == (message, "valid"), case["tcId"]


def test_wycheproof_hkdf_verdicts_are_ours() -> None:
    for _, case in wycheproof("hkdf_sha256"):
        if case["result"] == "valid":
            ikm, salt, info, okm = raw(case, "ikm", "salt", "info", "okm")
            assert hkdf(ikm, salt, info, int(case["size"])) == okm, case["tcId"]


def test_wycheproof_hmac_verdicts_are_those_of_the_standard_library() -> None:
    for group, case in wycheproof("hmac_sha256"):
        key, message, tag = raw(case, "key", "msg", "tag")
        size = int(group["tagSize"]) // 8
        assert (hmac.digest(key, message, "sha256")[:size] == tag) == (case["result"] == "valid"), case["tcId"]


def test_rfc_8032_signatures_are_ours() -> None:
    for line in (PACKAGE / "asymmetric" / "Ed25519" / "sign.input").read_text().splitlines():
        private, public, message, both = (bytes.fromhex(part) for part in line.split(":")[:4])
        key = SigningKey(private[:32])
        assert key.public.raw == public
        assert key.sign_bytes(message) == both[:64]
        assert verifies(public, message, both[:64])


def xwing_shared_secret(seed: bytes, encapsulated: bytes) -> bytes:
    """Follow the text of the X-Wing draft with the two halves as the key types stretch them."""
    stretched = hashlib.shake_256(seed).digest(96)
    curve = X25519PrivateKey.from_private_bytes(stretched[64:])
    first = MLKEM768PrivateKey.from_seed_bytes(stretched[:64]).decapsulate(encapsulated[:1088])
    second = curve.exchange(X25519PublicKey.from_public_bytes(encapsulated[1088:]))
    ending = encapsulated[1088:] + curve.public_key().public_bytes_raw() + b"\\.//^\\"
    return hashlib.sha3_256(first + second + ending).digest()


def test_x_wing_keys_and_secrets_are_the_published_ones() -> None:
    for case in json.loads(shared_path("vectors/xwing.json").read_text()):
        seed, public, encapsulated, secret = raw(case, "seed", "pk", "ct", "ss")
        assert SealingKey(seed).public.raw == public
        assert xwing_shared_secret(seed, encapsulated) == secret


def key_schedule(shared: bytes, info: bytes) -> tuple[bytes, bytes]:
    """Return key and nonce of RFC 9180, section 5.1, in base mode."""
    suite = b"HPKE" + bytes.fromhex("647a00010003")

    def extract(salt: bytes, label: bytes, ikm: bytes) -> bytes:
        return hmac.digest(salt, b"HPKE-v1" + suite + label + ikm, "sha256")

    def expand(secret: bytes, label: bytes, length: int) -> bytes:
        named = length.to_bytes(2, "big") + b"HPKE-v1" + suite + label + context
        return hmac.digest(secret, named + b"\x01", "sha256")[:length]

    context = b"\x00" + extract(b"", b"psk_id_hash", b"") + extract(b"", b"info_hash", info)
    secret = extract(shared, b"secret", b"")
    return expand(secret, b"key", 32), expand(secret, b"base_nonce", 12)


def test_hpke_with_x_wing_is_the_published_one() -> None:
    cases = json.loads((PACKAGE / "HPKE" / "hpke-pq-test-vectors.json").read_text())
    ours = [case for case in cases if (case["kem_id"], case["kdf_id"], case["aead_id"]) == (0x647A, 1, 3)]
    assert ours
    for case in ours:
        seed, public, encapsulated, shared, info = raw(case, "skRm", "pkRm", "enc", "shared_secret", "info")
        key, nonce = key_schedule(shared, info)
        assert SealingKey(seed).public.raw == public
        assert xwing_shared_secret(seed, encapsulated) == shared
        assert [key.hex(), nonce.hex()] == [case["key"], case["base_nonce"]]
        for use in case["encryptions"]:
            aad, text, number, sealed = raw(use, "aad", "pt", "nonce", "ct")
            assert ChaCha20Poly1305(key).encrypt(number, text, aad) == sealed
        # The vectors have associated data, which our suite never has: seal the first text without, and open it.
        sealed = encapsulated + ChaCha20Poly1305(key).encrypt(nonce, b"text", b"")
        assert hpke._SUITE.decrypt(sealed, SealingKey(seed).parsed, info) == b"text"


def test_published_inclusion_proofs_have_the_published_verdicts() -> None:
    files = sorted(shared_path("vectors/merkle/inclusion").rglob("*.json"))
    assert len(files) > 50
    for file in files:
        case = json.loads(file.read_text())
        proof = [base64.b64decode(node) for node in case["proof"] or []]
        head = Head(case["treeSize"], base64.b64decode(case["root"] or ""))
        leaf = base64.b64decode(case["leafHash"] or "")
        try:
            verify_inclusion(leaf, case["leafIdx"], proof, head)
        except ProtocolError:
            assert case["wantErr"], file
        else:
            assert not case["wantErr"], file
