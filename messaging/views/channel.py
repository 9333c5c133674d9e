"""The requests of the mailbox's program; bodies and answers are single encoded values (`messaging.forms`)."""

from uuid import UUID

from flask import Blueprint, Response, current_app, request
from flask.typing import ResponseReturnValue

from accounts import service as accounts
from accounts.records import SignInKey
from accounts.showing import throttle
from accounts.vocabulary import SIGN_IN_KEY_LENGTH
from core.access import Audience, open_to
from core.i18n import in_tongue
from core.web import reading, tongue, transaction
from messaging import service
from messaging.forms import (
    answer,
    number_of,
    raw_body,
    read_envelopes,
    read_id,
    read_link,
    read_new_mailbox,
    read_number,
    read_wanted_chains,
)
from messaging.protocol.codec import Value
from messaging.protocol.vault import MAX_VAULT
from messaging.realtime import announcements_of
from messaging.records import ServedChain
from messaging.views.asking import delivery, log, officer

blueprint = Blueprint("channel", __name__, url_prefix="/channel")


@blueprint.post("/mailbox")
@open_to(Audience.ADMINISTRATORS)
def open_mailbox() -> ResponseReturnValue:
    """Open the authority's mailbox: two links, their bundles and the first vault."""
    new = read_new_mailbox(request)
    with transaction() as session:
        opened = service.open_mailbox(session, log(), officer(), new)
    return answer([opened.id, opened.head.number])


@blueprint.post("/proof")
@open_to(Audience.OFFICERS)
def prove_password() -> ResponseReturnValue:
    """Say whether a sign-in key is the officer's own, so that no vault is sealed under a misspelt password."""
    key = SignInKey(raw_body(request, SIGN_IN_KEY_LENGTH))
    with reading() as session:
        accounts.recognise(session, officer().sign_in_name, key, throttle(), request.remote_addr or "unknown")
    return answer(True)  # noqa: FBT003  (the value itself)


@blueprint.get("/mailbox/<uuid:authority_id>")
@open_to(Audience.OFFICERS)
def find_mailbox(authority_id: UUID) -> ResponseReturnValue:
    """Answer which mailbox an authority has."""
    with reading() as session:
        return answer(service.mailbox_of(session, authority_id).id)


@blueprint.post("/links")
@open_to(Audience.OFFICERS)
def accept_link() -> ResponseReturnValue:
    """Take a rotation with its bundles."""
    link, bundles = read_link(request)
    with transaction() as session:
        seq = service.accept_link(session, log(), link, bundles, service.participant(session, officer()))
    return answer(seq)


@blueprint.get("/bundles")
@open_to(Audience.OFFICERS)
def show_bundles() -> ResponseReturnValue:
    """Answer the bundles sealed to the officer's key, after one epoch."""
    after = number_of(request.args.get("after", "0"))
    with reading() as session:
        found = service.bundles_for(session, service.participant(session, officer()), after)
    return answer([[bundle.epoch, bundle.sealed] for bundle in found])


@blueprint.get("/vault")
@open_to(Audience.OFFICERS)
def show_vault() -> ResponseReturnValue:
    """Answer the officer's vault as he uploaded it."""
    with reading() as session:
        return Response(service.read_vault(session, officer()), mimetype="application/octet-stream")


@blueprint.post("/vault")
@open_to(Audience.OFFICERS)
def replace_vault() -> ResponseReturnValue:
    """Take a newer vault in the place of the one before."""
    sealed = raw_body(request, MAX_VAULT)
    with transaction() as session:
        counter = service.replace_vault(session, sealed, service.participant(session, officer()))
    return answer(counter)


@blueprint.get("/chains")
@open_to(Audience.OFFICERS)
def show_chains() -> ResponseReturnValue:
    """Answer the chains asked for, all provably in the newest checkpoint."""
    wanted = read_wanted_chains(request)
    with reading() as session:
        served = service.serve_chains(session, log(), wanted)
    return answer([served.checkpoint, [_chain(chain) for chain in served.chains]])


def _chain(chain: ServedChain) -> Value:
    links: list[Value] = [[logged.link, logged.position, int(logged.accepted_at.timestamp())] for logged in chain.links]
    # The reader's name for it comes first; the others tell a chain in another language from one of another name.
    names = dict.fromkeys((in_tongue(chain.names, tongue().code), *chain.names.values()))
    entry: list[Value] = [chain.mailbox.authority_id.bytes, chain.state, list(names)]
    return [chain.mailbox.id, links, list(chain.inclusion), *entry]


@blueprint.get("/log/consistency")
@open_to(Audience.OFFICERS)
def show_consistency() -> ResponseReturnValue:
    """Answer the proof that one head of the log continues another."""
    old, new = (number_of(request.args.get(name, "")) for name in ("old", "new"))
    with reading() as session:
        return answer(list(service.prove_consistency(session, log(), old, new)))


@blueprint.get("/log/checkpoint")
@open_to(Audience.ANYONE)
def show_checkpoint() -> ResponseReturnValue:
    """Answer the newest signed head of the log, for anybody who keeps such heads."""
    with reading() as session:
        return Response(log().checkpoint(session)[1], mimetype="text/plain")


@blueprint.get("/conversations")
@open_to(Audience.OFFICERS)
def list_conversations() -> ResponseReturnValue:
    """Answer a page of the mailbox's conversations, the last changed first."""
    skip = number_of(request.args.get("skip", "0"))
    with reading() as session:
        found = service.list_conversations(session, service.participant(session, officer()), skip)
    return answer(
        [
            [
                item.id,
                list(item.members),
                item.generation,
                item.last_position,
                item.read_position,
                item.unread,
                int(item.changed_at.timestamp()),
            ]
            for item in found
        ]
    )


@blueprint.get("/conversations/<identifier>/envelopes")
@open_to(Audience.OFFICERS)
def show_envelopes(identifier: str) -> ResponseReturnValue:
    """Answer a page of a conversation's envelopes after one position."""
    conversation_id, after = read_id(identifier), number_of(request.args.get("after", "0"))
    with reading() as session:
        found = service.envelopes_after(session, conversation_id, service.participant(session, officer()), after)
    return answer([[item.position, int(item.accepted_at.timestamp()), item.wire] for item in found])


@blueprint.post("/conversations/<identifier>/read")
@open_to(Audience.OFFICERS)
def mark_read(identifier: str) -> ResponseReturnValue:
    """Note up to where the officer has read a conversation."""
    conversation_id, position = read_id(identifier), read_number(request)
    with transaction() as session:
        service.mark_read(session, conversation_id, service.participant(session, officer()), position)
    return answer(position)


@blueprint.post("/envelopes")
@open_to(Audience.OFFICERS)
def accept_envelopes() -> ResponseReturnValue:
    """Take one or two sealed envelopes, and tell the members that they are there."""
    accepted = delivery().accept(officer(), read_envelopes(request))
    announcements_of(current_app).announce(accepted)
    return answer([[item.conversation_id, item.position] for item in accepted])
