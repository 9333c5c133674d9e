"""Every address of this room on one screen.

/  /results?q=…                     search: the page, and only its answer
/authorities/ID                     the entry of one authority
/api/v1/authorities  …/ID           the same for programs
/imports  /imports/new  …/runs/ID   handing a list in, and watching it
/imports/ID                         what it would change; a second person applies it
"""

from flask import Flask

from core.access import Audience
from core.places import Place
from core.web import house
from directory import api, import_views, notice, views

N_ = str


def register(app: Flask) -> None:
    """Add this room to *app*."""
    for blueprint in (views.blueprint, api.blueprint, import_views.blueprint):
        app.register_blueprint(blueprint)
    with app.app_context():
        shared = house()
    shared.places.add(Place("directory", "directory.search", N_("Directory"), "search", Audience.MEMBERS))
    shared.places.add(Place("imports", "imports.overview", N_("Imports"), "table", Audience.SECRETARIAT))
    shared.slots.fill("page.notice", notice.TEMPLATE, notice.demonstration_notice)
