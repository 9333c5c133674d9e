"""Importing a workbook of our own format, read to applied, against openpyxl merely reading the same rows.

Each run has a process of its own and a fresh database, so that its memory is its own; product and reader take turns.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bench.measure import Bar, Figure, Plan, say, timed
from config.settings import ROOT
from core.database import Database
from core.migrating import migrate
from directory.demonstration import demonstration_records
from directory.demonstration.sheet import write_sheet

SIZES = (1_740, 17_400, 174_000)
TWICE = Bar(2)
MEMORY_FACTOR, MEMORY_MORE = 1.5, 64


@dataclass(slots=True)
class Taken:
    """Seconds and megabytes of every round, of the product and of the reader."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: {"product": [], "reader": []})
    megabytes: dict[str, list[float]] = field(default_factory=lambda: {"product": [], "reader": []})


def figures(plan: Plan) -> Iterator[Figure]:
    """Yield time and memory at each size, and how the time grows."""
    found: dict[int, Taken] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        template = _template(folder)
        for size in SIZES[:2] if plan.quick else SIZES:
            found[size] = _measured(folder, template, size, plan)
            yield from _of_size(size, found[size])
    if SIZES[2] in found:
        large, medium = found[SIZES[2]].seconds["product"], found[SIZES[1]].seconds["product"]
        yield Figure(f"import of {SIZES[2]:,} rows", Bar(17), "s", large, f"import of {SIZES[1]:,} rows", medium)


def _of_size(size: int, taken: Taken) -> Iterator[Figure]:
    seconds, megabytes = taken.seconds, taken.megabytes
    what = f"import of {size:,} rows, dry run and apply together"
    yield Figure(what, TWICE, "s", seconds["product"], "openpyxl, read-only, reads the same rows", seconds["reader"])
    allowed = [MEMORY_FACTOR * reader + MEMORY_MORE for reader in megabytes["reader"]]
    beside = f"{MEMORY_FACTOR} × what the reader takes, and {MEMORY_MORE} MB"
    yield Figure(f"memory that an import of {size:,} rows takes", Bar(1), "MB", megabytes["product"], beside, allowed)


def _template(folder: Path) -> Path:
    path = folder / "template.sqlite"
    database = Database(f"sqlite:///{path}")
    migrate(database)
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.dispose()
    return path


def _measured(folder: Path, template: Path, size: int, plan: Plan) -> Taken:
    sheet = folder / f"{size}.xlsx"
    seconds = timed(lambda: write_sheet(demonstration_records(size), sheet))
    say(f"  a workbook of {size:,} rows is written in {seconds:.0f} s")
    taken = Taken()
    for number in range(plan.rounds):
        database = folder / f"{size}-{number}.sqlite"
        shutil.copyfile(template, database)
        for name, words in (("product", [f"sqlite:///{database}"]), ("reader", [])):
            told = _once(name, sheet, size, words)
            say(f"    {name}: {told['seconds']:.1f} s, {told['megabytes']:.0f} MB")
            taken.seconds[name].append(told["seconds"])
            taken.megabytes[name].append(told["megabytes"])
        for rest in folder.glob(f"{database.name}*"):
            rest.unlink()
    sheet.unlink()
    return taken


def _once(name: str, sheet: Path, size: int, words: list[str]) -> dict[str, float]:
    """Return what one run in a process of its own says of itself."""
    command = [sys.executable, "-m", "bench.importing_once", name, str(sheet), *words]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    told: dict[str, float] = json.loads(done.stdout)
    if told["rows"] != size:
        raise RuntimeError(f"{name} saw {told['rows']} rows of {size}")
    return told
