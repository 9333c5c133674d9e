"""Who may open and close whose account: one rule for invitations and for what comes of them."""

from uuid import UUID

from accounts.errors import NotYoursToGiveError
from accounts.records import Operator, SignedIn
from accounts.vocabulary import Role

_OF_THE_SECRETARIAT = frozenset({Role.SECRETARIAT, Role.ADMINISTRATOR, Role.READER})
_OF_AN_ADMINISTRATOR = frozenset({Role.ADMINISTRATOR, Role.OFFICER, Role.READER})


def may_give(by: SignedIn | Operator, role: Role, authority_id: UUID | None) -> bool:
    """Return whether *by* may open or close an account with this role at this authority."""
    if isinstance(by, Operator):
        return True
    if by.role is Role.SECRETARIAT:
        return role in _OF_THE_SECRETARIAT
    own = authority_id is not None and authority_id == by.authority_id
    return by.role is Role.ADMINISTRATOR and own and role in _OF_AN_ADMINISTRATOR


def refuse_beyond_rights(by: SignedIn | Operator, role: Role, authority_id: UUID | None) -> None:
    """Raise NotYoursToGiveError unless *by* may open or close such an account."""
    if not may_give(by, role, authority_id):
        raise NotYoursToGiveError
