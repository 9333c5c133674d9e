"""What this room does for others; every function takes the session first and never commits."""

from accounts.service.entries import authority_name, authority_names, count_entries
from accounts.service.inviting import (
    accept_invitation,
    administrator_of,
    invitation_behind,
    invitations_of,
    invite,
    open_authority,
    revoke_invitation,
)
from accounts.service.members import (
    actor_by_name,
    add_account,
    all_members,
    disable,
    enable,
    member_named,
    member_with,
    members_of,
    unlock,
)
from accounts.service.sessions import (
    begin_session,
    open_sessions,
    session_alive,
    sign_out,
    sign_out_everywhere,
    signed_in,
    touch,
)
from accounts.service.signing_in import recognise, stretching_of
from accounts.service.throttle import Throttle
from accounts.service.tokens import bearer, make_token, revoke_tokens

__all__ = [
    "Throttle",
    "accept_invitation",
    "actor_by_name",
    "add_account",
    "administrator_of",
    "all_members",
    "authority_name",
    "authority_names",
    "bearer",
    "begin_session",
    "count_entries",
    "disable",
    "enable",
    "invitation_behind",
    "invitations_of",
    "invite",
    "make_token",
    "member_named",
    "member_with",
    "members_of",
    "open_authority",
    "open_sessions",
    "recognise",
    "revoke_invitation",
    "revoke_tokens",
    "session_alive",
    "sign_out",
    "sign_out_everywhere",
    "signed_in",
    "stretching_of",
    "touch",
    "unlock",
]
