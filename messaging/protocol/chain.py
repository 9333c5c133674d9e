"""An authority's chain, verified link by link: who its officers are, and to which key one writes (section 3).

`extend` is a pure function from a state and one link to the next state. Whatever breaks a rule raises `ProtocolError`
and leaves the old state as it was. Open, add and rotate are supported; the first link of an officer is an add that the
kit signs, and its rotation makes epoch 1.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import reduce
from types import MappingProxyType

from messaging.protocol import digest, labels, signed
from messaging.protocol.codec import encode
from messaging.protocol.errors import ProtocolError
from messaging.protocol.identifiers import EntryId, KeyId, MailboxId
from messaging.protocol.keys import PublicKeys, SealingPublic, SigningPublic
from messaging.protocol.links import Addition, Link, Opening, Role, Rotation, Statement
from messaging.protocol.wire import Head

DAY = 86_400
MAX_EPOCH_DAYS = 90
CLOCK_LEEWAY = 300
"""Seconds by which two clocks may differ."""


@dataclass(frozen=True, slots=True)
class Officer:
    """One officer key of the chain: since which link, in which role, and from which epoch it may read."""

    public: PublicKeys
    role: Role
    reads_from: int
    since: int


@dataclass(frozen=True, slots=True)
class Epoch:
    """One epoch, and the link that made it."""

    rotation: Rotation
    seq: int

    @property
    def number(self) -> int:
        """Return its number, counted from 1."""
        return self.rotation.epoch

    @property
    def public(self) -> SealingPublic:
        """Return the key to which one seals."""
        return self.rotation.public

    def is_open_at(self, time: int) -> bool:
        """Say whether one may seal to it at *time*: it has begun, and is not after its last moment."""
        return self.rotation.not_before - CLOCK_LEEWAY <= time <= self.rotation.not_after


@dataclass(frozen=True, slots=True)
class ChainState:
    """What a verified chain says at its head; `hashes` holds the hash of every link by its seq."""

    mailbox_id: MailboxId
    opening: Opening
    officers: Mapping[KeyId, Officer]
    epochs: tuple[Epoch, ...]
    hashes: tuple[bytes, ...]

    @property
    def head(self) -> Head:
        """Return the last link's seq and hash."""
        return Head(len(self.hashes) - 1, self.hashes[-1])

    @property
    def kit(self) -> PublicKeys:
        """Return the kit's public keys."""
        return self.opening.kit

    @property
    def entry_id(self) -> EntryId:
        """Return the entry of the directory that this mailbox serves."""
        return self.opening.entry_id

    @property
    def state_code(self) -> str:
        """Return the State's code, which never changes."""
        return self.opening.state_code

    @property
    def name(self) -> str:
        """Return the authority's name, as the chain says it."""
        return self.opening.name

    @property
    def epoch(self) -> Epoch:
        """Return the present epoch; a mailbox that nobody can read yet has none and raises `ProtocolError`."""
        if not self.epochs:
            raise ProtocolError("chain: no epoch yet")
        return self.epochs[-1]

    def includes(self, head: Head) -> bool:
        """Say whether *head* lies on this chain."""
        return head.number < len(self.hashes) and self.hashes[head.number] == head.hash

    def epoch_numbered(self, number: int) -> Epoch:
        """Return one epoch, or raise `ProtocolError`."""
        if not 1 <= number <= len(self.epochs):
            raise ProtocolError("chain: no such epoch")
        return self.epochs[number - 1]

    def active_at(self, key_id: KeyId, seq: int) -> Officer:
        """Return the officer whose key was active at the link *seq*, or raise `ProtocolError`."""
        officer = self.officers.get(key_id)
        if officer is None or officer.since > seq:
            raise ProtocolError("chain: the key is not active there")
        return officer

    def sealing_key_of(self, key_id: KeyId) -> SealingPublic:
        """Return the sealing key of an active officer or of the kit, to which a bundle is sealed."""
        if key_id == self.kit.key_id:
            return self.kit.sealing
        return self.active_at(key_id, self.head.number).public.sealing


def verify_chain(links: Iterable[Link]) -> ChainState:
    """Return the state after all of *links*, of which the first opens the mailbox."""
    remaining = iter(links)
    first = next(remaining, None)
    if first is None:
        raise ProtocolError("chain: empty")
    return reduce(extend, remaining, open_chain(first))


def open_chain(link: Link) -> ChainState:
    """Return the state after a first link, which the kit that it names has signed alone."""
    statement, opening = link.statement, link.statement.body
    if not isinstance(opening, Opening):
        raise ProtocolError("chain: the first link does not open")
    if (statement.mailbox_id, statement.seq, statement.previous) != (None, 0, None):
        raise ProtocolError("open: it names a chain before itself")
    if statement.signer != opening.kit.key_id or link.agreements:
        raise ProtocolError("open: the kit alone signs")
    signed.verify(opening.kit.signing, labels.LINK, link.payload, link.signature)
    return ChainState(digest.mailbox_id(link.payload), opening, MappingProxyType({}), (), (link.hash,))


