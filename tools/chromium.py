"""Find a Chromium for the browser tests, or install one; print nothing when there is one.

In this order: one that is installed, Playwright's own (downloaded if need be), the system's package manager
when we may use it. Otherwise one line says what to install, and the browser tests fail with it.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ADVICE = (
    "No Chromium was found and none could be installed: install the package `chromium` (Debian, Ubuntu, Fedora) "
    "or Google Chrome, or name one in CHROMIUM=/path/to/it; the browser tests need it."
)


def installed() -> Path | None:
    """Return the Chromium that is on this machine, Playwright's own included, or None."""
    named = os.environ.get("CHROMIUM")
    if named:
        return Path(named)
    for name in NAMES:
        found = shutil.which(name)
        if found:
            return Path(found)
    return _of_playwright()


def _of_playwright() -> Path | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if path.exists() else None


def _download() -> None:
    _quietly([sys.executable, "-m", "playwright", "install", "chromium-headless-shell", "chromium"])


def _by_package_manager() -> None:
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return
    _quietly(["apt-get", "update"])
    _quietly(["apt-get", "install", "--yes", "--no-install-recommends", "chromium", "fonts-noto-core"])


def _quietly(command: list[str]) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(command, env=environment, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def main() -> int:
    """Return 0 whatever happens; where no Chromium is to be had, say so in one line."""
    attempts: tuple[Callable[[], None], ...] = (_download, _by_package_manager)
    for attempt in attempts:
        if installed():
            return 0
        print("Looking for a Chromium for the browser tests (once)")
        attempt()
    if not installed():
        print(ADVICE, file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
