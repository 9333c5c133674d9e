"""A party for tests and measurements: one authority with its kit, its officers and its chain.

>>> france, kenya = Party.open("FR", "Ministère de la justice"), Party.open("KE", "Attorney General")
>>> talk = Conversation.between(france, kenya)
>>> envelope = talk.write(france, "Bonjour")
>>> talk.read(kenya, envelope).content.text
'Bonjour'
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from nacl.utils import random as draw

from messaging.protocol.bundle import open_bundle
from messaging.protocol.chain import ChainState, extend, verify_chain
from messaging.protocol.content import Content
from messaging.protocol.control import Control, Membership, begin_membership, create_conversation
from messaging.protocol.envelope import Draft, Envelope, Recipient, parse_envelope, seal_message
from messaging.protocol.header import Author, EnvelopeType, Header, Place
from messaging.protocol.identifiers import ConversationId, EntryId, MailboxId, MessageId, SessionId
from messaging.protocol.keys import EpochSeed, KitSecret, PrivateKeys, Random, SealingPublic
from messaging.protocol.links import Link, Role
from messaging.protocol.new_links import (
    Authority,
    Newcomer,
    NewEpoch,
    NewLink,
    add_officer,
    enrol,
    open_mailbox,
    rotate,
)
from messaging.protocol.receiving import Received, Seen, receive
from messaging.protocol.wire import Head

NOW = 1_790_000_000


@dataclass
class Party:
    """An authority: everything that it and its first officer, an administrator, hold."""

    kit: KitSecret
    officer: PrivateKeys
    links: list[Link]
    state: ChainState
    bundles: dict[int, tuple[bytes, ...]] = field(default_factory=dict)
    seeds: dict[int, EpochSeed] = field(default_factory=dict)
    random: Random = draw

    @classmethod
    def open(
        cls, state_code: str = "FR", name: str = "Authority", *, random: Random = draw, policy: int = 1
    ) -> "Party":
        kit = KitSecret.generate(random)
        authority = Authority(EntryId(random(16)), state_code, name, policy)
        first = open_mailbox(kit, authority, random(32), NOW)
        officer = PrivateKeys.generate(random)
        party = cls(kit, officer, [first], verify_chain([first]), random=random)
        newcomer = enrol(party.mailbox_id, officer, Role.ADMINISTRATOR)
        party.take(add_officer(party.state, kit.keys().signing, newcomer, party.new_epoch()))
        return party

    @property
    def mailbox_id(self) -> MailboxId:
        return self.state.mailbox_id

    def new_epoch(self, time: int = NOW) -> NewEpoch:
        return NewEpoch(EpochSeed.generate(self.random), time)

    def take(self, new: NewLink) -> None:
        """Append a link, keep its bundles, and open the one for the first officer."""
        self.state = extend(self.state, new.link)
        self.links.append(new.link)
        number = self.state.epoch.number
        self.bundles[number] = new.bundles
        self.seeds.update(self.open_own_bundle(self.officer, number))

    def open_own_bundle(self, keys: PrivateKeys, number: int) -> dict[int, EpochSeed]:
        place = self.state.epoch_numbered(number).rotation.sealed_to.index(keys.key_id)
        return open_bundle(keys.sealing, self.state, keys.key_id, number, self.bundles[number][place])

    def add(self, keys: PrivateKeys, role: Role = Role.OFFICER) -> Newcomer:
        newcomer = enrol(self.mailbox_id, keys, role)
        self.take(add_officer(self.state, self.officer.signing, newcomer, self.new_epoch()))
        return newcomer

    def rotate(self, time: int = NOW) -> None:
        self.take(rotate(self.state, self.officer.signing, self.new_epoch(time)))

    def author(self, session: SessionId, keys: PrivateKeys | None = None) -> Author:
        return Author(self.mailbox_id, (keys or self.officer).key_id, self.state.head, session)

    def as_recipient(self) -> tuple[Recipient, SealingPublic]:
        epoch = self.state.epoch
        return Recipient(self.mailbox_id, epoch.number, self.state.head), epoch.public


@dataclass
class Conversation:
    """A conversation in which every member knows every envelope; each party writes in one session."""

    parties: Sequence[Party]
    control: Control
    membership: Membership
    sessions: dict[MailboxId, SessionId]
    last: dict[MailboxId, Head]
    known: set[bytes]

    @classmethod
    def between(cls, *parties: Party) -> "Conversation":
        creator, random = parties[0], parties[0].random
        sessions = {party.mailbox_id: SessionId(random(16)) for party in parties}
        place = Place(ConversationId(random(16)), 0, None, (), None)
        author = creator.author(sessions[creator.mailbox_id])
        header = Header(EnvelopeType.CONTROL, MessageId(random(16)), author, place, NOW)
        control = create_conversation(creator.officer.signing, header, tuple(party.mailbox_id for party in parties))
        last = {creator.mailbox_id: Head(0, control.hash)}
        return cls(parties, control, begin_membership(control), sessions, last, {control.hash})

    def header(self, sender: Party, references: tuple[bytes, ...] = ()) -> Header:
        """Return the next header of *sender*'s session."""
        before = self.last.get(sender.mailbox_id)
        place = Place(
            self.membership.conversation,
            0 if before is None else before.number + 1,
            None if before is None else before.hash,
            references,
            self.membership.head,
        )
        author = sender.author(self.sessions[sender.mailbox_id])
        return Header(EnvelopeType.MESSAGE, MessageId(sender.random(16)), author, place, NOW)

    def draft(self, sender: Party, text: str, references: tuple[bytes, ...] = ()) -> Draft:
        recipients = [party.as_recipient() for party in self.parties]
        return Draft(self.header(sender, references), recipients, Content(text=text))

    def seal(self, sender: Party, text: str, references: tuple[bytes, ...] = ()) -> Envelope:
        """Return a sealed message without taking note of it."""
        draft = self.draft(sender, text, references)
        return seal_message(sender.officer.signing, draft, sender.random)

    def write(self, sender: Party, text: str, references: tuple[bytes, ...] = ()) -> bytes:
        """Return a sealed message as it travels, and go on after it."""
        envelope = self.seal(sender, text, references)
        self.last[sender.mailbox_id] = Head(envelope.header.place.n, envelope.hash)
        self.known.add(envelope.hash)
        return envelope.to_bytes()

    def seen_before(self, envelope: Envelope) -> Seen:
        """Return what a receiver knows who has seen all but *envelope*."""
        place = envelope.header.place
        previous = None if place.previous is None else Head(place.n - 1, place.previous)
        return Seen(self.membership, previous, self.known)

    def read(self, reader: Party, data: bytes) -> Received:
        """Return what *data* says to *reader*, with every check."""
        envelope = parse_envelope(data)
        sender = next(party for party in self.parties if party.mailbox_id == envelope.header.author.mailbox_id)
        return receive(envelope, sender.state, reader.state, reader.seeds, self.seen_before(envelope))


def moved(header: Header, **changes: object) -> Header:
    """Return *header* with another place, for messages that stand where they should not."""
    return replace(header, place=replace(header.place, **changes))  # type: ignore[arg-type]
