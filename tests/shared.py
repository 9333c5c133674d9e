"""Where the published lists and vectors stand beside the project, and what happens without them."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


def shared_path(name: str) -> Path:
    """Return the path of one published file or folder; the calling test is skipped by name if it is absent."""
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"published data absent: {name}")
    return path
