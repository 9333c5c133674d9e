"""The pages for finding: search, which is the start, and the entry of one authority."""

from uuid import UUID

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from core.access import Audience, open_to
from core.web import reading, tongue
from directory.entry_page import shown_entry
from directory.results import results, ways_out
from directory.search.parsing import parse_query
from directory.search.query import FACETS, SearchQuery
from directory.service import finding
from directory.service.reading import entry as entry_of
from directory.start_page import start_page

blueprint = Blueprint("directory", __name__)


@blueprint.get("/")
@open_to(Audience.MEMBERS)
def search() -> ResponseReturnValue:
    """Show the start where nothing is asked, else what was found."""
    query = _asked()
    if query.is_empty:
        with reading() as session:
            start = start_page(finding.current_index(session), tongue().code)
        return render_template("directory/start.html", start=start, query=query)
    return render_template("directory/search.html", **_answer(query))


@blueprint.get("/results")
@open_to(Audience.MEMBERS)
def answer() -> ResponseReturnValue:
    """Show only what was found, for the page that asks while its reader types."""
    return render_template("directory/answer.html", **_answer(_asked()))


@blueprint.get("/authorities/<uuid:authority_id>")
@open_to(Audience.MEMBERS)
def entry(authority_id: UUID) -> ResponseReturnValue:
    """Show everything that the directory holds of one authority."""
    with reading() as session:
        found = entry_of(session, authority_id)
    return render_template("directory/entry.html", entry=found, shown=shown_entry(found, tongue().code))


def _asked() -> SearchQuery:
    return parse_query(
        request.args.get("q", ""),
        {facet: request.args.getlist(facet) for facet in FACETS},
        offset=request.args.get("cursor"),
        plain=request.args.get("plain") == "1",
    )


def _answer(query: SearchQuery) -> dict[str, object]:
    """Return what the templates of an answer are given."""
    language = tongue().code
    with reading() as session:
        index = finding.current_index(session)
    page = index.search(query, facets=FACETS)
    out = ways_out(query, page, language, lambda other: index.search(other).total) if not page.total else ((), ())
    return {"found": results(query, page, language), "near": out[0], "fewer": out[1], "query": query}
