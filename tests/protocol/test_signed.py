import pytest

from messaging.protocol import labels, signed
from messaging.protocol.keys import SigningKey, SigningPublic
from tests.protocol.refusal import flipped, refused

SIGNATURE_LABELS = [labels.LINK, labels.AGREE, labels.ENROL, labels.ENVELOPE, labels.VAULT]
KEY = SigningKey(bytes(32))
ORDER = (1 << 252) + 27742317777372353535851937790883648493


@pytest.mark.parametrize("label", SIGNATURE_LABELS)
def test_a_signature_holds_under_its_label_and_fails_under_every_other(label: labels.Label) -> None:
    signature = signed.sign(KEY, label, b"payload")
    signed.verify(KEY.public, label, b"payload", signature)
    for other in SIGNATURE_LABELS:
        if other != label:
            with refused("signature"):
                signed.verify(KEY.public, other, b"payload", signature)


def test_a_signature_of_another_key_is_refused() -> None:
    signature = signed.sign(SigningKey(b"\x01" * 32), labels.LINK, b"payload")
    with refused("signature"):
        signed.verify(KEY.public, labels.LINK, b"payload", signature)


def test_one_changed_bit_of_payload_or_signature_is_refused() -> None:
    signature = signed.sign(KEY, labels.LINK, b"payload")
    for bit in range(8 * 64):
        with refused("signature"):
            signed.verify(KEY.public, labels.LINK, b"payload", flipped(signature, bit))
    for bit in range(8 * 7):
        with refused("signature"):
            signed.verify(KEY.public, labels.LINK, flipped(b"payload", bit), signature)


def test_a_signature_that_is_not_reduced_is_refused() -> None:
    signature = signed.sign(KEY, labels.LINK, b"payload")
    scalar = int.from_bytes(signature[32:], "little") + ORDER
    with refused("signature"):
        signed.verify(KEY.public, labels.LINK, b"payload", signature[:32] + scalar.to_bytes(32, "little"))


@pytest.mark.parametrize("size", [0, 63, 65])
def test_a_signature_of_another_length_is_refused(size: int) -> None:
    with refused("length"):
        signed.verify(KEY.public, labels.LINK, b"payload", bytes(size))


@pytest.mark.parametrize(
    "point",
    [
        "00" * 32,
        "01" + "00" * 31,
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "ec" + "ff" * 30 + "7f",
        "ee" + "ff" * 30 + "7f",
        "02" + "00" * 31,
        "00" * 31,
    ],
)
def test_a_signing_key_of_small_order_or_off_the_curve_is_refused(point: str) -> None:
    with refused("signing public key"):
        SigningPublic(bytes.fromhex(point))
