"""Importing a list: read and compared first, shown, then applied by a second person, and taken back if need be."""

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from hashlib import file_digest
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy import insert
from sqlalchemy.orm import Session

from core.actor import Actor
from core.audit import record as record_event
from core.clock import now
from core.database import Database
from directory.importing.comparing import Entry, Missing, Seen, compare, entry_of, missing_from
from directory.importing.intake import Intake, Outcome, Reading, open_list
from directory.importing.options import Options
from directory.importing.problems import Problem, Rejected
from directory.importing.spooling import Spool
from directory.models import ChangeSetRow, ProposedChange, SourceDocument

Progress = Callable[[int, int], None]
"""Told from time to time how many rows are done, and of how many."""

_TOLD_EVERY = 500
_CELLS_KEPT = 5000
"""Rejected rows whose cells are kept, to be given back as a sheet to correct."""


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import found; *changeset* is the id of what waits to be applied, None if nothing does."""

    added: int
    changed: int
    unchanged: int
    missing: int
    warnings: int
    rejected: tuple[Problem, ...]
    changeset: UUID | None
    reading: Reading

    def to_dict(self) -> dict[str, object]:
        """Return the result as a program is told it."""
        return {
            "added": self.added,
            "changed": self.changed,
            "unchanged": self.unchanged,
            "missing": self.missing,
            "warnings": self.warnings,
            "rejected": [problem.to_dict() for problem in self.rejected],
            "changeset": str(self.changeset) if self.changeset else None,
        }


@dataclass(slots=True)
class _Tally:
    """What is counted while the rows pass."""

    seen: Seen = field(default_factory=Seen)
    rejected: list[Rejected] = field(default_factory=list)
    unchanged: int = 0
    warnings: int = 0


@dataclass(frozen=True, slots=True)
class _Found:
    """Everything that was found out before anything is written."""

    intake: Intake
    tally: _Tally
    missing: int
    missing_listed: list[Missing]


@dataclass(frozen=True, slots=True)
class Submission:
    """A file that somebody hands in: where it lies, what its sender calls it, and how it is to be read.

    *limit* is the number of bytes that are taken at most; with *dry* nothing at all is kept.
    """

    path: Path
    name: str
    options: Options
    actor: Actor
    limit: int
    dry: bool = False


def run_import(database: Database, submission: Submission, progress: Progress | None = None) -> ImportResult:
    """Read a file, compare it with the directory, and keep what would change until a second person applies it.

    Nothing of the directory is changed. Reading and comparing happen outside any write transaction, so this
    takes the database and opens its own. Raises FileRefusedError.
    """
    intake = open_list(submission.path, submission.name, submission.options, submission.limit)
    with Spool() as spool:
        with database.reading() as session:
            found = _compare_all(session, intake, spool, progress)
        change_set_id = uuid4() if not submission.dry and (spool.added or spool.changed) else None
        result = _result(found, spool, change_set_id)
        if change_set_id is not None:
            with database.transaction() as session:
                _store(session, submission, found, result, spool)
    return result


def _compare_all(session: Session, intake: Intake, spool: Spool, progress: Progress | None) -> _Found:
    tally = _Tally()
    passing = _passing(intake, tally, progress)
    for one in compare(session, passing, intake.reading.source, intake.covers):
        if one.action == "unchanged":
            tally.unchanged += 1
        else:
            spool.keep(one)
    number, listed = missing_from(session, intake.reading.source, tally.seen)
    return _Found(intake, tally, number, listed)


def _passing(intake: Intake, tally: _Tally, progress: Progress | None) -> Iterator[Entry]:
    """Yield the entries that go on; rejected rows and repetitions are counted and stay behind."""
    for number, outcome in enumerate(intake.outcomes, start=1):
        if progress is not None and number % _TOLD_EVERY == 0:
            progress(number, max(number, intake.rows))
        entry = _accepted(outcome, tally)
        if entry is not None:
            yield entry


def _accepted(outcome: Outcome, tally: _Tally) -> Entry | None:
    if isinstance(outcome, Rejected):
        _reject(outcome, tally)
        return None
    entry = entry_of(outcome)
    repeated = tally.seen.repeated(entry)
    if repeated is not None and not repeated.harmless:
        _reject(repeated, tally)
        return None
    if repeated is not None or outcome.problems:
        tally.warnings += 1
    return None if repeated is not None else entry


def _reject(rejected: Rejected, tally: _Tally) -> None:
    keep = len(tally.rejected) < _CELLS_KEPT
    tally.rejected.append(rejected if keep else Rejected(rejected.problem, {}))


def _result(found: _Found, spool: Spool, change_set_id: UUID | None) -> ImportResult:
    tally = found.tally
    return ImportResult(
        spool.added,
        spool.changed,
        tally.unchanged,
        found.missing,
        tally.warnings,
        tuple(one.problem for one in tally.rejected),
        change_set_id,
        found.intake.reading,
    )


def _store(session: Session, submission: Submission, found: _Found, result: ImportResult, spool: Spool) -> None:
    change_set_id = result.changeset
    assert change_set_id is not None  # noqa: S101
    source_id = _keep_source(session, submission)
    session.add(_change_set_row(submission, found, result, source_id))
    session.flush()
    for chunk in spool.rows(change_set_id):
        session.execute(insert(ProposedChange), chunk)
    counts = _counts(result)
    record_event(
        session, submission.actor, "import.submitted", str(change_set_id), file=submission.name[:300], **counts
    )


def _keep_source(session: Session, submission: Submission) -> UUID:
    with submission.path.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    source_id = uuid4()
    session.add(
        SourceDocument(id=source_id, kind="import", title=submission.name[:300], sha256=digest, received_at=now())
    )
    session.flush()
    return source_id


def _counts(result: ImportResult) -> dict[str, int]:
    counts = {key: value for key, value in result.to_dict().items() if isinstance(value, int)}
    return counts | {"rejected": len(result.rejected)}


def _change_set_row(submission: Submission, found: _Found, result: ImportResult, source_id: UUID) -> ChangeSetRow:
    return ChangeSetRow(
        id=result.changeset,
        source=result.reading.source,
        profile=result.reading.profile,
        file_name=submission.name[:300],
        source_id=source_id,
        status="waiting",
        reading=asdict(result.reading),
        counts=_counts(result),
        rejected=[{**one.problem.to_dict(), "cells": dict(one.cells)} for one in found.tally.rejected],
        missing=[asdict(one) for one in found.missing_listed],
        submitted_by=str(submission.actor.id),
        submitted_by_name=submission.actor.name,
        submitted_at=now(),
    )
