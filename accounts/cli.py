"""The commands of accounts: who runs them holds the machine, and acts in his own name."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

import click
from sqlalchemy.orm import Session

from accounts import service
from accounts.errors import NoSuchAccountError
from accounts.records import Member, Offer, Operator
from accounts.vocabulary import Role
from config.settings import read_settings
from core.commands import actor_named, opened_database

AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print one line of JSON.")


@click.group()
def accounts() -> None:
    """Open, close and list accounts; make tokens for programs."""


@accounts.command("open-authority")
@click.argument("authority_id", type=click.UUID)
@click.argument("name")
def open_authority(authority_id: UUID, name: str) -> None:
    """Invite NAME as the first administrator of an authority, and print the link."""
    with _acting() as (session, operator):
        token = service.open_authority(session, authority_id, name, operator)
    _print_link(token)


@accounts.command()
@click.argument("name")
@click.option("--role", type=click.Choice([role.value for role in Role]), required=True, help="What NAME shall be.")
@click.option("--authority", "authority_id", type=click.UUID, help="The id of the authority's entry.")
@click.option("--post", default="", help="Post or function.")
@click.option("--email", help="E-mail address; it becomes the proposed name to sign in with.")
def invite(name: str, role: str, authority_id: UUID | None, post: str, email: str | None) -> None:
    """Invite NAME and print the link; it works once, within seven days."""
    with _acting() as (session, operator):
        token = service.invite(session, Offer(Role(role), authority_id, name.strip(), post, email), operator)
    _print_link(token)


@accounts.command()
@click.argument("name")
def disable(name: str) -> None:
    """Close the account that signs in as NAME, and end its sign-ins."""
    with _acting() as (session, operator):
        ended = service.disable(session, _member(session, name).id, operator)
    click.echo(f"{name} is closed; {len(ended)} sign-ins ended")


@accounts.command()
@click.argument("name")
def enable(name: str) -> None:
    """Open the closed account that signs in as NAME again."""
    with _acting() as (session, operator):
        service.enable(session, _member(session, name).id, operator)
    click.echo(f"{name} is open")


@accounts.command()
@click.argument("name")
def unlock(name: str) -> None:
    """Let NAME sign in at once after too many failed attempts."""
    with _acting() as (session, operator):
        service.unlock(session, _member(session, name).id, operator)
    click.echo(f"{name} may try again")


@accounts.command("list")
@AS_JSON
def list_accounts(*, as_json: bool) -> None:
    """Print every account: its name, role, authority, and whether it is closed."""
    with opened_database() as database, database.reading() as session:
        members = service.all_members(session)
    if as_json:
        click.echo(json.dumps([_plain(member) for member in members], ensure_ascii=False))
        return
    for member in members:
        place = member.offer.authority_id or "-"
        state = "closed" if member.disabled_at else "open"
        click.echo(f"{member.sign_in_name}\t{member.offer.role}\t{place}\t{state}\t{member.offer.name}")


@accounts.command()
@click.argument("name")
@click.option("--revoke", is_flag=True, help="Revoke every token of NAME instead.")
def token(name: str, *, revoke: bool) -> None:
    """Print a bearer token, once, as the last line.

    NAME is an account's sign-in name, as which the token then acts, or any new label: that token only reads
    the directory.
    """
    with _acting() as (session, operator):
        if revoke:
            said = f"{service.revoke_tokens(session, name, operator)} tokens of {name} revoked"
        else:
            said = service.make_token(session, name, operator)
    click.echo(said)


@contextmanager
def _acting() -> Iterator[tuple[Session, Operator]]:
    """Give a transaction, and whoever runs this command."""
    with opened_database() as database, database.transaction() as session:
        yield session, Operator(actor_named(session, None))


def _member(session: Session, name: str) -> Member:
    found = service.member_named(session, name)
    if found is None:
        raise NoSuchAccountError(name=name)
    return found


def _print_link(made: str) -> None:
    click.echo(f"{read_settings().base_url}/invitation/{made}")


def _plain(member: Member) -> dict[str, object]:
    return {
        "id": str(member.id),
        "sign_in_name": member.sign_in_name,
        "name": member.offer.name,
        "post": member.offer.post,
        "role": member.offer.role.value,
        "authority": str(member.offer.authority_id) if member.offer.authority_id else None,
        "created_at": member.created_at.isoformat(),
        "disabled_at": member.disabled_at.isoformat() if member.disabled_at else None,
    }
