from dataclasses import replace

import pytest

from messaging.protocol import digest, hpke, labels
from messaging.protocol.bundle import MAX_BUNDLE, BundlePlace, check_bundles, open_bundle, read_seeds
from messaging.protocol.chain import ChainState, extend
from messaging.protocol.codec import Value, encode
from messaging.protocol.keys import EpochSeed, PrivateKeys
from messaging.protocol.links import Rotation
from messaging.protocol.new_links import NewEpoch, NewLink, add_officer, enrol, grant, rotate
from tests.protocol.altered import rotated
from tests.protocol.party import NOW, Party
from tests.protocol.refusal import flipped, refused


@pytest.fixture
def party() -> Party:
    return Party.open()


def bundle_for(party: Party, keys: PrivateKeys, number: int) -> bytes:
    place = party.state.epoch_numbered(number).rotation.sealed_to.index(keys.key_id)
    return party.bundles[number][place]


def chain_naming(party: Party, plaintext: bytes, seed: EpochSeed) -> tuple[ChainState, bytes]:
    """Return a chain whose last link names, for the first officer, a bundle of *plaintext* instead of the seed."""
    good = rotate(party.state, party.officer.signing, NewEpoch(seed, NOW)).link
    body = good.statement.body
    assert isinstance(body, Rotation)
    keys, index = party.officer, body.sealed_to.index(party.officer.key_id)
    place = BundlePlace(party.mailbox_id, good.statement.seq, body.epoch, body.public, keys.key_id)
    sealed = hpke.seal(keys.sealing.public, labels.BUNDLE, place.items(), plaintext)
    hashes = [*body.bundle_hashes]
    hashes[index] = digest.sha256(sealed)
    return extend(party.state, rotated(good, party.officer.signing, bundle_hashes=tuple(hashes))), sealed


def open_own(party: Party, state: ChainState, sealed: bytes) -> dict[int, EpochSeed]:
    return open_bundle(party.officer.sealing, state, party.officer.key_id, state.epoch.number, sealed)


def test_every_receiver_opens_his_bundle_and_the_kit_too(party: Party) -> None:
    for keys in (party.officer, party.kit.keys()):
        sealed = bundle_for(party, keys, 1)
        assert open_bundle(keys.sealing, party.state, keys.key_id, 1, sealed) == {1: party.seeds[1]}


def test_nobody_opens_the_bundle_of_another(party: Party) -> None:
    kit = party.kit.keys()
    with refused("not the one"):
        open_bundle(kit.sealing, party.state, kit.key_id, 1, bundle_for(party, party.officer, 1))
    with refused("open"):
        open_bundle(kit.sealing, party.state, party.officer.key_id, 1, bundle_for(party, party.officer, 1))


def test_a_newcomer_gets_the_epochs_granted_to_him_and_no_others(party: Party) -> None:
    party.rotate()
    newcomer = PrivateKeys.generate()
    wanted = grant(enrol(party.mailbox_id, newcomer), {2: party.seeds[2]})
    party.take(add_officer(party.state, party.officer.signing, wanted, party.new_epoch()))
    assert party.open_own_bundle(newcomer, 3) == {2: party.seeds[2], 3: party.seeds[3]}
    assert party.open_own_bundle(party.officer, 3) == {3: party.seeds[3]}


def test_a_stranger_and_an_earlier_epoch_have_no_bundle(party: Party) -> None:
    party.rotate()
    newcomer = PrivateKeys.generate()
    party.add(newcomer)
    with refused("not sealed to this key"):
        open_bundle(newcomer.sealing, party.state, newcomer.key_id, 2, b"")
    with refused("no such epoch"):
        open_bundle(newcomer.sealing, party.state, newcomer.key_id, 4, b"")


def test_a_changed_bundle_is_refused(party: Party) -> None:
    sealed = bundle_for(party, party.officer, 1)
    for bit in range(0, len(sealed) * 8, 997):
        with refused("not the one"):
            open_own(party, party.state, flipped(sealed, bit))


def test_a_bundle_of_another_epoch_is_refused(party: Party) -> None:
    first = bundle_for(party, party.officer, 1)
    party.rotate()
    with refused("not the one"):
        open_own(party, party.state, first)


def test_a_seed_that_does_not_give_the_key_of_the_chain_is_refused(party: Party) -> None:
    wrong: Value = [[2, bytes(32)]]
    state, sealed = chain_naming(party, encode(wrong), EpochSeed.generate())
    with refused("does not give"):
        open_own(party, state, sealed)


def test_a_bundle_without_its_own_epoch_is_refused(party: Party) -> None:
    old: Value = [[1, party.seeds[1].reveal()]]
    state, sealed = chain_naming(party, encode(old), EpochSeed.generate())
    with refused("without the seed"):
        open_own(party, state, sealed)


def test_a_bundle_that_names_an_epoch_to_come_is_refused(party: Party) -> None:
    seed = EpochSeed.generate()
    beyond: Value = [[2, seed.reveal()], [3, bytes(32)]]
    state, sealed = chain_naming(party, encode(beyond), seed)
    with refused("no such epoch"):
        open_own(party, state, sealed)


@pytest.mark.parametrize(
    "value",
    [None, [[1]], [[1, bytes(31)]], [[True, bytes(32)]], [[2, bytes(32)], [1, bytes(32)]], [[1, bytes(32)]] * 2],
)
def test_seeds_of_another_layout_are_refused(value: Value) -> None:
    with refused():
        read_seeds(value)


def test_the_server_takes_the_bundles_that_the_link_names_in_their_order(party: Party) -> None:
    new: NewLink = rotate(party.state, party.officer.signing, party.new_epoch())
    state = extend(party.state, new.link)
    check_bundles(state, new.bundles)
    for wrong in (new.bundles[::-1], new.bundles[:-1], (), (*new.bundles, new.bundles[0])):
        with refused("not those"):
            check_bundles(state, wrong)
    with refused("too long"):
        check_bundles(state, [bytes(MAX_BUNDLE + 1)])


def test_a_place_is_bound_to_every_part_of_itself(party: Party) -> None:
    epoch = party.state.epoch
    place = BundlePlace(party.mailbox_id, epoch.seq, 1, epoch.public, party.officer.key_id)
    sealed = bundle_for(party, party.officer, 1)
    assert hpke.open_sealed(party.officer.sealing, labels.BUNDLE, place.items(), sealed)
    for other in (replace(place, seq=2), replace(place, epoch=2), replace(place, key_id=party.kit.keys().key_id)):
        with refused("open"):
            hpke.open_sealed(party.officer.sealing, labels.BUNDLE, other.items(), sealed)
