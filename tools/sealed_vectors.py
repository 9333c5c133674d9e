"""Vectors with sealed parts: HPKE draws its own randomness, so each run makes others, which both languages must open.

Around the sealed parts nothing is random: given the recorded bundles and stanzas, payloads and signatures follow.
"""

from functools import partial
from typing import Any

from messaging.protocol import hpke, labels
from messaging.protocol.chain import ChainState, extend, open_chain
from messaging.protocol.codec import Value, decode
from messaging.protocol.content import Content, FileKey, ManifestEntry, encode_content
from messaging.protocol.control import begin_membership, create_conversation
from messaging.protocol.envelope import (
    Attachment,
    Draft,
    Envelope,
    Recipient,
    commitment_of,
    derive_message_key,
    seal_message,
)
from messaging.protocol.header import Author, EnvelopeType, Header, Place
from messaging.protocol.identifiers import BlobId, ConversationId, EntryId, MessageId, SessionId
from messaging.protocol.keys import CardSecret, EpochSeed, KitSecret, PrivateKeys, SealingKey, SealingPublic
from messaging.protocol.links import Link, Role
from messaging.protocol.new_links import (
    Authority,
    NewEpoch,
    NewLink,
    add_officer,
    agree,
    enrol,
    grant,
    open_mailbox,
    rotate,
)
from messaging.protocol.padding import pad
from messaging.protocol.password import Stretched, card_way, security_key_way
from messaging.protocol.vault import VaultKey, VaultPlace, seal_vault, seal_way
from messaging.protocol.vault_contents import ChainPin, VaultContents
from messaging.protocol.wire import Head
from tools.vector_notation import Stream, noted

NOW = 1_790_000_000
Json = dict[str, Any]


class Example:
    """A mailbox with an administrator, a second one who may read from epoch 1, and a rotation: four links."""

    def __init__(self, name: str, state_code: str) -> None:
        draw = Stream(name)
        self.kit = KitSecret(draw(32))
        self.authority = Authority(EntryId(draw(16)), state_code, name, policy=2)
        self.salt = draw(32)
        self.officers = [PrivateKeys.generate(draw) for _ in range(2)]
        self.seeds = {number: EpochSeed(draw(32)) for number in (1, 2, 3)}
        first = open_mailbox(self.kit, self.authority, self.salt, NOW)
        self.state = open_chain(first)
        self.links: list[tuple[Link, tuple[bytes, ...]]] = [(first, ())]
        self._add_both()
        self._take(rotate(self.state, self.officers[0].signing, NewEpoch(self.seeds[3], NOW + 3)))

    def _add_both(self) -> None:
        one, two = self.officers
        newcomer = enrol(self.state.mailbox_id, one, Role.ADMINISTRATOR)
        self._take(add_officer(self.state, self.kit.keys().signing, newcomer, NewEpoch(self.seeds[1], NOW + 1)))
        colleague = grant(enrol(self.state.mailbox_id, two, Role.ADMINISTRATOR), {1: self.seeds[1]})
        self._take(add_officer(self.state, one.signing, colleague, NewEpoch(self.seeds[2], NOW + 2, days=30)))

    def _take(self, new: NewLink) -> None:
        self.state = extend(self.state, new.link)
        self.links.append((new.link, new.bundles))

    @property
    def recipient(self) -> tuple[Recipient, SealingPublic]:
        """Return the entry of header 14 and the key to seal to."""
        epoch = self.state.epoch
        return Recipient(self.state.mailbox_id, epoch.number, self.state.head), epoch.public

    def secrets(self) -> Json:
        """Return every secret of the mailbox, from which all else follows."""
        return {
            "kit": self.kit.reveal().hex(),
            "officers": [
                {"signing": keys.signing.reveal().hex(), "sealing": keys.sealing.reveal().hex()}
                for keys in self.officers
            ],
            "epochs": [self.seeds[number].reveal().hex() for number in sorted(self.seeds)],
        }


def _summary(state: ChainState) -> Json:
    return {
        "mailbox_id": state.mailbox_id.hex(),
        "head": noted(state.head.value()),
        "officers": [
            {"key_id": key_id.hex(), "role": int(o.role), "reads_from": o.reads_from, "since": o.since}
            for key_id, o in sorted(state.officers.items())
        ],
        "epochs": [{"number": epoch.number, "public": epoch.public.raw.hex()} for epoch in state.epochs],
        "state_code": state.state_code,
        "name": state.name,
    }


def chain() -> Json:
    """Return a chain of four links with its bundles, and links that break its rules."""
    example = Example("Ministère de la justice", "FR")
    authority, one = example.authority, example.officers[0]
    proof = enrol(example.state.mailbox_id, one, Role.ADMINISTRATOR)
    links = [
        {
            "link": link.to_bytes().hex(),
            "fields": noted(decode(link.payload)),
            "payload": link.payload.hex(),
            "signature": link.signature.hex(),
            "hash": link.hash.hex(),
            "bundles": [bundle.hex() for bundle in bundles],
        }
        for link, bundles in example.links
    ]
    return {
        "secrets": example.secrets(),
        "opening": {
            "entry_id": authority.entry_id.hex(),
            "state_code": authority.state_code,
            "name": authority.name,
            "policy": authority.policy,
            "salt": example.salt.hex(),
            "time": NOW,
        },
        "proof_of_first_officer": proof.proof.hex(),
        "links": links,
        "state": _summary(example.state),
        "refuse_next": _refused_links(example),
    }


