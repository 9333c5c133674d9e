"""How everything here is measured: in rounds, the thing and its yardstick in turn, as ratios with their spread.

A line of the table is a module with a function `figures(plan)` that yields figures. A figure holds one number a round
for what is measured, one a round for its yardstick, and the bar. Where no yardstick stands beside it, the number itself
is held to the bar. The median of the rounds decides; least and greatest are printed beside it.
"""

import gc
import math
import os
import platform
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

Measured = dict[str, object]
Action = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Plan:
    """How long to measure: so many rounds; *quick* takes fewer repetitions and leaves the largest inputs out."""

    rounds: int = 3
    quick: bool = False

    def times(self, full: int) -> int:
        """Return how often to repeat what a full run repeats *full* times."""
        return max(3, full // 8) if self.quick else full


@dataclass(frozen=True, slots=True)
class Bar:
    """What a median must not exceed, or must at least reach."""

    limit: float
    least: bool = False

    def is_met_by(self, value: float) -> bool:
        """Return whether *value* is on the right side."""
        return value >= self.limit if self.least else value <= self.limit

    def __str__(self) -> str:
        return f"{'≥' if self.least else '≤'} {self.limit:g}"


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured ratio: *what* over *against*, one number a round on each side, in *unit*."""

    what: str
    bar: Bar
    unit: str
    rounds: Sequence[float]
    against: str | None = None
    yardstick: Sequence[float] = ()
    note: str = ""

    @property
    def ratios(self) -> list[float]:
        """Return the ratio of each round, or the number itself where nothing stands beside it."""
        if self.against is None:
            return list(self.rounds)
        return [measured / beside for measured, beside in zip(self.rounds, self.yardstick, strict=True)]

    @property
    def is_met(self) -> bool:
        """Return whether the median holds the bar."""
        return self.bar.is_met_by(median(self.ratios))

    def printed(self) -> Measured:
        """Return the figure for the document."""
        shown: Measured = {"what": self.what, "bar": str(self.bar), "met": self.is_met}
        if self.against is None:
            shown["value"] = {**spread(self.rounds), "unit": self.unit}
        else:
            shown["ratio"] = spread(self.ratios)
            shown["measured"] = {**spread(self.rounds), "unit": self.unit}
            shown["yardstick"] = {"what": self.against, **spread(self.yardstick), "unit": self.unit}
        if self.note:
            shown["note"] = self.note
        return shown


def spread(values: Sequence[float]) -> Measured:
    """Return least, median and greatest of *values*, and each of them in the order measured."""
    kept = [_short(value) for value in values]
    return {"min": min(kept), "median": _short(median(values)), "max": max(kept), "rounds": kept}


def _short(value: float) -> float:
    """Return *value* with four digits that count."""
    return float(f"{value:.4g}")


def percentile(values: Iterable[float], percent: float) -> float:
    """Return the least of *values* that at least *percent* of them do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)]


def timed(action: Action) -> float:
    """Return how many seconds *action* takes."""
    begun = time.perf_counter()
    action()
    return time.perf_counter() - begun


def in_turn(actions: Mapping[str, Action], times: int) -> dict[str, list[float]]:
    """Return the seconds of each action, repeated *times*, in turn: what disturbs one disturbs the others alike."""
    taken: dict[str, list[float]] = {name: [] for name in actions}
    for action in actions.values():
        action()
    gc.collect()
    # What was loaded before is no part of the work: without this, one collection in many walks through all of it.
    gc.freeze()
    for _ in range(times):
        for name, action in actions.items():
            taken[name].append(timed(action))
    return taken


def medians_in_turn(actions: Mapping[str, Action], plan: Plan, times: int) -> dict[str, list[float]]:
    """Return each action's median seconds of every round, all measured in turn."""
    found: dict[str, list[float]] = {name: [] for name in actions}
    for _ in range(plan.rounds):
        for name, taken in in_turn(actions, plan.times(times)).items():
            found[name].append(median(taken))
    return found


def say(message: str) -> None:
    """Tell on standard error how far the measuring has come; standard output belongs to the document."""
    print(message, file=sys.stderr, flush=True)


def machine() -> Measured:
    """Return on what this was measured."""
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1),
        "system": platform.platform(),
        "python": platform.python_version(),
        "load": round(os.getloadavg()[0], 2),
    }


def _processor() -> str:
    described = Path("/proc/cpuinfo")
    if described.exists():
        for line in described.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
