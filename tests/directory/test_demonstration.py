"""The demonstration is whole, the same every time, and nothing in it can be taken for real."""

import subprocess
import sys
import time
from hashlib import sha256
from itertools import islice
from pathlib import Path
from urllib.parse import urlsplit

import phonenumbers
import pytest

from directory.demonstration import SOURCE, demonstration_records, phrases
from directory.demonstration.drawing import Draws
from directory.demonstration.offices import offices
from directory.records import AuthorityRecord, from_dict, incomplete_fields, to_dict, to_json
from directory.vocabulary.codes import UN_LANGUAGES
from directory.vocabulary.matrix import is_in_force, matrix_allows
from directory.vocabulary.states import all_states, is_country_code, state, territory
from directory.vocabulary.terms import vocabulary

ENTRIES = tuple(demonstration_records())
MORE = tuple(islice(demonstration_records(17_400), 0, None, 10))


def fingerprint(entries: tuple[AuthorityRecord, ...]) -> str:
    return sha256(b"\n".join(to_json(entry) for entry in entries)).hexdigest()


def test_there_are_as_many_entries_as_were_asked_for() -> None:
    assert len(ENTRIES) == 1740
    assert sum(1 for _ in demonstration_records(195)) == 195
    assert sum(1 for _ in demonstration_records(2_001)) == 2_001


def test_the_same_demonstration_comes_twice() -> None:
    assert fingerprint(tuple(demonstration_records())) == fingerprint(ENTRIES)


