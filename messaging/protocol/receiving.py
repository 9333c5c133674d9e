"""What is checked of an envelope, in the order of section 4, by every client; and by the server (section 9).

All functions are pure. Those that check accept in silence or raise `ProtocolError`; gaps and unknown references are
told, not refused. Before this stands the strict parser; between the chain and the signature a client also wants the
sender's head in a verified checkpoint (module `log`).
"""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from enum import Enum

from messaging.protocol import labels, signed
from messaging.protocol.chain import ChainState, Officer
from messaging.protocol.content import Content
from messaging.protocol.control import Control, Membership, Receipt
from messaging.protocol.envelope import Envelope, Recipient, check_parts, open_body, open_stanza
from messaging.protocol.errors import ProtocolError
from messaging.protocol.identifiers import MailboxId
from messaging.protocol.keys import EpochSeed
from messaging.protocol.links import Role
from messaging.protocol.wire import Head

Sent = Envelope | Control | Receipt


class Sequel(Enum):
    """How an envelope continues what was seen of its session in its conversation."""

    NEXT = "next"
    REPEATED = "repeated"
    EARLIER = "earlier"
    GAP = "gap"
    FORKED = "forked"


@dataclass(frozen=True, slots=True)
class Received:
    """A message that passed every check, and what is missing around it."""

    content: Content
    sequel: Sequel
    unknown_references: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """What a receiver knows of a conversation: its membership, the session's last envelope, and all hashes."""

    membership: Membership
    previous: Head | None
    known: Container[bytes]


def check_author(sent: Sent, chain: ChainState) -> Officer:
    """Return the officer who signed: active as administrator or officer at the head that the header names."""
    author = sent.header.author
    if author.mailbox_id != chain.mailbox_id or not chain.includes(author.head):
        raise ProtocolError("author: the head named is not on the sender's chain")
    officer = chain.active_at(author.key_id, author.head.number)
    if officer.role is Role.READER:
        raise ProtocolError("author: a reader signs nothing")
    signed.verify(officer.public.signing, labels.ENVELOPE, sent.payload, sent.signature)
    return officer


def check_members(envelope: Envelope, membership: Membership) -> None:
    """Accept an envelope of this conversation, under its last control, sealed to exactly its members."""
    place = envelope.header.place
    if place.conversation != membership.conversation or place.membership != membership.head:
        raise ProtocolError("membership: of another conversation, or not its last control")
    if tuple(recipient.mailbox_id for recipient in envelope.recipients) != membership.members:
        raise ProtocolError("membership: the recipients are not the members")


def check_recipient(recipient: Recipient, chain: ChainState) -> None:
    """Accept a recipient's entry that names a head of its chain and an epoch made by then."""
    if recipient.mailbox_id != chain.mailbox_id or not chain.includes(recipient.head):
        raise ProtocolError("recipient: the head named is not on its chain")
    if chain.epoch_numbered(recipient.epoch).seq > recipient.head.number:
        raise ProtocolError("recipient: the epoch named is not of that head")


def sequel_of(sent: Sent, previous: Head | None) -> Sequel:
    """Say how *sent* follows *previous*, the last n and hash seen of its session in its conversation."""
    place = sent.header.place
    if previous is None:
        return Sequel.NEXT if place.n == 0 else Sequel.GAP
    if place.n == previous.number:
        return Sequel.REPEATED if sent.hash == previous.hash else Sequel.FORKED
    if place.n != previous.number + 1:
        return Sequel.GAP if place.n > previous.number else Sequel.EARLIER
    return Sequel.NEXT if place.previous == previous.hash else Sequel.FORKED


def unknown_references(sent: Sent, known: Container[bytes]) -> tuple[bytes, ...]:
    """Return the references to envelopes that were never seen, to be shown as missing."""
    return tuple(reference for reference in sent.header.place.references if reference not in known)


def receive(
    envelope: Envelope, sender: ChainState, own: ChainState, seeds: Mapping[int, EpochSeed], seen: Seen
) -> Received:
    """Return what *envelope* says, once every check of section 4 has held in its order.

    Nothing is decrypted before signature, hashes and membership hold. A repeated, earlier or forked envelope is
    refused: who keeps evidence of a fork asks `sequel_of` first.
    """
    check_author(envelope, sender)
    check_parts(envelope)
    check_members(envelope, seen.membership)
    entry = _own_entry(envelope, own.mailbox_id)
    check_recipient(entry, own)
    sequel = sequel_of(envelope, seen.previous)
    if sequel not in {Sequel.NEXT, Sequel.GAP}:
        raise ProtocolError("session: the envelope does not follow")
    missing = unknown_references(envelope, seen.known)
    if entry.epoch not in seeds:
        raise ProtocolError("epoch: its seed is not held")
    key = open_stanza(envelope, own.mailbox_id, seeds[entry.epoch])
    return Received(open_body(envelope, key), sequel, missing)


def _own_entry(envelope: Envelope, mailbox_id: MailboxId) -> Recipient:
    for recipient in envelope.recipients:
        if recipient.mailbox_id == mailbox_id:
            return recipient
    raise ProtocolError("membership: not sealed to this mailbox")


def check_envelope(
    envelope: Envelope, chains: Mapping[MailboxId, ChainState], membership: Membership, previous: Head | None
) -> None:
    """Accept a message for storing, as the server does; *chains* holds the present chain of every member."""
    _check_active_author(envelope, chains)
    check_parts(envelope)
    check_members(envelope, membership)
    for recipient in envelope.recipients:
        chain = _chain_of(recipient.mailbox_id, chains)
        check_recipient(recipient, chain)
        if recipient.epoch != chain.epoch.number:
            raise ProtocolError("recipient: not its highest epoch, seal again")
    _check_follows(envelope, previous)


def check_creation(control: Control, chains: Mapping[MailboxId, ChainState]) -> None:
    """Accept the control that creates a conversation, as the server does; it opens its session in it, too."""
    _check_active_author(control, chains)
    for member in control.act.members:
        if not _chain_of(member, chains).epochs:
            raise ProtocolError("control: a member that nobody can read for")
    _check_follows(control, None)


def _check_active_author(sent: Sent, chains: Mapping[MailboxId, ChainState]) -> None:
    author = sent.header.author
    chain = _chain_of(author.mailbox_id, chains)
    check_author(sent, chain)
    chain.active_at(author.key_id, chain.head.number)


def _chain_of(mailbox_id: MailboxId, chains: Mapping[MailboxId, ChainState]) -> ChainState:
    if mailbox_id not in chains:
        raise ProtocolError("mailbox unknown")
    return chains[mailbox_id]


def _check_follows(sent: Sent, previous: Head | None) -> None:
    if sequel_of(sent, previous) is not Sequel.NEXT:
        raise ProtocolError("session: the envelope does not follow")
