"""Our own format: columns in six languages, strict about what it cannot understand, and never more than that."""

from collections.abc import Mapping
from pathlib import Path

import orjson
import pytest

from directory.demonstration import demonstration_records
from directory.demonstration.sheet import sheet_rows, write_sheet
from directory.importing.columns import column_labels, map_columns
from directory.importing.drafting import Drafted
from directory.importing.problems import FileRefusedError, Problem
from directory.records import to_dict
from tests.directory.importing.reading import made, opened, read, table

BASE = {"external_id": "JO-1", "state": "JO", "name:en": "Ministry of Justice", "emails": "info@justice.example"}


def row(folder: Path, cells: Mapping[str, str]) -> Path:
    whole = {**BASE, **cells}
    return made(folder, "list.csv", table([tuple(whole), tuple(whole.values())]))


def taken(folder: Path, **cells: str) -> Drafted:
    drafted, rejected = read(row(folder, cells), profile="own")
    assert not rejected
    return drafted[0]


def problem(folder: Path, cells: Mapping[str, str]) -> Problem:
    drafted, rejected = read(row(folder, cells), profile="own")
    assert not drafted
    assert rejected[0].problem.row == 2
    return rejected[0].problem


def test_the_sheet_of_the_demonstration_is_our_own_format(tmp_path: Path) -> None:
    records = list(demonstration_records(200))
    path = tmp_path / "own.xlsx"
    assert write_sheet(records, path) == 200
    assert opened(path).reading.profile == "own"
    drafted, rejected = read(path)
    assert not rejected
    assert len(drafted) == 200
    for one, record in zip(drafted, records, strict=True):
        assert one.record.state == record.state
        assert {tag: text for tag, text in one.record.names.items() if tag in {"ar", "en", "fr"}} == {
            tag: text for tag, text in record.names.items() if tag in {"ar", "en", "fr"}
        }
        assert [each.key for each in one.record.designations] == [each.key for each in record.designations]
        assert one.record.phones == record.phones or len(one.record.phones) == len(record.phones)
        assert one.record.emails == record.emails
        assert one.record.address == record.address
        assert one.record.office_hours == record.office_hours
        assert one.record.working_languages == record.working_languages


def test_our_own_json_is_the_plain_form_of_an_entry(tmp_path: Path) -> None:
    records = list(demonstration_records(100))
    plain = [to_dict(record) for record in records]
    drafted, rejected = read(made(tmp_path, "own.json", orjson.dumps(plain)), source="demonstration")
    assert not rejected
    assert [to_dict(one.record) for one in drafted] == plain


@pytest.mark.parametrize("language", ["ar", "zh", "en", "fr", "ru", "es"])
def test_every_column_is_known_by_its_name_in_each_language(language: str) -> None:
    headings = [labels[language] for _, labels in column_labels()]
    assert [column.field for column in map_columns(headings)] == [field for field, _ in column_labels()]
    assert len(set(headings)) == len(headings)


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        ("functions", "Extraditon", "Unknown term in “functions”. Nearest: Extradition"),
        ("phones", "020 555 014", "Not a telephone number"),
        ("last_confirmed_on", "30/02/2025", "Not a date"),
        ("last_confirmed_on", "03/04/2025", "Day and month cannot be told apart"),
        ("phones", '=HYPERLINK("x")', "A formula; formulas are never evaluated"),
        ("instruments", "UNTOC 46(13)", "belongs to UNCAC"),
        ("kind", "ministry of silly walks", "Unknown term in “kind”"),
        ("emails", "justice at example", "Not an e-mail address"),
        ("websites", "justice", "Not an address of a page"),
        ("office_hours", "nine to five", "Not office hours"),
        ("time_zone", "GMT+3", "Not a time zone"),
        ("is_central_authority", "perhaps", "Must be yes or no"),
        ("working_languages", "Klingonish", "Unknown language"),
        ("networks", "League of Nations", "Unknown term in “networks”"),
        ("state", "EU", "not a State"),
        ("state", "?", "names no State"),
        ("state", "", "The State is missing"),
        ("name:en", "", "The name is missing"),
    ],
)
def test_what_cannot_be_understood_rejects_the_row(tmp_path: Path, column: str, value: str, reason: str) -> None:
    cells = {column: value} | ({"functions": "mutual legal assistance"} if column == "instruments" else {})
    found = problem(tmp_path, cells)
    told = found.to_dict()
    assert reason in str(told["reason"])
    assert value in {found.value, ""} or found.value in value


