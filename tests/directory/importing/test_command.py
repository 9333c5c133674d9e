"""The commands: one line of JSON for programs, a status of 0 or 1, and a clear word on standard error."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from directory.cli import directory
from tests.directory.importing.reading import made

LIST = "external_id,state,name:en,city\nKE-1,KE,Supreme Court,Nairobi\nXX-1,EU,Court of Justice,Luxembourg\n"


@pytest.fixture(autouse=True)
def installation(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let commands find this test's database."""
    monkeypatch.setenv("DATABASE_URL", database_url)
    monkeypatch.setenv("ENTRAIDE_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("SECRET_KEY", "k" * 64)


def entraide(*words: str) -> Result:
    return CliRunner().invoke(directory, words)


def last_line(result: Result) -> dict[str, object]:
    told: dict[str, object] = json.loads(result.stdout.splitlines()[-1])
    return told


def test_the_result_is_one_line_of_json_the_last_one(tmp_path: Path) -> None:
    result = entraide("import", str(made(tmp_path, "list.csv", LIST)), "--as", "anna", "--json")
    told = last_line(result)
    assert result.exit_code == 0
    assert list(told) == ["added", "changed", "unchanged", "missing", "warnings", "rejected", "changeset"]
    assert (told["added"], told["changed"], told["unchanged"], told["missing"], told["warnings"]) == (1, 0, 0, 0, 1)
    rejected = told["rejected"]
    assert isinstance(rejected, list)
    assert {key: rejected[0][key] for key in ("row", "column", "value")} == {"row": 3, "column": "state", "value": "EU"}
    assert "not a State" in rejected[0]["reason"]


def test_a_dry_run_has_no_change_set(tmp_path: Path) -> None:
    path = str(made(tmp_path, "list.csv", LIST))
    assert last_line(entraide("import", path, "--dry-run", "--json"))["changeset"] is None
    assert last_line(entraide("import", path, "--json"))["added"] == 1


def test_another_applies_and_can_take_it_back(tmp_path: Path) -> None:
    path = str(made(tmp_path, "list.csv", LIST))
    change_set = str(last_line(entraide("import", path, "--as", "anna", "--json"))["changeset"])
    refused = entraide("apply", change_set, "--as", "Anna", "--json")
    assert refused.exit_code == 1
    assert "second person" in str(last_line(refused)["refused"])
    assert last_line(entraide("apply", change_set, "--as", "bert", "--json"))["status"] == "applied"
    reviewed = last_line(entraide("review", change_set, "--json"))
    assert (reviewed["status"], reviewed["applied_by"]) == ("applied", "bert")
    assert last_line(entraide("rollback", change_set, "--as", "bert", "--json"))["status"] == "rolled_back"


def test_a_refused_file_ends_with_status_1_and_its_reason(tmp_path: Path) -> None:
    result = entraide("import", str(made(tmp_path, "list.csv", "a,b\n1,2\n")), "--json")
    assert result.exit_code == 1
    refused = last_line(result)["refused"]
    assert isinstance(refused, dict)
    assert refused["row"] == 1
    assert "No column for the State" in refused["reason"]


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    result = entraide("import", str(tmp_path / "none.csv"), "--json")
    assert result.exit_code == 1
    assert "There is no file" in str(last_line(result)["refused"])


def test_without_json_people_are_told_in_words(tmp_path: Path) -> None:
    result = entraide("import", str(made(tmp_path, "list.csv", LIST)), "--as", "anna")
    assert "1 added" in result.stdout
    assert "Apply it with" in result.stdout


def test_profiles_are_listed() -> None:
    assert "publicbodies" in entraide("profiles").stdout
    assert "own" in last_line(entraide("profiles", "--json"))
