"""Opening a mailbox, rotating its key, keeping a vault: what is taken, and what is refused with nothing stored."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from nacl.utils import random
from sqlalchemy import func, select, update

from core.clock import now
from core.database import Base, Database
from core.web import House
from messaging import models, service
from messaging.errors import MailboxOpenError
from messaging.opening import Prepared
from messaging.protocol.chain import verify_chain
from messaging.protocol.checkpoint import read_checkpoint
from messaging.protocol.codec import decode
from messaging.protocol.keys import CardSecret, EpochSeed
from messaging.protocol.links import Role, parse_link
from messaging.protocol.log import leaf_hash, link_leaf, verify_consistency, verify_inclusion
from messaging.protocol.new_links import NewEpoch, rotate
from messaging.protocol.password import Cost, card_way, password_salt, stretch
from messaging.protocol.vault import VaultKey, VaultPlace, open_vault, open_way, parse_vault, seal_vault, seal_way
from messaging.records import Officer
from messaging.service import TransparencyLog
from tests.accounts.people import make_authority
from tests.messaging.client import (
    PASSWORD,
    Correspondent,
    correspondent,
    new_mailbox_value,
    prepared_for,
    signed_in_officer,
)


def house(app: Flask) -> House:
    found: House = app.extensions["entraide"]
    return found


def log_of(app: Flask) -> TransparencyLog:
    found: TransparencyLog = app.extensions["messaging.log"]
    return found


def counted(app: Flask, *tables: type[Base]) -> list[int]:
    with house(app).database.reading() as session:
        return [session.scalar(select(func.count()).select_from(table)) or 0 for table in tables]


EVERYTHING = (models.Mailbox, models.ChainLink, models.Bundle, models.OfficerKey, models.Vault, models.LogLeaf)


@pytest.fixture
def kenya(app: Flask) -> Correspondent:
    return correspondent(app)


@pytest.fixture
def stranger(app: Flask) -> tuple[Correspondent, Prepared]:
    """Return an administrator who has not opened his authority's mailbox, with what would open it."""
    with house(app).database.transaction() as session:
        authority_id = make_authority(session, "FR", "Ministère de la justice")
    browser, officer, token = signed_in_officer(app, authority_id)
    prepared = prepared_for(officer, random(16), "FR", "Ministère de la justice")
    chain = verify_chain([prepared.new.opening, prepared.new.first])
    return Correspondent(browser, officer, prepared, chain, {1: prepared.seed}, token=token), prepared


def test_opening_stores_links_bundles_vault_and_two_leaves(app: Flask, kenya: Correspondent) -> None:
    assert counted(app, *EVERYTHING) == [1, 2, 2, 1, 1, 2]


def test_the_second_of_two_administrators_is_told(app: Flask, kenya: Correspondent) -> None:
    browser, officer, token = signed_in_officer(app, kenya.officer.authority_id)
    prepared = prepared_for(officer, random(16), "KE", "Office of the Attorney General")
    second = Correspondent(browser, officer, prepared, kenya.state, {}, token=token)
    answer = second.send("/channel/mailbox", new_mailbox_value(prepared))
    assert answer.status_code == 409
    assert "was opened already" in (answer.json or {})["error"]
    assert counted(app, *EVERYTHING) == [1, 2, 2, 1, 1, 2]


def test_of_two_at_the_same_moment_one_wins(app: Flask) -> None:
    with house(app).database.transaction() as session:
        authority_id = make_authority(session, "KE", "Office")
    officers = [signed_in_officer(app, authority_id)[1] for _ in range(2)]
    made = [prepared_for(officer, random(16), "KE", "Office") for officer in officers]

    def attempt(pair: tuple[Officer, Prepared]) -> str:
        try:
            with house(app).database.transaction() as session:
                service.open_mailbox(session, log_of(app), pair[0], pair[1].new)
        except MailboxOpenError:
            return "told"
        return "won"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(attempt, zip(officers, made, strict=True))) == ["told", "won"]
    assert counted(app, *EVERYTHING) == [1, 2, 2, 1, 1, 2]


