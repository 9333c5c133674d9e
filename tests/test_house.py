"""Rules of the house that no linter knows."""

import re
import subprocess
from pathlib import Path

import pytest

from config.settings import ROOT

LONGEST_FILE = 350


def _tracked(*patterns: str) -> list[Path]:
    """Return the project's files that match, as git knows them; vendored and generated ones are left out."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", *patterns],
        cwd=ROOT, check=True, capture_output=True, text=True,
    ).stdout.split()  # fmt: skip
    return [ROOT / name for name in listed if "vendor/" not in name and (ROOT / name).exists()]


def _offences(pattern: str, *globs: str) -> list[str]:
    found = re.compile(pattern)
    return [
        f"{path.relative_to(ROOT)}:{number}"
        for path in _tracked(*globs)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if found.search(line)
    ]


def test_no_script_builds_a_page_from_text() -> None:
    assert _offences(r"\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\()", "static/js/*.js") == []


def test_styles_know_start_and_end_but_no_left_and_right() -> None:
    sides = r"(?<![\w-])(margin|padding|border|inset)-(left|right)\b"
    pattern = sides + r"|^\s*(left|right)\s*:|(float|text-align)\s*:\s*(left|right)"
    assert _offences(pattern, "static/css/*.css") == []


def test_no_template_carries_style_or_script_of_its_own() -> None:
    assert (
        _offences(
            r"\sstyle=\"|\son[a-z]+=\"|<style|<script(?![^>]*(src=|type=\"application/json\"))", "templates/*.html"
        )
        == []
    )


def test_nothing_is_left_for_later() -> None:
    pattern = r"\b(TODO|FIXME|XXX)\b|raise NotImplementedError"
    assert _offences(pattern, "*.py", "*.js", "*.html", ":!tests/test_house.py") == []


def test_no_template_marks_text_as_safe() -> None:
    assert _offences(r"\|\s*safe\b", "templates/*.html") == []


@pytest.mark.parametrize("path", _tracked("templates/*.html"), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_page_has_a_title(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    # A page of a room may lie on a sheet of that room, which the pages themselves then name.
    if '{% extends "base.html" %}' in text and "{% block body %}" not in text:
        assert "{% block title %}" in text


def test_every_file_tells_one_story() -> None:
    long = [
        str(path.relative_to(ROOT))
        for path in _tracked("*.py", "static/js/*.js")
        if len(path.read_text(encoding="utf-8").splitlines()) > LONGEST_FILE and "migrations/" not in str(path)
    ]
    assert long == []


def test_the_document_says_its_language_and_direction() -> None:
    assert 'lang="{{ tongue.code }}" dir="{{ tongue.direction }}"' in (ROOT / "templates/base.html").read_text("utf-8")
