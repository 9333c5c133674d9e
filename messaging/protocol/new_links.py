"""Making links: opening a mailbox, adding an officer, rotating the epoch key (section 3).

Whoever adds or rotates also seals the new epoch's seed to every active key and to the kit; link and bundles go to the
server together. A revoke will rotate in the same body too, so that it cannot be written without.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from messaging.protocol import digest, labels, signed
from messaging.protocol.bundle import BundlePlace, seal_bundle
from messaging.protocol.chain import DAY, MAX_EPOCH_DAYS, ChainState, enrol_payload, receivers
from messaging.protocol.identifiers import EntryId, KeyId, MailboxId
from messaging.protocol.keys import EpochSeed, KitSecret, PrivateKeys, PublicKeys, SealingPublic, SigningKey
from messaging.protocol.links import Addition, Body, Link, LinkType, Opening, Role, Rotation, Statement, make_link


@dataclass(frozen=True, slots=True)
class Authority:
    """What the first link says of the authority that opens a mailbox."""

    entry_id: EntryId
    state_code: str
    name: str
    policy: int = 1


@dataclass(frozen=True, slots=True)
class NewEpoch:
    """The seed of the epoch to begin, and from when; *time* is also the link's, in seconds since 1970."""

    seed: EpochSeed
    time: int
    days: int = MAX_EPOCH_DAYS


@dataclass(frozen=True, slots=True)
class Newcomer:
    """The keys of an officer who asks to join, and the signature by which they are his."""

    public: PublicKeys
    proof: bytes
    role: Role = Role.OFFICER
    granted: Mapping[int, EpochSeed] | None = None


@dataclass(frozen=True, slots=True)
class NewLink:
    """A link and the bundles that travel with it, in the order of the link's receivers."""

    link: Link
    bundles: tuple[bytes, ...]


def open_mailbox(kit: KitSecret, authority: Authority, salt: bytes, time: int) -> Link:
    """Return the first link of a new chain; *salt* is 32 random bytes."""
    keys = kit.keys()
    opening = Opening(keys.public, salt, authority.entry_id, authority.state_code, authority.name, authority.policy)
    return _sign(keys.signing, Statement(LinkType.OPEN, None, 0, None, time, keys.key_id, opening))


def enrol(mailbox_id: MailboxId, keys: PrivateKeys, role: Role = Role.OFFICER) -> Newcomer:
    """Return what an officer hands to the administrator who will add him."""
    proof = signed.sign(keys.signing, labels.ENROL, enrol_payload(mailbox_id, keys.public))
    return Newcomer(keys.public, proof, role)


def grant(newcomer: Newcomer, seeds: Mapping[int, EpochSeed]) -> Newcomer:
    """Return *newcomer* with older epochs to read, by their numbers."""
    return replace(newcomer, granted=dict(seeds))


def add_officer(state: ChainState, signer: SigningKey, newcomer: Newcomer, epoch: NewEpoch) -> NewLink:
    """Return the link by which *signer*, an administrator or the kit, adds *newcomer* and begins an epoch."""
    ids = tuple(sorted({*receivers(state), newcomer.public.key_id}))
    rotation, bundles = _seal_epoch(state, ids, epoch, newcomer)
    reads_from = min(newcomer.granted or (rotation.epoch,))
    body = Addition(newcomer.public, newcomer.role, reads_from, newcomer.proof, rotation)
    return NewLink(_next_link(state, signer, LinkType.ADD, epoch.time, body), bundles)


def rotate(state: ChainState, signer: SigningKey, epoch: NewEpoch) -> NewLink:
    """Return the link by which an active administrator or officer begins an epoch."""
    rotation, bundles = _seal_epoch(state, receivers(state), epoch, None)
    return NewLink(_next_link(state, signer, LinkType.ROTATE, epoch.time, rotation), bundles)


def agree(link: Link, key: SigningKey) -> Link:
    """Return *link* with a further administrator's signature."""
    agreement = (key.key_id, signed.sign(key, labels.AGREE, link.payload))
    return replace(link, agreements=tuple(sorted((*link.agreements, agreement))))


def _seal_epoch(
    state: ChainState, ids: tuple[KeyId, ...], epoch: NewEpoch, newcomer: Newcomer | None
) -> tuple[Rotation, tuple[bytes, ...]]:
    number = len(state.epochs) + 1
    place = BundlePlace(state.mailbox_id, len(state.hashes), number, epoch.seed.public, ids[0])
    bundles = []
    for key_id in ids:
        arriving = newcomer is not None and key_id == newcomer.public.key_id
        granted = newcomer.granted if newcomer and arriving and newcomer.granted else {}
        receiver = _sealing_key(state, key_id, newcomer)
        bundles.append(seal_bundle(receiver, replace(place, key_id=key_id), {**granted, number: epoch.seed}))
    not_after = epoch.time + epoch.days * DAY
    hashes = tuple(digest.sha256(bundle) for bundle in bundles)
    return Rotation(number, epoch.seed.public, epoch.time, not_after, ids, hashes), tuple(bundles)


def _sealing_key(state: ChainState, key_id: KeyId, newcomer: Newcomer | None) -> SealingPublic:
    if newcomer is not None and key_id == newcomer.public.key_id:
        return newcomer.public.sealing
    return state.sealing_key_of(key_id)


def _next_link(state: ChainState, signer: SigningKey, kind: LinkType, time: int, body: Body) -> Link:
    seq, previous = len(state.hashes), state.hashes[-1]
    return _sign(signer, Statement(kind, state.mailbox_id, seq, previous, time, signer.key_id, body))


def _sign(signer: SigningKey, statement: Statement) -> Link:
    payload = statement.payload()
    return make_link(payload, signed.sign(signer, labels.LINK, payload))
