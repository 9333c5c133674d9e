"""The addresses that pages of this room link to, made without asking the router for each of 25 rows."""

from urllib.parse import urlencode
from uuid import UUID

from directory.search.query import FACETS, SearchQuery

ENTRY = "/authorities/"


def entry_address(authority_id: UUID) -> str:
    """Return the address of an entry's page."""
    return f"{ENTRY}{authority_id}"


def search_address(query: SearchQuery) -> str:
    """Return the address at which *query* is answered; everything that makes the answer stands in it."""
    pairs = [("q", query.text)] if query.text else []
    pairs += [(facet, code) for facet in FACETS for code in query.chosen(facet)]
    pairs += [("plain", "1")] if query.plain else []
    pairs += [("cursor", str(query.offset))] if query.offset else []
    return "/?" + urlencode(pairs) if pairs else "/"
