from collections.abc import Callable
from dataclasses import replace

import pytest

from messaging.protocol import labels, signed
from messaging.protocol.chain import DAY, extend, open_chain, receivers, verify_chain
from messaging.protocol.identifiers import KeyId, MailboxId
from messaging.protocol.keys import EpochSeed, PrivateKeys
from messaging.protocol.links import Addition, Role, Rotation, parse_link
from messaging.protocol.new_links import NewEpoch, add_officer, agree, enrol, grant, rotate
from messaging.protocol.wire import Head
from tests.protocol.altered import changed, rotated
from tests.protocol.party import NOW, Party
from tests.protocol.refusal import refused


@pytest.fixture(scope="module")
def party() -> Party:
    """Return an authority with an administrator, an officer and a reader."""
    made = Party.open("FR", "Ministère de la justice")
    made.add(OFFICER, Role.OFFICER)
    made.add(READER, Role.READER)
    return made


OFFICER, READER, STRANGER = PrivateKeys.generate(), PrivateKeys.generate(), PrivateKeys.generate()


def test_a_chain_says_who_may_write_and_to_which_key(party: Party) -> None:
    state = verify_chain(party.links)
    assert (state.name, state.state_code, state.entry_id) == (
        "Ministère de la justice",
        "FR",
        party.state.opening.entry_id,
    )
    assert {key_id: officer.role for key_id, officer in state.officers.items()} == {
        party.officer.key_id: Role.ADMINISTRATOR,
        OFFICER.key_id: Role.OFFICER,
        READER.key_id: Role.READER,
    }
    assert state.epoch.number == 3
    assert state.head == Head(3, party.links[-1].hash)
    assert state.mailbox_id == party.mailbox_id


def test_links_survive_their_way_over_the_wire(party: Party) -> None:
    for link in party.links:
        assert parse_link(link.to_bytes()) == link


def test_every_head_of_the_past_lies_on_the_chain_and_no_other(party: Party) -> None:
    for seq, link in enumerate(party.links):
        assert party.state.includes(Head(seq, link.hash))
        assert not party.state.includes(Head(seq + 1, link.hash))
    assert not party.state.includes(Head(4, bytes(32)))


def test_a_newcomer_is_active_from_his_link_on(party: Party) -> None:
    assert party.state.active_at(OFFICER.key_id, 2).role is Role.OFFICER
    with refused("not active"):
        party.state.active_at(OFFICER.key_id, 1)
    with refused("not active"):
        party.state.active_at(STRANGER.key_id, 3)


def test_every_active_key_and_the_kit_receive_an_epoch(party: Party) -> None:
    expected = sorted([party.officer.key_id, OFFICER.key_id, READER.key_id, party.state.kit.key_id])
    assert list(receivers(party.state)) == expected


def test_an_empty_chain_is_refused() -> None:
    with refused("empty"):
        verify_chain([])


def test_a_mailbox_without_officers_has_no_epoch(party: Party) -> None:
    opened = open_chain(party.links[0])
    with refused("no epoch"):
        _ = opened.epoch
    with refused("no such epoch"):
        opened.epoch_numbered(1)


def test_a_chain_begins_with_an_opening_and_has_one(party: Party) -> None:
    with refused("does not open"):
        open_chain(party.links[1])
    second = changed(
        party.links[0],
        party.kit.keys().signing,
        mailbox_id=party.mailbox_id,
        seq=4,
        previous=party.state.head.hash,
    )
    with refused("second opening"):
        extend(party.state, second)


@pytest.mark.parametrize(
    "changes",
    [{"seq": 1}, {"previous": bytes(32)}, {"mailbox_id": MailboxId(bytes(16))}],
    ids=["a later seq", "a previous link", "a mailbox before itself"],
)
def test_an_opening_names_nothing_before_itself(party: Party, changes: dict[str, object]) -> None:
    with refused("before itself"):
        open_chain(changed(party.links[0], party.kit.keys().signing, **changes))


def test_only_the_kit_that_it_names_signs_an_opening(party: Party) -> None:
    with refused("kit alone"):
        open_chain(changed(party.links[0], party.officer.signing, signer=party.officer.key_id))
    with refused("signature"):
        open_chain(replace(party.links[0], signature=bytes(64)))
    with refused("kit alone"):
        open_chain(agree(party.links[0], party.officer.signing))


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"seq": 5}, "seq"),
        ({"seq": 3}, "seq"),
        ({"previous": bytes(32)}, "previous hash"),
        ({"previous": None}, "previous hash"),
        ({"mailbox_id": MailboxId(bytes(16))}, "another mailbox"),
        ({"mailbox_id": None}, "another mailbox"),
    ],
)
def test_a_link_out_of_its_place_is_refused(party: Party, changes: dict[str, object], reason: str) -> None:
    good = rotate(party.state, party.officer.signing, party.new_epoch()).link
    with refused(reason):
        extend(party.state, changed(good, party.officer.signing, **changes))


def test_links_are_neither_skipped_nor_repeated_nor_reordered(party: Party) -> None:
    links = party.links
    for order in ([0, 2], [0, 1, 1], [0, 1, 3, 2], [1, 0], [0, 0]):
        with refused():
            verify_chain([links[i] for i in order])


def test_a_link_of_another_authority_is_refused(party: Party) -> None:
    with refused("another mailbox"):
        extend(party.state, Party.open("KE").links[1])


@pytest.mark.parametrize("keys", [READER, STRANGER], ids=["reader", "stranger"])
def test_readers_and_strangers_rotate_nothing(party: Party, keys: PrivateKeys) -> None:
    with refused():
        extend(party.state, rotate(party.state, keys.signing, party.new_epoch()).link)


