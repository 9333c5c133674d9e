"""The product as it is served: its own processes on a free port, with a database of its own."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import suppress
from pathlib import Path

from config.settings import ROOT
from core.database import Database

PATIENCE = 60.0


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Service:
    """`entraide serve` in a folder of its own; what it says goes to a file."""

    def __init__(self, folder: Path, database_url: str | None = None, **environment: str) -> None:
        self.folder = folder
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = folder / "service.log"
        data = folder / "data"
        data.mkdir(mode=0o700, exist_ok=True)
        self.database_url = database_url or f"sqlite:///{data / 'entraide.sqlite'}"
        self.environment = {
            **os.environ,
            "ENTRAIDE_DATA": str(data),
            "ENTRAIDE_URL": self.url,
            "DATABASE_URL": self.database_url,
            **environment,
        }
        self._process: subprocess.Popen[bytes] | None = None

    def command(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run one `entraide` command in this service's environment and return what it said."""
        return subprocess.run(
            [sys.executable, "-m", "entraide", *words],
            cwd=ROOT, env=self.environment, check=False, capture_output=True, text=True,
        )  # fmt: skip

    def database(self) -> Database:
        """Return a way into the service's database; the caller disposes of it."""
        return Database(self.database_url)

    def start(self) -> None:
        """Start, and return once the service answers."""
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "entraide", "serve", "--port", str(self.port)],
                cwd=ROOT, env=self.environment, stdout=log, stderr=log,
            )  # fmt: skip
        deadline = time.monotonic() + PATIENCE
        while not self._answers():
            if time.monotonic() > deadline or self._process.poll() is not None:
                self.stop()
                raise AssertionError(f"the service did not start:\n{self.log.read_text(encoding='utf-8')}")
            time.sleep(0.05)

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/healthz", timeout=2) as answer:  # noqa: S310  (our own address)
                return bool(answer.status == 200)
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return False

    def stop(self) -> None:
        """End every process of the service."""
        if self._process is None:
            return
        self._process.terminate()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=20)
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        self._process = None
