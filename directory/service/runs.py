"""Files on their way through the import in the job process, so that their sender can leave the page."""

import time
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from sqlalchemy import select, update
from sqlalchemy.orm import Session, defer

from core.actor import Actor
from core.clock import now
from core.database import Database
from directory.importing.options import Options
from directory.importing.problems import FileRefusedError, NoSuchImportError
from directory.models import ImportRun

if TYPE_CHECKING:
    from directory.service.imports import ImportResult

QUEUED, READING, REFUSED, READY = "queued", "reading", "refused", "ready"
ATTEMPTS = 3
_LISTED = 1000
_TOLD_EVERY = 0.5


@dataclass(frozen=True, slots=True)
class Run:
    """One file on its way: `queued`, `reading`, `refused` with a reason, or `ready` with what it would change."""

    id: UUID
    file_name: str
    status: str
    done: int
    total: int
    refusal: str
    outcome: dict[str, Any]
    change_set_id: UUID | None
    submitted_by_name: str
    started_at: datetime

    @property
    def finished(self) -> bool:
        """Whether nothing more will happen."""
        return self.status in {REFUSED, READY}


def begin_run(session: Session, run_id: UUID, file_name: str, options: Options, actor: Actor) -> None:
    """Take note of a file that was stored under *run_id*; it is read when the job process comes to it."""
    session.add(
        ImportRun(
            id=run_id,
            file_name=file_name[:300],
            profile=options.profile or None,
            options=asdict(options),
            status=QUEUED,
            done=0,
            total=0,
            attempts=0,
            refusal=None,
            outcome={},
            change_set_id=None,
            submitted_by=str(actor.id),
            submitted_by_name=actor.name,
            started_at=now(),
        )
    )
    session.flush()


def new_run_id() -> UUID:
    """Return the id of a run that is about to begin."""
    return uuid4()


def run_of(session: Session, run_id: UUID) -> Run:
    """Return one run; raises ChangeSetError if there is none of this id."""
    row = session.get(ImportRun, run_id)
    if row is None:
        raise NoSuchImportError(run_id)
    return _run(row, row.outcome)


def recent_runs(session: Session, limit: int = 10) -> list[Run]:
    """Return the newest files that led to no change set: under way, refused, or with nothing to change."""
    rows = session.scalars(
        select(ImportRun)
        .where(ImportRun.change_set_id.is_(None))
        .order_by(ImportRun.started_at.desc())
        .limit(limit)
        .options(defer(ImportRun.outcome))
    )
    return [_run(row) for row in rows]


def _run(row: ImportRun, outcome: dict[str, Any] | None = None) -> Run:
    return Run(
        row.id,
        row.file_name,
        row.status,
        row.done,
        row.total,
        row.refusal or "",
        outcome or {},
        row.change_set_id,
        row.submitted_by_name,
        row.started_at,
    )


def upload_path(data_folder: Path, run_id: UUID) -> Path:
    """Return where the file of a run lies until it has been read."""
    folder = data_folder / "uploads"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder / run_id.hex


def carry_out(database: Database, data_folder: Path, run_id: UUID, limit: int) -> None:
    """Read the file of a queued run and keep what it would change, or why it was refused."""
    # What reads files is loaded where files are read: by the job process, not by the pages.
    from directory.service.imports import Submission, run_import

    claimed = _claim(database, run_id)
    if claimed is None:
        return
    name, options, actor = claimed
    path = upload_path(data_folder, run_id)
    submission = Submission(path, name, options, actor, limit)
    try:
        result = run_import(database, submission, _Teller(database, run_id).tell)
    except FileRefusedError as error:
        _finish(database, run_id, status=REFUSED, refusal=error.reason, outcome={"refused": error.to_dict()})
    else:
        _finish(database, run_id, status=READY, change_set_id=result.changeset, outcome=_outcome(result))
    path.unlink(missing_ok=True)


def _claim(database: Database, run_id: UUID) -> tuple[str, Options, Actor] | None:
    """Take the run, unless somebody has; return its file's name, how to read it, and who sent it."""
    with database.transaction() as session:
        row = session.get(ImportRun, run_id, with_for_update=True)
        if row is None or row.status != QUEUED:
            return None
        row.status = READING
        row.attempts += 1
        return row.file_name, Options(**row.options), Actor(UUID(row.submitted_by), row.submitted_by_name)


class _Teller:
    """Writes progress into the run, twice a second at most."""

    def __init__(self, database: Database, run_id: UUID) -> None:
        self._database = database
        self._run_id = run_id
        self._told_at = 0.0

    def tell(self, done: int, total: int) -> None:
        """Say that *done* of about *total* rows are done."""
        if time.monotonic() - self._told_at < _TOLD_EVERY:
            return
        self._told_at = time.monotonic()
        with self._database.transaction() as session:
            session.execute(update(ImportRun).where(ImportRun.id == self._run_id).values(done=done, total=total))


def _outcome(result: "ImportResult") -> dict[str, object]:
    told = result.to_dict()
    told["rejected"] = [problem.to_dict() for problem in result.rejected[:_LISTED]]
    return {**told, "rejected_number": len(result.rejected), "reading": asdict(result.reading)}


def _finish(database: Database, run_id: UUID, **values: object) -> None:
    with database.transaction() as session:
        session.execute(update(ImportRun).where(ImportRun.id == run_id).values(**values))


def take_up_interrupted(session: Session) -> list[UUID]:
    """Put the runs that a dying job process left behind back into the queue; return all that wait.

    A run that was interrupted three times is refused: its file may be what kills the process.
    """
    waiting = []
    rows = session.scalars(
        select(ImportRun).where(ImportRun.status.in_((QUEUED, READING))).order_by(ImportRun.started_at)
    )
    for row in rows:
        if row.status == READING and row.attempts >= ATTEMPTS:
            row.status = REFUSED
            row.refusal = "Reading this file was interrupted three times. Split it, or import it by command."
            continue
        row.status = QUEUED
        waiting.append(row.id)
    session.flush()
    return waiting
