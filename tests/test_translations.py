"""Every text on a screen is there in every language."""

from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from core.i18n import TONGUES
from tools.translate import ROOT, extract

OTHERS = sorted(code for code in TONGUES if code != "en")


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    template = tmp_path_factory.mktemp("texts") / "messages.pot"
    extract(template)
    return _ids(template)


def _ids(path: Path) -> set[str]:
    with path.open("rb") as file:
        return {_key(message.id) for message in read_po(file) if message.id}


def _key(message_id: str | tuple[str, ...] | list[str]) -> str:
    return message_id if isinstance(message_id, str) else message_id[0]


def _translations(code: str) -> dict[str, object]:
    path = ROOT / "translations" / code / "LC_MESSAGES" / "messages.po"
    with path.open("rb") as file:
        return {_key(message.id): message.string for message in read_po(file) if message.id}


@pytest.mark.parametrize("code", OTHERS)
def test_every_text_is_translated(code: str, texts: set[str]) -> None:
    found = _translations(code)
    missing = sorted(text for text in texts if not _filled(found.get(text)))
    assert missing == []


def _filled(translation: object) -> bool:
    if isinstance(translation, str):
        return bool(translation)
    return bool(translation) and isinstance(translation, tuple | list) and all(translation)


@pytest.mark.parametrize("code", OTHERS)
def test_a_translation_keeps_the_places_that_values_fill(code: str) -> None:
    path = ROOT / "translations" / code / "LC_MESSAGES" / "messages.po"
    with path.open("rb") as file:
        wrong = [message.id for message in read_po(file) if any(True for _ in message.check())]
    assert wrong == []
