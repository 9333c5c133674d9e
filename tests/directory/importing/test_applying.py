"""A change set is applied whole or not at all, by a second person, and only to what it was compared with."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from openpyxl import Workbook
from sqlalchemy import func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from core.audit import AuditEvent
from core.database import Database
from directory.importing.problems import ChangeSetError
from directory.models import Authority, ChangeSetRow, DesignationRow, ProposedChange, Revision
from directory.service.applying import apply_change_set, withdraw_change_set
from directory.service.reviewing import change_set, changes
from directory.service.rolling_back import roll_back
from tests.directory.importing.reading import ANNA, BERT, applied, imported, made, table

HEADINGS = ("external_id", "state", "name:en", "city", "phones", "functions", "instruments")
ROWS = [
    ("KE-1", "KE", "Attorney General", "Nairobi", "+254 20 2227461", "MLA; extradition", "UNCAC 46; UNCAC 44"),
    ("KE-2", "KE", "Supreme Court", "Nairobi", "", "", ""),
    ("GR-1", "GR", "Ministry of Justice", "Athens", "", "MLA", "UNTOC 18"),
]  # fmt: skip


def a_list(folder: Path, rows: Sequence[tuple[str, ...]], name: str = "list.csv") -> Path:
    return made(folder, name, table([HEADINGS, *rows]))


def entries(database: Database) -> dict[str, Authority]:
    with database.reading() as session:
        return {str(one.external_id): one for one in session.scalars(select(Authority))}


def number_of(session: Session, table: type) -> int:
    return session.scalar(select(func.count()).select_from(table)) or 0


def test_a_dry_run_stores_nothing(database: Database, tmp_path: Path) -> None:
    result = imported(database, a_list(tmp_path, ROWS), dry=True)
    assert (result.added, result.changeset) == (3, None)
    with database.reading() as session:
        for kept in (Authority, ChangeSetRow, ProposedChange, Revision, AuditEvent):
            assert number_of(session, kept) == 0


def test_what_waits_changes_nothing_until_it_is_applied(database: Database, tmp_path: Path) -> None:
    result = imported(database, a_list(tmp_path, ROWS))
    assert result.changeset is not None
    assert not entries(database)


def test_applying_writes_entry_designations_revision_and_audit(database: Database, tmp_path: Path) -> None:
    result = imported(database, a_list(tmp_path, ROWS))
    done = applied(database, result)
    assert (done.added, done.changed) == (3, 0)
    kenya = entries(database)["KE-1"]
    assert (kenya.source, kenya.state_code, kenya.revision, kenya.status) == ("own", "KE", 1, "published")
    with database.reading() as session:
        designations = session.execute(
            select(DesignationRow.function, DesignationRow.instrument, DesignationRow.article)
            .where(DesignationRow.authority_id == kenya.id)
            .order_by(DesignationRow.position)
        ).all()
        revision = session.scalars(select(Revision).where(Revision.authority_id == kenya.id)).one()
        actions = set(session.scalars(select(AuditEvent.action)))
    assert [tuple(one) for one in designations] == [
        ("mutual-legal-assistance", "uncac", "46"),
        ("extradition", "uncac", "44"),
    ]
    assert revision.record == kenya.record
    assert (revision.submitted_by, revision.approved_by) == (str(ANNA.id), str(BERT.id))
    assert revision.change_set_id == result.changeset
    assert actions == {"import.submitted", "import.applied"}


def test_the_same_list_twice_changes_nothing(database: Database, tmp_path: Path) -> None:
    path = a_list(tmp_path, ROWS)
    applied(database, imported(database, path))
    again = imported(database, path)
    assert (again.added, again.changed, again.unchanged, again.changeset) == (0, 0, 3, None)


def test_rows_without_an_external_id_are_found_again_by_what_they_say(database: Database, tmp_path: Path) -> None:
    path = made(tmp_path, "list.csv", "state,name,city\nKE,High Court,Nairobi\nKE,High Court,Mombasa\n")
    assert applied(database, imported(database, path)).added == 2
    assert imported(database, path).unchanged == 2


def test_changes_are_told_field_by_field(database: Database, tmp_path: Path) -> None:
    applied(database, imported(database, a_list(tmp_path, ROWS)))
    moved = [(*ROWS[0][:3], "Mombasa", *ROWS[0][4:]), *ROWS[1:]]
    result = imported(database, a_list(tmp_path, moved))
    assert (result.added, result.changed, result.unchanged) == (0, 1, 2)
    assert result.changeset is not None
    with database.reading() as session:
        change = changes(session, result.changeset)[0]
    assert [(one.field, one.old, one.new) for one in change.fields] == [("address.city", "Nairobi", "Mombasa")]
    applied(database, result)
    assert entries(database)["KE-1"].revision == 2


def test_fields_that_the_list_does_not_speak_of_are_kept(database: Database, tmp_path: Path) -> None:
    applied(database, imported(database, a_list(tmp_path, ROWS)))
    path = made(tmp_path, "names.csv", "external_id,state,name:en\nKE-1,KE,Office of the Attorney-General\n")
    applied(database, imported(database, path))
    kenya = entries(database)["KE-1"]
    assert kenya.record["names"] == {"en": "Office of the Attorney-General"}
    assert kenya.record["address"]["city"] == "Nairobi"
    with database.reading() as session:
        kept = select(func.count()).where(DesignationRow.authority_id == kenya.id)
        assert session.scalar(kept) == 2


def test_missing_ones_are_counted_in_the_states_of_the_file_and_kept(database: Database, tmp_path: Path) -> None:
    applied(database, imported(database, a_list(tmp_path, ROWS)))
    result = imported(database, a_list(tmp_path, [(*ROWS[1][:3], "Kisumu", *ROWS[1][4:])]))
    assert (result.missing, result.changed) == (1, 1)
    applied(database, result)
    assert entries(database)["KE-1"].status == "published"


def test_another_source_is_another_list(database: Database, tmp_path: Path) -> None:
    path = a_list(tmp_path, ROWS)
    applied(database, imported(database, path))
    result = imported(database, path, source="other")
    assert (result.added, result.missing) == (3, 0)


def test_an_identical_row_is_taken_once_and_a_conflicting_one_rejected(database: Database, tmp_path: Path) -> None:
    rows = [*ROWS, ROWS[1], ("KE-2", "KE", "Court of Appeal", "Nairobi", "", "", "")]
    result = imported(database, a_list(tmp_path, rows))
    assert result.added == 3
    assert [(one.row, one.column, one.value) for one in result.rejected] == [(6, "external_id", "KE-2")]
    assert "Row 3" in result.rejected[0].reason


def test_the_same_entry_on_two_sheets_is_taken_once(database: Database, tmp_path: Path) -> None:
    book = Workbook()
    for number in range(2):
        sheet = book.create_sheet(f"Sheet {number}", number)
        sheet.append(HEADINGS)
        sheet.append(ROWS[1])
    path = tmp_path / "list.xlsx"
    book.save(path)
    result = imported(database, path)
    assert (result.added, result.warnings) == (1, 2)
    assert applied(database, result).added == 1


def test_two_rows_that_only_share_a_name_are_two_authorities(database: Database, tmp_path: Path) -> None:
    rows = [("KE-8", *ROWS[1][1:]), ("KE-9", *ROWS[1][1:])]
    assert imported(database, a_list(tmp_path, rows)).added == 2


def test_the_one_who_submitted_cannot_apply(database: Database, tmp_path: Path) -> None:
    result = imported(database, a_list(tmp_path, ROWS))
    with pytest.raises(ChangeSetError, match="second person"):
        applied(database, result, ANNA)
    assert not entries(database)


def test_the_database_itself_wants_two_persons(database: Database, tmp_path: Path) -> None:
    result = imported(database, a_list(tmp_path, ROWS))
    with pytest.raises(IntegrityError), database.transaction() as session:
        session.execute(update(ChangeSetRow).where(ChangeSetRow.id == result.changeset).values(applied_by=str(ANNA.id)))


def test_an_import_is_applied_once(database: Database, tmp_path: Path) -> None:
    result = imported(database, a_list(tmp_path, ROWS))
    applied(database, result)
    with pytest.raises(ChangeSetError, match="does not wait"):
        applied(database, result)


def test_an_entry_that_moved_meanwhile_refuses_the_whole(database: Database, tmp_path: Path) -> None:
    applied(database, imported(database, a_list(tmp_path, ROWS)))
    late = imported(database, a_list(tmp_path, [(*one[:3], "Elsewhere", *one[4:]) for one in ROWS]))
    soon = imported(database, a_list(tmp_path, [(*ROWS[2][:3], "Piraeus", *ROWS[2][4:])]))
    applied(database, soon)
    with pytest.raises(ChangeSetError, match="1 of the authorities have changed"):
        applied(database, late)
    assert entries(database)["KE-1"].record["address"]["city"] == "Nairobi"


def test_of_two_imports_that_add_the_same_the_second_is_refused(database: Database, tmp_path: Path) -> None:
    path = a_list(tmp_path, ROWS)
    first, second = imported(database, path), imported(database, path)
    applied(database, first)
    with pytest.raises(ChangeSetError, match="3 of the authorities"):
        applied(database, second)


def test_an_unknown_import_is_said_to_be_unknown(database: Database) -> None:
    with pytest.raises(ChangeSetError, match="There is no import"), database.transaction() as session:
        apply_change_set(session, uuid4(), BERT)


def test_rolling_back_supersedes_what_was_added_and_restores_what_was_changed(
    database: Database, tmp_path: Path
) -> None:
    applied(database, imported(database, a_list(tmp_path, ROWS)))
    before = entries(database)["KE-1"].record
    changed = [(*ROWS[0][:3], "Mombasa", "", "MLA", "UNTOC 18"), ("KE-3", *ROWS[1][1:])]
    result = imported(database, a_list(tmp_path, changed))
    applied(database, result)
    with database.transaction() as session:
        done = roll_back(session, UUID(str(result.changeset)), BERT)
    assert (done.added, done.changed) == (1, 1)
    now = entries(database)
    assert (now["KE-1"].record, now["KE-1"].revision) == (before, 3)
    assert (now["KE-3"].status, now["KE-3"].revision) == ("superseded", 2)
    with database.reading() as session:
        kept = select(DesignationRow.function).where(DesignationRow.authority_id == now["KE-1"].id)
        assert set(session.scalars(kept)) == {"mutual-legal-assistance", "extradition"}
        assert number_of(session, Revision) == 3 + 2 + 2


def test_after_rolling_back_the_list_can_be_imported_again_under_the_same_ids(
    database: Database, tmp_path: Path
) -> None:
    path = a_list(tmp_path, ROWS)
    result = imported(database, path)
    applied(database, result)
    ids = {key: one.id for key, one in entries(database).items()}
    with database.transaction() as session:
        roll_back(session, UUID(str(result.changeset)), BERT)
    again = imported(database, path)
    assert again.added == 3
    applied(database, again)
    assert {key: one.id for key, one in entries(database).items()} == ids
    assert {one.status for one in entries(database).values()} == {"published"}


def test_what_changed_after_an_import_is_not_rolled_back_with_it(database: Database, tmp_path: Path) -> None:
    first = imported(database, a_list(tmp_path, ROWS))
    applied(database, first)
    applied(database, imported(database, a_list(tmp_path, [(*ROWS[0][:3], "Mombasa", *ROWS[0][4:])])))
    with pytest.raises(ChangeSetError, match="have changed since"), database.transaction() as session:
        roll_back(session, UUID(str(first.changeset)), BERT)
    assert entries(database)["KE-2"].status == "published"


def test_only_an_applied_import_can_be_rolled_back(database: Database, tmp_path: Path) -> None:
    result = imported(database, a_list(tmp_path, ROWS))
    with pytest.raises(ChangeSetError, match="Only an applied import"), database.transaction() as session:
        roll_back(session, UUID(str(result.changeset)), BERT)


def test_a_withdrawn_import_is_not_applied(database: Database, tmp_path: Path) -> None:
    result = imported(database, a_list(tmp_path, ROWS))
    with database.transaction() as session:
        withdraw_change_set(session, UUID(str(result.changeset)), BERT)
    with pytest.raises(ChangeSetError, match="withdrawn"):
        applied(database, result)


KILLED = """
import os, signal, sys
from uuid import UUID, uuid4
from core.actor import Actor
from core.database import Database
from directory.service.applying import apply_change_set
database = Database(sys.argv[1])
with database.transaction() as session:
    apply_change_set(session, UUID(sys.argv[2]), Actor(uuid4(), "Bert"))
    session.flush()
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_kill_in_the_middle_of_applying_leaves_nothing_and_can_be_repeated(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    rows = [(f"KE-{number}", "KE", f"Court {number}", "Nairobi", "", "MLA", "UNTOC 18") for number in range(1500)]
    result = imported(database, a_list(tmp_path, rows))
    root = Path(__file__).resolve().parents[3]
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, database_url, str(result.changeset)],
        cwd=root,
        env=os.environ,
        check=False,
        timeout=60,
    )
    assert killed.returncode == -signal.SIGKILL
    with database.reading() as session:
        assert [number_of(session, kept) for kept in (Authority, DesignationRow, Revision)] == [0, 0, 0]
        assert change_set(session, UUID(str(result.changeset))).status == "waiting"
    assert applied(database, result).added == 1500


def test_two_imports_at_once_both_arrive(database: Database, tmp_path: Path) -> None:
    paths = [
        a_list(
            tmp_path, [(f"{state}-{number}", state, f"Court {number}", "", "", "", "") for number in range(400)], name
        )
        for state, name in (("KE", "one.csv"), ("UG", "two.csv"))
    ]
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda path: imported(database, path), paths))
        done = list(pool.map(lambda result: applied(database, result), results))
    assert [one.added for one in done] == [400, 400]
    assert len(entries(database)) == 800


def test_one_import_applied_by_two_at_once_is_applied_once(database: Database, tmp_path: Path) -> None:
    result = imported(database, a_list(tmp_path, ROWS))

    def attempt(_number: int) -> str:
        try:
            return applied(database, result).status
        except ChangeSetError as error:
            return str(error)

    with ThreadPoolExecutor(2) as pool:
        told = sorted(pool.map(attempt, range(2)))
    assert told == ["This import does not wait any more; it is applied.", "applied"]
    assert {one.revision for one in entries(database).values()} == {1}
