import doctest

from messaging.protocol.envelope import parse_envelope
from messaging.protocol.keys import PrivateKeys
from messaging.protocol.receiving import receive
from tests.protocol import party
from tests.protocol.party import Conversation, Party
from tests.protocol.refusal import refused


def test_the_example_of_the_test_party_holds() -> None:
    assert doctest.testmod(party).failed == 0


def test_a_conversation_goes_on_over_rotations_and_newcomers() -> None:
    france, kenya, peru = Party.open("FR"), Party.open("KE"), Party.open("PE")
    talk = Conversation.between(france, kenya, peru)
    before = talk.write(france, "before")
    newcomer = PrivateKeys.generate()
    kenya.add(newcomer)
    peru.rotate()
    after = talk.write(france, "after")
    assert [talk.read(peru, sent).content.text for sent in (before, after)] == ["before", "after"]
    assert talk.read(kenya, after).content.text == "after"
    assert kenya.open_own_bundle(newcomer, 2) == {2: kenya.seeds[2]}


def test_a_newcomer_without_a_grant_does_not_read_what_came_before() -> None:
    france, kenya = Party.open("FR"), Party.open("KE")
    talk = Conversation.between(france, kenya)
    before = parse_envelope(talk.write(france, "before"))
    newcomer = PrivateKeys.generate()
    kenya.add(newcomer)
    seeds = kenya.open_own_bundle(newcomer, 2)
    with refused("not held"):
        receive(before, france.state, kenya.state, seeds, talk.seen_before(before))
