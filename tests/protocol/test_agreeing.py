from dataclasses import replace

from messaging.protocol import labels, signed
from messaging.protocol.chain import extend
from messaging.protocol.codec import encode
from messaging.protocol.keys import PrivateKeys
from messaging.protocol.links import Role, parse_link
from messaging.protocol.new_links import add_officer, agree, enrol, rotate
from tests.protocol.altered import two_administrators
from tests.protocol.refusal import refused

OFFICER, READER, STRANGER = PrivateKeys.generate(), PrivateKeys.generate(), PrivateKeys.generate()


def test_a_single_administrator_adds_the_second_whatever_the_policy() -> None:
    party, second = two_administrators()
    assert party.state.officers[second.key_id].role is Role.ADMINISTRATOR


def test_two_administrators_agree_where_the_policy_says_so() -> None:
    party, second = two_administrators()
    link = add_officer(party.state, party.officer.signing, enrol(party.mailbox_id, STRANGER), party.new_epoch()).link
    with refused("too few"):
        extend(party.state, link)
    assert STRANGER.key_id in extend(party.state, agree(link, second.signing)).officers


def test_the_kit_suffices_alone_and_as_the_one_who_agrees() -> None:
    party, _ = two_administrators()
    newcomer, kit = enrol(party.mailbox_id, STRANGER), party.kit.keys().signing
    alone = add_officer(party.state, kit, newcomer, party.new_epoch()).link
    together = agree(add_officer(party.state, party.officer.signing, newcomer, party.new_epoch()).link, kit)
    for link in (alone, together):
        assert STRANGER.key_id in extend(party.state, link).officers


def test_the_signer_does_not_agree_with_himself() -> None:
    party, _ = two_administrators()
    link = add_officer(party.state, party.officer.signing, enrol(party.mailbox_id, STRANGER), party.new_epoch()).link
    with refused("himself"):
        extend(party.state, agree(link, party.officer.signing))


def test_officers_and_strangers_do_not_agree() -> None:
    party, _ = two_administrators()
    party.take(add_officer(party.state, party.kit.keys().signing, enrol(party.mailbox_id, OFFICER), party.new_epoch()))
    link = add_officer(party.state, party.officer.signing, enrol(party.mailbox_id, STRANGER), party.new_epoch()).link
    with refused("no administrator"):
        extend(party.state, agree(link, OFFICER.signing))
    with refused("not active"):
        extend(party.state, agree(link, STRANGER.signing))


def test_an_agreement_is_over_the_same_payload_under_its_own_label() -> None:
    party, second = two_administrators()
    link = add_officer(party.state, party.officer.signing, enrol(party.mailbox_id, STRANGER), party.new_epoch()).link
    wrong = signed.sign(second.signing, labels.LINK, link.payload)
    with refused("signature"):
        extend(party.state, replace(link, agreements=((second.key_id, wrong),)))


def test_agreements_ascend_and_none_is_twice_there() -> None:
    party, second = two_administrators()
    link = rotate(party.state, party.officer.signing, party.new_epoch()).link
    one, two = agree(link, party.officer.signing).agreements[0], agree(link, second.signing).agreements[0]
    ordered = sorted([one, two])
    for agreements in ([one, one], ordered[::-1]):
        with refused("ascending"):
            parse_link(encode([link.payload, link.signature, agreements]))
    assert parse_link(encode([link.payload, link.signature, ordered])).agreements == tuple(ordered)
