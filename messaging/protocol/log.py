"""The transparency log: one RFC 6962 tree, of which every link of every chain is a leaf (section 7).

A leaf is the encoding of `[kind, …]`: `[1, mailbox_id, seq, hash of the link, time]` for a link. Ages count from that
time, which the log sets. Proofs are arrays of hashes, from the leaf upward (RFC 9162, section 2.1).
"""

from collections.abc import Iterable, Sequence
from enum import IntEnum

from messaging.protocol import digest
from messaging.protocol.codec import encode
from messaging.protocol.errors import ProtocolError
from messaging.protocol.identifiers import MailboxId
from messaging.protocol.wire import Head

EMPTY_ROOT = digest.sha256(b"")


class LeafKind(IntEnum):
    """What a leaf of the log records."""

    LINK = 1
    ROLL = 2
    RELEASE = 3


def link_leaf(mailbox_id: MailboxId, head: Head, time: int) -> bytes:
    """Return the leaf that records a link: its seq and hash, and when it was logged, in seconds since 1970."""
    return encode([int(LeafKind.LINK), mailbox_id, head.number, head.hash, time])


def leaf_hash(leaf: bytes) -> bytes:
    """Return the hash of a leaf, which no inner node can have."""
    return digest.sha256(b"\x00" + leaf)


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of an inner node."""
    return digest.sha256(b"\x01" + left + right)


class MerkleTree:
    """A growing tree that keeps the hash of every complete subtree, so that a proof takes logarithmic time."""

    def __init__(self, leaf_hashes: Iterable[bytes] = ()) -> None:
        self._levels: list[list[bytes]] = [[]]
        for leaf in leaf_hashes:
            self.append(leaf)

    @property
    def size(self) -> int:
        """Return the number of leaves."""
        return len(self._levels[0])

    def append(self, hashed_leaf: bytes) -> int:
        """Add a leaf by its hash and return its index."""
        level = 0
        self._levels[0].append(hashed_leaf)
        while len(self._levels[level]) % 2 == 0:
            if level + 1 == len(self._levels):
                self._levels.append([])
            left, right = self._levels[level][-2:]
            self._levels[level + 1].append(node_hash(left, right))
            level += 1
        return self.size - 1

    def head(self, size: int | None = None) -> Head:
        """Return the size and root of the tree as it was at *size*, or is."""
        at = self.size if size is None else size
        self._check_size(at)
        return Head(at, self._root(0, at) if at else EMPTY_ROOT)

    def inclusion_proof(self, index: int, size: int) -> list[bytes]:
        """Return the proof that leaf *index* is in the tree of *size* leaves."""
        self._check_size(size)
        if not 0 <= index < size:
            raise ProtocolError("log: no such leaf")
        return self._path(index, 0, size)

    def consistency_proof(self, old: int, new: int) -> list[bytes]:
        """Return the proof that the tree of *new* leaves continues the tree of *old* ones."""
        self._check_size(new)
        if not 0 <= old <= new:
            raise ProtocolError("log: no such older tree")
        return [] if old in {0, new} else self._continuation(old, 0, new, known=True)

    def _check_size(self, size: int) -> None:
        if not 0 <= size <= self.size:
            raise ProtocolError("log: no such size")

    def _root(self, start: int, end: int) -> bytes:
        width = end - start
        if width & (width - 1) == 0:
            level = width.bit_length() - 1
            return self._levels[level][start >> level]
        middle = start + _split(width)
        return node_hash(self._root(start, middle), self._root(middle, end))

    def _path(self, index: int, start: int, end: int) -> list[bytes]:
        if end - start == 1:
            return []
        middle = start + _split(end - start)
        if index < middle:
            return [*self._path(index, start, middle), self._root(middle, end)]
        return [*self._path(index, middle, end), self._root(start, middle)]

    def _continuation(self, old: int, start: int, end: int, *, known: bool) -> list[bytes]:
        if old == end:
            return [] if known else [self._root(start, end)]
        middle = start + _split(end - start)
        if old <= middle:
            return [*self._continuation(old, start, middle, known=known), self._root(middle, end)]
        return [*self._continuation(old, middle, end, known=False), self._root(start, middle)]


def _split(width: int) -> int:
    """Return the greatest power of two below *width*."""
    return 1 << (width - 1).bit_length() - 1


def verify_inclusion(hashed_leaf: bytes, index: int, proof: Sequence[bytes], head: Head) -> None:
    """Accept the proof that a leaf stands at *index* in the tree of *head*, or raise `ProtocolError`."""
    if not 0 <= index < head.number or any(len(node) != digest.HASH_SIZE for node in (hashed_leaf, *proof)):
        raise ProtocolError("inclusion: no such leaf, or no hashes")
    place, last, node = index, head.number - 1, hashed_leaf
    for sibling in proof:
        if last == 0:
            raise ProtocolError("inclusion: proof too long")
        if place & 1 or place == last:
            node = node_hash(sibling, node)
            shift = _trailing_zeros(place)
            place, last = place >> shift, last >> shift
        else:
            node = node_hash(node, sibling)
        place, last = place >> 1, last >> 1
    if last != 0 or node != head.hash:
        raise ProtocolError("inclusion: the proof does not lead to the root")


def _trailing_zeros(place: int) -> int:
    """Return how many levels a right-most node rises without a sibling; 0 at the very left is left alone."""
    return (place & -place).bit_length() - 1 if place else 0


def verify_consistency(old: Head, new: Head, proof: Sequence[bytes]) -> None:
    """Accept the proof that the tree of *new* continues that of *old*, or raise `ProtocolError`."""
    if any(len(node) != digest.HASH_SIZE for node in proof):
        raise ProtocolError("consistency: no hashes")
    if old.number in {0, new.number}:
        expected = EMPTY_ROOT if old.number == 0 else new.hash
        if proof or old.hash != expected:
            raise ProtocolError("consistency: trees of one size differ")
        return
    if old.number > new.number or not proof:
        raise ProtocolError("consistency: the log went back, or without a proof")
    # A complete older tree is a subtree of the newer one: its root is known and left out of the proof.
    path = [old.hash, *proof] if old.number & (old.number - 1) == 0 else list(proof)
    if _climb(path, old.number, new.number) != (old.hash, new.hash):
        raise ProtocolError("consistency: the new tree does not continue the old")


def _climb(path: Sequence[bytes], old: int, new: int) -> tuple[bytes, bytes]:
    shift = _trailing_zeros(old)
    place, last = (old - 1) >> shift, (new - 1) >> shift
    old_root = new_root = path[0]
    for sibling in path[1:]:
        if last == 0:
            raise ProtocolError("consistency: proof too long")
        if place & 1 or place == last:
            old_root, new_root = node_hash(sibling, old_root), node_hash(sibling, new_root)
            rise = _trailing_zeros(place)
            place, last = place >> rise, last >> rise
        else:
            new_root = node_hash(new_root, sibling)
        place, last = place >> 1, last >> 1
    if last != 0:
        raise ProtocolError("consistency: proof too short")
    return old_root, new_root
