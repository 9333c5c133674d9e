import pytest

from messaging.protocol.chain import extend, open_chain
from messaging.protocol.codec import Value, decode, encode
from messaging.protocol.identifiers import EntryId
from messaging.protocol.keys import KitSecret, PrivateKeys, PublicKeys
from messaging.protocol.links import LinkType, Role, make_link, parse_link
from messaging.protocol.new_links import Authority, add_officer, agree, enrol, open_mailbox, rotate
from tests.protocol.altered import two_administrators
from tests.protocol.party import NOW, Party
from tests.protocol.refusal import flipped, is_refused, refused


@pytest.fixture(scope="module")
def party() -> Party:
    """Return an authority with an administrator, an officer and a reader."""
    made = Party.open("FR", "Ministère de la justice")
    made.add(OFFICER, Role.OFFICER)
    made.add(READER, Role.READER)
    return made


OFFICER, READER, STRANGER = PrivateKeys.generate(), PrivateKeys.generate(), PrivateKeys.generate()


@pytest.mark.parametrize("kind", [t for t in LinkType if t not in {LinkType.OPEN, LinkType.ADD, LinkType.ROTATE}])
def test_a_type_that_is_not_supported_yet_is_refused(party: Party, kind: LinkType) -> None:
    fields = decode(party.links[1].payload)
    assert isinstance(fields, dict)
    with refused("not supported"):
        make_link(encode({**fields, 2: int(kind)}), bytes(64))


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({1: 2}, "version"),
        ({1: True}, "integer"),
        ({2: 9}, "unknown"),
        ({3: bytes(15)}, "length"),
        ({4: None}, "integer"),
        ({5: bytes(31)}, "hash"),
        ({7: "text"}, "not bytes"),
        ({9: 0}, "keys"),
        ({8: {}}, "keys"),
        ({8: []}, "keys"),
    ],
)
def test_a_payload_of_another_layout_is_refused(party: Party, changes: dict[int, Value], reason: str) -> None:
    fields = decode(party.links[1].payload)
    assert isinstance(fields, dict)
    with refused(reason):
        make_link(encode({**fields, **changes}), bytes(64))


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({1: bytes(32)}, "signing public key"),
        ({2: bytes(1216)}, "sealing public key"),
        ({3: bytes(31)}, "salt"),
        ({4: bytes(17)}, "EntryId"),
        ({5: "fr"}, "State code"),
        ({5: "F"}, "State code"),
        ({5: "FRA"}, "State code"),
        ({5: "É"}, "State code"),
        ({6: ""}, "name"),
        ({6: "x" * 1_001}, "name"),
        ({7: 0}, "policy"),
        ({7: 65}, "policy"),
    ],
)
def test_an_opening_of_another_layout_is_refused(party: Party, changes: dict[int, Value], reason: str) -> None:
    fields = decode(party.links[0].payload)
    assert isinstance(fields, dict)
    with refused(reason):
        make_link(encode({**fields, 8: {**fields[8], **changes}}), bytes(64))


@pytest.mark.parametrize(
    ("changes", "reason"),
    [({1: bytes(16)}, "key_id"), ({4: 0}, "unknown"), ({4: 4}, "unknown"), ({6: bytes(63)}, "enrol signature")],
)
def test_an_addition_of_another_layout_is_refused(party: Party, changes: dict[int, Value], reason: str) -> None:
    fields = decode(party.links[1].payload)
    assert isinstance(fields, dict)
    with refused(reason):
        make_link(encode({**fields, 8: {**fields[8], **changes}}), bytes(64))


def test_a_rotation_names_its_receivers_once_in_order_with_a_bundle_each(party: Party) -> None:
    link = rotate(party.state, party.officer.signing, party.new_epoch()).link
    fields = decode(link.payload)
    assert isinstance(fields, dict)
    body = fields[8]
    for changes in ({5: body[5][::-1]}, {5: [*body[5][:-1], body[5][0]]}, {6: body[6][:-1]}, {6: [b""] * 4}):
        with refused():
            make_link(encode({**fields, 8: {**body, **changes}}), bytes(64))


@pytest.mark.parametrize("data", [b"", b"\x80", encode([b"", b"", []]), encode([b"x" * 70_000, bytes(64), []])])
def test_what_is_no_link_is_refused(data: bytes) -> None:
    with refused():
        parse_link(data)


def test_a_link_that_is_too_long_is_refused() -> None:
    with refused("too long"):
        parse_link(bytes(100_000))


def test_any_flipped_bit_of_a_link_gives_the_one_error() -> None:
    party, second = two_administrators()
    link = add_officer(party.state, party.officer.signing, enrol(party.mailbox_id, STRANGER), party.new_epoch()).link
    sent = agree(link, second.signing).to_bytes()

    def read(data: bytes) -> None:
        extend(party.state, parse_link(data))

    read(sent)
    assert all(is_refused(read, flipped(sent, bit)) for bit in range(0, 8 * len(sent), 7))


def test_two_chains_of_one_kit_and_authority_have_two_identifiers() -> None:
    kit, authority = KitSecret.generate(), Authority(EntryId(bytes(16)), "FR", "Name")
    one, two = (open_chain(open_mailbox(kit, authority, salt, NOW)) for salt in (bytes(32), b"\x01" * 32))
    assert one.mailbox_id != two.mailbox_id
    assert one.kit == two.kit == PublicKeys(kit.keys().signing.public, kit.keys().sealing.public)