def test_a_missing_field_never_rejects_a_row(tmp_path: Path) -> None:
    drafted, rejected = read(made(tmp_path, "list.csv", "state,name\nJO,Court of Cassation\n"), profile="own")
    assert not rejected
    incomplete = drafted[0].problems[-1]
    assert incomplete.reason == "Incomplete"
    assert "city" in incomplete.hint


def test_na_is_namibia(tmp_path: Path) -> None:
    assert taken(tmp_path, state="NA").record.state == "NA"


def test_a_territory_is_kept_under_its_state(tmp_path: Path) -> None:
    record = taken(tmp_path, state="HK").record
    assert (record.state, record.territory, record.scope) == ("CN", "HK", "dependent-territory")


def test_one_bad_telephone_among_several_is_a_warning(tmp_path: Path) -> None:
    drafted = taken(tmp_path, phones="+962 6 460 3630; 12")
    assert [phone.e164 for phone in drafted.record.phones] == ["+96264603630", ""]
    assert drafted.problems[0].value == "12"


def test_a_free_mail_domain_is_a_warning(tmp_path: Path) -> None:
    drafted = taken(tmp_path, emails="justice.jo@gmail.com")
    assert drafted.record.emails[0].address == "justice.jo@gmail.com"
    assert any("Free-mail" in one.reason for one in drafted.problems)


def test_labels_in_brackets_are_kept_with_contacts(tmp_path: Path) -> None:
    record = taken(tmp_path, phones="+962 6 460 3630 ext. 12 (duty)", emails="a@b.example (urgent)").record
    assert (record.phones[0].extension, record.phones[0].label) == ("12", "duty")
    assert record.emails[0].label == "urgent"


def test_semicolons_make_several_designations_in_order(tmp_path: Path) -> None:
    record = taken(
        tmp_path,
        functions="extradition; MLA",
        instruments="UNCAC art. 44; UNTOC 18(13)",
        languages_accepted="ar; English (certified translation)",
    ).record
    assert [one.key for one in record.designations] == [
        ("extradition", "uncac", "44"),
        ("mutual-legal-assistance", "untoc", "18(13)"),
    ]
    accepted = record.designations[1].languages_accepted
    assert [(one.language, one.certified) for one in accepted] == [("ar", False), ("en", True)]


def test_rows_below_an_authority_add_designations_with_details_of_their_own(tmp_path: Path) -> None:
    rows = [
        ("external_id", "state", "name", "functions", "instruments", "languages_accepted"),
        ("JO-1", "JO", "Ministry of Justice", "extradition", "UNTOC 16", "ar"),
        ("JO-1", "", "", "MLA", "UNTOC 18", "en"),
        ("", "", "", "MLA", "UNCAC 46", "fr"),
        ("JO-2", "JO", "Court", "MLA", "UNCAC 46", "fr"),
    ]
    drafted, rejected = read(made(tmp_path, "list.csv", table(rows)), profile="own")
    assert not rejected
    assert [len(one.record.designations) for one in drafted] == [3, 1]
    assert [one.languages_accepted[0].language for one in drafted[0].record.designations] == ["ar", "en", "fr"]


def test_unknown_columns_are_named_and_left_alone(tmp_path: Path) -> None:
    reading = opened(row(tmp_path, {"shoe size": "44"})).reading
    assert reading.unused == ("shoe size",)


def test_a_list_named_in_french_is_ours(tmp_path: Path) -> None:
    content = table(
        [("État", "Nom (français)", "Téléphones"), ("Côte d’Ivoire", "Cour suprême", "+225 27 20 20 08 88")]
    )
    path = made(tmp_path, "liste.csv", content)
    assert opened(path).reading.profile == "own"
    record = read(path)[0][0].record
    assert (record.state, record.names) == ("CI", {"fr": "Cour suprême"})


def test_a_title_above_and_notes_below_are_not_rows(tmp_path: Path) -> None:
    content = (
        "Directory of authorities,,\n,,\nstate,name,city\nKE,Court,Nairobi\n,,\nUG,Court,Kampala\n* end of list,,\n"
    )
    drafted, rejected = read(made(tmp_path, "list.csv", content))
    assert [(one.row, one.record.state) for one in drafted] == [(4, "KE"), (6, "UG")]
    assert not rejected


