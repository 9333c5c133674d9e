"""What every door of this room needs: who asks, the log, and the way in for envelopes."""

from typing import cast

from flask import Flask, current_app

from accounts import guards
from core.web import house
from messaging import service
from messaging.delivery import Delivery
from messaging.errors import NoMailboxError
from messaging.records import Officer
from messaging.service import TransparencyLog

_LOG, _DELIVERY = "messaging.log", "messaging.delivery"


def prepare(app: Flask) -> None:
    """Give *app* its log and its delivery."""
    with app.app_context():
        shared = house()
    app.extensions[_LOG] = service.open_log(shared.settings.data_folder)
    app.extensions[_DELIVERY] = Delivery(shared.database)


def log() -> TransparencyLog:
    """Return the application's log."""
    return cast("TransparencyLog", current_app.extensions[_LOG])


def delivery() -> Delivery:
    """Return the application's way in for envelopes."""
    return cast("Delivery", current_app.extensions[_DELIVERY])


def officer() -> Officer:
    """Return who asks, as this room knows him; its doors are open to those of an authority only."""
    who = guards.asking()
    if who.authority_id is None:
        raise NoMailboxError
    return Officer(who.id, who.sign_in_name, who.name, who.authority_id)
