"""Both accept the same proofs and checkpoints of the log."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from messaging.protocol.checkpoint import LogKey, read_checkpoint, sign_checkpoint
from messaging.protocol.keys import (
    SigningKey,
)
from messaging.protocol.log import MerkleTree, leaf_hash, verify_consistency, verify_inclusion
from messaging.protocol.wire import Head
from tests.twins.objects import MANY
from tests.twins.twin import Twin, asked

TREE = MerkleTree(leaf_hash(bytes((n,))) for n in range(40))


@MANY
@given(data=st.data())
def test_both_accept_the_same_proofs_of_inclusion(twin: Twin, data: st.DataObject) -> None:
    size = data.draw(st.integers(1, TREE.size))
    index = data.draw(st.integers(0, size - 1))
    proof: Any = TREE.inclusion_proof(index, size)
    proof = data.draw(st.one_of(st.just(proof), changed_proof(proof)))
    head = data.draw(st.sampled_from([TREE.head(size), TREE.head(), Head(size * 2, TREE.head(size).hash)]))
    at = data.draw(st.one_of(st.just(index), st.integers(0, 2**53 - 1)))
    leaf = leaf_hash(bytes((index,)))
    here = asked(verify_inclusion, leaf, at, proof, head)
    assert twin.ask("inclusion", leaf=leaf, index=at, proof=proof, root=head.value()) == here


@MANY
@given(data=st.data())
def test_both_accept_the_same_proofs_of_consistency(twin: Twin, data: st.DataObject) -> None:
    new = data.draw(st.integers(0, TREE.size))
    old = data.draw(st.integers(0, new))
    good: Any = TREE.consistency_proof(old, new)
    proof = data.draw(st.one_of(st.just(good), changed_proof(good)))
    heads = [TREE.head(old), TREE.head(new)]
    if data.draw(st.integers(0, 3)) == 0:
        heads[data.draw(st.integers(0, 1))] = TREE.head(data.draw(st.integers(0, TREE.size)))
    here = asked(verify_consistency, *heads, proof)
    assert twin.ask("consistency", old=heads[0].value(), root=heads[1].value(), proof=proof) == here


@st.composite
def changed_proof(draw: st.DrawFn, proof: list[bytes]) -> list[bytes]:
    at = draw(st.integers(0, len(proof)))
    node = draw(st.one_of(st.sampled_from([*proof, bytes(32), bytes(31)]), st.binary(min_size=32, max_size=32)))
    return draw(
        st.sampled_from(
            [[*proof[:at], node, *proof[at:]], [*proof[:at], *proof[at + 1 :]], proof[::-1], [*proof[:at], node]]
        )
    )


LOG = SigningKey(bytes(32))
NOTE = sign_checkpoint(LOG, "log.example/2026", TREE.head())
WITNESSED = NOTE + sign_checkpoint(SigningKey(bytes(31) + b"\1"), "witness", TREE.head()).partition("\n\n")[2]


@MANY
@given(data=st.data())
def test_both_accept_the_same_checkpoints(twin: Twin, data: st.DataObject) -> None:
    note = data.draw(st.sampled_from([NOTE, WITNESSED]))
    at = data.draw(st.integers(0, len(note)))
    piece = data.draw(st.one_of(st.text(max_size=2), st.sampled_from(["\n", "0", "=", " ", "+", "— a AAAAAAA=\n"])))
    cut = data.draw(st.integers(0, 1))
    changed = note[:at] + piece + note[at + cut :]
    key = LogKey("log.example/2026", LOG.public)

    def read() -> object:
        head = read_checkpoint(changed, key)
        return [*head.value(), key.text()]

    assert twin.ask("checkpoint", note=changed, origin=key.origin, publicKey=LOG.public.raw) == asked(read)


@pytest.mark.parametrize("note", [NOTE, WITNESSED], ids=["alone", "witnessed"])
def test_a_good_checkpoint_is_read_by_both(twin: Twin, note: str) -> None:
    given_there = twin.ask("checkpoint", note=note, origin="log.example/2026", publicKey=LOG.public.raw)
    assert given_there[:2] == [TREE.size, TREE.head().hash.hex()]
