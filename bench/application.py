"""The product with two pages more, to compare its search page with, all served by one process.

`/bench/constant` renders the template of the search page with the same 25 rows each time, behind the same sign-in.
`/bench/bare` is a Flask application of its own with one route that returns one word.
"""

from functools import cache

from flask import Flask, render_template
from flask.typing import ResponseReturnValue
from werkzeug.middleware.dispatcher import DispatcherMiddleware

from core.access import Audience, open_to
from core.web import reading, tongue
from directory.results import results
from directory.search.parsing import parse_query
from directory.search.query import FACETS
from directory.service import finding
from wsgi import create_app

CONSTANT = "/bench/constant"
BARE = "/bench/bare"


def create() -> Flask:
    """Return the product with its two yardsticks."""
    app = create_app()
    app.add_url_rule(CONSTANT, "bench.constant", constant)
    app.wsgi_app = DispatcherMiddleware(app.wsgi_app, {BARE: _bare()})  # type: ignore[method-assign]
    return app


@open_to(Audience.MEMBERS)
def constant() -> ResponseReturnValue:
    """Show the search page with rows that were found once."""
    return render_template("directory/search.html", **_found_once())


@cache
def _found_once() -> dict[str, object]:
    query = parse_query("ministry", {facet: [] for facet in FACETS})
    with reading() as session:
        page = finding.current_index(session).search(query, facets=FACETS)
    if len(page.items) != query.limit:
        raise RuntimeError(f"{len(page.items)} rows where {query.limit} were expected")
    return {"found": results(query, page, tongue().code), "near": (), "fewer": (), "query": query}


def _bare() -> Flask:
    bare = Flask("bare")
    bare.add_url_rule("/", "bare", lambda: "found")
    return bare