def _refused_links(example: Example) -> list[Json]:
    state, (one, two) = example.state, example.officers
    draw, other = Stream("refused links"), Example("Another", "KE")
    epoch = NewEpoch(EpochSeed(draw(32)), NOW + 4)
    good = rotate(state, one.signing, epoch).link
    alone = add_officer(state, one.signing, enrol(state.mailbox_id, PrivateKeys.generate(draw)), epoch).link
    again = add_officer(state, example.kit.keys().signing, enrol(state.mailbox_id, two), epoch).link
    foreign = enrol(other.state.mailbox_id, PrivateKeys.generate(draw))
    stranger = PrivateKeys.generate(draw)
    rows = {
        "the last link again": example.links[-1][0],
        "the first link again": example.links[0][0],
        "a link of another mailbox": other.links[-1][0],
        "one administrator where two must agree": alone,
        "an agreement of the signer with himself": agree(alone, one.signing),
        "a key that is already there": again,
        "a proof made for another mailbox": add_officer(state, example.kit.keys().signing, foreign, epoch).link,
        "a rotation signed by a stranger": rotate(state, stranger.signing, epoch).link,
        "a rotation signed by the kit": rotate(state, example.kit.keys().signing, epoch).link,
        "a rotation with an agreement": agree(good, two.signing),
        "a rotation to an old key": rotate(state, one.signing, NewEpoch(example.seeds[1], NOW)).link,
        "a rotation to an officer's key": rotate(
            state, one.signing, NewEpoch(EpochSeed(two.sealing.reveal()), NOW)
        ).link,
        "an epoch of 91 days": rotate(state, one.signing, NewEpoch(epoch.seed, NOW, days=91)).link,
        "an epoch that has ended": rotate(state, one.signing, NewEpoch(epoch.seed, NOW, days=0)).link,
    }
    return [{"why": why, "link": link.to_bytes().hex()} for why, link in rows.items()]


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
    conversation, session = ConversationId(draw(16)), SessionId(draw(16))
    signer = france.officers[0].signing
    author = Author(france.state.mailbox_id, signer.key_id, france.state.head, session)
    first = Header(EnvelopeType.CONTROL, MessageId(draw(16)), author, Place(conversation, 0, None, (), None), NOW + 10)
    control = create_conversation(signer, first, (kenya.state.mailbox_id, france.state.mailbox_id))
    membership, previous, messages = begin_membership(control), control.hash, []
    content, attachments = _content(draw)
    for n, (text, files) in enumerate(((Content(text="Bonjour"), ()), (content, attachments)), start=1):
        place = Place(conversation, n, previous, () if n == 1 else (draw(32), draw(32)), membership.head)
        header = Header(EnvelopeType.MESSAGE, MessageId(draw(16)), author, place, NOW + 10 + n, Head(4, draw(32)))
        random = draw(32)
        recipients = [kenya.recipient, france.recipient]
        envelope = seal_message(signer, Draft(header, recipients, text, files), partial(_fixed, random))
        previous = envelope.hash
        messages.append(_message(envelope, text, random))
    return {
        "secrets": [france.secrets(), kenya.secrets()],
        "chains": [[link.to_bytes().hex() for link, _ in example.links] for example in (france, kenya)],
        "control": {
            "sent": control.to_bytes().hex(),
            "fields": noted(decode(control.payload)),
            "hash": control.hash.hex(),
        },
        "messages": messages,
    }


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


def vaults() -> Json:
    """Return a vault with two ways in; every byte of it follows from the secrets."""
    example, draw = Example("Ministère de la justice", "FR"), Stream("vault")
    keys, peer = example.officers[0], Example("Attorney General", "KE")
    stretched, card, prf, vault_key = Stretched(draw(32)), CardSecret(draw(32)), draw(32), VaultKey(draw(32))
    place = VaultPlace("a.martin", example.state.mailbox_id, keys.key_id, 7)
    pins = tuple(
        ChainPin(e.state.mailbox_id, e.state.entry_id, Head(0, e.state.hashes[0]), e.state.kit.key_id, e is peer)
        for e in (example, peer)
    )
    following = SealingKey(draw(32))
    contents = VaultContents(
        keys.signing,
        keys.sealing,
        following,
        example.seeds,
        pins,
        {ConversationId(draw(16)): Head(0, draw(32)), ConversationId(draw(16)): Head(3, draw(32))},
        Head(12, draw(32)),
    )
    credential, nonces = draw(20), [draw(24) for _ in range(3)]
    way_keys = (card_way(stretched, card), security_key_way(stretched, prf))
    ways = (
        seal_way(way_keys[0], place, vault_key, random=lambda _: nonces[0]),
        seal_way(way_keys[1], place, vault_key, credential, random=lambda _: nonces[1]),
    )
    vault = seal_vault(contents, place, vault_key, ways, random=lambda _: nonces[2])
    return {
        "stretched": stretched.reveal().hex(),
        "card": card.reveal().hex(),
        "prf": prf.hex(),
        "credential": credential.hex(),
        "vault_key": vault_key.reveal().hex(),
        "nonces": [nonce.hex() for nonce in nonces],
        "sign_in_name": place.sign_in_name,
        "mailbox_id": place.mailbox_id.hex(),
        "counter": place.counter,
        "contents": noted(decode(contents.encoded(place.counter))),
        "contents_bytes": contents.encoded(place.counter).hex(),
        "vault": vault.to_bytes().hex(),
    }
