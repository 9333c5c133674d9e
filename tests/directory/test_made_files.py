"""The committed lists of places and languages are what the tools make of the published lists."""

from pathlib import Path

import pytest

from directory.vocabulary.reading import FILES
from tests.shared import shared_path
from tools import make_languages, make_states

MADE = ("states.json", "state_names.json", "territories.json", "languages.json")


@pytest.mark.shared
def test_the_tools_make_the_committed_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(make_states, "LISTS", shared_path("data/vocabularies"))
    monkeypatch.setattr(make_states, "FILES", tmp_path)
    make_states.main()
    make_languages.main()
    for name in MADE:
        assert (tmp_path / name).read_bytes() == (FILES / name).read_bytes()
