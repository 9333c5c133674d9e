"""Bodies to search among: plain entries as short as can be, and an index of them."""

from typing import Any
from uuid import UUID, uuid5

from directory.search.index import Index
from directory.search.query import Page, SearchQuery

_SPACE = UUID(int=7)


def body(state: str = "FR", designations: tuple[tuple[str, str, str], ...] = (), **fields: Any) -> dict[str, Any]:
    """Return the plain form of an entry; *designations* are triples of function, instrument and article."""
    plain: dict[str, Any] = {"state": state, "names": {"en": "Ministry of Justice"}, **fields}
    if designations:
        plain["designations"] = [
            {"function": function, "instrument": instrument, "article": article}
            for function, instrument, article in designations
        ]
    return plain


def called(name: str, state: str = "FR", language: str = "en", **fields: Any) -> dict[str, Any]:
    """Return an entry with one name."""
    return body(state, names={language: name}, **fields)


def indexed(*bodies: dict[str, Any]) -> Index:
    """Return an index of *bodies*."""
    index = Index()
    for place, plain in enumerate(bodies):
        index.put(uuid5(_SPACE, str(place)), plain)
    index.commit()
    return index


def ask(index: Index, text: str = "", **filters: Any) -> Page:
    """Return the first page for *text*."""
    return index.search(SearchQuery(text=text, **filters))


def names(page: Page) -> list[str]:
    """Return what the bodies on a page are called."""
    return [next(iter(hit.row.names.values())) for hit in page.items]


def states(page: Page) -> list[str]:
    """Return the States of the bodies on a page."""
    return [hit.row.state for hit in page.items]
