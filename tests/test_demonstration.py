"""`entraide demo`, as a newcomer calls it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import func, select

from accounts.models import Account
from config.settings import ROOT
from core.database import Database
from directory.models import Authority, Revision
from messaging.models import Mailbox
from tests.accounts.people import make_authority

Demo = Callable[[], "subprocess.CompletedProcess[str]"]


@pytest.fixture
def demo(database_url: str, tmp_path: Path) -> Demo:
    environment = {**os.environ, "DATABASE_URL": database_url, "ENTRAIDE_DATA": str(tmp_path / "data")}
    command = [sys.executable, "-m", "entraide", "demo", "--entries", "400"]
    return lambda: subprocess.run(command, cwd=ROOT, env=environment, check=False, capture_output=True, text=True)


def _count(database: Database, table: type) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def test_the_demonstration_opens_four_mailboxes_and_says_who_may_sign_in(database: Database, demo: Demo) -> None:
    done = demo()
    assert done.returncode == 0, done.stderr
    assert (_count(database, Mailbox), _count(database, Account)) == (4, 6)
    assert done.stdout.count("password") == 6
    assert done.stdout.count("card  ") == 4


def test_every_invented_entry_has_its_first_revision(database: Database, demo: Demo) -> None:
    demo()
    assert _count(database, Authority) == _count(database, Revision) >= 400


def test_only_its_owner_may_read_the_file_of_sign_ins(database: Database, demo: Demo, tmp_path: Path) -> None:
    demo()
    kept = tmp_path / "data" / "demonstration-sign-ins.txt"
    assert kept.stat().st_mode & 0o777 == 0o600
    assert _count(database, Mailbox) == 4


def test_a_second_call_says_the_same_and_adds_nothing(database: Database, demo: Demo) -> None:
    first, second = demo(), demo()
    assert second.returncode == 0
    assert second.stdout == first.stdout
    assert _count(database, Account) == 6


def test_beside_real_entries_it_is_refused_and_says_what_to_do(database: Database, demo: Demo) -> None:
    with database.transaction() as session:
        make_authority(session)
    done = demo()
    assert done.returncode == 1
    assert "real entries" in done.stderr
    assert _count(database, Authority) == 1
