"""Secrets that an installation draws for itself, once, and keeps in files that only their owner may read."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path


def kept(path: Path, draw: Callable[[], str]) -> str:
    """Return what *path* keeps; where there is nothing yet, what *draw* gives, from then on.

    The file appears whole or not at all: neither a second process that starts at the same moment nor one that
    is killed while it writes ever finds or leaves half a secret. Raises OSError.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _begin(path, draw())
    return path.read_text(encoding="ascii")


def _begin(path: Path, secret: str) -> None:
    # mkstemp makes files that nobody else may read.
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secret)
            file.flush()
            os.fsync(file.fileno())
        # A link is refused where another process was faster; its secret is then the one.
        os.link(name, path)
    except FileExistsError:
        pass
    finally:
        Path(name).unlink()
