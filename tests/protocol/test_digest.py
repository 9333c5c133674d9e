import hashlib

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from hypothesis import given
from hypothesis import strategies as st

from messaging.protocol import labels
from messaging.protocol.digest import derive, digits, hash_of, hkdf, key_id, mailbox_id, object_id
from messaging.protocol.identifiers import KeyId, MailboxId


@given(st.binary(min_size=1, max_size=64), st.binary(max_size=64), st.integers(1, 255 * 32))
def test_key_derivation_is_that_of_another_library(key: bytes, info: bytes, length: int) -> None:
    assert hkdf(key, bytes(32), info, length) == HKDF(SHA256(), length, bytes(32), info).derive(key)


def test_the_label_and_the_context_are_the_info() -> None:
    expected = HKDF(SHA256(), 32, bytes(32), b"entraide/1/body\x00context").derive(b"k" * 32)
    assert derive(b"k" * 32, labels.BODY, b"context") == expected


def test_a_key_derived_for_one_purpose_is_no_other() -> None:
    purposes = [labels.BODY, labels.COMMIT, labels.MESSAGE, labels.SIGN_IN, labels.VAULT, labels.VAULT_PRF]
    assert len({derive(bytes(32), label) for label in purposes}) == len(purposes)


def test_the_hash_of_a_link_is_not_that_of_an_envelope() -> None:
    assert hash_of(labels.LINK, b"payload") == hashlib.sha256(b"entraide/1/link\x00payload").digest()
    assert hash_of(labels.LINK, b"payload") != hash_of(labels.ENVELOPE, b"payload")


def test_identifiers_of_two_kinds_differ_for_the_same_bytes() -> None:
    assert key_id(b"x") == KeyId(hashlib.sha256(b"key\x00x").digest()[:16])
    assert mailbox_id(b"x") == MailboxId(hashlib.sha256(b"mailbox\x00x").digest()[:16])
    assert object_id(labels.SALT, b"x") not in {key_id(b"x"), mailbox_id(b"x")}


def test_digits_follow_the_text_of_the_design() -> None:
    seed = b"safety\x00" + b"\x81\x01"
    state = seed
    for _ in range(5_200):
        state = hashlib.sha512(state + seed).digest()
    first = int.from_bytes(state[:5], "big") % 100_000
    groups = digits(labels.SAFETY, [1])
    assert groups[0] == f"{first:05}"
    assert [len(group) for group in groups] == [5] * 6


def test_digits_for_enrolling_are_not_the_safety_number() -> None:
    assert digits(labels.SAFETY, [1]) != digits(labels.ENROL_DIGITS, [1])


def test_every_label_has_one_purpose() -> None:
    names = {name: value for name, value in vars(labels).items() if name.isupper() and name != "PREFIX"}
    # The digits for enrolling have a word that a signature has, too: they stand without the prefix.
    assert names.pop("ENROL_DIGITS") == names["ENROL"]
    assert len(set(names.values())) == len(names)
    assert all(value.isascii() for value in names.values())
