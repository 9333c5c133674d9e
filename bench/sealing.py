"""Sealing and opening a message of 1 KB to k authorities, against the bare operations that it cannot do without."""

from collections.abc import Callable, Iterator

import nacl.bindings as sodium
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from nacl.utils import random as draw

from bench.measure import Bar, Figure, Plan, medians_in_turn
from messaging.protocol.envelope import parse_envelope, seal_message
from messaging.protocol.hpke import TAG_SIZE
from messaging.protocol.receiving import receive
from tests.protocol.party import Conversation, Party

BARS = {2: 1.6, 5: 1.4, 10: 1.4}
TIMES = 400
TEXT = "Sehr geehrte Damen und Herren, " * 33
"""1,023 bytes."""
_SUITE = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)


def figures(plan: Plan) -> Iterator[Figure]:
    """Yield one ratio for each number of authorities."""
    for count, limit in BARS.items():
        parties = [Party.open("FR", f"Authority {number}") for number in range(count)]
        actions = {"product": product(parties), "bare": bare(parties)}
        taken = medians_in_turn(actions, plan, TIMES)
        yield Figure(
            f"seal, encode, parse, check and open 1 KB, k = {count}",
            Bar(limit),
            "s",
            taken["product"],
            f"(sign + AEAD + {count} hybrid seals) + (verify + hybrid open + AEAD open)",
            taken["bare"],
        )


def product(parties: list[Party]) -> Callable[[], object]:
    """Return what seals one message to all *parties*, and opens it as the last of them, with every check."""
    talk = Conversation.between(*parties)
    sender, reader = parties[0], parties[-1]
    draft = talk.draft(sender, TEXT)
    seen = talk.seen_before(talk.seal(sender, TEXT))

    def seal_and_open() -> str:
        sent = seal_message(sender.officer.signing, draft).to_bytes()
        found = receive(parse_envelope(sent), sender.state, reader.state, reader.seeds, seen)
        return found.content.text

    if seal_and_open() != TEXT:
        raise AssertionError("what was opened is not what was sealed")
    return seal_and_open


def bare(parties: list[Party]) -> Callable[[], object]:
    """Return the operations alone, on as many bytes: nothing is parsed, encoded, derived, hashed or checked."""
    signing, expanded = sodium.crypto_sign_seed_keypair(draw(32))
    publics = [party.state.epoch.public for party in parties]
    reader = parties[-1]
    private = reader.seeds[reader.state.epoch.number].parsed
    talk = Conversation.between(*parties)
    envelope = talk.seal(parties[0], TEXT)
    header, context = envelope.payload, envelope.context_hash
    padded, key, nonce = TEXT.encode().ljust(envelope.body_length - TAG_SIZE), draw(32), bytes(24)
    # As in the product, a seal is bound to what it is for, the receiver's key among it.
    infos = [context + public.raw for public in publics]
    parsed = [public.parsed for public in publics]

    def operate() -> bytes:
        signed = sodium.crypto_sign(header, expanded)
        body = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(padded, context, nonce, key)
        stanzas = [_SUITE.encrypt(key, public, info) for public, info in zip(parsed, infos, strict=True)]
        sodium.crypto_sign_open(signed, signing)
        opened = _SUITE.decrypt(stanzas[-1], private, infos[-1])
        return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(body, context, nonce, opened)

    return operate
