"""How the data files of the vocabulary are read: whole, once, when first asked for."""

from pathlib import Path
from typing import Any, TypeAlias

import orjson

Row: TypeAlias = dict[str, Any]
"""One object of a data file, before it becomes a value."""

FILES = Path(__file__).resolve().parent / "files"


def read_file(name: str) -> object:
    """Return the content of the data file *name*, such as `states.json`."""
    return orjson.loads((FILES / name).read_bytes())
