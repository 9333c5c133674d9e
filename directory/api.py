"""The directory for programs, under /api/v1; by a signed-in browser or a bearer token."""

from uuid import UUID

from flask import Blueprint, Response, jsonify, request
from flask.typing import ResponseReturnValue

from core.access import Audience, open_to
from core.web import reading
from directory.errors import QueryError
from directory.records import to_dict
from directory.search.document import as_document
from directory.search.parsing import parse_query
from directory.search.query import FACETS
from directory.service import finding
from directory.service import reading as entries

blueprint = Blueprint("api", __name__, url_prefix="/api/v1")

_KNOWN = frozenset({"q", "limit", "cursor", "plain", *FACETS})


@blueprint.get("/authorities")
@open_to(Audience.MEMBERS, bearer=True)
def search() -> ResponseReturnValue:
    """Answer a search; several values of one filter widen it, several filters narrow it."""
    _refuse_unknown()
    query = parse_query(
        request.args.get("q", ""),
        {facet: request.args.getlist(facet) for facet in FACETS},
        limit=request.args.get("limit"),
        offset=request.args.get("cursor"),
        plain=request.args.get("plain") == "1",
    )
    with reading() as session:
        page = finding.find(session, query)
    return _tagged(jsonify(as_document(page, query)))


@blueprint.get("/authorities/<uuid:authority_id>")
@open_to(Audience.MEMBERS, bearer=True)
def authority(authority_id: UUID) -> ResponseReturnValue:
    """Answer one whole entry, without internal notes and without contact persons."""
    with reading() as session:
        record, revision = entries.open_record(session, authority_id)
    return _tagged(jsonify({"id": str(authority_id), "revision": revision, **to_dict(record)}))


def _refuse_unknown() -> None:
    """Raise QueryError for a parameter nobody reads: a filter with a spelling error would silently widen the answer."""
    unknown = sorted(set(request.args) - _KNOWN)
    if unknown:
        raise QueryError(
            "%(name)s is not a parameter of this search; it takes %(known)s.",
            name=unknown[0],
            known=", ".join(sorted(_KNOWN)),
        )


def _tagged(response: Response) -> Response:
    """Give *response* its ETag, and answer 304 to whoever has the same already."""
    response.add_etag()
    response.headers["Cache-Control"] = "private, no-cache"
    response.make_conditional(request)
    return response
