"""Vectors of messages and of HPKE. Stanzas are sealed, so each run makes others; given them, all else follows."""

from dataclasses import replace
from functools import partial

from messaging.protocol import hpke, labels
from messaging.protocol.codec import Value, decode
from messaging.protocol.content import Content, FileKey, ManifestEntry, encode_content
from messaging.protocol.control import begin_membership, create_conversation
from messaging.protocol.envelope import (
    Attachment,
    Draft,
    Envelope,
    commitment_of,
    derive_message_key,
    seal_message,
)
from messaging.protocol.header import Author, EnvelopeType, Header, Place
from messaging.protocol.identifiers import BlobId, ConversationId, MessageId, SessionId
from messaging.protocol.keys import SealingKey
from messaging.protocol.padding import pad
from messaging.protocol.wire import Head
from tools.example_mailbox import NOW, Example, Json
from tools.vector_notation import Stream, noted


def hpke_seals() -> Json:
    """Return seals of this suite with their keys."""
    draw = Stream("hpke")
    rows = []
    samples: list[tuple[labels.Label, list[Value], bytes]] = [
        (labels.STANZA, [b"context", 1], draw(32)),
        (labels.BUNDLE, [], b""),
        (labels.BUNDLE, [None, "text"], draw(1000)),
    ]
    for label, items, plaintext in samples:
        key = SealingKey(draw(32))
        sealed = hpke.seal(key.public, label, items, plaintext)
        rows.append(
            {
                "seed": key.reveal().hex(),
                "label": label,
                "items": noted(items),
                "plaintext": plaintext.hex(),
                "sealed": sealed.hex(),
            }
        )
    return {"seals": rows}


def _content(draw: Stream) -> tuple[Content, tuple[Attachment, ...]]:
    blob = BlobId(draw(16))
    entry = ManifestEntry(blob, FileKey(draw(32)), 1_234, "Annexe é.pdf", "application/pdf", draw(32))
    content = Content(
        text="Veuillez trouver ci-joint la demande.\n\nتجدون طيه الطلب.",
        subject="Demande d’entraide 17/2026",
        officer=("A. Martin", "Magistrate"),
        reply_to=draw(32),
        handling="URGENT",
        language="fr",
        manifest=(entry,),
    )
    return content, (Attachment(blob, 1_536, draw(32)),)


def envelopes() -> Json:
    """Return a conversation of two authorities: its control, a short message and one with every field in use."""
    france, kenya = Example("Ministère de la justice", "FR"), Example("Attorney General", "KE")
    draw = Stream("envelope")
    first = _first_header(france, draw)
    control = create_conversation(france.officers[0].signing, first, (kenya.state.mailbox_id, france.state.mailbox_id))
    place = replace(first.place, previous=control.hash, membership=begin_membership(control).head)
    header = replace(first, type=EnvelopeType.MESSAGE, place=place)
    return {
        "secrets": [france.secrets(), kenya.secrets()],
        "chains": [[link.to_bytes().hex() for link, _ in example.links] for example in (france, kenya)],
        "control": {
            "sent": control.to_bytes().hex(),
            "fields": noted(decode(control.payload)),
            "hash": control.hash.hex(),
        },
        "messages": _messages((france, kenya), header, draw),
    }


def _first_header(sender: Example, draw: Stream) -> Header:
    conversation, session = ConversationId(draw(16)), SessionId(draw(16))
    author = Author(sender.state.mailbox_id, sender.officers[0].key_id, sender.state.head, session)
    place = Place(conversation, 0, None, (), None)
    return Header(EnvelopeType.CONTROL, MessageId(draw(16)), author, place, NOW + 10)


def _messages(members: tuple[Example, Example], first: Header, draw: Stream) -> list[Json]:
    previous, rows = first.place.previous, []
    for n, (text, files) in enumerate(((Content(text="Bonjour"), ()), _content(draw)), start=1):
        references = () if n == 1 else (draw(32), draw(32))
        place = replace(first.place, n=n, previous=previous, references=references)
        header = replace(first, message_id=MessageId(draw(16)), place=place, time=NOW + 10 + n)
        random = draw(32)
        draft = Draft(
            replace(header, checkpoint=Head(4, draw(32))), [member.recipient for member in members], text, files
        )
        envelope = seal_message(members[0].officers[0].signing, draft, partial(_fixed, random))
        previous = envelope.hash
        rows.append(_message(envelope, text, random))
    return rows


def _fixed(drawn: bytes, _size: int) -> bytes:
    return drawn


def _message(envelope: Envelope, content: Content, random: bytes) -> Json:
    encoded = encode_content(content)
    key = derive_message_key(random, envelope.context_hash, encoded)
    return {
        "random": random.hex(),
        "fields": noted(decode(envelope.payload)),
        "content": noted(decode(encoded)),
        "content_bytes": encoded.hex(),
        "padded_length": len(pad(encoded)),
        "context_hash": envelope.context_hash.hex(),
        "message_key": key.reveal().hex(),
        "commitment": commitment_of(key).hex(),
        "body": envelope.body.hex(),
        "payload": envelope.payload.hex(),
        "signature": envelope.signature.hex(),
        "hash": envelope.hash.hex(),
        "sent": envelope.to_bytes().hex(),
    }
