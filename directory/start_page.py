"""The page before anything is asked: how much there is, what is urgent, and two ways to browse."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from directory.addresses import search_address
from directory.result_rows import state_name
from directory.search.query import SearchQuery
from directory.vocabulary.terms import vocabulary

if TYPE_CHECKING:
    from directory.search.index import Index

URGENT = (
    ("sea", ("illicit-traffic-by-sea", "smuggling-of-migrants-by-sea")),
    ("evidence", ("electronic-evidence-24-7",)),
    ("assets", ("confiscation", "asset-recovery")),
)
"""What cannot wait, by the functions that answer for it."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A search to begin with: *text* is its label, or the key of one that the page words itself."""

    text: str
    address: str
    count: int


@dataclass(frozen=True, slots=True)
class StartPage:
    """How many authorities of how many States there are, and where to begin."""

    authorities: int
    urgent: tuple[Tile, ...]
    functions: tuple[Tile, ...]
    states: tuple[Tile, ...]


def start_page(index: "Index", language: str) -> StartPage:
    """Return the start for a reader of *language*."""
    everything = index.search(SearchQuery(limit=1), facets=("state", "function"))
    by_function = dict(everything.facets["function"])
    states = sorted((state_name(code, language), code, count) for code, count in everything.facets["state"])
    urgent = ((key, SearchQuery(functions=functions, limit=1)) for key, functions in URGENT)
    return StartPage(
        authorities=everything.total,
        urgent=tuple(Tile(key, search_address(query), index.search(query).total) for key, query in urgent),
        functions=tuple(
            Tile(term.label(language), search_address(SearchQuery(functions=(term.code,))), by_function[term.code])
            for term in vocabulary("functions")
            if term.code in by_function
        ),
        states=tuple(Tile(name, search_address(SearchQuery(states=(code,))), count) for name, code, count in states),
    )
