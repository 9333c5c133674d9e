"""The search page over HTTP, signed in: against the same template with constant rows, a bare route, and itself larger.

One gunicorn process serves the product and both yardsticks; one kept-alive connection asks for them in turn. The large
directory is served by a second process, asked in turn with the first.
"""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from urllib.parse import quote

from bench.application import BARE, CONSTANT
from bench.measure import Bar, Figure, Plan, in_turn, say
from bench.served import Connection, Served
from directory.demonstration import demonstration_records
from directory.service.storing import store_demonstration
from tests.accounts.people import make_account, sign_in
from wsgi import create_app

SMALL, LARGE = 1_740, 174_000
TIMES = 200
QUERIES = (
    "ministry",
    "ministry of justice",
    "extradition",
    "prosecutor Thailand",
    "Kenya",
    "procureur",
    "justise ministry",
    "central authority France",
    "Министерство юстиции",
    "asset recovery",
    "وزارة العدل",
    "UNCAC 46",
)
"""What people type: prefixes, two words, errors, other languages and scripts, terms, States."""

Page = Callable[[], object]


def figures(plan: Plan) -> Iterator[Figure]:
    """Yield the page over its template, that over a bare route, and the page over itself a hundred times larger."""
    with tempfile.TemporaryDirectory() as folder:
        small = _served(Path(folder) / "small", SMALL)
        large = None if plan.quick else _served(Path(folder) / "large", LARGE)
        try:
            taken = _measured(plan, {"small": small, "large": large})
        finally:
            for served in (small, large):
                if served is not None:
                    served.stop()
    usual = "the same template with 25 constant rows, behind the same sign-in"
    yield Figure(f"search page, {SMALL:,} entries, p50", Bar(2), "s", taken["page"], usual, taken["constant"])
    yield Figure(f"{usual}, p50", Bar(8), "s", taken["constant"], "a bare Flask route", taken["bare"])
    if "large" in taken:
        what = f"search page, {LARGE:,} entries, p50"
        yield Figure(what, Bar(2), "s", taken["large"], f"search page, {SMALL:,} entries", taken["page"])


def _measured(plan: Plan, served: dict[str, Served | None]) -> dict[str, list[float]]:
    """Return the median seconds of every page in each round."""
    connections = {name: _signed_in(one) for name, one in served.items() if one is not None}
    small = connections["small"]
    pages = {"page": _asking(small), "constant": lambda: small.get(CONSTANT), "bare": lambda: small.get(f"{BARE}/")}
    if "large" in connections:
        pages["large"] = _asking(connections["large"])
    found: dict[str, list[float]] = {name: [] for name in pages}
    in_turn(pages, len(QUERIES))
    for _ in range(plan.rounds):
        for name, taken in in_turn(pages, plan.times(TIMES)).items():
            found[name].append(median(taken))
    return found


def _asking(connection: Connection) -> Page:
    """Return what asks for one page of results after another, each query in its turn."""
    paths = [f"/?q={quote(query)}" for query in QUERIES]
    turns = iter(range(10**9))
    return lambda: connection.get(paths[next(turns) % len(paths)])


def _served(folder: Path, entries: int) -> Served:
    """Return a running service over a demonstration directory of so many entries."""
    folder.mkdir()
    served = Served(folder, "bench.application:create()")
    say(f"  storing {entries:,} entries")
    with served.database.transaction() as session:
        store_demonstration(session, demonstration_records(entries))
    served.start()
    return served


def _signed_in(served: Served) -> Connection:
    """Return the connection of a reader's browser, signed in; its first page builds the index."""
    app = create_app(served.settings)
    with served.database.transaction() as session:
        member, key = make_account(session, "reader")
    browser = app.test_client()
    sign_in(browser, member.sign_in_name, key)
    # The first page draws the token against forged requests; from then on the cookie stays as it is.
    browser.get("/about")
    cookie = browser.get_cookie("entraide")
    app.extensions["entraide"].database.dispose()
    if cookie is None:
        raise RuntimeError("nobody is signed in")
    connection = Connection(served.port, f"entraide={cookie.value}")
    say("  building the index")
    connection.get(f"/?q={quote(QUERIES[0])}")
    return connection