@pytest.mark.parametrize("state", ["DE", "KE"])
def test_a_mailbox_for_another_state_or_name_is_refused(
    app: Flask, stranger: tuple[Correspondent, Prepared], state: str
) -> None:
    person, _ = stranger
    name = "Ministère de la justice" if state == "DE" else "Another ministry"
    wrong = prepared_for(person.officer, random(16), "DE" if state == "DE" else "FR", name)
    assert person.send("/channel/mailbox", new_mailbox_value(wrong)).status_code == 422
    assert counted(app, *EVERYTHING) == [0] * 6


def test_a_mailbox_for_another_authority_is_refused(app: Flask, stranger: tuple[Correspondent, Prepared]) -> None:
    person, _ = stranger
    with house(app).database.transaction() as session:
        other = make_authority(session, "FR", "Ministère de la justice")
    wrong = prepared_for(replace(person.officer, authority_id=other), random(16), "FR", "Ministère de la justice")
    assert person.send("/channel/mailbox", new_mailbox_value(wrong)).status_code == 422
    assert counted(app, *EVERYTHING) == [0] * 6


@pytest.mark.parametrize("part", range(4))
def test_one_changed_byte_of_what_opens_a_mailbox_is_refused(
    app: Flask, stranger: tuple[Correspondent, Prepared], part: int
) -> None:
    person, prepared = stranger
    value = list(new_mailbox_value(prepared))
    if part == 2:
        value[2] = [_flipped(value[2][0]), value[2][1]]
    else:
        value[part] = _flipped(value[part])
    assert person.send("/channel/mailbox", value).status_code == 422
    assert counted(app, *EVERYTHING) == [0] * 6


def _flipped(data: bytes) -> bytes:
    return data[:-1] + bytes((data[-1] ^ 1,))


def test_links_made_long_ago_are_refused(app: Flask, stranger: tuple[Correspondent, Prepared]) -> None:
    person, _ = stranger
    from messaging.opening import FirstOfficer, prepare
    from messaging.protocol.identifiers import EntryId
    from messaging.protocol.new_links import Authority

    authority = Authority(EntryId(person.officer.authority_id.bytes), "FR", "Ministère de la justice")
    first = FirstOfficer(person.officer.sign_in_name, random(16), PASSWORD)
    old = prepare(first, authority, int((now() - timedelta(days=2)).timestamp()))
    assert person.send("/channel/mailbox", new_mailbox_value(old)).status_code == 422


def test_only_an_administrator_opens(app: Flask) -> None:
    with house(app).database.transaction() as session:
        authority_id = make_authority(session, "KE", "Office")
    browser, officer, token = signed_in_officer(app, authority_id, "officer")
    prepared = prepared_for(officer, random(16), "KE", "Office")
    person = Correspondent(browser, officer, prepared, verify_chain([prepared.new.opening]), {}, token=token)
    assert person.send("/channel/mailbox", new_mailbox_value(prepared)).status_code == 403
    assert counted(app, *EVERYTHING) == [0] * 6


def test_chains_are_served_with_proof_in_the_signed_log(app: Flask, kenya: Correspondent) -> None:
    thailand = correspondent(app, "TH", "Office")
    served = kenya.get(f"/channel/chains?of={kenya.mailbox_id.hex()}.0&of={thailand.mailbox_id.hex()}.0")
    note, chains = served
    head = read_checkpoint(note, log_of(app).public)
    assert head.number == 4
    for mailbox_id, links, proof, _entry, _state, _name in chains:
        chain = verify_chain([parse_link(link) for link, _, _ in links])
        assert chain.mailbox_id == mailbox_id
        _, position, time = links[-1]
        leaf = leaf_hash(link_leaf(chain.mailbox_id, chain.head, time))
        verify_inclusion(leaf, position, proof, head)


