"""The measures keep their form: every line of the table is there, and one run prints one document."""

import importlib
import json
from pathlib import Path

import pytest

import bench
from bench.__main__ import LINES, main
from bench.measure import Bar, Figure, percentile

FOLDER = Path(bench.__file__).parent


def test_every_line_of_the_table_has_its_module() -> None:
    for name in LINES:
        assert callable(importlib.import_module(f"bench.{name}").figures)


def test_no_module_that_measures_is_left_out() -> None:
    measuring = {path.stem for path in FOLDER.glob("*.py") if "\ndef figures(" in path.read_text(encoding="utf-8")}
    assert measuring == set(LINES)


def test_one_run_prints_one_document_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sealing", "--quick", "--rounds", "1"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert set(document["machine"]) >= {"processor", "cores", "memory_gb", "system", "python"}
    figures = document["lines"]["sealing"]["figures"]
    assert [figure["bar"] for figure in figures] == ["≤ 1.6", "≤ 1.4", "≤ 1.4"]
    for figure in figures:
        assert set(figure["ratio"]) == {"min", "median", "max", "rounds"}
        assert figure["yardstick"]["what"]
        assert figure["met"] in {True, False}


def test_an_unknown_line_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["nothing"])
    assert "unknown: nothing" in capsys.readouterr().err


def test_the_median_of_the_rounds_decides() -> None:
    figure = Figure("a", Bar(2), "s", [1.0, 3.0, 9.0], "b", [1.0, 2.0, 3.0])
    assert figure.ratios == [1.0, 1.5, 3.0]
    assert figure.is_met
    assert not Figure("a", Bar(1.4), "s", [1.0, 3.0, 9.0], "b", [1.0, 2.0, 3.0]).is_met


def test_a_bar_can_be_one_to_reach() -> None:
    assert Bar(0.06, least=True).is_met_by(0.07)
    assert not Bar(0.06, least=True).is_met_by(0.05)


def test_a_value_without_a_yardstick_is_held_to_the_bar_itself() -> None:
    printed = Figure("share", Bar(0.95, least=True), "of 200", [0.96, 0.97, 0.98]).printed()
    assert printed["met"] is True
    assert "yardstick" not in printed


def test_a_percentile_is_one_of_the_values() -> None:
    values = [float(number) for number in range(1, 201)]
    assert percentile(values, 50) == 100
    assert percentile(values, 99) == 198
    assert percentile([1.0], 99) == 1
