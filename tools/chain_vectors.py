"""Vectors of a chain. Its bundles are sealed, so each run makes others; given them, all else follows."""

from messaging.protocol.chain import ChainState
from messaging.protocol.codec import decode
from messaging.protocol.keys import EpochSeed, PrivateKeys
from messaging.protocol.links import Link, Role
from messaging.protocol.new_links import NewEpoch, add_officer, agree, enrol, rotate
from tools.example_mailbox import NOW, Example, Json
from tools.vector_notation import Stream, noted


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
    authority = example.authority
    proof = enrol(example.state.mailbox_id, example.officers[0], Role.ADMINISTRATOR)
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
        "links": [_row(link, bundles) for link, bundles in example.links],
        "state": _summary(example.state),
        "refuse_next": _refused_links(example),
    }


def _row(link: Link, bundles: tuple[bytes, ...]) -> Json:
    return {
        "link": link.to_bytes().hex(),
        "fields": noted(decode(link.payload)),
        "payload": link.payload.hex(),
        "signature": link.signature.hex(),
        "hash": link.hash.hex(),
        "bundles": [bundle.hex() for bundle in bundles],
    }


def _refused_links(example: Example) -> list[Json]:
    rows = {
        "the last link again": example.links[-1][0],
        "the first link again": example.links[0][0],
        "a link of another mailbox": Example("Another", "KE").links[-1][0],
        **_refused_additions(example),
        **_refused_rotations(example),
    }
    return [{"why": why, "link": link.to_bytes().hex()} for why, link in rows.items()]


def _refused_additions(example: Example) -> dict[str, Link]:
    state, (one, two), kit = example.state, example.officers, example.kit.keys().signing
    draw = Stream("refused additions")
    epoch, stranger = NewEpoch(EpochSeed(draw(32)), NOW + 4), PrivateKeys.generate(draw)
    alone = add_officer(state, one.signing, enrol(state.mailbox_id, stranger), epoch).link
    again = add_officer(state, kit, enrol(state.mailbox_id, two), epoch).link
    elsewhere = enrol(Example("Another", "KE").state.mailbox_id, stranger)
    return {
        "one administrator where two must agree": alone,
        "an agreement of the signer with himself": agree(alone, one.signing),
        "a key that is already there": again,
        "a proof made for another mailbox": add_officer(state, kit, elsewhere, epoch).link,
    }


def _refused_rotations(example: Example) -> dict[str, Link]:
    state, (one, two), kit = example.state, example.officers, example.kit.keys().signing
    draw = Stream("refused rotations")
    epoch, stranger = NewEpoch(EpochSeed(draw(32)), NOW + 4), PrivateKeys.generate(draw)
    officers_key = EpochSeed(two.sealing.reveal())
    return {
        "a rotation signed by a stranger": rotate(state, stranger.signing, epoch).link,
        "a rotation signed by the kit": rotate(state, kit, epoch).link,
        "a rotation with an agreement": agree(rotate(state, one.signing, epoch).link, two.signing),
        "a rotation to an old key": rotate(state, one.signing, NewEpoch(example.seeds[1], NOW)).link,
        "a rotation to an officer's key": rotate(state, one.signing, NewEpoch(officers_key, NOW)).link,
        "an epoch of 91 days": rotate(state, one.signing, NewEpoch(epoch.seed, NOW, days=91)).link,
        "an epoch that has ended": rotate(state, one.signing, NewEpoch(epoch.seed, NOW, days=0)).link,
    }
