"""Write THIRD-PARTY-NOTICES.md from the lock file, the vendored files and the data's sources: `make notices`."""

import json
import re
import sys
from email.message import Message
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import cast

ROOT = Path(__file__).resolve().parents[1]
HEAD = """# Third-party notices

Entraide is licensed under Apache-2.0 (see LICENSE). It uses these works under their own licences; weak copyleft
ones are used as libraries, unchanged.

## Python packages that the service runs with
| package | version | licence |
|---|---|---|
"""


def _packages() -> list[str]:
    return sorted(set(re.findall(r"^([A-Za-z0-9_.-]+)==", (ROOT / "requirements.lock").read_text(), re.MULTILINE)))


def _licence(name: str) -> tuple[str, str] | None:
    try:
        found = cast("Message", metadata(name))
    except PackageNotFoundError:
        # Locked for another platform or an older Python.
        return None
    named = found.get("License-Expression") or found.get("License") or ""
    if not named or len(named) > 60:
        kinds = [line.split(" :: ")[-1] for line in found.get_all("Classifier", []) if line.startswith("License ::")]
        named = ", ".join(kinds) or (named.splitlines() or ["see the package"])[0]
    return found["Version"], named


def _vendored() -> list[str]:
    manifest = json.loads((ROOT / "static" / "vendor" / "manifest.json").read_text(encoding="utf-8"))
    return [f"| {row['name']} | {row['version']} | {row['licence']} |" for row in manifest["packages"]]


def main() -> int:
    """Return 0 once the file is written."""
    rows = [f"| {name} | {found[0]} | {found[1]} |" for name in _packages() if (found := _licence(name))]
    text = HEAD + "\n".join(rows) + "\n\n## Files served to browsers (`static/vendor`)\n"
    text += "| package | version | licence |\n|---|---|---|\n" + "\n".join(_vendored())
    text += "\n\nThe icons in `static/icons/sprite.svg` are from bootstrap-icons 1.13.2 (MIT).\n"
    text += "\n## Data\nSee `directory/vocabulary/files/SOURCES.md`.\n"
    (ROOT / "THIRD-PARTY-NOTICES.md").write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