def test_the_kit_does_not_rotate(party: Party) -> None:
    with refused("one active"):
        extend(party.state, rotate(party.state, party.kit.keys().signing, party.new_epoch()).link)


def test_officers_rotate_alone(party: Party) -> None:
    new = rotate(party.state, OFFICER.signing, party.new_epoch())
    assert extend(party.state, new.link).epoch.number == 4
    with refused("alone"):
        extend(party.state, agree(new.link, party.officer.signing))


@pytest.mark.parametrize("keys", [OFFICER, READER], ids=["officer", "reader"])
def test_only_an_administrator_adds(party: Party, keys: PrivateKeys) -> None:
    newcomer = enrol(party.mailbox_id, STRANGER)
    with refused("no administrator"):
        extend(party.state, add_officer(party.state, keys.signing, newcomer, party.new_epoch()).link)


def test_a_key_that_the_server_adds_is_refused(party: Party) -> None:
    newcomer = enrol(party.mailbox_id, STRANGER)
    with refused("not active"):
        extend(party.state, add_officer(party.state, STRANGER.signing, newcomer, party.new_epoch()).link)


def test_a_key_enters_a_chain_once(party: Party) -> None:
    for keys in (OFFICER, party.kit.keys()):
        newcomer = enrol(party.mailbox_id, keys)
        with refused("enters a chain once"):
            extend(party.state, add_officer(party.state, party.officer.signing, newcomer, party.new_epoch()).link)


def test_a_sealing_key_enters_a_chain_once(party: Party) -> None:
    newcomer = enrol(party.mailbox_id, PrivateKeys(STRANGER.signing, OFFICER.sealing))
    with refused("sealing key enters"):
        extend(party.state, add_officer(party.state, party.officer.signing, newcomer, party.new_epoch()).link)


def test_a_proof_for_another_mailbox_or_by_another_key_is_refused(party: Party) -> None:
    elsewhere = enrol(MailboxId(bytes(16)), STRANGER)
    borrowed = replace(enrol(party.mailbox_id, STRANGER), proof=enrol(party.mailbox_id, OFFICER).proof)
    for newcomer in (elsewhere, borrowed):
        with refused("signature"):
            extend(party.state, add_officer(party.state, party.officer.signing, newcomer, party.new_epoch()).link)


def test_a_link_signed_under_another_label_is_refused(party: Party) -> None:
    good = rotate(party.state, party.officer.signing, party.new_epoch()).link
    with refused("signature"):
        extend(
            party.state,
            replace(good, signature=signed.sign(party.officer.signing, labels.AGREE, good.payload)),
        )


@pytest.mark.parametrize("reads_from", [0, 5])
def test_a_newcomer_reads_from_an_epoch_that_is_there(party: Party, reads_from: int) -> None:
    link = add_officer(party.state, party.officer.signing, enrol(party.mailbox_id, STRANGER), party.new_epoch()).link
    body = link.statement.body
    assert isinstance(body, Addition)
    with refused("reads from"):
        extend(party.state, changed(link, party.officer.signing, body=replace(body, reads_from=reads_from)))


def test_older_epochs_that_are_granted_say_from_where_he_reads(party: Party) -> None:
    newcomer = grant(enrol(party.mailbox_id, STRANGER), {2: party.seeds[2], 3: party.seeds[3]})
    link = add_officer(party.state, party.officer.signing, newcomer, party.new_epoch()).link
    assert extend(party.state, link).officers[STRANGER.key_id].reads_from == 2


@pytest.mark.parametrize(
    ("alter", "reason"),
    [
        (lambda body: {"epoch": 5}, "epoch does not follow"),
        (lambda body: {"epoch": 3}, "epoch does not follow"),
        (lambda body: {"not_after": body.not_before + 90 * DAY + 1}, "within 90 days"),
        (lambda body: {"not_after": body.not_before}, "within 90 days"),
        (lambda body: {"not_after": body.not_before - 1}, "within 90 days"),
        (lambda body: _without(body, 0), "not sealed to"),
        (lambda body: _without(body, 3), "not sealed to"),
        (lambda body: _with(body, KeyId(b"\xff" * 16)), "not sealed to"),
        (lambda body: _with(body, KeyId(bytes(16))), "not sealed to"),
    ],
)
def test_a_rotation_that_breaks_a_rule_is_refused(
    party: Party, alter: Callable[[Rotation], dict[str, object]], reason: str
) -> None:
    link = rotate(party.state, party.officer.signing, party.new_epoch()).link
    body = link.statement.body
    assert isinstance(body, Rotation)
    with refused(reason):
        extend(party.state, rotated(link, party.officer.signing, **alter(body)))


def _without(body: Rotation, index: int) -> dict[str, object]:
    return {
        "sealed_to": body.sealed_to[:index] + body.sealed_to[index + 1 :],
        "bundle_hashes": body.bundle_hashes[:-1],
    }


def _with(body: Rotation, key_id: KeyId) -> dict[str, object]:
    return {
        "sealed_to": tuple(sorted((*body.sealed_to, key_id))),
        "bundle_hashes": (*body.bundle_hashes, bytes(32)),
    }


def test_an_epoch_of_ninety_days_is_the_longest(party: Party) -> None:
    link = rotate(party.state, party.officer.signing, NewEpoch(EpochSeed.generate(), NOW, days=90)).link
    assert extend(party.state, link).epoch.rotation.not_after == NOW + 90 * DAY


def test_an_epoch_key_is_new_in_its_chain(party: Party) -> None:
    for seed in (party.seeds[1], EpochSeed(OFFICER.sealing.reveal()), EpochSeed(party.kit.keys().sealing.reveal())):
        with refused("not new"):
            extend(party.state, rotate(party.state, party.officer.signing, NewEpoch(seed, NOW)).link)
