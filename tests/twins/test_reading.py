"""Both accept the same byte strings as each kind of object, and write them again alike."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from messaging.protocol.codec import decode, encode
from messaging.protocol.padding import pad, padme_length
from tests.twins.mutants import VALUES, changed_bytes, changed_encoding
from tests.twins.objects import MANY, PLAIN, SECOND, SIGNED, assert_same
from tests.twins.twin import REFUSED, Twin


@MANY
@given(data=st.one_of(VALUES.map(encode), VALUES.flatmap(changed_encoding), st.binary(max_size=24)))
def test_both_accept_the_same_encodings_and_write_them_alike(twin: Twin, data: bytes) -> None:
    assert_same(twin, "value", data)


@pytest.mark.parametrize("name", [*SIGNED, *PLAIN])
def test_a_good_object_is_read_by_both(twin: Twin, name: str) -> None:
    assert assert_same(twin, *{**SIGNED, **PLAIN}[name]) != REFUSED


@pytest.mark.parametrize("name", SIGNED)
@MANY
@given(data=st.data())
def test_both_refuse_the_same_payloads_of_a_signed_object(twin: Twin, name: str, data: st.DataObject) -> None:
    kind, good = SIGNED[name]
    payload, *rest = decode(good)  # type: ignore[misc]
    fields: Any = decode(payload)  # type: ignore[arg-type]
    changed = data.draw(changed_encoding(fields))
    assert_same(twin, kind, encode([changed, *rest]))


@pytest.mark.parametrize("name", [*SIGNED, *PLAIN])
@MANY
@given(data=st.data())
def test_both_refuse_the_same_objects(twin: Twin, name: str, data: st.DataObject) -> None:
    kind, good = {**SIGNED, **PLAIN}[name]
    assert_same(twin, kind, data.draw(changed_encoding(decode(good))))


@MANY
@given(data=st.data())
def test_both_refuse_the_same_parts_of_a_message(twin: Twin, data: st.DataObject) -> None:
    assert_same(twin, "parts", data.draw(changed_encoding(decode(SECOND))))


@MANY
@given(data=st.data())
def test_both_take_the_same_paddings(twin: Twin, data: st.DataObject) -> None:
    padded = pad(bytes(data.draw(st.integers(0, 2_000))))
    assert_same(twin, "padded", data.draw(st.one_of(st.just(padded), changed_bytes(padded))))


@MANY
@given(length=st.integers(0, 2**50))
def test_both_pad_to_the_same_lengths(twin: Twin, length: int) -> None:
    assert twin.ask("padme", length=length) == padme_length(length)