def test_a_newer_log_continues_the_older(app: Flask, kenya: Correspondent) -> None:
    old = read_checkpoint(kenya.browser.get("/channel/log/checkpoint").text, log_of(app).public)
    for state in ("TH", "BR", "PE"):
        correspondent(app, state, "Office")
    new = read_checkpoint(kenya.browser.get("/channel/log/checkpoint").text, log_of(app).public)
    proof = kenya.get(f"/channel/log/consistency?old={old.number}&new={new.number}")
    verify_consistency(old, new, proof)
    assert (old.number, new.number) == (2, 8)
    assert kenya.browser.get("/channel/log/consistency?old=5&new=99").status_code == 422


def test_another_process_reads_the_same_log(app: Flask, kenya: Correspondent) -> None:
    other = service.open_log(house(app).settings.data_folder)
    assert other.public == log_of(app).public
    with house(app).database.reading() as session:
        assert other.checkpoint(session) == log_of(app).checkpoint(session)
        assert other.inclusion(session, 0, 2) == log_of(app).inclusion(session, 0, 2)


def test_the_log_key_is_its_owners_alone(tmp_path: Path) -> None:
    service.open_log(tmp_path)
    assert (tmp_path / "log.key").stat().st_mode & 0o777 == 0o600


def test_an_undone_opening_leaves_no_leaf_behind(app: Flask, kenya: Correspondent) -> None:
    database: Database = house(app).database
    with database.transaction() as session:
        authority_id = make_authority(session, "FR", "Office")
    _, officer, _ = signed_in_officer(app, authority_id)
    prepared = prepared_for(officer, random(16), "FR", "Office")
    with suppress(InterruptedError), database.transaction() as session:
        service.open_mailbox(session, log_of(app), officer, prepared.new)
        raise InterruptedError
    assert counted(app, *EVERYTHING) == [1, 2, 2, 1, 1, 2]
    with database.transaction() as session:
        service.open_mailbox(session, log_of(app), officer, prepared.new)
    with database.reading() as session:
        assert log_of(app).checkpoint(session)[0] == 4


def test_a_rotation_is_logged_and_served(kenya: Correspondent) -> None:
    made = kenya.new_epoch()
    body = [made.link.to_bytes(), list(made.bundles)]
    assert decode(kenya.send("/channel/links", body).data) == 2
    assert decode(kenya.send("/channel/links", body).data) == 2
    _, ((_, links, *_),) = kenya.get(f"/channel/chains?of={kenya.mailbox_id.hex()}.1")
    assert [position for _, position, _ in links] == [1, 2]
    bundles = kenya.get("/channel/bundles?after=1")
    assert [row[0] for row in bundles] == [2]


def test_a_rotation_on_an_old_head_is_refused(app: Flask, kenya: Correspondent) -> None:
    stale = rotate(kenya.state, kenya.prepared.keys.signing, NewEpoch(EpochSeed.generate(), int(now().timestamp())))
    made = kenya.new_epoch()
    assert kenya.send("/channel/links", [made.link.to_bytes(), list(made.bundles)]).status_code == 200
    assert kenya.send("/channel/links", [stale.link.to_bytes(), list(stale.bundles)]).status_code == 422
    assert counted(app, models.ChainLink, models.LogLeaf) == [3, 3]


def test_a_rotation_with_other_bundles_is_refused(app: Flask, kenya: Correspondent) -> None:
    made = kenya.new_epoch()
    bundles = [_flipped(made.bundles[0]), made.bundles[1]]
    assert kenya.send("/channel/links", [made.link.to_bytes(), bundles]).status_code == 422
    assert counted(app, models.ChainLink) == [2]


def test_nobody_rotates_for_another(app: Flask, kenya: Correspondent) -> None:
    thailand = correspondent(app, "TH", "Office")
    made = kenya.new_epoch()
    assert thailand.send("/channel/links", [made.link.to_bytes(), list(made.bundles)]).status_code == 422
    assert counted(app, models.ChainLink) == [4]


