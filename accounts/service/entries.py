"""What this room reads of the directory: how authorities are called, and how many there are."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import distinct, func, select
from sqlalchemy.orm import Session

from accounts.errors import NoSuchAuthorityError
from accounts.records import AuthorityName, Counts
from directory.models import PUBLISHED, Authority


def authority_name(session: Session, authority_id: UUID) -> AuthorityName:
    """Return how an authority is called; raises NoSuchAuthorityError."""
    found = authority_names(session, [authority_id])
    if authority_id not in found:
        raise NoSuchAuthorityError(id=authority_id)
    return found[authority_id]


def authority_names(session: Session, ids: Iterable[UUID]) -> dict[UUID, AuthorityName]:
    """Return how authorities are called, by id; an id that the directory does not have is left out."""
    columns = (Authority.id, Authority.state_code, Authority.record["names"])
    rows = session.execute(select(*columns).where(Authority.id.in_(set(ids))))
    return {entry_id: AuthorityName(entry_id, state, dict(names or {})) for entry_id, state, names in rows}


def count_entries(session: Session) -> Counts:
    """Return how many authorities of how many States are published."""
    columns = (func.count(), func.count(distinct(Authority.state_code)))
    authorities, states = session.execute(select(*columns).where(Authority.status == PUBLISHED)).one()
    return Counts(authorities, states)
