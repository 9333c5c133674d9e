from hypothesis import given
from hypothesis import strategies as st

from messaging.protocol.codec import decode
from messaging.protocol.identifiers import MailboxId
from messaging.protocol.log import (
    EMPTY_ROOT,
    MerkleTree,
    leaf_hash,
    link_leaf,
    node_hash,
    verify_consistency,
    verify_inclusion,
)
from messaging.protocol.wire import Head
from tests.protocol.refusal import refused

LEAVES = [leaf_hash(bytes([i])) for i in range(70)]
TREE = MerkleTree(LEAVES)
sizes = st.integers(0, len(LEAVES))


def naive_root(leaves: list[bytes]) -> bytes:
    """Return the root by the words of RFC 6962, section 2.1."""
    if len(leaves) < 2:
        return leaves[0] if leaves else EMPTY_ROOT
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return node_hash(naive_root(leaves[:split]), naive_root(leaves[split:]))


@given(sizes)
def test_every_root_is_that_of_the_specification(size: int) -> None:
    assert TREE.head(size) == Head(size, naive_root(LEAVES[:size]))


def test_a_tree_grows_leaf_by_leaf() -> None:
    tree = MerkleTree()
    assert tree.head() == Head(0, EMPTY_ROOT)
    assert [tree.append(leaf) for leaf in LEAVES] == list(range(70))
    assert (tree.size, tree.head()) == (70, TREE.head())


@given(st.integers(1, len(LEAVES)), st.data())
def test_a_leaf_is_proved_at_its_place_and_nowhere_else(size: int, data: st.DataObject) -> None:
    index, other = data.draw(st.integers(0, size - 1)), data.draw(st.integers(0, size))
    proof, head = TREE.inclusion_proof(index, size), TREE.head(size)
    verify_inclusion(LEAVES[index], index, proof, head)
    if other != index:
        with refused("inclusion"):
            verify_inclusion(LEAVES[index], other, proof, head)


@given(st.integers(2, len(LEAVES)), st.data())
def test_a_changed_inclusion_proof_is_refused(size: int, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, size - 1))
    proof, head = TREE.inclusion_proof(index, size), TREE.head(size)
    place = data.draw(st.integers(0, len(proof) - 1))
    for wrong in (
        [*proof[:place], bytes(32), *proof[place + 1 :]],
        [*proof[:place], b"short", *proof[place + 1 :]],
        proof[:-1],
        [*proof, bytes(32)],
    ):
        with refused("inclusion"):
            verify_inclusion(LEAVES[index], index, wrong, head)
    with refused("inclusion"):
        verify_inclusion(bytes(32), index, proof, head)
    with refused("inclusion"):
        verify_inclusion(b"", index, proof, head)


@given(sizes, sizes)
def test_a_later_tree_continues_an_earlier_one_and_never_the_reverse(one: int, two: int) -> None:
    old, new = sorted((one, two))
    verify_consistency(TREE.head(old), TREE.head(new), TREE.consistency_proof(old, new))
    if 0 < old < new:
        with refused("went back"):
            verify_consistency(TREE.head(new), TREE.head(old), TREE.consistency_proof(old, new))


@given(st.integers(1, len(LEAVES) - 1), st.data())
def test_a_rewritten_log_is_refused(old: int, data: st.DataObject) -> None:
    new = data.draw(st.integers(old + 1, len(LEAVES)))
    rewritten = MerkleTree([bytes(32), *LEAVES[1:]])
    proof = rewritten.consistency_proof(old, new)
    with refused("consistency"):
        verify_consistency(TREE.head(old), rewritten.head(new), proof)
    for wrong in ([], [*proof, bytes(32)], proof[:-1], [b"", *proof]):
        with refused("consistency"):
            verify_consistency(rewritten.head(old), rewritten.head(new), wrong)


def test_two_trees_of_one_size_are_the_same_or_refused() -> None:
    with refused("one size"):
        verify_consistency(TREE.head(5), Head(5, bytes(32)), [])
    with refused("one size"):
        verify_consistency(Head(0, bytes(32)), TREE.head(5), [])
    with refused("one size"):
        verify_consistency(TREE.head(5), TREE.head(5), [bytes(32)])


def test_a_proof_of_what_is_not_there_is_not_made() -> None:
    for index, size in ((5, 5), (-1, 5), (0, 71)):
        with refused("no such"):
            TREE.inclusion_proof(index, size)
    for old, new in ((6, 5), (-1, 5), (5, 71)):
        with refused("no such"):
            TREE.consistency_proof(old, new)


def test_a_leaf_is_never_an_inner_node() -> None:
    assert leaf_hash(LEAVES[0] + LEAVES[1]) != node_hash(LEAVES[0], LEAVES[1])


def test_the_leaf_of_a_link_says_which_and_when() -> None:
    leaf = link_leaf(MailboxId(bytes(16)), Head(3, b"\x01" * 32), 1_790_000_000)
    assert decode(leaf) == [1, bytes(16), 3, b"\x01" * 32, 1_790_000_000]
