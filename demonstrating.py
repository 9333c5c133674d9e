"""`entraide demo`: an invented directory, and four authorities whose mailboxes are open, to try the product with.

Everything is stored in one transaction, so a demonstration is there as a whole or not at all. Mailboxes are opened
as a browser opens them: keys are made here, and the service is handed what it would be handed by anybody.
"""

import os
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

import click
from nacl.utils import random as draw
from sqlalchemy import select
from sqlalchemy.orm import Session

from accounts import service as accounts
from accounts.records import Cost, Member, Newcomer, Offer, SaltHalf, SignInKey, Stretching
from accounts.vocabulary import Role, sign_in_name
from config.settings import read_settings
from core.clock import now
from core.commands import fail, opened_database
from core.errors import EntraideError
from directory.demonstration import SOURCE, demonstration_records
from directory.models import Authority
from directory.service.storing import store_demonstration
from messaging import service as messaging
from messaging.opening import FirstOfficer, Prepared, prepare
from messaging.protocol.identifiers import EntryId
from messaging.protocol.new_links import Authority as NamedAuthority
from messaging.protocol.password import Cost as StretchCost
from messaging.protocol.password import password_salt, sign_in_key, stretch
from messaging.records import Officer

FILE = "demonstration-sign-ins.txt"
ENTRIES = 1740
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
_SECRETARIAT = (("secretariat.one", "First secretary"), ("secretariat.two", "Second secretary"))
_AUTHORITIES = (("SN", "Dakar"), ("AT", "Vienna"), ("KE", "Nairobi"), ("TH", "Bangkok"))


class DemonstrationError(EntraideError):
    """The demonstration cannot be loaded here; the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class SignIn:
    """What somebody needs to try the product as one of the invented people."""

    who: str
    name: str
    password: str = field(repr=False)
    card: str = field(default="", repr=False)
    kit: str = field(default="", repr=False)


@click.command(name="demo")
@click.option("--entries", default=ENTRIES, show_default=True, type=click.IntRange(200, 200_000), help="How many.")
def demo(entries: int) -> None:
    """Load the demonstration directory, open four mailboxes, and print who may sign in and how."""
    settings = read_settings()
    path = settings.data_folder / FILE
    with opened_database() as database:
        with database.reading() as session:
            loaded = _refuse_real_entries(session)
        if not loaded:
            try:
                with database.transaction() as session:
                    sign_ins = _load(session, entries, settings.data_folder)
                    # Before the commit: what nobody could sign in to any more would be of no use.
                    _keep(path, sign_ins, settings.base_url)
            except BaseException:
                path.unlink(missing_ok=True)
                raise
    _print(path)


def _refuse_real_entries(session: Session) -> bool:
    """Return whether the demonstration is there already; raises DemonstrationError beside real entries."""
    if session.scalar(select(Authority.id).where(Authority.source == SOURCE).limit(1)) is not None:
        return True
    if session.scalar(select(Authority.id).limit(1)) is not None:
        raise DemonstrationError(
            "This directory holds real entries, and invented ones are never put beside them. Start it with"
            " `entraide serve`, or name another folder in ENTRAIDE_DATA for the demonstration."
        )
    return False


def _load(session: Session, entries: int, folder: Path) -> list[SignIn]:
    """Store the directory, the accounts and the mailboxes; return who may sign in and how."""
    store_demonstration(session, demonstration_records(entries, as_of=now().date()))
    return [*_open_secretariat(session), *_open_mailboxes(session, folder)]


def _open_secretariat(session: Session) -> Iterator[SignIn]:
    for name, title in _SECRETARIAT:
        password = _password()
        _add(session, name, Offer(Role.SECRETARIAT, None, title, "Secretariat"), password)
        yield SignIn(title, name, password)


def _open_mailboxes(session: Session, folder: Path) -> Iterator[SignIn]:
    log = messaging.open_log(folder)
    for state, city in _AUTHORITIES:
        query = select(Authority).where(Authority.source == SOURCE, Authority.external_id == f"{state}-00001")
        entry = session.scalars(query).one()
        names = entry.record["names"]
        password = _password()
        offer = Offer(Role.ADMINISTRATOR, entry.id, f"Officer in {city}", "Central authority")
        member, newcomer = _add(session, f"officer.{city.lower()}", offer, password)
        prepared = _prepare(newcomer, password, entry.id, state, names["en"])
        officer = Officer(member.id, member.sign_in_name, member.offer.name, entry.id)
        messaging.open_mailbox(session, log, officer, prepared.new)
        yield SignIn(f"{names['en']}, {state}", member.sign_in_name, password, prepared.card_text, prepared.kit_text)


def _add(session: Session, name: str, offer: Offer, password: str) -> tuple[Member, Newcomer]:
    """Open an account as its owner's browser would: the password is stretched here and never stored."""
    stored, cost, salt_half = sign_in_name(name), Cost(), draw(16)
    stretched = stretch(password, password_salt(stored, salt_half), StretchCost(cost.passes, cost.mebibytes))
    newcomer = Newcomer(Stretching(stored, SaltHalf(salt_half), cost), SignInKey(sign_in_key(stretched).reveal()))
    return accounts.add_account(session, offer, newcomer), newcomer


def _prepare(newcomer: Newcomer, password: str, entry_id: UUID, state: str, name: str) -> Prepared:
    officer = FirstOfficer(newcomer.stretching.name, newcomer.stretching.salt_half.bytes, password)
    return prepare(officer, NamedAuthority(EntryId(entry_id.bytes), state, name), int(now().timestamp()))


def _password() -> str:
    """Return four groups of five characters that cannot be taken for one another."""
    return "-".join("".join(secrets.choice(_ALPHABET) for _ in range(5)) for _ in range(4))


def _keep(path: Path, sign_ins: list[SignIn], url: str) -> None:
    """Write the sign-ins to a file that only its owner may read."""
    lines = [f"Demonstration of Entraide at {url}", "Everything in it is invented.", ""]
    for one in sign_ins:
        lines += [one.who, f"  sign-in name   {one.name}", f"  password       {one.password}"]
        lines += [f"  card           {one.card}", f"  recovery kit   {one.kit}"] if one.card else []
        lines.append("")
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write("\n".join(lines))


def _print(path: Path) -> None:
    if not path.exists():
        fail(f"the demonstration is loaded, but {path} is gone, and only it held the sign-ins: remove the data folder")
    click.echo(path.read_text(encoding="utf-8"))
    click.echo(f"(kept in {path})")