def test_another_process_makes_the_same_demonstration() -> None:
    script = "from tests.directory.test_demonstration import ENTRIES, fingerprint; print(fingerprint(ENTRIES), end='')"
    made = subprocess.run(
        [sys.executable, "-c", script],
        env={"PYTHONHASHSEED": "12345", "PATH": ""},
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert made.stdout == fingerprint(ENTRIES)


def test_a_larger_demonstration_holds_the_smaller_one() -> None:
    larger = {entry.external_id: entry for entry in demonstration_records(3_000)}
    assert all(larger[entry.external_id] == entry for entry in ENTRIES)


def test_every_state_has_entries() -> None:
    assert {entry.state for entry in ENTRIES} == {one.code for one in all_states()}
    assert {entry.state for entry in demonstration_records(195)} == {one.code for one in all_states()}


def test_every_state_has_a_ministry_of_justice_for_mutual_legal_assistance_and_extradition() -> None:
    for one in all_states():
        functions = {
            designation.function
            for entry in ENTRIES
            if entry.state == one.code and entry.kind == "ministry-of-justice" and entry.scope == "national"
            for designation in entry.designations
        }
        assert {"mutual-legal-assistance", "extradition"} <= functions


def test_external_ids_are_unique() -> None:
    ids = [entry.external_id for entry in demonstration_records(17_400)]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("entries", [ENTRIES, MORE], ids=["1740", "17400"])
def test_every_entry_is_complete_and_marked_as_demonstration(entries: tuple[AuthorityRecord, ...]) -> None:
    for entry in entries:
        assert incomplete_fields(entry) == ()
        assert entry.source == SOURCE
        assert entry.provenance is not None
        assert entry.provenance.kind == "demonstration"
        assert "nothing in this entry is real" in entry.notes_public["en"]
        assert not entry.contact_persons


@pytest.mark.parametrize("entries", [ENTRIES, MORE], ids=["1740", "17400"])
def test_every_name_stands_in_the_six_languages(entries: tuple[AuthorityRecord, ...]) -> None:
    for entry in entries:
        assert all(entry.names.get(tag) for tag in UN_LANGUAGES)
        assert all(len(name) <= 300 for name in entry.names.values())
        assert "{" not in "".join(entry.names.values())


def test_states_with_a_known_language_of_their_own_are_named_in_it() -> None:
    known = set(phrases.further_languages())
    named = {tag for entry in ENTRIES for tag in entry.names}
    used = known & {tag for one in all_states() for tag in one.languages}
    assert len(used) >= 25
    assert used <= named


def test_names_in_other_scripts_have_a_romanised_form_beside_them() -> None:
    for entry in (*ENTRIES, *MORE):
        if entry.scope == "dependent-territory":
            continue
        one = state(entry.state)
        assert one is not None
        own = [tag for tag in one.languages if tag in entry.names]
        for tag in own:
            assert phrases.is_romanised(tag) == (f"{tag}-Latn" in entry.names)


def test_every_further_language_that_is_not_written_in_latin_letters_is_romanised() -> None:
    for tag in phrases.further_languages():
        name = phrases.body("ministry-of-justice", (tag,))[tag]
        latin = all(ord(letter) < 0x2B0 or 0x1E00 <= ord(letter) < 0x2100 for letter in name)
        assert latin != phrases.is_romanised(tag)


def test_no_phrase_is_empty_or_ends_in_a_blank() -> None:
    tags = tuple(phrases.read_file("names.json")["languages"])
    for kind in ("ministry-of-justice", "foreign-affairs", "anti-corruption"):
        assert all(name and name.strip() == name for name in phrases.body(kind, tags).values())


@pytest.mark.parametrize("entries", [ENTRIES, MORE], ids=["1740", "17400"])
def test_every_designation_fits_the_matrix(entries: tuple[AuthorityRecord, ...]) -> None:
    for entry in entries:
        assert entry.designations
        assert len({designation.key for designation in entry.designations}) == len(entry.designations)
        for designation in entry.designations:
            assert matrix_allows(*designation.key)
            assert is_in_force(designation.instrument)


def test_every_term_is_in_its_vocabulary() -> None:
    for entry in ENTRIES:
        assert entry.kind in vocabulary("kinds")
        assert entry.scope in vocabulary("scopes")
        assert entry.status in vocabulary("statuses")
        assert entry.out_of_hours is not None
        assert entry.out_of_hours.term in vocabulary("out_of_hours")
        assert all(one.network in vocabulary("networks") for one in entry.networks)
        assert all(tag in vocabulary("languages") for tag in entry.working_languages)
        for one in entry.designations:
            assert set(one.channels_accepted) <= {term.code for term in vocabulary("channels")}
            assert all(form.format in vocabulary("formats") for form in one.formats_accepted)
            assert one.interpol_acceptance in vocabulary("interpol")
            assert one.legalisation in vocabulary("legalisation")
            assert not one.legal_basis_use or one.legal_basis_use in vocabulary("legal_basis")
            assert all(accepted.language in vocabulary("languages") for accepted in one.languages_accepted)


def test_no_two_central_authorities_of_one_state_share_a_function_instrument_and_scope() -> None:
    seen = set()
    for entry in ENTRIES:
        for one in entry.designations if entry.is_central_authority else ():
            key = (entry.state, entry.scope, entry.territory, one.function, one.instrument)
            assert key not in seen
            seen.add(key)


def test_only_example_domains_occur() -> None:
    for entry in (*ENTRIES, *MORE):
        assert entry.emails
        assert all(email.address.endswith(".example") for email in entry.emails)
        assert all((urlsplit(site.url).hostname or "").endswith(".example") for site in entry.websites)


def test_no_telephone_number_can_be_anybodys() -> None:
    numbers = {phone.e164 for entry in ENTRIES for phone in (*entry.phones, *entry.faxes)}
    for number in numbers:
        fictional = number.startswith("+1") and number[-7:].startswith("55501")
        assert fictional or not phonenumbers.is_valid_number(phonenumbers.parse(number, None))


def test_an_urgent_contact_is_a_contact_of_the_entry() -> None:
    for entry in ENTRIES:
        addresses = {email.address for email in entry.emails}
        for one in entry.designations:
            assert one.urgent_procedure is None or one.urgent_procedure.contact in addresses


def test_entries_lie_in_their_state_or_in_a_territory_of_it() -> None:
    for entry in ENTRIES:
        assert entry.address is not None
        assert is_country_code(entry.address.country)
        found = territory(entry.territory)
        assert entry.address.country == (found.code if found else entry.state)
        assert found is None or found.state == entry.state


def test_landlocked_states_have_no_coast_guard() -> None:
    maritime = {entry.state for entry in ENTRIES if entry.kind == "maritime"}
    assert "FR" in maritime
    assert not maritime & {"CH", "BO", "MN", "ZM"}


def test_no_date_lies_after_the_day_of_the_demonstration() -> None:
    for entry in ENTRIES:
        assert entry.as_of is not None
        assert entry.last_confirmed_on is not None
        assert entry.last_confirmed_on <= entry.as_of
        for one in entry.designations:
            assert one.notified_on is None or one.notified_on <= entry.as_of


def test_an_entry_survives_its_plain_form() -> None:
    for entry in ENTRIES[::50]:
        assert from_dict(AuthorityRecord, to_dict(entry)) == entry


def test_a_state_meets_every_place_before_it_meets_one_again() -> None:
    places = [
        office.place
        for office in islice(offices(all_states()[0]), 24_000)
        if office.place is not None and office.kind == "customs"
    ]
    assert len(set(places)) == len(places)


def test_draws_are_repeatable_and_differ_by_subject() -> None:
    first, again, other = (Draws("FR", "1"), Draws("FR", "1"), Draws("FR", "2"))
    row = [first.below(1000) for _ in range(40)]
    assert row == [again.below(1000) for _ in range(40)]
    assert row != [other.below(1000) for _ in range(40)]


def test_thousands_of_entries_are_made_in_a_moment() -> None:
    begun = time.perf_counter()
    made = sum(1 for _ in demonstration_records(17_400))
    assert made == 17_400
    # About half a second alone; ten leave room for a busy machine and still catch a slow path.
    assert time.perf_counter() - begun < 10
