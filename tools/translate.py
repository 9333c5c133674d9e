"""Bring every language's messages up to the texts in code and templates: `make translations`.

Texts are marked by `_("…")`, `gettext("…")`, `ngettext(…)`, or, where they are translated elsewhere, `N_("…")`;
the messages of some errors by the error itself.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
EXTRACT = (
    "extract",
    "--mapping-file",
    "babel.cfg",
    "--keyword",
    "N_",
    "--keyword",
    "ChangeSetError",
    "--keyword",
    "QueryError",
    "--no-location",
    "--omit-header",
    "--sort-output",
)


def extract(template: Path) -> None:
    """Write every marked text of the project to *template*."""
    _pybabel(*EXTRACT, "--output-file", str(template), ".")


def update(template: Path) -> None:
    """Bring the messages of every language up to *template*; what is gone there goes here."""
    for messages in sorted((ROOT / "translations").glob("*/LC_MESSAGES/messages.po")):
        words = ("--input-file", str(template), "--output-file", str(messages), "--locale", messages.parts[-3])
        _pybabel("update", *words, "--ignore-obsolete", "--no-fuzzy-matching")


def _pybabel(*words: str) -> None:
    program = Path(sys.executable).parent / "pybabel"
    subprocess.run([str(program), "--quiet", *words], cwd=ROOT, check=True)


def main() -> int:
    """Return 0 once every language has every text, translated or empty."""
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder) / "messages.pot"
        extract(template)
        update(template)
    return 0


if __name__ == "__main__":
    sys.exit(main())
