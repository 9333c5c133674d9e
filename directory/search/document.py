"""A page of results as one JSON document, the same for programs and the command line."""

from typing import Any

from directory.search.query import Page, SearchQuery


def as_document(page: Page, query: SearchQuery) -> dict[str, Any]:
    """Return the document; *cursor* fetches the next page and is absent on the last."""
    document: dict[str, Any] = {
        "total": page.total,
        "items": [
            {
                "id": str(hit.row.id),
                "external_id": hit.row.external_id or None,
                "state": hit.row.state,
                "name": dict(hit.row.names),
                "kind": hit.row.kind,
                "functions": hit.row.functions,
                "score": round(hit.score, 4),
            }
            for hit in page.items
        ],
    }
    if page.readings:
        document["read_as"] = [
            {"facet": reading.facet, "code": reading.code, "words": " ".join(reading.words)}
            for reading in page.readings
        ]
    after = query.offset + len(page.items)
    return document | ({"cursor": str(after)} if page.items and after < page.total else {})
