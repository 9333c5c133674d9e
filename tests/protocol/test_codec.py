from typing import Any

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from messaging.protocol.codec import INTEGER_LIMIT, MAX_DEPTH, Value, decode, encode, extend_map, shorten_map
from messaging.protocol.errors import ProtocolError
from messaging.protocol.identifiers import KeyId
from messaging.protocol.links import Role
from tests.protocol.refusal import refused

numbers = st.integers(0, INTEGER_LIMIT - 1)
leaves = st.one_of(
    numbers, st.binary(max_size=300), st.text(max_size=100), st.booleans(), st.none(), st.sampled_from([23, 24, 255])
)
values = st.recursive(
    leaves,
    lambda inner: st.one_of(st.lists(inner, max_size=5), st.dictionaries(numbers, inner, max_size=5)),
    max_leaves=20,
).filter(lambda value: depth_of(value) <= MAX_DEPTH)


def depth_of(value: Value) -> int:
    if isinstance(value, dict):
        value = list(value.values())
    return 1 + max(map(depth_of, value), default=0) if isinstance(value, list) else 0


def nested(depth: int) -> list[Any]:
    value: list[Any] = []
    for _ in range(depth - 1):
        value = [value]
    return value


@given(values)
def test_what_is_encoded_is_decoded_to_the_same_value(value: Value) -> None:
    assert decode(encode(value)) == value


@given(values)
def test_an_encoding_is_the_canonical_one_of_a_general_codec(value: Value) -> None:
    assert encode(value) == cbor2.dumps(value, canonical=True)


@given(st.binary(max_size=40))
def test_whatever_is_accepted_is_its_own_only_encoding_and_means_the_same_to_others(data: bytes) -> None:
    try:
        value = decode(data)
    except ProtocolError:
        return
    assert encode(value) == data
    assert cbor2.loads(data) == value


@given(values, st.data())
def test_a_changed_encoding_is_refused_or_is_the_encoding_of_what_it_gives(value: Value, data: st.DataObject) -> None:
    encoded = bytearray(encode(value))
    place = data.draw(st.integers(0, len(encoded) - 1))
    encoded[place] = data.draw(st.integers(0, 255))
    try:
        changed = decode(bytes(encoded))
    except ProtocolError:
        return
    assert encode(changed) == bytes(encoded)


@given(values)
def test_a_truncated_encoding_is_refused(value: Value) -> None:
    encoded = encode(value)
    for end in range(len(encoded)):
        with refused():
            decode(encoded[:end])


def test_eight_levels_are_read_and_written_and_nine_are_not() -> None:
    assert decode(encode(nested(8))) == nested(8)
    with refused("too deep"):
        encode(nested(9))
    with refused("too deep"):
        encode({1: nested(8)})
    with refused("too deep"):
        decode(b"\x81" * 8 + b"\x80")
    with refused("too deep"):
        decode(b"\x81" * 8 + b"\xa0")


def test_a_map_counts_as_a_level_like_an_array() -> None:
    assert decode(encode({1: nested(7)})) == {1: nested(7)}
    with refused("too deep"):
        encode([nested(7), [[[[[[[{}]]]]]]]])


def test_a_lone_surrogate_is_refused_before_encoding() -> None:
    with refused("surrogate"):
        encode("\ud800")


def test_a_byte_order_mark_is_kept() -> None:
    assert decode(encode("\ufefftext")) == "\ufefftext"


@pytest.mark.parametrize(
    "value", [-1, INTEGER_LIMIT, 1.5, {"key": 1}, {True: 1}, {-1: 1}, {INTEGER_LIMIT: 1}, bytearray(b"x"), object()]
)
def test_what_the_subset_cannot_hold_is_refused(value: Any) -> None:
    with refused("encode"):
        encode(value)


def test_identifiers_and_enumerations_are_written_as_what_they_are_made_of() -> None:
    assert encode([KeyId(bytes(16)), Role.READER]) == encode([bytes(16), 3])


def test_tuples_are_arrays() -> None:
    assert encode((1, (2,))) == encode([1, [2]])


def test_the_order_in_which_a_map_was_made_does_not_matter() -> None:
    assert encode({3: 1, 1: 2}) == encode({1: 2, 3: 1})


@given(
    st.dictionaries(st.integers(0, 9), leaves, max_size=8), st.dictionaries(st.integers(10, 400), leaves, max_size=8)
)
def test_a_map_is_extended_and_shortened_without_encoding_it_twice(
    first: dict[int, Value], last: dict[int, Value]
) -> None:
    whole = encode({**first, **last})
    assert extend_map(encode(first), last) == whole
    assert shorten_map(whole, last) == encode(first)
