"""Values and bytes that are nearly right: one thing of a good object is changed, wherever it stands."""

from typing import Any

from hypothesis import strategies as st

from messaging.protocol.codec import encode

LEAVES: st.SearchStrategy[Any] = st.one_of(
    st.sampled_from([0, 1, 2, 3, 8, 24, 64, 2**32, 2**53 - 1, True, False, None, "", "FR", "f\u00e9", b"", [], {}]),
    st.sampled_from([bytes(16), bytes(24), bytes(32), bytes(64), b"\xff" * 32]),
    st.integers(0, 2**53 - 1),
    st.binary(max_size=40),
    st.text(max_size=8),
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(st.lists(inner, max_size=5), st.dictionaries(st.integers(0, 2**53 - 1), inner, max_size=5)),
    max_leaves=12,
)


@st.composite
def changed_value(draw: st.DrawFn, value: Any) -> Any:
    """Return *value* with one thing in it changed."""
    if isinstance(value, list | dict) and value and draw(st.integers(0, 5)):
        return draw(changed_within(value))
    return draw(st.one_of(LEAVES, changed_here(value)))


@st.composite
def changed_within(draw: st.DrawFn, value: Any) -> Any:
    """Return an array or map with one of its items changed."""
    key = draw(st.sampled_from(range(len(value)) if isinstance(value, list) else sorted(value)))
    copy = value.copy()
    copy[key] = draw(changed_value(value[key]))
    return copy


def changed_here(value: Any) -> st.SearchStrategy[Any]:
    """Return strategies for what is close to *value* itself."""
    if isinstance(value, bool) or value is None:
        return st.sampled_from([0, 1, None, True, False])
    if isinstance(value, int):
        return st.sampled_from([max(0, value - 1), min(value + 1, 2**53 - 1), value * 2 % 2**53])
    if isinstance(value, bytes):
        return changed_bytes(value)
    if isinstance(value, str):
        return st.sampled_from([value + "\u00e9", value[:-1], value.lower(), "\ufeff" + value, value * 200])
    if isinstance(value, list):
        return changed_list(value)
    return changed_map(value)


@st.composite
def changed_list(draw: st.DrawFn, value: list[Any]) -> list[Any]:
    """Return an array with an item dropped, doubled, moved or added."""
    at = draw(st.integers(0, len(value)))
    added = [*value[:at], draw(LEAVES), *value[at:]]
    return draw(
        st.sampled_from(
            [value[:at] + value[at + 1 :], value[: at + 1] + value[at:], value[at:] + value[:at], added, value[::-1]]
        )
    )


@st.composite
def changed_map(draw: st.DrawFn, value: dict[int, Any]) -> dict[int, Any]:
    """Return a map with a key dropped, added, or carrying what another key carries."""
    keys = sorted(value)
    one = draw(st.sampled_from(keys)) if keys else 0
    dropped = {key: item for key, item in value.items() if key != one}
    added = {**value, draw(st.integers(0, 25)): draw(LEAVES)}
    carried = {**value, one: value[draw(st.sampled_from(keys))]} if keys else {}
    return draw(st.sampled_from([dropped, added, carried]))


@st.composite
def changed_bytes(draw: st.DrawFn, data: bytes) -> bytes:
    """Return *data* with a bit flipped, a byte put in or taken out, or its end cut off."""
    at = draw(st.integers(0, max(0, len(data) - 1)))
    flipped = bytes((data[at] ^ 1 << draw(st.integers(0, 7)),)) if data else b"\x00"
    byte = bytes((draw(st.integers(0, 255)),))
    return draw(
        st.sampled_from(
            [
                data[:at] + flipped + data[at + 1 :],
                data[:at] + byte + data[at:],
                data[:at] + data[at + 1 :],
                data[:at] + byte + data[at + 1 :],
                data[:at],
                data + byte,
            ]
        )
    )


def changed_encoding(value: Any) -> st.SearchStrategy[bytes]:
    """Return encodings of nearly *value*, and nearly encodings of *value*."""
    return st.one_of(changed_value(value).map(encode), changed_bytes(encode(value)))
