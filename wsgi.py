"""The composition root: the only module that knows every room."""

from flask import Flask

import accounts.urls
import core.urls
import directory.urls
import messaging.urls
from config.settings import ROOT, Settings, read_settings
from core import web
from core.database import Database
from directory.service.finding import current_index


def create_app(settings: Settings | None = None) -> Flask:
    """Return the service, every room wired; the database is to be migrated before the first request."""
    app = Flask("entraide", root_path=str(ROOT), template_folder="templates", static_folder="static")
    given = settings or read_settings()
    web.prepare(app, web.House(given, Database(given.database_url)))
    for room in (core, directory, messaging, accounts):
        room.urls.register(app)
    return app


def create_ready_app() -> Flask:
    """Return the service with its index built: what is served, so that nobody's first search waits for it."""
    app = create_app()
    with app.app_context(), web.reading() as session:
        current_index(session)
    return app
