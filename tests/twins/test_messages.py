"""Each reads what the other wrote, and opens the vault that the other sealed."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.utils import random as draw_bytes

from messaging.protocol.content import encode_content
from messaging.protocol.envelope import parse_envelope, seal_message
from messaging.protocol.keys import (
    CardSecret,
    EpochSeed,
)
from messaging.protocol.receiving import receive
from messaging.protocol.vault import (
    VaultKey,
    open_vault,
    open_way,
    parse_vault,
    seal_vault,
    seal_way,
)
from tests.protocol.party import Party
from tests.twins.objects import CONTENTS, FEW, FIRST, FRANCE, KENYA, PLACE, SECOND, TALK, WAY, sealed_vault
from tests.twins.twin import REFUSED, Twin, asked


def received(data: bytes, reader: Party, seeds: dict[int, EpochSeed]) -> object:
    envelope = parse_envelope(data)
    sender = FRANCE if envelope.header.author.mailbox_id == FRANCE.mailbox_id else KENYA
    seen = TALK.seen_before(envelope)
    got = receive(envelope, sender.state, reader.state, seeds, seen)
    return [encode_content(got.content), got.sequel.value, got.unknown_references]


def receive_there(twin: Twin, data: bytes, reader: Party, seeds: dict[int, EpochSeed]) -> Any:
    envelope = parse_envelope(data)
    sender = FRANCE if envelope.header.author.mailbox_id == FRANCE.mailbox_id else KENYA
    previous = TALK.seen_before(envelope).previous
    return twin.ask(
        "receive",
        envelope=data,
        sender=[link.to_bytes() for link in sender.links],
        own=[link.to_bytes() for link in reader.links],
        seeds=[[number, seed.reveal()] for number, seed in seeds.items()],
        control=TALK.control.to_bytes(),
        previous=None if previous is None else previous.value(),
        known=sorted(TALK.known),
    )


@pytest.mark.parametrize("reader", [FRANCE, KENYA], ids=["sender", "recipient"])
@pytest.mark.parametrize("data", [FIRST, SECOND], ids=["first", "second"])
def test_both_read_a_message_alike(twin: Twin, data: bytes, reader: Party) -> None:
    here = asked(received, data, reader, reader.seeds)
    assert here != REFUSED
    assert receive_there(twin, data, reader, reader.seeds) == here
    assert receive_there(twin, data, reader, {}) == REFUSED


@FEW
@given(text=st.text(min_size=1, max_size=2_000))
def test_each_reads_what_the_other_wrote(twin: Twin, text: str) -> None:
    draft = TALK.draft(FRANCE, text)
    ours = seal_message(FRANCE.officer.signing, draft)
    assert receive_there(twin, ours.to_bytes(), KENYA, KENYA.seeds)[0] == encode_content(draft.content).hex()
    targets = sorted(draft.recipients, key=lambda target: target[0].mailbox_id)
    theirs = twin.ask(
        "sealMessage",
        signingSeed=FRANCE.officer.signing.reveal(),
        template=ours.to_bytes(),
        text=text,
        recipients=[public.raw for _, public in targets],
    )
    assert asked(received, bytes.fromhex(theirs), KENYA, KENYA.seeds)[0] == encode_content(draft.content).hex()


def test_both_seal_the_same_body_from_the_same_random_bytes(twin: Twin) -> None:
    draft = TALK.draft(FRANCE, "Bonjour")
    ours = seal_message(FRANCE.officer.signing, draft, bytes)
    targets = sorted(draft.recipients, key=lambda target: target[0].mailbox_id)
    theirs = twin.ask(
        "sealMessage",
        signingSeed=FRANCE.officer.signing.reveal(),
        template=ours.to_bytes(),
        text="Bonjour",
        recipients=[public.raw for _, public in targets],
        random=bytes(32),
    )
    envelope = parse_envelope(bytes.fromhex(theirs))
    assert (envelope.body, envelope.commitment) == (ours.body, ours.commitment)


@FEW
@given(data=st.data())
def test_both_refuse_a_message_with_a_changed_bit(twin: Twin, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, 8 * len(SECOND) - 1))
    changed = bytearray(SECOND)
    changed[at // 8] ^= 1 << at % 8
    assert asked(parse_envelope, bytes(changed)) == REFUSED or (
        asked(received, bytes(changed), FRANCE, FRANCE.seeds) == REFUSED
        and receive_there(twin, bytes(changed), FRANCE, FRANCE.seeds) == REFUSED
    )


def test_each_opens_the_vault_that_the_other_sealed(twin: Twin) -> None:
    contents = CONTENTS.encoded(PLACE.counter)
    ours = sealed_vault()
    assert twin.ask("openVault", vault=ours, way=WAY.reveal(), leastCounter=7) == contents.hex()
    place = {"name": PLACE.sign_in_name, "mailboxId": PLACE.mailbox_id, "counter": PLACE.counter}
    theirs = twin.ask("sealVault", contents=contents, way=WAY.reveal(), random=draw_bytes(32), **place)
    vault = parse_vault(bytes.fromhex(theirs))
    opened = open_vault(vault, open_way(WAY, vault), least_counter=7)
    assert opened.encoded(PLACE.counter) == contents


def test_both_write_the_same_vault_from_the_same_random_bytes(twin: Twin) -> None:
    key = VaultKey(bytes(32))
    ours = seal_vault(CONTENTS, PLACE, key, (seal_way(WAY, PLACE, key, random=bytes),), random=bytes)
    place = {"name": PLACE.sign_in_name, "mailboxId": PLACE.mailbox_id, "counter": PLACE.counter}
    theirs = twin.ask("sealVault", contents=CONTENTS.encoded(7), way=WAY.reveal(), random=bytes(32), **place)
    assert theirs == ours.to_bytes().hex()


def test_a_vault_rolled_back_is_refused_by_the_browser(twin: Twin) -> None:
    assert twin.ask("openVault", vault=sealed_vault(), way=WAY.reveal(), leastCounter=8) == REFUSED


def test_a_vault_opens_by_no_other_way(twin: Twin) -> None:
    other = CardSecret(bytes(32))
    assert twin.ask("openVault", vault=sealed_vault(), way=other.reveal(), leastCounter=0) == REFUSED
