"""What every command needs: an opened database, a named person, and one way to fail."""

import getpass
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NoReturn
from uuid import NAMESPACE_URL, uuid5

import click
from alembic.util.exc import CommandError
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from config.settings import SettingsError, read_settings
from core.actor import Actor
from core.database import Database
from core.errors import EntraideError
from core.migrating import is_current, migrate

AccountLookup = Callable[[Session, str], Actor | None]
_lookups: list[AccountLookup] = []


@contextmanager
def opened_database() -> Iterator[Database]:
    """Give the database of the settings, migrated; errors meant for people end the command with status 1."""
    try:
        database = Database(read_settings().database_url)
        try:
            _bring_up_to_date(database)
            yield database
        finally:
            database.dispose()
    except (EntraideError, SettingsError) as error:
        fail(str(error))


def _bring_up_to_date(database: Database) -> None:
    try:
        if not is_current(database):
            migrate(database)
    except DBAPIError as error:
        why = " ".join(str(error.orig).split())
        fail(f"the database cannot be used: {why}. Check DATABASE_URL, and that its server runs")
    except CommandError as error:
        fail(f"the database is of another version of the product: {error}. Install the newest version")


def fail(message: str) -> NoReturn:
    """Say on standard error what is wrong and end with status 1."""
    click.echo(f"entraide: {message}", err=True)
    sys.exit(1)


def know_accounts(lookup: AccountLookup) -> None:
    """Let *lookup* answer who an account's sign-in name belongs to; wired by the root of the commands."""
    if lookup not in _lookups:
        _lookups.append(lookup)


def actor_named(session: Session, name: str | None) -> Actor:
    """Return the account with the sign-in name *name*, else the operator of this machine who goes by it.

    Whoever may run commands here holds the database anyway; the name is what the audit trail and the rule
    of two persons rest on. One name is one person, however it is written.
    """
    wanted = (name or getpass.getuser()).strip()
    for lookup in _lookups:
        found = lookup(session, wanted)
        if found is not None:
            return found
    return Actor(uuid5(NAMESPACE_URL, f"entraide:operator:{wanted.casefold()}"), wanted)
