from dataclasses import replace

import pytest

from messaging.protocol import aead, labels, signed
from messaging.protocol.codec import Value, decode, encode
from messaging.protocol.identifiers import ConversationId, EntryId, KeyId, MailboxId
from messaging.protocol.keys import EpochSeed, PrivateKeys, SealingKey
from messaging.protocol.password import WayKey
from messaging.protocol.vault import (
    Vault,
    VaultKey,
    VaultPlace,
    WayKind,
    check_vault,
    open_vault,
    open_way,
    parse_vault,
    seal_vault,
    seal_way,
)
from messaging.protocol.vault_contents import ChainPin, VaultContents, check_fits, read_contents
from messaging.protocol.wire import Head
from tests.protocol.party import Party
from tests.protocol.refusal import flipped, is_refused, refused

PARTY = Party.open()
KEYS = PARTY.officer
WAY, OTHER_WAY, KEY = WayKey(b"\x01" * 32), WayKey(b"\x02" * 32), VaultKey(b"\x03" * 32)
PLACE = VaultPlace("a.martin", PARTY.mailbox_id, KEYS.key_id, 7)
PINS = tuple(
    ChainPin(MailboxId(bytes([i]) * 16), EntryId(bytes(16)), Head(i, bytes(32)), KeyId(bytes(16)), compared=i == 1)
    for i in (1, 0)
)
CONTENTS = VaultContents(
    KEYS.signing,
    KEYS.sealing,
    SealingKey(b"\x04" * 32),
    {2: EpochSeed(b"\x05" * 32), 1: EpochSeed(b"\x06" * 32)},
    PINS,
    {ConversationId(b"b" * 16): Head(3, bytes(32)), ConversationId(b"a" * 16): Head(0, bytes(32))},
    Head(9, bytes(32)),
)


@pytest.fixture
def vault() -> Vault:
    return seal_vault(CONTENTS, PLACE, KEY, (seal_way(WAY, PLACE, KEY),))


def test_password_and_card_open_all_that_was_kept(vault: Vault) -> None:
    read = parse_vault(vault.to_bytes())
    opened = open_vault(read, open_way(WAY, read))
    assert opened.signing == KEYS.signing
    assert (opened.sealing, opened.next_sealing) == (KEYS.sealing, CONTENTS.next_sealing)
    assert dict(opened.epochs) == dict(CONTENTS.epochs)
    assert set(opened.chains) == set(PINS)
    assert dict(opened.conversations) == dict(CONTENTS.conversations)
    assert opened.checkpoint == Head(9, bytes(32))


def test_a_new_vault_holds_its_keys_alone(vault: Vault) -> None:
    contents = VaultContents(KEYS.signing, KEYS.sealing)
    opened = open_vault(seal_vault(contents, PLACE, KEY, vault.ways), KEY)
    assert (opened.next_sealing, dict(opened.epochs), opened.chains) == (None, {}, ())


def test_a_wrong_password_or_card_opens_nothing(vault: Vault) -> None:
    with refused("no way in opens"):
        open_way(OTHER_WAY, vault)
    with refused("no way in opens"):
        open_way(WAY, replace(vault, ways=()))
    with refused("does not open"):
        open_vault(vault, VaultKey(bytes(32)))


def test_a_security_key_is_a_second_way_in(vault: Vault) -> None:
    both = (*vault.ways, seal_way(OTHER_WAY, PLACE, KEY, b"credential"))
    read = parse_vault(seal_vault(CONTENTS, PLACE, KEY, both).to_bytes())
    assert [way.kind for way in read.ways] == [WayKind.CARD, WayKind.SECURITY_KEY]
    assert open_way(WAY, read) == open_way(OTHER_WAY, read) == KEY


def test_a_way_in_is_carried_along_by_later_writes(vault: Vault) -> None:
    later = seal_vault(CONTENTS, replace(PLACE, counter=8), KEY, vault.ways)
    assert open_way(WAY, later) == KEY
    assert open_vault(later, KEY, least_counter=8).signing == KEYS.signing


def test_two_writes_draw_two_nonces() -> None:
    first, second = (seal_vault(CONTENTS, PLACE, KEY, ()) for _ in range(2))
    assert first.nonce != second.nonce
    assert first.sealed != second.sealed


def test_a_vault_rolled_back_is_refused(vault: Vault) -> None:
    assert open_vault(vault, KEY, least_counter=7)
    with refused("rolled back"):
        open_vault(vault, KEY, least_counter=8)


