"""The processes of a service: who is whose child, and how one dies without a word."""

import os
import signal
import subprocess
import time

from tests.browser.service import Service

PATIENCE = 15.0


def root_of(service: Service) -> subprocess.Popen[bytes]:
    """Return the process of `entraide serve`."""
    process = service._process
    assert process is not None
    return process


def children(pid: int) -> list[int]:
    """Return the ids of the direct children of a process."""
    found = subprocess.run(["pgrep", "-P", str(pid)], check=False, capture_output=True, text=True)
    return [int(line) for line in found.stdout.split()]


def web_and_job(service: Service) -> tuple[int, int]:
    """Return the ids of the web process and of the job process."""
    ids = children(root_of(service).pid)
    (web,) = [pid for pid in ids if b"gunicorn" in _command(pid)]
    (job,) = [pid for pid in ids if b"directory.jobs" in _command(pid)]
    return web, job


def _command(pid: int) -> bytes:
    with open(f"/proc/{pid}/cmdline", "rb") as file:  # noqa: PTH123  (no file of ours)
        return file.read()


def kill(*ids: int) -> None:
    """End processes at once, as a failing machine does."""
    for pid in ids:
        os.kill(pid, signal.SIGKILL)


def are_gone(*ids: int) -> bool:
    """Wait for processes to end; return whether they did."""
    deadline = time.monotonic() + PATIENCE
    while any(_lives(pid) for pid in ids):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def _lives(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii") as file:  # noqa: PTH123
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
