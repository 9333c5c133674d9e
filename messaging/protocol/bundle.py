"""Bundles: the seeds of epochs, sealed to one officer key or to the kit (section 3).

`HPKE.Seal(receiver's X-Wing key, label "bundle", [mailbox_id, seq, epoch, epoch public key, key_id],
encode([[epoch, seed] …]))`, the epochs ascending, the new one among them. Only a bundle brings an epoch key.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from messaging.protocol import digest, hpke, labels, wire
from messaging.protocol.chain import ChainState
from messaging.protocol.codec import Value, decode, encode
from messaging.protocol.errors import ProtocolError
from messaging.protocol.identifiers import KeyId, MailboxId
from messaging.protocol.keys import SEED_SIZE, EpochSeed, SealingKey, SealingPublic

MAX_SEEDS = 1_000
MAX_BUNDLE = hpke.OVERHEAD + 40 * MAX_SEEDS


@dataclass(frozen=True, slots=True)
class BundlePlace:
    """To which link, epoch and receiver a bundle belongs: it opens nowhere else."""

    mailbox_id: MailboxId
    seq: int
    epoch: int
    epoch_public: SealingPublic
    key_id: KeyId

    def items(self) -> list[Value]:
        """Return the context items for HPKE."""
        return [self.mailbox_id, self.seq, self.epoch, self.epoch_public.raw, self.key_id]


def seal_bundle(receiver: SealingPublic, place: BundlePlace, seeds: Mapping[int, EpochSeed]) -> bytes:
    """Return *seeds*, by the numbers of their epochs, sealed to *receiver*."""
    entries: list[Value] = [[epoch, seeds[epoch].reveal()] for epoch in sorted(seeds)]
    return hpke.seal(receiver, labels.BUNDLE, place.items(), encode(entries))


def open_bundle(
    private: SealingKey, state: ChainState, key_id: KeyId, epoch: int, sealed: bytes
) -> dict[int, EpochSeed]:
    """Return the seeds that the bundle of *epoch* brings to the key *key_id*.

    A bundle whose hash is not in the chain, and a seed that does not give the chain's public key, are refused.
    """
    made = state.epoch_numbered(epoch)
    if key_id not in made.rotation.sealed_to:
        raise ProtocolError("bundle: the epoch was not sealed to this key")
    place = made.rotation.sealed_to.index(key_id)
    if digest.sha256(sealed) != made.rotation.bundle_hashes[place]:
        raise ProtocolError("bundle: not the one that the chain names")
    items = BundlePlace(state.mailbox_id, made.seq, epoch, made.public, key_id).items()
    seeds = read_seeds(decode(hpke.open_sealed(private, labels.BUNDLE, items, sealed)))
    if epoch not in seeds:
        raise ProtocolError("bundle: without the seed of its own epoch")
    if any(seed.public != state.epoch_numbered(number).public for number, seed in seeds.items()):
        raise ProtocolError("bundle: a seed does not give the chain's key")
    return seeds


def read_seeds(value: Value) -> dict[int, EpochSeed]:
    """Return the seeds of an array `[[epoch, seed] …]` with ascending epochs."""
    seeds: dict[int, EpochSeed] = {}
    for item in wire.array_of(value, MAX_SEEDS, "seeds"):
        number, seed = wire.tuple_of(item, 2, "seed")
        epoch = wire.uint_of(number, "seed")
        if seeds and epoch <= max(seeds):
            raise ProtocolError("seeds: not ascending")
        seeds[epoch] = EpochSeed(wire.bytes_of(seed, SEED_SIZE, "seed"))
    return seeds


def check_bundles(state: ChainState, bundles: Sequence[bytes]) -> None:
    """Accept the bundles that came with the link of the present epoch, in the order of the chain, or refuse them."""
    if any(len(sealed) > MAX_BUNDLE for sealed in bundles):
        raise ProtocolError("bundle: too long")
    if tuple(digest.sha256(sealed) for sealed in bundles) != state.epoch.rotation.bundle_hashes:
        raise ProtocolError("bundles: not those that the link names")
