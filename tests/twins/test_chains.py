"""Both reach the same state of a chain, or none, and open each other's bundles."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from messaging.protocol import hpke, labels, signed
from messaging.protocol.bundle import BundlePlace, open_bundle, seal_bundle
from messaging.protocol.chain import verify_chain
from messaging.protocol.codec import decode, encode
from messaging.protocol.keys import (
    EpochSeed,
    PrivateKeys,
)
from messaging.protocol.links import Role, make_link, parse_link
from tests.protocol.party import Party
from tests.twins.mutants import changed_value
from tests.twins.objects import CLERK, FRANCE, KENYA, MANY
from tests.twins.twin import REFUSED, Twin, asked


def chain_verdict(raw: list[bytes]) -> object:
    state = verify_chain([parse_link(link) for link in raw])
    officers = [[name.hex(), int(who.role), who.reads_from] for name, who in state.officers.items()]
    return [state.mailbox_id, state.head.number, state.head.hash, len(state.epochs), sorted(officers)]


CHAIN = [link.to_bytes() for link in FRANCE.links]
SIGNERS = [FRANCE.kit.keys().signing, FRANCE.officer.signing, CLERK.signing, KENYA.officer.signing]


def test_both_reach_the_same_state_of_a_chain(twin: Twin) -> None:
    verdict = asked(chain_verdict, CHAIN)
    assert verdict != REFUSED
    assert twin.ask("chain", links=CHAIN) == verdict


@MANY
@given(data=st.data())
def test_both_refuse_the_same_chains_of_links_signed_anew(twin: Twin, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(CHAIN) - 1))
    fields: Any = decode(FRANCE.links[at].payload)
    changed = data.draw(st.one_of(st.just(fields), changed_value(fields)))
    signer = data.draw(st.sampled_from(SIGNERS))
    if isinstance(changed, dict) and data.draw(st.booleans()):
        changed = {**changed, 7: signer.key_id}
    payload = encode(changed)
    agreeing = sorted(
        (key.key_id, signed.sign(key, labels.AGREE, payload))
        for key in data.draw(st.lists(st.sampled_from(SIGNERS), max_size=2))
    )
    link = encode([payload, signed.sign(signer, labels.LINK, payload), agreeing])
    links = [*CHAIN[:at], link, *CHAIN[at + 1 :]][: data.draw(st.integers(at + 1, len(CHAIN)))]
    assert twin.ask("chain", links=links) == asked(chain_verdict, links)


@MANY
@given(data=st.data())
def test_both_refuse_the_same_orders_of_a_chain(twin: Twin, data: st.DataObject) -> None:
    foreign = [link.to_bytes() for link in KENYA.links]
    links = data.draw(st.lists(st.sampled_from([*CHAIN, *foreign]), max_size=5))
    assert twin.ask("chain", links=links) == asked(chain_verdict, links)


@pytest.mark.parametrize("role", [Role.OFFICER, Role.READER])
def test_both_judge_a_rotation_by_its_signers_role_alike(twin: Twin, role: Role) -> None:
    party, keys = Party.open(), PrivateKeys.generate()
    party.add(keys, role)
    fields: Any = {**decode(FRANCE.links[3].payload), 3: party.mailbox_id, 4: 3, 5: party.state.head.hash}  # type: ignore[dict-item]
    fields[7] = keys.key_id
    fields[8] = {**fields[8], 1: 3, 5: sorted([*party.state.officers, party.state.kit.key_id])}
    payload = encode(fields)
    link = make_link(payload, signed.sign(keys.signing, labels.LINK, payload))
    links = [*(link.to_bytes() for link in party.links), link.to_bytes()]
    verdict = asked(chain_verdict, links)
    assert (verdict == REFUSED) == (role is Role.READER)
    assert twin.ask("chain", links=links) == verdict


def test_each_opens_the_bundles_that_the_other_sealed(twin: Twin) -> None:
    state, keys = FRANCE.state, FRANCE.officer
    place = BundlePlace(state.mailbox_id, state.epoch.seq, state.epoch.number, state.epoch.public, keys.key_id)
    seeds: Any = [[number, seed.reveal()] for number, seed in sorted(FRANCE.seeds.items())]
    arguments = {"keyId": keys.key_id, "receiver": keys.sealing.public.raw, "seeds": seeds}
    theirs = bytes.fromhex(twin.ask("sealBundle", links=CHAIN, **arguments))
    opened = hpke.open_sealed(keys.sealing, labels.BUNDLE, place.items(), theirs)
    assert opened == encode(seeds)
    position = state.epoch.rotation.sealed_to.index(keys.key_id)
    ours = FRANCE.bundles[state.epoch.number][position]
    asking = {"links": CHAIN, "sealingSeed": keys.sealing.reveal(), "epoch": state.epoch.number}
    expected = asked(
        lambda: [
            [number, seed.reveal()]
            for number, seed in open_bundle(keys.sealing, state, keys.key_id, state.epoch.number, ours).items()
        ]
    )
    assert twin.ask("openBundle", **asking, keyId=keys.key_id, sealed=ours) == expected
    assert twin.ask("openBundle", **asking, keyId=CLERK.key_id, sealed=ours) == REFUSED
    unnamed = seal_bundle(keys.sealing.public, place, {3: EpochSeed.generate()})
    assert twin.ask("openBundle", **asking, keyId=keys.key_id, sealed=unnamed) == REFUSED
