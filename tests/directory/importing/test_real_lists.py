"""The published lists of authorities import whole, and importing one twice changes nothing."""

import pytest
from sqlalchemy import func, select

from core.database import Database
from directory.models import Authority, DesignationRow, Revision
from tests.directory.importing.reading import applied, imported, read
from tests.shared import shared_path

CNA = "data/authorities/cna_real_sample_hand_collected.csv"
ROWS = {
    "data/authorities/merged.jsonl": ("merged", 3868),
    "data/authorities/publicbodies/it.csv": ("publicbodies", 11951),
    CNA: ("competent-authorities", 18),
    "data/authorities/ror_government_multiscript.jsonl": ("ror", 826),
    "data/authorities/ror_justice_interior_foreign.jsonl": ("ror", 125),
    "data/authorities/wikidata_diplomatic_missions.csv": ("missions", 9852),
    "data/authorities/dpa_supervisory_authorities.json": ("data-protection", 57),
    "data/authorities/fr_courts_police_customs.csv": ("french-courts", 698),
    "data/authorities/uk_government_organisation.tsv": ("uk-organisations", 981),
    "data/authorities/nsi_public_operators.json": ("operators", 1065),
    "data/authorities/publicbodies_justice_security_subset.jsonl": ("publicbodies", 2011),
    "data/authorities/publicbodies/eu.csv": ("publicbodies", 129),
}


@pytest.mark.shared
@pytest.mark.parametrize("name", ROWS)
def test_every_row_of_a_published_list_is_taken_or_rejected_with_a_reason(name: str) -> None:
    drafted, rejected = read(shared_path(name))
    assert len(drafted) + len(rejected) == ROWS[name][1]
    assert {one.record.source for one in drafted} <= {ROWS[name][0]}
    assert all(one.problem.reason and one.problem.row and one.problem.value for one in rejected)


@pytest.mark.shared
@pytest.mark.parametrize("name", ["data/authorities/merged.jsonl", CNA])
def test_the_same_list_twice_changes_nothing(database: Database, name: str) -> None:
    path = shared_path(name)
    first = imported(database, path)
    applied(database, first)
    again = imported(database, path)
    assert (again.added, again.changed, again.unchanged, again.missing) == (0, 0, first.added, 0)
    assert again.changeset is None
    assert again.warnings == first.warnings
    assert len(again.rejected) == len(first.rejected)
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Revision)) == first.added


@pytest.mark.shared
def test_the_merged_list_rejects_only_codes_that_name_no_state() -> None:
    drafted, rejected = read(shared_path("data/authorities/merged.jsonl"))
    assert len(drafted) == 3827
    assert {one.problem.value for one in rejected} == {"EU", "TW", "?", "XK"}
    hong_kong = next(one.record for one in drafted if one.record.territory == "HK")
    assert (hong_kong.state, hong_kong.scope) == ("CN", "dependent-territory")
    assert hong_kong.scope_name["en"]


@pytest.mark.shared
def test_a_long_list_is_applied_whole(database: Database) -> None:
    done = applied(database, imported(database, shared_path("data/authorities/publicbodies/it.csv")))
    assert (done.added, done.changed) == (11951, 0)
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Authority)) == 11951
        assert session.scalar(select(func.count()).select_from(Revision)) == 11951


@pytest.mark.shared
def test_the_competent_authorities_keep_their_designations(database: Database) -> None:
    drafted, rejected = read(shared_path(CNA))
    entries = {one.record.external_id: one.record for one in drafted}
    assert not rejected
    assert [one.key for one in entries["s01"].designations] == [
        ("extradition", "other", "24(7)"),
        ("mutual-legal-assistance", "other", "27(2)"),
    ]
    assert entries["s01"].designations[0].instrument_text == "CoE 185 art. 24(7)"
    assert [one.function for one in entries["s03"].designations] == ["electronic-evidence-24-7"]
    assert [one.key for one in entries["s17"].designations] == [("mutual-legal-assistance", "untoc", "18(13)")]
    assert [one.function for one in entries["s04"].designations] == ["extradition"]
    assert len(entries["s12"].designations) == 3
    applied(database, imported(database, shared_path(CNA)))
    with database.reading() as session:
        written = session.scalar(select(func.count()).select_from(DesignationRow))
    assert written == sum(len(one.designations) for one in entries.values())


@pytest.mark.shared
def test_an_unmapped_function_is_dropped_with_a_warning() -> None:
    drafted, _ = read(shared_path(CNA))
    australia = next(one for one in drafted if one.record.external_id == "s12")
    assert ("ICC", "Unknown term in “functions”") in {(one.value, one.reason) for one in australia.problems}


@pytest.mark.shared
def test_one_bad_telephone_among_several_is_a_warning() -> None:
    drafted, _ = read(shared_path(CNA))
    customs = next(one for one in drafted if one.record.external_id == "s14")
    assert [phone.e164 for phone in customs.record.phones if phone.e164] == ["+442071473843"]
    assert ("3277", "Not a telephone number") in {(one.value, one.reason) for one in customs.problems}


@pytest.mark.shared
def test_a_mission_belongs_to_the_state_that_sends_it() -> None:
    drafted, _ = read(shared_path("data/authorities/wikidata_diplomatic_missions.csv"))
    mission = next(one.record for one in drafted if one.record.external_id == "Q13634268")
    assert mission.state == "AF"
    assert mission.address is not None
    assert (mission.address.city, mission.address.country) == ("Ottawa", "CA")
    assert mission.names == {"en": "Embassy of Afghanistan in Ottawa"}
    assert mission.kind == "foreign-affairs"
