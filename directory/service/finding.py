"""Search as a service: the process's index, brought up to what is committed before each question."""

import threading
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from directory.models import PUBLISHED, Authority, Revision
from directory.search.query import Page, SearchQuery

if TYPE_CHECKING:
    from directory.search.index import Index

_NEWEST = select(func.max(Revision.id))
_STREAMED = {"yield_per": 2000}
_TURN = 250


def _empty_index() -> "Index":
    # The search library is loaded when somebody searches, so that commands which do not start sooner.
    from directory.search.index import Index

    return Index()


@dataclass(slots=True)
class _Projection:
    """An index, and the highest revision that it has seen."""

    index: "Index" = field(default_factory=_empty_index)
    seen: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)


_projections: "WeakKeyDictionary[Engine, _Projection]" = WeakKeyDictionary()
_beginning = threading.Lock()


def find(session: Session, query: SearchQuery, *, facets: Iterable[str] = ()) -> Page:
    """Return the page of published authorities that *query* asks for; counts for each of *facets*.

    The session is for reading only: what it has not committed itself would stay in the index.
    """
    return current_index(session).search(query, facets=facets)


def current_index(session: Session) -> "Index":
    """Return this process's index of the session's database, up to the last committed revision."""
    projection = _projection(session)
    newest = session.connection().scalar(_NEWEST) or 0
    if newest != projection.seen:
        with projection.lock:
            _catch_up(session, projection, newest)
    return projection.index


def _projection(session: Session) -> _Projection:
    engine = session.get_bind().engine
    found = _projections.get(engine)
    if found is None:
        with _beginning:
            found = _projections.setdefault(engine, _Projection())
    return found


def _catch_up(session: Session, projection: _Projection, newest: int) -> None:
    if newest < projection.seen:
        # An older state of the database was restored beneath this process.
        projection.index, projection.seen = _empty_index(), 0
    if newest == projection.seen:
        return
    if projection.seen:
        _follow(session, projection)
    else:
        _build(session, projection.index)
    projection.index.commit()
    projection.seen = newest


def _build(session: Session, index: "Index") -> None:
    """Read every authority as it stands, without its past."""
    published = select(Authority.id, Authority.record).where(Authority.status == PUBLISHED)
    for authority_id, record in _in_turns(session.execute(published, execution_options=_STREAMED)):
        index.put(authority_id, record)


def _follow(session: Session, projection: _Projection) -> None:
    """Read the revisions that came since, in their order."""
    columns = (Revision.authority_id, Revision.status, Revision.record)
    later = select(*columns).where(Revision.id > projection.seen).order_by(Revision.id)
    for authority_id, status, record in _in_turns(session.execute(later, execution_options=_STREAMED)):
        if status == PUBLISHED:
            projection.index.put(authority_id, record)
        else:
            projection.index.remove(authority_id)


def _in_turns(rows: Iterable[Any]) -> Iterator[Any]:
    """Yield *rows*, and let others of this process go on now and then.

    A large directory takes a while to read, in which pages that search nothing need not wait, and after which the
    supervisor would take a process that says nothing for dead.
    """
    for number, row in enumerate(rows):
        if number % _TURN == 0:
            time.sleep(0)
        yield row
