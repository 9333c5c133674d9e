"""What tests of importing share: files made on the spot, and lists read from them."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from uuid import uuid4

from core.actor import Actor
from core.database import Database
from directory.importing.drafting import Drafted
from directory.importing.intake import Intake, open_list
from directory.importing.options import Options
from directory.importing.problems import Rejected
from directory.service.applying import Applied, apply_change_set
from directory.service.imports import ImportResult, Submission, run_import

LIMIT = 64 * 1024 * 1024
ANNA = Actor(uuid4(), "Anna")
BERT = Actor(uuid4(), "Bert")


def made(folder: Path, name: str, content: str | bytes) -> Path:
    """Write a file and return its path."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def opened(path: Path, **options: str) -> Intake:
    """Open the list at *path*."""
    return open_list(path, path.name, Options(**options), LIMIT)


def read(path: Path, **options: str) -> tuple[list[Drafted], list[Rejected]]:
    """Return the entries of the list at *path*, and its rejected rows."""
    outcomes = list(opened(path, **options).outcomes)
    return (
        [one for one in outcomes if isinstance(one, Drafted)],
        [one for one in outcomes if isinstance(one, Rejected)],
    )


def table(rows: Iterable[Sequence[str]], separator: str = ",") -> str:
    """Return rows as CSV; every cell is quoted."""
    return "".join(separator.join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n" for row in rows)


def imported(database: Database, path: Path, *, actor: Actor = ANNA, dry: bool = False, **options: str) -> ImportResult:
    """Read and compare the list at *path*."""
    return run_import(database, Submission(path, path.name, Options(**options), actor, LIMIT, dry=dry))


def applied(database: Database, result: ImportResult, actor: Actor = BERT) -> Applied:
    """Apply what waits."""
    assert result.changeset is not None
    with database.transaction() as session:
        return apply_change_set(session, result.changeset, actor)
