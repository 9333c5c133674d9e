"""The browser's modules pass their own tests and their type checks."""

import os
import re
import subprocess
from pathlib import Path

import cryptography_vectors
import pytest

from tests.node import ROOT, TYPESCRIPT, node_path

SUITES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "tests" / "js").glob("*.test.js"))


def run(*words: str) -> subprocess.CompletedProcess[str]:
    """Run Node.js in the project's folder, with the published vectors of `cryptography` in reach."""
    vectors = Path(cryptography_vectors.__file__).parent
    return subprocess.run(
        [str(node_path()), *words],
        cwd=ROOT,
        env={**os.environ, "CRYPTOGRAPHY_VECTORS": str(vectors)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_there_are_suites() -> None:
    assert SUITES


@pytest.mark.parametrize("suite", SUITES)
def test_the_modules_pass_their_tests(suite: str) -> None:
    answer = run("--test", "--test-reporter=tap", suite)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    skipped = re.findall(r"^\s*ok \d+ - (.*) # SKIP", answer.stdout, re.MULTILINE)
    if skipped:
        pytest.skip("published vectors absent: " + "; ".join(skipped))


def test_the_modules_have_the_types_that_they_say() -> None:
    assert TYPESCRIPT.exists(), "TypeScript is not installed: run `npm ci` (or `make test`, which does)."
    answer = run(str(TYPESCRIPT), "--noEmit", "--pretty", "false")
    assert answer.returncode == 0, answer.stdout


def test_no_module_writes_markup_or_runs_text() -> None:
    # What draws pages uses textContent; these would let a message run as code.
    forbidden = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function\(")
    modules = sorted((ROOT / "static" / "js").rglob("*.js"))
    assert modules
    assert not [path.name for path in modules if forbidden.search(path.read_text(encoding="utf-8"))]


def test_no_module_of_the_protocol_knows_the_page_or_the_network() -> None:
    outside = re.compile(r"\b(document|window|localStorage|indexedDB|fetch|XMLHttpRequest|WebSocket)\b\s*[.(]")
    modules = sorted((ROOT / "static" / "js" / "protocol").glob("*.js"))
    assert not [path.name for path in modules if outside.search(path.read_text(encoding="utf-8"))]
