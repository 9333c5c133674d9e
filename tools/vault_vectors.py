"""Vectors of a vault, in which all nonces are given."""

from messaging.protocol.codec import decode
from messaging.protocol.identifiers import ConversationId
from messaging.protocol.keys import CardSecret, SealingKey
from messaging.protocol.password import Stretched, card_way, security_key_way
from messaging.protocol.vault import VaultKey, VaultPlace, seal_vault, seal_way
from messaging.protocol.vault_contents import ChainPin, VaultContents
from messaging.protocol.wire import Head
from tools.example_mailbox import Example, Json
from tools.vector_notation import Stream, noted


def vaults() -> Json:
    """Return a vault with two ways in; every byte of it follows from the secrets."""
    example, draw = Example("Ministère de la justice", "FR"), Stream("vault")
    place = VaultPlace("a.martin", example.state.mailbox_id, example.officers[0].key_id, 7)
    stretched, card, prf, vault_key = Stretched(draw(32)), CardSecret(draw(32)), draw(32), VaultKey(draw(32))
    contents = _contents(example, draw)
    credential, nonces = draw(20), [draw(24) for _ in range(3)]
    next_nonce = iter(nonces)
    ways = (
        seal_way(card_way(stretched, card), place, vault_key, random=lambda _: next(next_nonce)),
        seal_way(security_key_way(stretched, prf), place, vault_key, credential, random=lambda _: next(next_nonce)),
    )
    vault = seal_vault(contents, place, vault_key, ways, random=lambda _: next(next_nonce))
    secrets = {"stretched": stretched, "card": card, "vault_key": vault_key}
    return {
        **{name: secret.reveal().hex() for name, secret in secrets.items()},
        "prf": prf.hex(),
        "credential": credential.hex(),
        "nonces": [nonce.hex() for nonce in nonces],
        "sign_in_name": place.sign_in_name,
        "mailbox_id": place.mailbox_id.hex(),
        "counter": place.counter,
        "contents": noted(decode(contents.encoded(place.counter))),
        "contents_bytes": contents.encoded(place.counter).hex(),
        "vault": vault.to_bytes().hex(),
    }


def _contents(example: Example, draw: Stream) -> VaultContents:
    peer = Example("Attorney General", "KE")
    pins = tuple(
        ChainPin(e.state.mailbox_id, e.state.entry_id, Head(0, e.state.hashes[0]), e.state.kit.key_id, e is peer)
        for e in (example, peer)
    )
    following = SealingKey(draw(32))
    conversations = {
        ConversationId(draw(16)): Head(0, draw(32)),
        ConversationId(draw(16)): Head(3, draw(32)),
    }
    keys = example.officers[0]
    return VaultContents(keys.signing, keys.sealing, following, example.seeds, pins, conversations, Head(12, draw(32)))
