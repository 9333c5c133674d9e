"""One import, or one bare reading, in a process of its own, which prints its seconds and how much its memory grew.

`python -m bench.importing_once product FILE DATABASE_URL` or `python -m bench.importing_once reader FILE`.
"""

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

LIMIT = 1 << 30


def main() -> None:
    """Do what the arguments say, and print one line of JSON."""
    name, path, *rest = sys.argv[1:]
    work = _reader(Path(path)) if name == "reader" else _product(Path(path), rest[0])
    before, begun = _peak(), time.perf_counter()
    rows = work()
    print(json.dumps({"rows": rows, "seconds": time.perf_counter() - begun, "megabytes": _peak() - before}))


def _peak() -> float:
    """Return the most memory that this process ever held, in MB."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    # Linux counts the parent's peak into a child's ru_maxrss; this is the child's own.
    line = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) / 1024


def _reader(path: Path) -> Callable[[], int]:
    from openpyxl import load_workbook

    def read() -> int:
        book = load_workbook(path, read_only=True)
        return sum(1 for sheet in book for _row in sheet.iter_rows(values_only=True)) - 1

    return read


def _product(path: Path, database_url: str) -> Callable[[], int]:
    """Return the import as the command makes it: read, validated, compared and kept; then applied by another."""
    from core.actor import Actor
    from core.database import Database
    from directory.importing.options import Options
    from directory.service.applying import apply_change_set
    from directory.service.imports import Submission, run_import

    database = Database(database_url)
    importer, other = Actor(UUID(int=1), "importer"), Actor(UUID(int=2), "another")

    def run() -> int:
        result = run_import(database, Submission(path, path.name, Options(), importer, LIMIT))
        if result.rejected or result.changeset is None:
            raise RuntimeError(f"{len(result.rejected)} rows rejected: {result.rejected[:3]}")
        with database.transaction() as session:
            applied = apply_change_set(session, result.changeset, other)
        return applied.added

    return run


if __name__ == "__main__":
    main()
