"""The line on every page that says when the directory is invented."""

import time

from flask import current_app
from sqlalchemy import select

from core.slots import Values
from core.web import reading
from directory.models import Authority

TEMPLATE = "directory/demonstration_notice.html"
_EXTENSION = "directory.demonstration_notice"
_HOLDS_FOR = 30.0
"""Seconds for which an answer holds: each page asks, and the answer changes once in a database's life."""


def demonstration_notice() -> Values | None:
    """Return something where the directory holds invented entries, else None."""
    asked_at, there = current_app.extensions.get(_EXTENSION, (-_HOLDS_FOR, False))
    if time.monotonic() - asked_at >= _HOLDS_FOR:
        there = _holds_invented_entries()
        current_app.extensions[_EXTENSION] = (time.monotonic(), there)
    return {} if there else None


def _holds_invented_entries() -> bool:
    from directory.demonstration import SOURCE

    with reading() as session:
        return session.scalar(select(Authority.id).where(Authority.source == SOURCE).limit(1)) is not None
