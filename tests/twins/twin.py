"""The browser's protocol, driven from Python: a Node.js process that answers one JSON line to each."""

import json
import subprocess
from collections.abc import Callable
from typing import Any, Self

from messaging.protocol.errors import ProtocolError
from tests.node import ROOT, node_path

REFUSED = "refused"


class Twin:
    """The process; `ask` gives what the browser gives, or `REFUSED`."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [str(node_path()), str(ROOT / "tests" / "js" / "twin.mjs")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.stdin.close()  # type: ignore[union-attr]
        self._process.stdout.close()  # type: ignore[union-attr]
        self._process.wait(timeout=10)

    def ask(self, call: str, **arguments: object) -> Any:
        """Return what one call gives; a crash of the browser's side is an error here."""
        self._process.stdin.write(json.dumps({"call": call, **plain(arguments)}) + "\n")  # type: ignore[union-attr]
        self._process.stdin.flush()  # type: ignore[union-attr]
        answer = json.loads(self._process.stdout.readline())  # type: ignore[union-attr]
        if "crashed" in answer:
            raise AssertionError(answer["crashed"])
        return REFUSED if "refused" in answer else answer["given"]


def plain(value: object) -> Any:
    """Return *value* for JSON: byte strings in hexadecimal, tuples as arrays."""
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value


def asked(function: Callable[..., object], *arguments: object) -> Any:
    """Return what Python gives, in the same form; only a `ProtocolError` counts as a refusal."""
    try:
        return plain(function(*arguments))
    except ProtocolError:
        return REFUSED