def extend(state: ChainState, link: Link) -> ChainState:
    """Return the state after *link*, once every rule of section 3 holds."""
    statement = link.statement
    _check_place(state, statement)
    signed.verify(_signing_key(state, statement.signer), labels.LINK, link.payload, link.signature)
    for key_id, signature in link.agreements:
        signed.verify(_signing_key(state, key_id), labels.AGREE, link.payload, signature)
    if isinstance(statement.body, Addition):
        after = _add(state, link, statement.body)
    elif isinstance(statement.body, Rotation):
        after = _rotate(state, link, statement.body)
    else:
        raise ProtocolError("chain: a second opening")
    return replace(after, hashes=(*state.hashes, link.hash))


def _check_place(state: ChainState, statement: Statement) -> None:
    if statement.mailbox_id != state.mailbox_id:
        raise ProtocolError("chain: link of another mailbox")
    if statement.seq != len(state.hashes):
        raise ProtocolError("chain: seq does not follow")
    if statement.previous != state.hashes[-1]:
        raise ProtocolError("chain: previous hash does not match")


def _signing_key(state: ChainState, key_id: KeyId) -> SigningPublic:
    if key_id == state.kit.key_id:
        return state.kit.signing
    return state.active_at(key_id, state.head.number).public.signing


def _add(state: ChainState, link: Link, body: Addition) -> ChainState:
    _check_administrators(state, link)
    newcomer = body.public
    if newcomer.key_id in state.officers or newcomer.key_id == state.kit.key_id:
        raise ProtocolError("add: a key_id enters a chain once")
    if newcomer.sealing.raw in _sealing_keys(state):
        raise ProtocolError("add: a sealing key enters a chain once")
    proof = enrol_payload(state.mailbox_id, newcomer)
    signed.verify(newcomer.signing, labels.ENROL, proof, body.proof)
    if not 1 <= body.reads_from <= body.rotation.epoch:
        raise ProtocolError("add: reads from an epoch that is not there")
    officer = Officer(newcomer, body.role, body.reads_from, since=link.statement.seq)
    officers = MappingProxyType({**state.officers, newcomer.key_id: officer})
    return _begin_epoch(replace(state, officers=officers), link, body.rotation)


def enrol_payload(mailbox_id: MailboxId, public: PublicKeys) -> bytes:
    """Return what a newcomer signs under `enrol`, to show that both keys are meant for this mailbox."""
    return encode({1: mailbox_id, 2: public.signing.raw, 3: public.sealing.raw})


def _check_administrators(state: ChainState, link: Link) -> None:
    signers = {link.statement.signer, *(key_id for key_id, _ in link.agreements)}
    if len(signers) != 1 + len(link.agreements):
        raise ProtocolError("chain: the signer agrees with himself")
    administrators = {i for i, officer in state.officers.items() if officer.role is Role.ADMINISTRATOR}
    if not signers <= administrators | {state.kit.key_id}:
        raise ProtocolError("chain: signed by who is no administrator")
    needed = max(1, min(state.opening.policy, len(administrators)))
    if state.kit.key_id not in signers and len(signers) < needed:
        raise ProtocolError("chain: too few administrators agree")


def _rotate(state: ChainState, link: Link, body: Rotation) -> ChainState:
    officer = state.officers.get(link.statement.signer)
    if officer is None or officer.role is Role.READER or link.agreements:
        raise ProtocolError("rotate: one active administrator or officer signs, alone")
    return _begin_epoch(state, link, body)


def _begin_epoch(state: ChainState, link: Link, rotation: Rotation) -> ChainState:
    if rotation.epoch != len(state.epochs) + 1:
        raise ProtocolError("rotation: epoch does not follow")
    if not 0 < rotation.not_after - rotation.not_before <= MAX_EPOCH_DAYS * DAY:
        raise ProtocolError("rotation: it must end, and within 90 days")
    if rotation.public.raw in _sealing_keys(state):
        raise ProtocolError("rotation: the epoch key is not new")
    if rotation.sealed_to != receivers(state):
        raise ProtocolError("rotation: not sealed to the active keys and the kit")
    return replace(state, epochs=(*state.epochs, Epoch(rotation, link.statement.seq)))


def receivers(state: ChainState) -> tuple[KeyId, ...]:
    """Return to whom an epoch seed must be sealed: the active keys and the kit, ascending."""
    return tuple(sorted((*state.officers, state.kit.key_id)))


def _sealing_keys(state: ChainState) -> set[bytes]:
    """Return every X-Wing key that the chain knows, so that none gets a second meaning."""
    officers = (officer.public.sealing.raw for officer in state.officers.values())
    epochs = (epoch.public.raw for epoch in state.epochs)
    return {state.kit.sealing.raw, *officers, *epochs}
