import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from messaging.protocol.padding import MIN_LENGTH, is_padme_length, pad, padme_length, unpad
from tests.protocol.refusal import refused


@given(st.binary(max_size=3_000))
def test_what_is_padded_is_unpadded(content: bytes) -> None:
    padded = pad(content)
    assert unpad(padded) == content
    assert is_padme_length(len(padded))
    assert len(padded) > len(content)


@given(st.integers(257, 1 << 40))
def test_a_length_grows_by_at_most_twelve_percent(length: int) -> None:
    assert length <= padme_length(length) <= math.ceil(length * 1.12)


@given(st.integers(257, 1 << 30))
def test_a_length_is_that_of_the_published_formula(length: int) -> None:
    exponent = math.floor(math.log2(length))
    zeros = exponent - (math.floor(math.log2(exponent)) + 1)
    assert padme_length(length) == math.ceil(length / (1 << zeros)) * (1 << zeros)


@given(st.integers(0, 1 << 40))
def test_padding_a_padded_length_changes_nothing(length: int) -> None:
    assert padme_length(padme_length(length)) == padme_length(length)


def test_short_contents_all_have_one_length() -> None:
    assert {len(pad(bytes(size))) for size in range(256)} == {MIN_LENGTH}


@pytest.mark.parametrize("length", [0, 255, 257, 259, 1_025])
def test_other_lengths_are_recognised(length: int) -> None:
    assert not is_padme_length(length)


@pytest.mark.parametrize(
    "padded",
    [b"", bytes(256), b"a\x80", b"a\x80" + bytes(270), b"a\x81" + bytes(254), b"a\x80" + bytes(253) + b"\x01"],
    ids=["nothing", "no mark", "too short", "longer than needed", "another mark", "a byte after the mark"],
)
def test_any_other_padding_is_refused(padded: bytes) -> None:
    with refused("padding"):
        unpad(padded)


def test_nothing_is_compressed() -> None:
    assert len(pad(b"a" * 100_000)) >= 100_000
