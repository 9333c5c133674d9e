"""Messages, sealed to authorities and signed by an officer (section 4).

To keys 1 to 13 a message adds `14 recipients [[mailbox_id, epoch, seq, hash] …] ascending · 15 attachments
[[blob_id, length, H] …] · 16 commitment · 17 H(body) · 18 body length · 19 [H(stanza) …]`. It travels as
`[payload, signature, stanzas, body]`. The context is the encoded map of keys 1 to 15.

One message key opens the body; each stanza seals it to one authority. An AEAD does not bind its key, so the
commitment does: nobody shows two authorities different texts under one envelope.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from nacl.utils import random as draw

from messaging.protocol import aead, digest, hpke, labels, signed, wire
from messaging.protocol.codec import Value, decode, encode, extend_map, shorten_map
from messaging.protocol.content import MAX_ATTACHMENTS, Content, decode_content, encode_content
from messaging.protocol.errors import ProtocolError
from messaging.protocol.header import EnvelopeType, Header, read_header
from messaging.protocol.identifiers import BlobId, MailboxId
from messaging.protocol.keys import SIGNATURE_SIZE, EpochSeed, MessageKey, Random, SealingPublic, SigningKey
from messaging.protocol.padding import is_padme_length, pad, unpad
from messaging.protocol.wire import Head

MAX_RECIPIENTS = 64
MAX_BODY = (1 << 21) + aead.TAG_SIZE
STANZA_SIZE = hpke.OVERHEAD + MessageKey.SIZE
MAX_ENVELOPE = wire.MAX_PAYLOAD + MAX_RECIPIENTS * (STANZA_SIZE + 3) + MAX_BODY + 128

_AFTER_CONTEXT = (16, 17, 18, 19)
_HEADER_KEYS = wire.keys_to(19)
# Each message key is used once, so that a fixed nonce is safe.
_NONCE = bytes(aead.NONCE_SIZE)


@dataclass(frozen=True, slots=True)
class Recipient:
    """An authority to which a message is sealed: its epoch, and the chain head that the sender verified."""

    mailbox_id: MailboxId
    epoch: int
    head: Head

    def value(self) -> Value:
        """Return the array to encode."""
        return [self.mailbox_id, self.epoch, self.head.number, self.head.hash]


@dataclass(frozen=True, slots=True)
class Attachment:
    """An encrypted blob that belongs to a message, with its length and hash as stored."""

    blob_id: BlobId
    length: int
    hash: bytes

    def value(self) -> Value:
        """Return the array to encode."""
        return [self.blob_id, self.length, self.hash]


@dataclass(frozen=True, slots=True)
class Draft:
    """A message to be sealed: its header, and each recipient with the epoch key to seal to, in any order."""

    header: Header
    recipients: Sequence[tuple[Recipient, SealingPublic]]
    content: Content
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class Envelope:
    """A message as received: its exact bytes, its parsed header and its hash; nothing of it is verified yet."""

    header: Header
    recipients: tuple[Recipient, ...]
    attachments: tuple[Attachment, ...]
    commitment: bytes
    body_hash: bytes
    body_length: int
    stanza_hashes: tuple[bytes, ...]
    context_hash: bytes
    hash: bytes
    payload: bytes
    signature: bytes
    stanzas: tuple[bytes, ...]
    body: bytes

    def to_bytes(self) -> bytes:
        """Return the envelope as it travels."""
        return encode([self.payload, self.signature, self.stanzas, self.body])


def seal_message(signer: SigningKey, draft: Draft, random: Random = draw) -> Envelope:
    """Return *draft* sealed to every recipient and signed; the bytes are stored before they are sent."""
    targets = sorted(draft.recipients, key=lambda target: target[0].mailbox_id)
    recipients = tuple(recipient for recipient, _ in targets)
    check_recipients(recipients, draft.header.author.mailbox_id)
    context = _context(draft, recipients)
    context_hash, content = digest.sha256(context), encode_content(draft.content)
    key = derive_message_key(random(MessageKey.SIZE), context_hash, content)
    commitment, body = commitment_of(key), _seal_body(key, context_hash, pad(content))
    stanzas = tuple(_seal_stanza(key, context_hash, *target) for target in targets)
    hashes, body_hash = tuple(digest.sha256(stanza) for stanza in stanzas), digest.sha256(body)
    payload = extend_map(context, {16: commitment, 17: body_hash, 18: len(body), 19: hashes})
    signature = signed.sign(signer, labels.ENVELOPE, payload)
    named = (commitment, body_hash, len(body), hashes, context_hash, digest.hash_of(labels.ENVELOPE, payload))
    return Envelope(draft.header, recipients, draft.attachments, *named, payload, signature, stanzas, body)


def _context(draft: Draft, recipients: tuple[Recipient, ...]) -> bytes:
    fields = draft.header.fields()
    fields[14] = [recipient.value() for recipient in recipients]
    fields[15] = [attachment.value() for attachment in draft.attachments]
    return encode(fields)


def _seal_stanza(key: MessageKey, context_hash: bytes, recipient: Recipient, public: SealingPublic) -> bytes:
    items = stanza_items(context_hash, recipient, public)
    return hpke.seal(public, labels.STANZA, items, key.reveal())


def derive_message_key(random: bytes, context_hash: bytes, content: bytes) -> MessageKey:
    """Return the message key, which differs with the content even where a cloned machine repeats its *random*."""
    return MessageKey(digest.derive(random, labels.MESSAGE, context_hash + digest.sha256(content)))


def commitment_of(key: MessageKey) -> bytes:
    """Return what the header says of *key*, so that only one key fits."""
    return digest.derive(key.reveal(), labels.COMMIT)


def stanza_items(context_hash: bytes, recipient: Recipient, public: SealingPublic) -> list[Value]:
    """Return the context items of a stanza for HPKE."""
    return [context_hash, recipient.mailbox_id, recipient.epoch, public.raw]


def _seal_body(key: MessageKey, context_hash: bytes, padded: bytes) -> bytes:
    body_key = digest.derive(key.reveal(), labels.BODY)
    return aead.seal(body_key, _NONCE, context_hash, padded)


def parse_envelope(data: bytes) -> Envelope:
    """Return the message that *data* encodes, strictly."""
    if len(data) > MAX_ENVELOPE:
        raise ProtocolError("envelope: too long")
    payload, signature, stanzas, body = wire.tuple_of(decode(data), 4, "envelope")
    return make_envelope(
        wire.some_bytes_of(payload, wire.MAX_PAYLOAD, "envelope payload"),
        wire.bytes_of(signature, SIGNATURE_SIZE, "envelope signature"),
        tuple(wire.bytes_of(item, STANZA_SIZE, "stanza") for item in wire.array_of(stanzas, MAX_RECIPIENTS, "stanzas")),
        wire.some_bytes_of(body, MAX_BODY, "body"),
    )


def make_envelope(payload: bytes, signature: bytes, stanzas: tuple[bytes, ...], body: bytes) -> Envelope:
    """Return the envelope of these parts; a payload of another layout raises `ProtocolError`."""
    fields = wire.decode_map(payload, _HEADER_KEYS, "envelope")
    header = read_header(fields)
    if header.type is not EnvelopeType.MESSAGE or header.place.membership is None:
        raise ProtocolError("envelope: not a message under a control")
    recipients = _read_recipients(fields[14], header.author.mailbox_id)
    hashes = wire.tuple_of(fields[19], len(recipients), "stanza hashes")
    if len(stanzas) != len(recipients):
        raise ProtocolError("envelope: one stanza for each recipient")
    return Envelope(
        header=header,
        recipients=recipients,
        attachments=_read_attachments(fields[15]),
        commitment=wire.hash_of_value(fields[16], "commitment"),
        body_hash=wire.hash_of_value(fields[17], "body hash"),
        body_length=wire.uint_of(fields[18], "body length"),
        stanza_hashes=tuple(wire.hash_of_value(item, "stanza hash") for item in hashes),
        context_hash=_context_hash(payload, fields),
        hash=digest.hash_of(labels.ENVELOPE, payload),
        payload=payload,
        signature=signature,
        stanzas=stanzas,
        body=body,
    )


def _context_hash(payload: bytes, fields: dict[int, Value]) -> bytes:
    # Every value has one encoding, so that the context is what stands before key 16.
    return digest.sha256(shorten_map(payload, {key: fields[key] for key in _AFTER_CONTEXT}))


def _read_recipients(value: Value, sender: MailboxId) -> tuple[Recipient, ...]:
    recipients = []
    for item in wire.array_of(value, MAX_RECIPIENTS, "recipients"):
        mailbox_id, epoch, seq, hashed = wire.tuple_of(item, 4, "recipient")
        head = Head(wire.uint_of(seq, "recipient"), wire.hash_of_value(hashed, "recipient"))
        read_id = MailboxId.read(mailbox_id)
        recipients.append(Recipient(read_id, wire.uint_of(epoch, "recipient"), head))
    check_recipients(recipients, sender)
    return tuple(recipients)


def check_recipients(recipients: Sequence[Recipient], sender: MailboxId) -> None:
    """Accept at most 64 recipients, ascending, the sender's own mailbox among them, or raise `ProtocolError`."""
    ids = [recipient.mailbox_id for recipient in recipients]
    wire.ascending(ids, "recipients")
    if sender not in ids or len(ids) > MAX_RECIPIENTS:
        raise ProtocolError("recipients: too many, or without the sender's own mailbox")


