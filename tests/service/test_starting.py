"""Starting with wrong settings: one line that says what to do, never a trace."""

import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from config.settings import ROOT, SettingsError, read_settings
from tests.browser.service import free_port

KEY = "k" * 64


def said(folder: Path, *words: str, **environment: str) -> tuple[int, str]:
    """Run one command in an environment of its own; return its status and what it said on standard error."""
    given = {
        "PATH": os.environ["PATH"], "ENTRAIDE_DATA": str(folder / "data"), "SECRET_KEY": KEY, **environment,
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", "entraide", *words],
        cwd=ROOT, env=given, check=False, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    return done.returncode, done.stderr


WRONG = [
    ({"SECRET_KEY": "short"}, "SECRET_KEY: needs at least 32 characters"),
    ({"ENTRAIDE_UPLOAD_LIMIT": "many"}, "ENTRAIDE_UPLOAD_LIMIT"),
    ({"ENTRAIDE_PROXIES": "²"}, "ENTRAIDE_PROXIES"),
    ({"ENTRAIDE_URL": "ftp://entraide.example"}, "ENTRAIDE_URL"),
    ({"ENTRAIDE_URL": "http://[entraide"}, "ENTRAIDE_URL"),
    ({"DATABASE_URL": "mysql://a@b/c"}, "DATABASE_URL"),
    ({"DATABASE_URL": "postgresql://a:b@c:port/d"}, "DATABASE_URL"),
    ({"REDIS_URL": "127.0.0.1:6379"}, "REDIS_URL"),
]


@pytest.mark.parametrize(("wrong", "told"), WRONG)
def test_a_wrong_setting_is_named(tmp_path: Path, wrong: dict[str, str], told: str) -> None:
    with pytest.raises(SettingsError, match=re.escape(told)):
        read_settings({"ENTRAIDE_DATA": str(tmp_path / "data"), "SECRET_KEY": KEY, **wrong})


def test_all_wrong_settings_are_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        read_settings({name: value for wrong, _ in WRONG for name, value in wrong.items()})
    assert [name for name in ("SECRET_KEY", "DATABASE_URL", "REDIS_URL") if name not in str(caught.value)] == []


def test_a_data_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SettingsError, match="ENTRAIDE_DATA"):
        read_settings({"ENTRAIDE_DATA": str(tmp_path / "file" / "data")})


def test_a_damaged_secret_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "secret.key").write_text("")
    with pytest.raises(SettingsError, match="damaged"):
        read_settings({"ENTRAIDE_DATA": str(tmp_path)})


def test_a_drawn_secret_stays_and_is_its_owners_alone(tmp_path: Path) -> None:
    first, again = (read_settings({"ENTRAIDE_DATA": str(tmp_path)}).secret_key for _ in range(2))
    assert first == again
    assert [(file.name, file.stat().st_mode & 0o777) for file in tmp_path.iterdir()] == [("secret.key", 0o600)]


def _ends_in_one_line(outcome: tuple[int, str], told: str) -> bool:
    status, errors = outcome
    return status == 1 and errors.count("\n") == 1 and errors.startswith("entraide: ") and told in errors


def test_a_wrong_setting_ends_serve_in_one_line(tmp_path: Path) -> None:
    assert _ends_in_one_line(said(tmp_path, "serve", "--port", str(free_port()), SECRET_KEY="short"), "SECRET_KEY")


def test_a_database_that_does_not_answer_ends_serve_in_one_line(tmp_path: Path) -> None:
    url = f"postgresql://somebody:something-secret@127.0.0.1:{free_port()}/entraide"
    outcome = said(tmp_path, "serve", "--port", str(free_port()), DATABASE_URL=url)
    assert _ends_in_one_line(outcome, "Check DATABASE_URL")
    assert "something-secret" not in outcome[1]


def test_a_file_that_is_no_database_ends_the_command_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no database, but long enough to be taken for the head of one" * 40)
    outcome = said(tmp_path, "migrate", DATABASE_URL=f"sqlite:///{tmp_path / 'notes.txt'}")
    assert _ends_in_one_line(outcome, "Check DATABASE_URL")


def test_a_redis_that_does_not_answer_ends_serve_in_one_line(tmp_path: Path) -> None:
    outcome = said(tmp_path, "serve", "--port", str(free_port()), REDIS_URL=f"redis://127.0.0.1:{free_port()}/0")
    assert _ends_in_one_line(outcome, "Check REDIS_URL")


def test_a_port_that_is_taken_ends_serve_in_one_line(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert _ends_in_one_line(said(tmp_path, "serve", "--port", str(port)), "another --port")
