"""Every address of this room on one screen, and its part of the pages of others.

/messages                                                  the mailbox's page
/channel/mailbox  /channel/mailbox/AUTHORITY               open one's own; find another's
/channel/chains  /channel/links  /channel/bundles          chains, rotations, epoch seeds
/channel/vault                                             the officer's vault
/channel/conversations  …/ID/envelopes  …/ID/read          what is in the mailbox
/channel/envelopes                                         send
/channel/log/checkpoint  /channel/log/consistency          the transparency log
"""

from flask import Flask

from core.access import Audience
from core.places import Place
from core.web import house
from messaging import realtime
from messaging.views import channel, page, slots
from messaging.views.asking import prepare

N_ = str


def register(app: Flask) -> None:
    """Add this room to *app*, its sockets too."""
    prepare(app)
    realtime.init(app)
    for blueprint in (page.blueprint, channel.blueprint):
        app.register_blueprint(blueprint)
    with app.app_context():
        shared = house()
    mailbox = Place("messages", "messages.show", N_("Messages"), "envelope", Audience.OFFICERS, tab="entraide-messages")
    shared.places.add(mailbox)
    shared.slots.fill("place.messages", "messaging/badge.html", slots.unread_badge)
    shared.slots.fill("entry.actions", "messaging/entry_action.html", slots.write_action)
    shared.slots.fill("result.actions", "messaging/write_action.html", slots.write_action)
    shared.slots.fill("entry.mailbox", "messaging/entry_mailbox.html", slots.entry_mailbox)