def _read_attachments(value: Value) -> tuple[Attachment, ...]:
    attachments = []
    for item in wire.array_of(value, MAX_ATTACHMENTS, "attachments"):
        blob_id, length, hashed = wire.tuple_of(item, 3, "attachment")
        read_id = BlobId.read(blob_id)
        attachments.append(
            Attachment(read_id, wire.uint_of(length, "attachment"), wire.hash_of_value(hashed, "attachment"))
        )
    if len({attachment.blob_id for attachment in attachments}) != len(attachments):
        raise ProtocolError("attachments: a blob twice")
    return tuple(attachments)


def check_parts(envelope: Envelope) -> None:
    """Accept the body and stanzas that the signed header names, of allowed lengths, or raise `ProtocolError`."""
    if len(envelope.body) != envelope.body_length or digest.sha256(envelope.body) != envelope.body_hash:
        raise ProtocolError("envelope: body is not the signed one")
    if tuple(digest.sha256(stanza) for stanza in envelope.stanzas) != envelope.stanza_hashes:
        raise ProtocolError("envelope: stanzas are not the signed ones")
    if not is_padme_length(envelope.body_length - aead.TAG_SIZE):
        raise ProtocolError("envelope: body is not padded")


def open_stanza(envelope: Envelope, mailbox_id: MailboxId, seed: EpochSeed) -> MessageKey:
    """Return the message key that the stanza of *mailbox_id* holds, if it is the one committed to."""
    for recipient, stanza in zip(envelope.recipients, envelope.stanzas, strict=True):
        if recipient.mailbox_id == mailbox_id:
            items = stanza_items(envelope.context_hash, recipient, seed.public)
            key = MessageKey(hpke.open_sealed(seed, labels.STANZA, items, stanza))
            check_commitment(envelope, key)
            return key
    raise ProtocolError("envelope: not sealed to this mailbox")


def check_commitment(envelope: Envelope, key: MessageKey) -> None:
    """Accept *key* if the signed header commits to it, or raise `ProtocolError`."""
    if commitment_of(key) != envelope.commitment:
        raise ProtocolError("envelope: the key is not the one committed to")


def open_body(envelope: Envelope, key: MessageKey) -> Content:
    """Return the content, whose manifest must name exactly the attachments of the header."""
    body_key = digest.derive(key.reveal(), labels.BODY)
    content = decode_content(unpad(aead.open_sealed(body_key, _NONCE, envelope.context_hash, envelope.body)))
    if [entry.blob_id for entry in content.manifest] != [item.blob_id for item in envelope.attachments]:
        raise ProtocolError("envelope: the manifest names other attachments than the header")
    return content
