import pytest

from messaging.protocol import hpke, labels
from messaging.protocol.keys import SealingKey
from tests.protocol.refusal import flipped, refused

KEY = SealingKey(bytes(32))


def test_what_is_sealed_is_opened_by_its_key() -> None:
    sealed = hpke.seal(KEY.public, labels.STANZA, [1, b"x"], b"secret")
    assert hpke.open_sealed(KEY, labels.STANZA, [1, b"x"], sealed) == b"secret"
    assert len(sealed) == hpke.OVERHEAD + 6


def test_two_seals_of_one_text_differ() -> None:
    assert hpke.seal(KEY.public, labels.STANZA, [], b"") != hpke.seal(KEY.public, labels.STANZA, [], b"")


def test_another_key_label_or_context_does_not_open() -> None:
    sealed = hpke.seal(KEY.public, labels.STANZA, [1], b"secret")
    with refused("open"):
        hpke.open_sealed(SealingKey(b"\x01" * 32), labels.STANZA, [1], sealed)
    with refused("open"):
        hpke.open_sealed(KEY, labels.BUNDLE, [1], sealed)
    with refused("open"):
        hpke.open_sealed(KEY, labels.STANZA, [2], sealed)


def test_a_changed_bit_anywhere_does_not_open() -> None:
    sealed = hpke.seal(KEY.public, labels.STANZA, [1], b"s")
    for bit in range(0, 8 * len(sealed), 41):
        with refused():
            hpke.open_sealed(KEY, labels.STANZA, [1], flipped(sealed, bit))


@pytest.mark.parametrize("size", [0, 1, 1119, 1120, 1135])
def test_what_is_too_short_is_refused(size: int) -> None:
    with refused("short"):
        hpke.open_sealed(KEY, labels.STANZA, [], bytes(size))


def test_a_low_order_key_of_the_sealer_is_refused() -> None:
    sealed = bytearray(hpke.seal(KEY.public, labels.STANZA, [], b""))
    sealed[1088:1120] = bytes(32)
    with refused("low-order"):
        hpke.open_sealed(KEY, labels.STANZA, [], bytes(sealed))
