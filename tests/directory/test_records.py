"""An entry keeps its meaning on every journey into its plain form and back."""

from dataclasses import FrozenInstanceError, replace
from datetime import date

import pytest

from directory.errors import RecordError
from directory.records import (
    AcceptedLanguage,
    Address,
    Answer,
    AuthorityRecord,
    Designation,
    Duration,
    Email,
    OutOfHours,
    Phone,
    StateCode,
    from_dict,
    from_json,
    incomplete_fields,
    is_storable,
    to_dict,
    to_json,
)

ENTRY = AuthorityRecord(
    state=StateCode("TH"),
    names={
        "th": "สำนักงานอัยการสูงสุด",
        "th-Latn": "Samnakngan Aiyakan Sungsut",
        "en": "Office of the Attorney General",
    },
    kind="prosecution",
    is_central_authority=True,
    address=Address(lines=("1 Example Road",), city="Bangkok", country="TH"),
    phones=(Phone(e164="+6625550101", urgent_only=True),),
    emails=(Email("desk@authority.example", "general"),),
    office_hours="Mo-Fr 08:30-16:30",
    time_zone="Asia/Bangkok",
    closed_days=(date(2026, 12, 31),),
    out_of_hours=OutOfHours("phone", {"en": "Ring the duty desk."}),
    designations=(
        Designation(
            function="mutual-legal-assistance",
            instrument="untoc",
            article="18",
            languages_accepted=(AcceptedLanguage("en"), AcceptedLanguage("th", certified=True)),
            videoconference=Answer("conditional", {"en": "With consent."}),
            typical_duration_days=Duration(60, 120, date(2026, 1, 31)),
        ),
    ),
    last_confirmed_on=date(2026, 6, 30),
)


def test_an_entry_survives_its_plain_form() -> None:
    assert from_dict(AuthorityRecord, to_dict(ENTRY)) == ENTRY


def test_an_entry_survives_json() -> None:
    assert from_json(AuthorityRecord, to_json(ENTRY)) == ENTRY


def test_equal_entries_have_equal_bytes_whatever_the_order_of_their_languages() -> None:
    turned = replace(ENTRY, names=dict(reversed(list(ENTRY.names.items()))))
    assert to_json(turned) == to_json(ENTRY)


def test_what_is_empty_is_left_out_of_the_plain_form() -> None:
    assert to_dict(AuthorityRecord(StateCode("FR"), {"fr": "Chancellerie"})) == {
        "state": "FR",
        "names": {"fr": "Chancellerie"},
    }


def test_not_being_a_central_authority_is_not_the_same_as_not_saying() -> None:
    record = AuthorityRecord(StateCode("FR"), {"fr": "Parquet"}, is_central_authority=False)
    assert to_dict(record)["is_central_authority"] is False


def test_an_entry_cannot_be_changed_in_place() -> None:
    with pytest.raises(FrozenInstanceError):
        ENTRY.kind = "court"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("plain", "path", "reason"),
    [
        ([], "", "must be an object"),
        ({"state": "FR"}, "names", "is missing"),
        ({"state": "FR", "names": {}, "phone": "1"}, "phone", "not a field"),
        ({"state": 33, "names": {}}, "state", "must be text"),
        ({"state": "FR", "names": {"fr": 1}}, "names.fr", "must be text"),
        ({"state": "FR", "names": "Parquet"}, "names", "must be an object"),
        ({"state": "FR", "names": {}, "phones": {}}, "phones", "must be a list"),
        ({"state": "FR", "names": {}, "phones": [{"e164": None}]}, "phones[0].e164", "must be text"),
        ({"state": "FR", "names": {}, "phones": ["+33"]}, "phones[0]", "must be an object"),
        ({"state": "FR", "names": {}, "acronyms": [1]}, "acronyms[0]", "must be text"),
        ({"state": "FR", "names": {}, "address": {"town": "Lyon"}}, "address.town", "not a field"),
        ({"state": "FR", "names": {}, "is_central_authority": 1}, "is_central_authority", "true or false"),
        ({"state": "FR", "names": {}, "as_of": "31/01/2026"}, "as_of", "must be a date"),
        ({"state": "FR", "names": {}, "emails": [{}]}, "emails[0].address", "is missing"),
    ],
)
def test_a_wrong_plain_form_is_refused_with_its_place(plain: object, path: str, reason: str) -> None:
    with pytest.raises(RecordError, match=reason) as refusal:
        from_dict(AuthorityRecord, plain)
    assert refusal.value.path == path


def test_text_that_is_not_json_is_refused() -> None:
    with pytest.raises(RecordError, match="is not JSON"):
        from_json(AuthorityRecord, b'{"state":')


def test_only_records_have_a_plain_form() -> None:
    with pytest.raises(TypeError, match="int is not a record"):
        to_dict(1)


def test_a_complete_entry_lacks_nothing() -> None:
    assert incomplete_fields(ENTRY) == ()


def test_an_entry_of_state_and_name_is_storable_and_says_what_it_lacks() -> None:
    bare = AuthorityRecord(StateCode("FR"), {"fr": "Parquet"}, office_hours="24/7", scope="federal-unit")
    assert is_storable(bare)
    assert incomplete_fields(bare) == (
        "scope_name",
        "kind",
        "is_central_authority",
        "address.city",
        "address.country",
        "phones",
        "time_zone",
    )


def test_an_entry_without_a_name_is_not_storable() -> None:
    assert not is_storable(AuthorityRecord(StateCode("FR"), {"fr": ""}))


def test_a_designation_for_extradition_needs_a_language_and_a_condition_needs_words() -> None:
    designation = Designation("extradition", "untoc", "16", legal_basis_use="conditional")
    assert incomplete_fields(replace(ENTRY, designations=(designation,))) == (
        "designations[0].languages_accepted",
        "designations[0].legal_basis_text",
    )


def test_an_entry_is_called_by_its_english_name_or_else_the_first() -> None:
    assert ENTRY.name == "Office of the Attorney General"
    assert AuthorityRecord(StateCode("FR"), {"fr": "Parquet", "br": "Breujoù"}).name == "Breujoù"
