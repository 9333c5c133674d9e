import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from core.database import Database
from core.migrating import migrate
from directory.search_cli import search
from tests.directory.entries import publish, record


@pytest.fixture
def runner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    url = f"sqlite:///{tmp_path / 'directory.sqlite'}"
    database = Database(url)
    migrate(database)
    with database.transaction() as session:
        publish(session, record())
        publish(session, record("GA", "Ministry of Justice", kind="ministry-of-justice"))
    database.dispose()
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.setenv("ENTRAIDE_DATA", str(tmp_path))
    return CliRunner()


def test_words_find_and_json_is_one_document(runner: CliRunner) -> None:
    done = runner.invoke(search, ["attorney", "general", "--json"])
    assert done.exit_code == 0
    found = json.loads(done.stdout)
    assert found["total"] == 1
    assert found["items"][0]["state"] == "TH"


def test_filters_take_names_in_any_language(runner: CliRunner) -> None:
    done = runner.invoke(search, ["--state", "Габон", "--function", "extradition", "--json"])
    assert [item["state"] for item in json.loads(done.stdout)["items"]] == ["GA"]


def test_people_read_one_line_an_authority(runner: CliRunner) -> None:
    done = runner.invoke(search, ["gabon"])
    assert done.stdout.startswith("GA  Ministry of Justice  ")
    assert "1 found" in done.stderr


def test_a_limit_holds_and_the_total_stays(runner: CliRunner) -> None:
    found = json.loads(runner.invoke(search, ["extradition", "--limit", "1", "--json"]).stdout)
    assert (found["total"], len(found["items"])) == (2, 1)


def test_a_wrong_state_ends_with_status_one_and_says_why(runner: CliRunner) -> None:
    done = runner.invoke(search, ["x", "--state", "Narnia"])
    assert done.exit_code == 1
    assert done.stdout == ""
    assert "Narnia names no State" in done.stderr
