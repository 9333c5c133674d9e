"""The composition root: the only module that knows every room."""

from flask import Flask

import accounts.urls
import core.urls
import directory.urls
import messaging.urls
from config.settings import ROOT, Settings, read_settings
from core import web
from core.database import Database


def create_app(settings: Settings | None = None) -> Flask:
    """Return the service, every room wired; the database is to be migrated before the first request."""
    app = Flask("entraide", root_path=str(ROOT), template_folder="templates", static_folder="static")
    given = settings or read_settings()
    web.prepare(app, web.House(given, Database(given.database_url)))
    for room in (core, directory, messaging, accounts):
        room.urls.register(app)
    return app
