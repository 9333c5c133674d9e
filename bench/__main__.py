"""Measure; print one JSON document of ratios, each with its yardstick, spread and bar.

`python -m bench [NAME…] [--quick] [--rounds N]`. What happens meanwhile is told on standard error. Each line is loaded
when it is measured, so that no line's libraries stand in another's memory.
"""

import argparse
import importlib
import json
import sys
import traceback
from collections.abc import Sequence

from bench.measure import Figure, Measured, Plan, machine, say, timed
from core.clock import now

LINES = {
    "start": "starting the service",
    "sealing": "sealing and opening a message, Python",
    "sealing_browser": "sealing and opening a message, browser",
    "search": "searching the index at 174,000 entries",
    "finding": "finding what was meant",
    "search_page": "the search page over HTTP",
    "envelopes": "accepting envelopes over HTTP",
    "importing": "importing a spreadsheet",
}
"""Every line of the table by the name of its module, in the order in which they are measured.

That Python and JavaScript produce and accept the same bytes is no measure but a test, over the files in tests/vectors.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what was asked for; 0 once everything could be measured, whether or not the bars were met."""
    given = _read(arguments)
    plan = Plan(rounds=given.rounds, quick=given.quick)
    lines = {name: _measure(name, plan) for name in given.names or LINES}
    document = {
        "measured_at": now().isoformat(timespec="seconds"),
        "machine": machine(),
        "rounds": plan.rounds,
        "quick": plan.quick,
        "lines": lines,
        "bars": _counted(lines),
    }
    print(json.dumps(document, ensure_ascii=False, indent=1))
    return 1 if any("failed" in line for line in lines.values()) else 0


def _read(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__.partition("\n")[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"only these of: {', '.join(LINES)}")
    parser.add_argument("--quick", action="store_true", help="fewer repetitions, and without the largest inputs")
    parser.add_argument("--rounds", type=int, default=3, help="rounds of each measure (3)")
    given = parser.parse_args(arguments)
    unknown = [name for name in given.names if name not in LINES]
    if unknown:
        parser.error(f"unknown: {', '.join(unknown)}; there are: {', '.join(LINES)}")
    return given


def _measure(name: str, plan: Plan) -> Measured:
    """Return what one line says; a line that fails is told and does not end the others."""
    say(f"{name}: {LINES[name]}")
    figures: list[Figure] = []

    def run() -> None:
        for figure in importlib.import_module(f"bench.{name}").figures(plan):
            say(f"  {figure.what}: {figure.printed().get('ratio') or figure.printed()['value']} ({figure.bar})")
            figures.append(figure)

    try:
        seconds = timed(run)
    except Exception as error:
        # One line's failure is told, and the next is measured all the same.
        traceback.print_exc(file=sys.stderr)
        return {"what": LINES[name], "failed": f"{type(error).__name__}: {error}"}
    return {"what": LINES[name], "seconds": round(seconds, 1), "figures": [figure.printed() for figure in figures]}


def _counted(lines: dict[str, Measured]) -> Measured:
    """Return how many bars were met, and the words of those that were not."""
    figures = [figure for line in lines.values() for figure in line.get("figures", ())]  # type: ignore[attr-defined]
    missed = [figure["what"] for figure in figures if not figure["met"]]
    failed = [name for name, line in lines.items() if "failed" in line]
    return {"met": len(figures) - len(missed), "missed": missed, "failed": failed}


if __name__ == "__main__":
    sys.exit(main())