def test_a_vault_opens_under_no_other_name_mailbox_key_or_counter(vault: Vault) -> None:
    places = (
        replace(PLACE, sign_in_name="b.martin"),
        replace(PLACE, mailbox_id=MailboxId(bytes(16))),
        replace(PLACE, key_id=KeyId(bytes(16))),
        replace(PLACE, counter=8),
    )
    for place in places:
        with refused("does not open"):
            open_vault(replace(vault, place=place), KEY)
    for place in places[:3]:
        with refused("no way in opens"):
            open_way(WAY, replace(vault, place=place))


def test_the_server_takes_an_upload_signed_by_its_key_alone(vault: Vault) -> None:
    check_vault(vault, KEYS.signing.public)
    with refused("another key"):
        check_vault(vault, PrivateKeys.generate().signing.public)
    with refused("signature"):
        check_vault(replace(vault, signature=bytes(64)), KEYS.signing.public)


def test_a_vault_signed_by_another_key_than_it_holds_is_refused() -> None:
    thief = PrivateKeys.generate()
    swapped = VaultContents(thief.signing, thief.sealing)
    with refused("another key"):
        open_vault(seal_vault(swapped, PLACE, KEY, ()), KEY)


def test_a_counter_inside_that_differs_is_refused() -> None:
    with refused("counter inside"):
        read_contents(CONTENTS.encoded(7), 8)


def test_the_sealing_key_or_the_next_one_is_that_of_the_chain() -> None:
    check_fits(CONTENTS, PARTY.state)
    other = SealingKey.generate()
    check_fits(VaultContents(KEYS.signing, other, KEYS.sealing), PARTY.state)
    with refused("not the chain's"):
        check_fits(VaultContents(KEYS.signing, other), PARTY.state)


def test_any_flipped_bit_of_an_upload_gives_the_one_error(vault: Vault) -> None:
    sent = vault.to_bytes()

    def read(data: bytes) -> None:
        open_vault(parse_vault(data), KEY)

    read(sent)
    assert all(is_refused(read, flipped(sent, bit)) for bit in range(0, 8 * len(sent), 5))


def test_a_sealed_part_that_is_too_short_is_refused(vault: Vault) -> None:
    with refused("too short"):
        open_vault(replace(vault, sealed=bytes(15)), KEY)


def upload(vault: Vault, changes: dict[int, Value]) -> bytes:
    fields = decode(vault.payload)
    assert isinstance(fields, dict)
    payload = encode({**fields, **changes})
    return encode([payload, signed.sign(KEYS.signing, labels.VAULT, payload)])


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({1: 2}, "version"),
        ({2: ""}, "sign-in name"),
        ({2: "x" * 257}, "sign-in name"),
        ({3: bytes(15)}, "MailboxId"),
        ({5: None}, "counter"),
        ({6: bytes(23)}, "nonce"),
        ({7: None}, "sealed vault"),
        ({8: None}, "ways"),
        ({8: [[1, b"", 7, bytes(24)]]}, "way in"),
        ({8: [[1, b"", 7, bytes(24), bytes(47)]]}, "way in"),
        ({8: [[2, b"", 7, bytes(24), bytes(48)]]}, "way in unknown"),
        ({8: [[1, b"id", 7, bytes(24), bytes(48)]]}, "way in unknown"),
        ({8: [[3, b"id", 7, bytes(24), bytes(48)]]}, "way in unknown"),
        ({9: None}, "keys"),
    ],
)
def test_an_upload_of_another_layout_is_refused(vault: Vault, changes: dict[int, Value], reason: str) -> None:
    with refused(reason):
        parse_vault(upload(vault, changes))


def test_an_upload_that_is_too_long_is_refused() -> None:
    with refused("too long"):
        parse_vault(bytes((1 << 22) + 1))


PIN: list[Value] = [bytes(16), bytes(16), 0, bytes(32), bytes(16), True]


@pytest.mark.parametrize(
    "changes",
    [
        {1: bytes(31)},
        {2: None},
        {3: bytes(33)},
        {4: [[1, bytes(32)], [1, bytes(32)]]},
        {5: [[*PIN[:5], 1]]},
        {5: [PIN[:5]]},
        {5: [PIN, PIN]},
        {6: [[bytes(16), 0, bytes(32)]] * 2},
        {6: [[bytes(16), 0]]},
        {7: None},
        {8: None},
        {9: None},
    ],
)
def test_contents_of_another_layout_are_refused(changes: dict[int, Value]) -> None:
    fields = decode(CONTENTS.encoded(7))
    assert isinstance(fields, dict)
    with refused():
        read_contents(encode({**fields, **changes}), 7)


def test_a_text_sealed_for_one_place_opens_for_no_other() -> None:
    sealed = aead.seal(bytes(32), bytes(24), b"here", b"text")
    assert aead.open_sealed(bytes(32), bytes(24), b"here", sealed) == b"text"
    with refused("does not open"):
        aead.open_sealed(bytes(32), bytes(24), b"there", sealed)