def test_after_twenty_links_in_a_day_there_is_an_end(app: Flask, kenya: Correspondent) -> None:
    for _ in range(18):
        made = kenya.new_epoch()
        assert kenya.send("/channel/links", [made.link.to_bytes(), list(made.bundles)]).status_code == 200
    made = kenya.new_epoch()
    body = [made.link.to_bytes(), list(made.bundles)]
    assert kenya.send("/channel/links", body).status_code == 429
    with house(app).database.transaction() as session:
        session.execute(update(models.ChainLink).values(accepted_at=now() - timedelta(days=2)))
    assert kenya.send("/channel/links", body).status_code == 200


def _next_vault(person: Correspondent, counter: int) -> bytes:
    """Return the officer's vault at another counter, under the same password and card."""
    vault = parse_vault(person.prepared.new.vault)
    key = _key_of(person)
    contents = open_vault(vault, key)
    place = VaultPlace(vault.place.sign_in_name, vault.place.mailbox_id, vault.place.key_id, counter)
    return seal_vault(contents, place, key, vault.ways).to_bytes()


_keys: dict[bytes, VaultKey] = {}


def _key_of(person: Correspondent) -> VaultKey:
    return _keys[person.mailbox_id]


@pytest.fixture
def owner(app: Flask) -> Correspondent:
    """Return somebody whose vault the test can open, since it knows the salt."""
    with house(app).database.transaction() as session:
        authority_id = make_authority(session, "KE", "Office")
    browser, officer, token = signed_in_officer(app, authority_id)
    half = random(16)
    prepared = prepared_for(officer, half, "KE", "Office")
    chain = verify_chain([prepared.new.opening, prepared.new.first])
    person = Correspondent(browser, officer, prepared, chain, {1: prepared.seed}, token=token)
    assert person.send("/channel/mailbox", new_mailbox_value(prepared)).status_code == 200
    stretched = stretch(PASSWORD, password_salt(officer.sign_in_name, half), Cost())
    _keys[person.mailbox_id] = open_way(card_way(stretched, prepared.card), parse_vault(prepared.new.vault))
    return person


def test_a_vault_is_replaced_by_compare_and_swap(owner: Correspondent) -> None:
    second = _next_vault(owner, 2)
    assert owner.send("/channel/vault", second).status_code == 200
    assert owner.browser.get("/channel/vault").data == second
    # The same upload again, as after a lost answer.
    assert owner.send("/channel/vault", second).status_code == 200
    assert owner.send("/channel/vault", _next_vault(owner, 2)).status_code == 409
    assert owner.send("/channel/vault", _next_vault(owner, 9)).status_code == 409
    assert owner.browser.get("/channel/vault").data == second


def test_a_vault_that_another_signed_is_refused(app: Flask, owner: Correspondent) -> None:
    thailand = correspondent(app, "TH", "Office")
    place = VaultPlace(owner.officer.sign_in_name, owner.mailbox_id, thailand.prepared.keys.key_id, 2)
    contents = open_vault(parse_vault(owner.prepared.new.vault), _key_of(owner))
    forged = replace(contents, signing=thailand.prepared.keys.signing)
    key = VaultKey.generate()
    way = seal_way(card_way(stretch(PASSWORD, random(16), Cost()), CardSecret.generate()), place, key)
    sealed = seal_vault(forged, place, key, (way,)).to_bytes()
    assert owner.send("/channel/vault", sealed).status_code == 422
    assert thailand.send("/channel/vault", sealed).status_code == 422


def test_nobody_fetches_the_vault_of_another(app: Flask, owner: Correspondent) -> None:
    thailand = correspondent(app, "TH", "Office")
    assert thailand.browser.get("/channel/vault").data == thailand.prepared.new.vault
    browser, _, _ = signed_in_officer(app, owner.officer.authority_id, "officer")
    assert browser.get("/channel/vault", headers={"Accept": "application/json"}).status_code == 404


def test_the_officer_who_opens_is_administrator_in_the_chain(kenya: Correspondent) -> None:
    (officer,) = kenya.state.officers.values()
    assert officer.role is Role.ADMINISTRATOR
