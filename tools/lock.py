"""Write both lock files anew from pyproject.toml: `make lock`. Needs uv."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COMPILE = (
    *("uv", "pip", "compile", "pyproject.toml", "--universal", "--python-version", "3.11", "--generate-hashes"),
    *("--no-emit-index-url", "--no-emit-find-links", "--no-header", "--no-annotate", "--quiet", "--upgrade"),
)
"""No index and no registry is named in a lock file: whoever installs takes his own."""


def main() -> int:
    """Return 0 once both files are written."""
    subprocess.run([*COMPILE, "-o", "requirements.lock"], cwd=ROOT, check=True)
    subprocess.run(
        [*COMPILE, "--group", "dev", "--constraint", "requirements.lock", "-o", "requirements-dev.lock"],
        cwd=ROOT,
        check=True,
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
