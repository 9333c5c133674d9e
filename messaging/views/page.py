"""The mailbox's page: empty as it leaves the service, filled in the browser by who holds password and card."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue
from flask_babel import format_date
from sqlalchemy.orm import Session

from accounts import guards
from accounts import service as accounts
from accounts.vocabulary import Role
from core.access import Audience, open_to
from core.clock import now
from core.i18n import in_tongue
from core.web import house, reading, tongue
from directory.vocabulary.states import all_states
from messaging import service
from messaging.errors import NoMailboxError, NoVaultError
from messaging.records import MailboxHead, Officer
from messaging.views.asking import log, officer
from messaging.words import words

blueprint = Blueprint("messages", __name__)


@blueprint.get("/messages")
@open_to(Audience.OFFICERS)
def show() -> ResponseReturnValue:
    """Show the mailbox of the officer's authority."""
    with reading() as session:
        facts = _facts(session, officer())
    return render_template("messaging/messages.html", facts=facts, stage=_stage(facts), words=words())


def _stage(facts: dict[str, object]) -> str:
    """Return with what the page begins: unlocking, opening the mailbox, or why there is nothing to do."""
    if facts["mailboxId"] is not None:
        return "unlock" if facts["holdsKey"] else "no-key"
    return "open" if facts["administrator"] else "not-open"


def _facts(session: Session, who: Officer) -> dict[str, object]:
    """Return what the page's program is told: all of it public, and none of it trusted with more than display."""
    entry = accounts.authority_name(session, who.authority_id)
    stretching = accounts.stretching_of(session, who.sign_in_name, house().settings.secret_key)
    mailbox = _mailbox(session, who)
    return {
        "signInName": who.sign_in_name,
        "name": who.name,
        "post": accounts.member_with(session, who.account_id).offer.post,
        "administrator": guards.asking().role is Role.ADMINISTRATOR,
        "authorityId": who.authority_id.hex,
        "state": entry.state,
        "authority": in_tongue(entry.names, tongue().code),
        # The name that goes into the chain is the same for every reader: English, else the first by tag.
        "officialName": entry.names.get("en") or entry.names[min(entry.names)],
        "mailboxId": mailbox.id.hex() if mailbox else None,
        "holdsKey": _holds_key(session, who),
        "saltHalf": stretching.salt_half.bytes.hex(),
        "passes": stretching.cost.passes,
        "mebibytes": stretching.cost.mebibytes,
        "logOrigin": log().public.origin,
        "logKey": log().public.public.raw.hex(),
        "language": tongue().code,
        "stateNames": {one.code: in_tongue(dict(one.names), tongue().code) for one in all_states()},
        "today": format_date(now().date(), "d MMMM y"),
    }


def _mailbox(session: Session, who: Officer) -> MailboxHead | None:
    try:
        return service.mailbox_of(session, who.authority_id)
    except NoMailboxError:
        return None


def _holds_key(session: Session, who: Officer) -> bool:
    try:
        service.participant(session, who)
    except NoVaultError:
        return False
    return True