def test_an_unknown_profile_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefusedError, match="There is no profile"):
        opened(row(tmp_path, {}), profile="ours")


def test_an_unknown_encoding_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefusedError, match="not an encoding"):
        opened(row(tmp_path, {}), encoding="klingon-8")


def test_a_chosen_encoding_goes_before_the_guess(tmp_path: Path) -> None:
    content = table([("state", "name"), ("CZ", "Nejvyšší soud, řízení")]).encode("cp1250")
    record = read(made(tmp_path, "list.csv", content), encoding="windows-1250")[0][0].record
    assert list(record.names.values()) == ["Nejvyšší soud, řízení"]


def test_a_guessed_encoding_is_a_proposal_with_alternatives(tmp_path: Path) -> None:
    content = table([("state", "name"), ("CZ", "Nejvyšší soud, řízení")]).encode("cp1250")
    reading = opened(made(tmp_path, "list.csv", content)).reading
    assert not reading.encoding_certain
    assert "windows-1250" in {reading.encoding, *reading.encoding_alternatives}
    assert reading.preview


@pytest.mark.parametrize("number", range(0, 60, 7))
def test_every_row_of_the_demonstration_sheet_has_only_known_columns(number: int) -> None:
    cells = next(iter(sheet_rows([list(demonstration_records(60))[number]])))
    assert len(map_columns(list(cells))) == len(cells)


def example(language: str) -> str:
    """Return the example of docs/import.md in `csv` or `json`."""
    text = (Path(__file__).resolve().parents[3] / "docs" / "import.md").read_text(encoding="utf-8")
    return text.partition(f"```{language}\n")[2].partition("```")[0]


def test_the_documented_example_is_taken_without_a_question(tmp_path: Path) -> None:
    path = made(tmp_path, "example.csv", example("csv"))
    drafted, rejected = read(path)
    assert opened(path).reading.profile == "own"
    assert not rejected
    assert [len(one.record.designations) for one in drafted] == [3, 1]
    assert not drafted[0].problems


def test_the_documented_json_is_taken(tmp_path: Path) -> None:
    drafted, rejected = read(made(tmp_path, "example.json", example("json")))
    assert not rejected
    assert drafted[0].record.designations[0].key == ("mutual-legal-assistance", "untoc", "18(13)")


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"stat": "KE"}, "stat"),
        ({"state": "EU"}, "state"),
        ({"names": {}}, "names"),
        ({"kind": "ministry"}, "kind"),
        ({"phones": [{"e164": "+254"}]}, "phones[0].e164"),
        ({"emails": [{"address": "x"}]}, "emails[0].address"),
        ({"websites": [{"url": "javascript:x"}]}, "websites[0].url"),
        ({"office_hours": "always"}, "office_hours"),
        ({"time_zone": "GMT+1"}, "time_zone"),
        ({"designations": [{"function": "extradition", "instrument": "untoc", "article": "18"}]}, "designations[0]"),
        ({"as_of": "31/12/2025"}, "as_of"),
    ],
)
def test_a_wrong_value_in_our_json_is_rejected_at_its_place(
    tmp_path: Path, change: dict[str, object], place: str
) -> None:
    plain = {"state": "KE", "names": {"en": "Court"}} | change
    drafted, rejected = read(made(tmp_path, "own.json", orjson.dumps([plain])))
    assert not drafted
    assert rejected[0].problem.column == place


def test_json_objects_with_other_keys_are_read_by_their_names(tmp_path: Path) -> None:
    content = orjson.dumps([{"country": "KE", "authority name": "Court", "e-mail": ["a@b.example", "c@d.example"]}, 7])
    drafted, rejected = read(made(tmp_path, "list.json", content))
    assert [one.address for one in drafted[0].record.emails] == ["a@b.example", "c@d.example"]
    assert rejected[0].problem.reason == "This is not an object"


@pytest.mark.parametrize(
    "heading", ["country", "Country", "COUNTRY CODE", "Pays", "Estado", "国家", "country_code", "iso2"]
)
def test_a_column_for_the_country_is_the_state(heading: str) -> None:
    assert [column.field for column in map_columns([heading])] == ["state"]
