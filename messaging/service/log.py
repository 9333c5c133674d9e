"""The transparency log: every link of every chain is a leaf, and a signed checkpoint follows in the same transaction.

What is committed together is served together: nobody sees a link that the newest checkpoint does not hold. There are
no rolls and no witnesses yet (`docs/security.md` says what follows from that).
"""

import copy
from datetime import datetime
from pathlib import Path

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from config.kept import kept
from core.clock import now
from messaging import models
from messaging.protocol.checkpoint import LogKey, sign_checkpoint
from messaging.protocol.identifiers import MailboxId
from messaging.protocol.keys import SigningKey
from messaging.protocol.links import Link
from messaging.protocol.log import MerkleTree, leaf_hash, link_leaf
from messaging.protocol.wire import Head

_LOCK = 7_421_003
KEY_FILE = "log.key"


def open_log(folder: Path) -> "TransparencyLog":
    """Return the log whose key is kept in *folder*, drawn once and readable by its owner only."""
    drawn = kept(folder / KEY_FILE, lambda: SigningKey.generate().reveal().hex())
    return TransparencyLog(SigningKey(bytes.fromhex(drawn)))


class TransparencyLog:
    """The key that signs the log's heads, and the tree as far as it was read; the database holds the leaves."""

    def __init__(self, key: SigningKey) -> None:
        self._key = key
        # The name goes with the key, so that it outlives a move of the service to another address.
        self.public = LogKey(f"entraide-log-{key.key_id.hex()[:16]}", key.public)
        self._tree = MerkleTree()

    def append_links(
        self, session: Session, mailbox_id: MailboxId, links: tuple[Link, ...]
    ) -> tuple[list[int], datetime]:
        """Append a leaf for each link and a checkpoint after them; returns the leaves' positions and their time."""
        _one_at_a_time(session)
        # What this transaction adds may be undone: the tree that is kept learns of it when it is committed.
        tree = _grown(copy.deepcopy(self._tree), session)
        moment = now().replace(microsecond=0)
        positions = []
        for link in links:
            head = Head(link.statement.seq, link.hash)
            content = link_leaf(mailbox_id, head, int(moment.timestamp()))
            position = tree.append(leaf_hash(content))
            session.add(
                models.LogLeaf(position=position, content=content, leaf_hash=leaf_hash(content), logged_at=moment)
            )
            positions.append(position)
        head = tree.head()
        note = sign_checkpoint(self._key, self.public.origin, head).encode()
        session.add(models.LogCheckpoint(size=head.number, root=head.hash, note=note, signed_at=moment))
        session.flush()
        return positions, moment

    def checkpoint(self, session: Session) -> tuple[int, str]:
        """Return the size of the newest checkpoint, and its signed note; an empty log signs its emptiness."""
        query = select(models.LogCheckpoint).order_by(models.LogCheckpoint.size.desc()).limit(1)
        found = session.scalar(query)
        if found is None:
            return 0, sign_checkpoint(self._key, self.public.origin, MerkleTree().head())
        return found.size, found.note.decode()

    def inclusion(self, session: Session, position: int, size: int) -> tuple[bytes, ...]:
        """Return the proof that the leaf at *position* is in the tree of *size* leaves."""
        return tuple(_grown(self._tree, session).inclusion_proof(position, size))

    def consistency(self, session: Session, old: int, new: int) -> tuple[bytes, ...]:
        """Return the proof that the tree of *new* leaves continues the tree of *old* ones."""
        return tuple(_grown(self._tree, session).consistency_proof(old, new))


def _grown(tree: MerkleTree, session: Session) -> MerkleTree:
    """Return *tree* with the leaves that were added since it was read."""
    query = (
        select(models.LogLeaf.position, models.LogLeaf.leaf_hash)
        .where(models.LogLeaf.position >= tree.size)
        .order_by(models.LogLeaf.position)
    )
    for position, hashed in session.execute(query):
        # Two readers of one process may meet at the same leaf.
        if position == tree.size:
            tree.append(hashed)
    return tree


def _one_at_a_time(session: Session) -> None:
    """Let one writer at a time append: positions are taken in the order of commit."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
