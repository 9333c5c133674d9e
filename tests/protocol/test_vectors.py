"""Our own vectors: what is not random is produced again, what is sealed opens, what is wrong is refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from messaging.protocol import digest, hpke, labels, signed
from messaging.protocol.bundle import check_bundles, open_bundle
from messaging.protocol.chain import ChainState, extend, open_chain, verify_chain
from messaging.protocol.checkpoint import LogKey, read_checkpoint
from messaging.protocol.codec import Value, decode, encode
from messaging.protocol.content import decode_content, encode_content
from messaging.protocol.control import begin_membership, parse_control
from messaging.protocol.envelope import (
    commitment_of,
    derive_message_key,
    open_body,
    open_stanza,
    parse_envelope,
)
from messaging.protocol.identifiers import EntryId
from messaging.protocol.keys import (
    CardSecret,
    EpochSeed,
    KitSecret,
    PrivateKeys,
    SealingKey,
    SealingPublic,
    SigningKey,
    SigningPublic,
)
from messaging.protocol.links import Role, parse_link
from messaging.protocol.log import verify_consistency, verify_inclusion
from messaging.protocol.new_links import Authority, enrol, open_mailbox
from messaging.protocol.padding import pad, unpad
from messaging.protocol.password import Cost, Stretched, card_way, security_key_way
from messaging.protocol.receiving import Seen, check_creation, check_envelope, receive
from messaging.protocol.secret_text import read_secret_text
from messaging.protocol.vault import open_vault, open_way, parse_vault
from messaging.protocol.wire import Head
from tests.protocol.refusal import is_refused, refused
from tools import make_vectors
from tools.vector_notation import noted, valued

FOLDER = Path(__file__).parents[1] / "vectors"
HEX = bytes.fromhex


def vectors(name: str) -> Any:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", make_vectors.PLAIN)
def test_what_is_not_random_is_produced_again_byte_for_byte(name: str) -> None:
    assert json.loads(json.dumps(make_vectors.document(name))) == vectors(name)


@pytest.mark.parametrize("name", [*make_vectors.PLAIN, *make_vectors.SEALED])
def test_every_file_names_its_origin(name: str) -> None:
    assert vectors(name)["origin"].startswith("made by tools/make_vectors.py")


def test_encodings_are_read_and_written() -> None:
    document = vectors("codec")
    for case in document["accept"]:
        value = valued(case["value"])
        assert encode(value).hex() == case["hex"]
        assert decode(HEX(case["hex"])) == value
        assert noted(value) == case["value"]
    for case in document["refuse"]:
        assert is_refused(decode, HEX(case["hex"])), case["why"]
    for case in document["unencodable"]:
        assert is_refused(encode, valued(case["value"])), case["why"]


def test_paddings_are_read_and_refused() -> None:
    document = vectors("padding")
    for case in document["pad"]:
        assert unpad(HEX(case["padded"])).hex() == case["content"]
    for case in document["refuse"]:
        assert is_refused(unpad, HEX(case["padded"])), case["why"]


def test_keys_and_texts_are_read_and_refused() -> None:
    document = vectors("keys")
    for kit in document["kits"]:
        assert read_secret_text(kit["text"]).hex() == kit["secret"]
    for raw in document["refuse_sealing_public"]:
        assert is_refused(SealingPublic, HEX(raw)), raw[:80]
    for raw in document["refuse_signing_public"]:
        assert is_refused(SigningPublic, HEX(raw)), raw
    for case in document["refuse_text"]:
        assert is_refused(read_secret_text, case["text"])
    assert len(document["refuse_text"]) > 10


def test_costs_below_and_above_the_bounds_are_refused() -> None:
    for passes, mebibytes in vectors("password")["refuse_cost"]:
        assert is_refused(Cost, passes, mebibytes)


def test_proofs_and_notes_are_verified_and_refused() -> None:
    document = vectors("log")
    roots = [Head(size, HEX(root)) for size, root in enumerate(document["roots"])]
    for case in document["inclusion"]:
        leaf = HEX(document["leaves"][case["index"]]["hash"])
        verify_inclusion(leaf, case["index"], list(map(HEX, case["proof"])), roots[case["size"]])
    for case in document["consistency"]:
        verify_consistency(roots[case["old"]], roots[case["new"]], list(map(HEX, case["proof"])))
    key = LogKey(document["log_key"]["origin"], SigningKey(HEX(document["log_key"]["seed"])).public)
    for note in document["accept_note"]:
        assert read_checkpoint(note, key) == roots[7]
    for note in document["refuse_note"]:
        assert is_refused(read_checkpoint, note, key), note


def test_seals_open() -> None:
    for case in vectors("hpke")["seals"]:
        items = valued(case["items"])
        assert isinstance(items, list)
        key = SealingKey(HEX(case["seed"]))
        opened = hpke.open_sealed(key, labels.Label(case["label"]), items, HEX(case["sealed"]))
        assert opened.hex() == case["plaintext"]


def keys_of(noted_keys: dict[str, str]) -> PrivateKeys:
    return PrivateKeys(SigningKey(HEX(noted_keys["signing"])), SealingKey(HEX(noted_keys["sealing"])))


def test_the_chain_verifies_and_its_first_links_are_made_again() -> None:
    document = vectors("chain")
    opening, secrets = document["opening"], document["secrets"]
    authority = Authority(EntryId(HEX(opening["entry_id"])), opening["state_code"], opening["name"], opening["policy"])
    first = open_mailbox(KitSecret(HEX(secrets["kit"])), authority, HEX(opening["salt"]), opening["time"])
    assert first.to_bytes().hex() == document["links"][0]["link"]
    officer = keys_of(secrets["officers"][0])
    proof = enrol(open_chain(first).mailbox_id, officer, Role.ADMINISTRATOR).proof
    assert proof.hex() == document["proof_of_first_officer"]
    state = verify_chain(parse_link(HEX(row["link"])) for row in document["links"])
    summary = document["state"]
    assert (state.mailbox_id.hex(), noted(state.head.value())) == (summary["mailbox_id"], summary["head"])
    assert [epoch.public.raw.hex() for epoch in state.epochs] == [row["public"] for row in summary["epochs"]]
    assert [
        {"key_id": key_id.hex(), "role": int(o.role), "reads_from": o.reads_from, "since": o.since}
        for key_id, o in sorted(state.officers.items())
    ] == summary["officers"]


def test_payloads_and_signatures_of_links_follow_from_their_fields() -> None:
    document = vectors("chain")
    secrets = document["secrets"]
    kit, first = KitSecret(HEX(secrets["kit"])).keys(), keys_of(secrets["officers"][0])
    signers = {keys.key_id: keys.signing for keys in (kit, first)}
    for row in document["links"]:
        link = parse_link(HEX(row["link"]))
        payload = encode(valued(row["fields"]))
        assert payload.hex() == row["payload"] == link.payload.hex()
        assert link.statement.payload() == payload
        signature = signed.sign(signers[link.statement.signer], labels.LINK, payload)
        assert signature.hex() == row["signature"]
        assert digest.hash_of(labels.LINK, payload).hex() == row["hash"] == link.hash.hex()


def test_every_bundle_of_the_chain_opens_for_its_receiver() -> None:
    document = vectors("chain")
    secrets = document["secrets"]
    holders = [KitSecret(HEX(secrets["kit"])).keys(), *map(keys_of, secrets["officers"])]
    state, opened = open_chain(parse_link(HEX(document["links"][0]["link"]))), 0
    for row in document["links"][1:]:
        state = extend(state, parse_link(HEX(row["link"])))
        bundles = list(map(HEX, row["bundles"]))
        check_bundles(state, bundles)
        for key_id, bundle in zip(state.epoch.rotation.sealed_to, bundles, strict=True):
            keys = next(keys for keys in holders if keys.key_id == key_id)
            for number, seed in open_bundle(keys.sealing, state, key_id, state.epoch.number, bundle).items():
                assert seed.reveal().hex() == secrets["epochs"][number - 1]
                opened += 1
    assert opened == 2 + 3 + 1 + 3


def test_links_that_break_a_rule_are_refused() -> None:
    document = vectors("chain")
    state = verify_chain(parse_link(HEX(row["link"])) for row in document["links"])
    assert len(document["refuse_next"]) > 10
    for case in document["refuse_next"]:
        link = parse_link(HEX(case["link"]))
        assert is_refused(extend, state, link), case["why"]


def example_chains(document: Any) -> list[ChainState]:
    return [verify_chain(parse_link(HEX(link)) for link in links) for links in document["chains"]]


def test_messages_pass_every_check_and_open_for_both_members() -> None:
    document = vectors("envelope")
    france, kenya = example_chains(document)
    chains = {state.mailbox_id: state for state in (france, kenya)}
    control = parse_control(HEX(document["control"]["sent"]))
    assert control.hash.hex() == document["control"]["hash"]
    check_creation(control, chains)
    membership, previous, known = begin_membership(control), Head(0, control.hash), {control.hash}
    for case in document["messages"]:
        envelope = parse_envelope(HEX(case["sent"]))
        check_envelope(envelope, chains, membership, previous)
        seen = Seen(membership, previous, known)
        for own, secrets in zip((france, kenya), document["secrets"], strict=True):
            seeds = {n: EpochSeed(HEX(seed)) for n, seed in enumerate(secrets["epochs"], start=1)}
            received = receive(envelope, france, own, seeds, seen)
            assert encode_content(received.content).hex() == case["content_bytes"]
        previous = Head(envelope.header.place.n, envelope.hash)
        with refused("does not follow"):
            check_envelope(envelope, chains, membership, previous)


def test_every_intermediate_value_of_a_message_follows_from_its_fields() -> None:
    document = vectors("envelope")
    signer = keys_of(document["secrets"][0]["officers"][0]).signing
    for case in document["messages"]:
        fields, content = valued(case["fields"]), valued(case["content"])
        assert isinstance(fields, dict)
        context: Value = {key: fields[key] for key in range(1, 16)}
        context_hash = digest.sha256(encode(context))
        key = derive_message_key(HEX(case["random"]), context_hash, encode(content))
        assert context_hash.hex() == case["context_hash"]
        assert key.reveal().hex() == case["message_key"]
        assert commitment_of(key).hex() == case["commitment"]
        assert encode(fields).hex() == case["payload"]
        assert signed.sign(signer, labels.ENVELOPE, encode(fields)).hex() == case["signature"]
        assert digest.hash_of(labels.ENVELOPE, encode(fields)).hex() == case["hash"]
        assert len(pad(encode(content))) == case["padded_length"]
        envelope = parse_envelope(HEX(case["sent"]))
        seed = EpochSeed(HEX(document["secrets"][1]["epochs"][-1]))
        assert open_stanza(envelope, example_chains(document)[1].mailbox_id, seed) == key
        assert open_body(envelope, key) == decode_content(encode(content))
        assert envelope.body.hex() == case["body"]


def test_the_control_follows_from_its_fields() -> None:
    document = vectors("envelope")
    control = parse_control(HEX(document["control"]["sent"]))
    assert encode(valued(document["control"]["fields"])) == control.payload


def test_the_vault_opens_by_both_ways() -> None:
    document = vectors("vault")
    stretched = Stretched(HEX(document["stretched"]))
    vault = parse_vault(HEX(document["vault"]))
    for way in (
        card_way(stretched, CardSecret(HEX(document["card"]))),
        security_key_way(stretched, HEX(document["prf"])),
    ):
        vault_key = open_way(way, vault)
        assert vault_key.reveal().hex() == document["vault_key"]
        contents = open_vault(vault, vault_key, document["counter"])
        assert contents.encoded(document["counter"]).hex() == document["contents_bytes"]
        assert noted(decode(HEX(document["contents_bytes"]))) == document["contents"]
