"""The pages that belong to no room."""

from flask import Blueprint, Flask, jsonify, render_template
from flask.typing import ResponseReturnValue
from sqlalchemy import text

from core.access import Audience, open_to
from core.web import reading

blueprint = Blueprint("core", __name__)


@blueprint.get("/healthz")
@open_to(Audience.ANYONE)
def health() -> ResponseReturnValue:
    """Answer that the service and its database are there."""
    with reading() as session:
        session.execute(text("SELECT 1"))
    return jsonify(status="ok")


@blueprint.get("/about")
@open_to(Audience.ANYONE)
def about() -> ResponseReturnValue:
    """Show what the service is, what it protects and what it cannot."""
    return render_template("core/about.html")


def register(app: Flask) -> None:
    """Add the pages of this floor to *app*."""
    app.register_blueprint(blueprint)
