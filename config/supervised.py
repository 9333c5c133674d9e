"""The end of a process whose supervisor is gone, however that ended: nothing keeps the port or a job."""

import os
import signal
import sys
import threading

SUPERVISED = "ENTRAIDE_SUPERVISED"
"""Set by `entraide serve` for its children, whose standard input is a pipe that it holds open."""


def end_with_supervisor() -> None:
    """Ask this process to end once its supervisor has; does nothing where nobody supervises."""
    if SUPERVISED in os.environ:
        threading.Thread(target=_wait, name="supervisor", daemon=True).start()


def _wait() -> None:
    # The system closes the pipe when the supervisor ends, also by kill -9.
    os.read(sys.stdin.fileno(), 1)
    os.kill(os.getpid(), signal.SIGTERM)
