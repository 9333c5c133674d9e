"""The product as it is served for measuring: one gunicorn process with its own settings, and a browser's connection."""

import http.client
import os
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from config.settings import ROOT, Settings, read_settings
from core.database import Database
from core.migrating import migrate
from tests.browser.service import free_port

PATIENCE = 120.0
SECRET = "k" * 64


class Served:
    """One web process over a SQLite database in *folder*, migrated and empty until somebody fills it."""

    def __init__(self, folder: Path, application: str = "wsgi:create_app()") -> None:
        self.folder = folder
        self.port = free_port()
        self._application = application
        self._process: subprocess.Popen[bytes] | None = None
        data = folder / "data"
        data.mkdir(mode=0o700)
        self._environment = {
            "DATABASE_URL": f"sqlite:///{data / 'entraide.sqlite'}",
            "ENTRAIDE_DATA": str(data),
            "ENTRAIDE_URL": f"http://127.0.0.1:{self.port}",
            "SECRET_KEY": SECRET,
        }
        self.settings: Settings = read_settings(self._environment)
        self.database = Database(self.settings.database_url)
        migrate(self.database)

    def start(self) -> None:
        """Start serving, and return once the service answers."""
        config = str(ROOT / "config" / "gunicorn.py")
        command = [sys.executable, "-m", "gunicorn", "--config", config, "--bind", f"127.0.0.1:{self.port}"]
        with (self.folder / "service.log").open("ab") as log:
            self._process = subprocess.Popen(
                [*command, self._application], cwd=ROOT, env={**os.environ, **self._environment}, stdout=log, stderr=log
            )
        deadline = time.monotonic() + PATIENCE
        while not self._answers():
            if time.monotonic() > deadline or self._process.poll() is not None:
                self.stop()
                raise RuntimeError(f"the service did not start: {(self.folder / 'service.log').read_text()}")
            time.sleep(0.05)

    def _answers(self) -> bool:
        try:
            with urlopen(f"http://127.0.0.1:{self.port}/healthz", timeout=2) as answer:
                return bool(answer.status == 200)
        except (URLError, ConnectionError, TimeoutError):
            return False

    def stop(self) -> None:
        """End the process and close the database."""
        self.database.dispose()
        if self._process is None:
            return
        self._process.terminate()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=20)
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()


@dataclass(slots=True)
class Connection:
    """One kept-alive connection of a browser that holds a cookie."""

    port: int
    cookie: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    _line: http.client.HTTPConnection = field(init=False)

    def __post_init__(self) -> None:
        self._line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)

    def get(self, path: str) -> bytes:
        """Return the body of a page; anything but 200 raises."""
        return self._ask("GET", path, None)

    def post(self, path: str, body: bytes) -> bytes:
        """Send raw bytes and return the answer's; anything but 200 raises."""
        return self._ask("POST", path, body)

    def _ask(self, method: str, path: str, body: bytes | None) -> bytes:
        try:
            answer = self._answer(method, path, body)
        except http.client.RemoteDisconnected:
            # The service closes a line on which nothing was said for a minute.
            answer = self._answer(method, path, body)
        content = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{method} {path}: {answer.status} {content[:200]!r}")
        return content

    def _answer(self, method: str, path: str, body: bytes | None) -> http.client.HTTPResponse:
        self._line.request(method, path, body, {"Cookie": self.cookie, **self.headers})
        return self._line.getresponse()
