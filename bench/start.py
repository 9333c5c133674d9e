"""Starting: a whole process that creates the application, against one that imports its foundations alone."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator

from bench.measure import Bar, Figure, Plan, medians_in_turn
from config.settings import ROOT

TIMES = 9
FOUNDATIONS = "import flask, sqlalchemy, flask_socketio, nacl, cryptography.hazmat.primitives.hpke"
APPLICATION = "import wsgi; wsgi.create_app()"
LATE = ("openpyxl", "python_calamine", "typst", "smtplib", "docx", "playwright")
"""Libraries for spreadsheets, documents and letters, which nobody waits for who only opens a page."""


def figures(plan: Plan) -> Iterator[Figure]:
    """Yield the time to start over that of the bare imports, and how many late libraries were loaded early."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "ENTRAIDE_DATA": folder, "SECRET_KEY": "k" * 64}

        def run(program: str) -> str:
            done = subprocess.run(
                [sys.executable, "-c", program], cwd=ROOT, env=environment, check=True, capture_output=True, text=True
            )
            return done.stdout

        actions = {"start": lambda: run(APPLICATION), "foundations": lambda: run(FOUNDATIONS)}
        taken = medians_in_turn(actions, plan, TIMES)
        yield Figure(
            "importing and creating the application, a whole process",
            Bar(2.2),
            "s",
            taken["start"],
            "importing flask, sqlalchemy, flask_socketio, nacl and hpke, a whole process",
            taken["foundations"],
        )
        early = run(f"{APPLICATION}; import sys; print(*[name for name in {LATE!r} if name in sys.modules])").split()
    yield Figure(
        "spreadsheet, document and e-mail libraries loaded before they are used",
        Bar(0),
        "libraries",
        [float(len(early))],
        note=" ".join(early),
    )
