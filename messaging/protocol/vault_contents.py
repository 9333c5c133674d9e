"""What an officer's vault holds: his keys, the seeds of epochs, and what his clients remember (section 8).

The map `{1 signing seed, 2 sealing seed, 3 next sealing seed or null, 4 [[epoch, seed] …], 5 pinned chains
[[mailbox_id, entry id, seq, hash, kit's key_id, compared] …], 6 pinned conversations [[conversation, generation, hash]
…], 7 last checkpoint [size, root], 8 counter}`, each list ascending by its first field.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from messaging.protocol import wire
from messaging.protocol.bundle import MAX_SEEDS, read_seeds
from messaging.protocol.chain import ChainState
from messaging.protocol.codec import Value, decode, encode
from messaging.protocol.errors import ProtocolError
from messaging.protocol.header import NO_CHECKPOINT
from messaging.protocol.identifiers import ConversationId, EntryId, KeyId, MailboxId
from messaging.protocol.keys import EpochSeed, SealingKey, Secret, SigningKey
from messaging.protocol.wire import Head

MAX_PINS = 20_000


@dataclass(frozen=True, slots=True)
class ChainPin:
    """The highest head seen of an authority's chain, its kit, and whether its number was compared by us."""

    mailbox_id: MailboxId
    entry_id: EntryId
    head: Head
    kit: KeyId
    compared: bool

    def value(self) -> Value:
        """Return the array to encode."""
        return [self.mailbox_id, self.entry_id, self.head.number, self.head.hash, self.kit, self.compared]


@dataclass(frozen=True, slots=True)
class VaultContents:
    """What an officer's vault holds."""

    signing: SigningKey
    sealing: SealingKey
    next_sealing: SealingKey | None = None
    epochs: Mapping[int, EpochSeed] = field(default_factory=lambda: MappingProxyType({}))
    chains: tuple[ChainPin, ...] = ()
    conversations: Mapping[ConversationId, Head] = field(default_factory=lambda: MappingProxyType({}))
    checkpoint: Head = NO_CHECKPOINT

    def encoded(self, counter: int) -> bytes:
        """Return the bytes to seal at *counter*; what no client could read again raises `ProtocolError`."""
        pins = self.conversations
        if len(pins) > MAX_PINS or len(self.chains) > MAX_PINS or len(self.epochs) > MAX_SEEDS:
            raise ProtocolError("vault: more than it may hold")
        return encode(
            {
                1: self.signing.reveal(),
                2: self.sealing.reveal(),
                3: None if self.next_sealing is None else self.next_sealing.reveal(),
                4: [[epoch, self.epochs[epoch].reveal()] for epoch in sorted(self.epochs)],
                5: [pin.value() for pin in sorted(self.chains, key=lambda pin: pin.mailbox_id)],
                6: [[pinned, pins[pinned].number, pins[pinned].hash] for pinned in sorted(pins)],
                7: self.checkpoint.value(),
                8: counter,
            }
        )


def read_contents(data: bytes, counter: int) -> VaultContents:
    """Return the contents that *data* encodes, strictly; the counter inside must be *counter*."""
    fields = wire.map_of(decode(data), wire.keys_to(8), "vault contents")
    if wire.uint_of(fields[8], "counter") != counter:
        raise ProtocolError("vault: counter inside differs")
    chains = tuple(_read_pin(item) for item in wire.array_of(fields[5], MAX_PINS, "chains"))
    wire.ascending([pin.mailbox_id for pin in chains], "chains")
    following = None if fields[3] is None else SealingKey(wire.bytes_of(fields[3], Secret.SIZE, "seed"))
    return VaultContents(
        SigningKey(wire.bytes_of(fields[1], Secret.SIZE, "seed")),
        SealingKey(wire.bytes_of(fields[2], Secret.SIZE, "seed")),
        following,
        MappingProxyType(read_seeds(fields[4])),
        chains,
        MappingProxyType(_read_conversations(fields[6])),
        wire.head_of(fields[7], "checkpoint"),
    )


def _read_pin(value: Value) -> ChainPin:
    mailbox_id, entry_id, seq, hashed, kit, compared = wire.tuple_of(value, 6, "pin")
    if not isinstance(compared, bool):
        raise ProtocolError("vault: pin")
    return ChainPin(
        MailboxId.read(mailbox_id),
        EntryId.read(entry_id),
        Head(wire.uint_of(seq, "pin"), wire.hash_of_value(hashed, "pin")),
        KeyId.read(kit),
        compared,
    )


def _read_conversations(value: Value) -> dict[ConversationId, Head]:
    ids, heads = [], []
    for item in wire.array_of(value, MAX_PINS, "conversations"):
        conversation, generation, hashed = wire.tuple_of(item, 3, "conversation")
        ids.append(ConversationId.read(conversation))
        heads.append(Head(wire.uint_of(generation, "conversation"), wire.hash_of_value(hashed, "conversation")))
    wire.ascending(ids, "conversations")
    return dict(zip(ids, heads, strict=True))


def check_fits(contents: VaultContents, chain: ChainState) -> None:
    """Accept a vault whose sealing key, or the next one, is what the chain says; another one is an alarm."""
    officer = chain.active_at(contents.signing.key_id, chain.head.number)
    held = {contents.sealing.public, *([contents.next_sealing.public] if contents.next_sealing else [])}
    if officer.public.sealing not in held:
        raise ProtocolError("vault: its sealing key is not the chain's")
