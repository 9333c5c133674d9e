"""The commands of the directory: import, review, apply, roll back, and the profiles."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn
from uuid import UUID

import click
import orjson
from sqlalchemy.orm import Session

from config.settings import read_settings
from core.actor import Actor
from core.commands import actor_named, fail, opened_database
from directory.importing.options import Options
from directory.importing.problems import ChangeSetError, FileRefusedError
from directory.importing.profiles import all_profiles
from directory.search_cli import search
from directory.service.applying import Applied, apply_change_set, withdraw_change_set
from directory.service.imports import ImportResult, Submission, run_import
from directory.service.reviewing import change_set_summary, first_changes
from directory.service.rolling_back import roll_back

_SHOWN = 20
Settling = Callable[[Session, UUID, Actor], Applied]


@click.group()
def directory() -> None:
    """Import, search and publish the directory of authorities."""


directory.add_command(search)


@directory.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--profile", default="", help="How the list is read; found out from its columns if not given.")
@click.option("--source", default="", help="The source under which its entries are kept; the profile's if not given.")
@click.option("--encoding", default="", help="The encoding of a text table, such as windows-1250.")
@click.option("--state", default="", help="The State of all rows, for a list without a column for it.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and keep nothing.")
@click.option("--as", "name", default=None, help="Who submits it: a sign-in name, else a name of your own.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as one line of JSON, the last one.")
def import_command(  # noqa: PLR0913  (one parameter an option)
    *, file: Path, profile: str, source: str, encoding: str, state: str, dry_run: bool, name: str | None, as_json: bool
) -> None:
    """Read FILE, compare it with the directory, and keep what would change for a second person to apply."""
    with opened_database() as database:
        with database.reading() as session:
            actor = actor_named(session, name)
        options = Options(profile, source, encoding, state)
        submission = Submission(file, file.name, options, actor, read_settings().upload_limit, dry=dry_run)
        try:
            result = run_import(database, submission, _show_progress)
        except FileRefusedError as error:
            _refuse(error.to_dict(), as_json=as_json)
    if as_json:
        _print_json(result.to_dict())
    else:
        _print_result(result, dry_run=dry_run)


def _refuse(refused: dict[str, object], *, as_json: bool) -> NoReturn:
    if as_json:
        _print_json({"refused": refused})
    fail(str(refused["reason"]))


def _show_progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        click.echo(f"\r{done:,} of {total:,} rows", nl=False, err=True)


def _print_json(value: object) -> None:
    click.echo(orjson.dumps(value).decode())


def _print_result(result: ImportResult, *, dry_run: bool) -> None:
    reading = result.reading
    click.echo(f"Read as {reading.profile} ({reading.kind}{', ' + reading.encoding if reading.encoding else ''}).")
    if not reading.encoding_certain:
        others = ", ".join(reading.encoding_alternatives) or "none fits as well"
        click.echo(f"The encoding is a proposal; others: {others}. Choose one with --encoding.")
    click.echo(
        f"{result.added} added, {result.changed} changed, {result.unchanged} unchanged, {result.missing} missing "
        f"from the file, {len(result.rejected)} rejected, {result.warnings} with warnings."
    )
    for problem in result.rejected[:_SHOWN]:
        told = problem.to_dict()
        click.echo(f"  row {told['row']}, {told['column'] or '–'}: {told['value']!r}: {told['reason']}")
    if len(result.rejected) > _SHOWN:
        click.echo(f"  … and {len(result.rejected) - _SHOWN} more; --json lists them all.")
    if result.changeset:
        click.echo(
            f"It waits as {result.changeset}. Apply it with: entraide directory apply {result.changeset} --as NAME"
        )
    elif dry_run:
        click.echo("A dry run: nothing was kept.")
    else:
        click.echo("There is nothing to apply.")


@directory.command()
@click.argument("change_set", type=click.UUID)
@click.option("--json", "as_json", is_flag=True, help="Print it as one line of JSON.")
def review(*, change_set: UUID, as_json: bool) -> None:
    """Show what the import CHANGE_SET would change, or changed."""
    with opened_database() as database, database.reading() as session:
        summary = change_set_summary(session, change_set)
        listed = first_changes(session, change_set)
    if as_json:
        _print_json(summary)
        return
    click.echo(f"{summary['file_name']}: {summary['status']}, submitted by {summary['submitted_by']}")
    for key in ("added", "changed", "unchanged", "missing", "warnings"):
        click.echo(f"  {key}: {summary[key]}")
    for change in listed:
        click.echo(f"  row {change.row} {change.action}: {change.state} {change.name}")
        for one in change.fields:
            click.echo(f"      {one.field}: {one.old or '(empty)'} → {one.new or '(empty)'}")


@directory.command("apply")
@click.argument("change_set", type=click.UUID)
@click.option("--as", "name", required=True, help="Who applies it: not the one who submitted it.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as one line of JSON.")
def apply_command(*, change_set: UUID, name: str, as_json: bool) -> None:
    """Apply the import CHANGE_SET, as a second person."""
    _settle(apply_change_set, change_set, name, as_json=as_json)


@directory.command()
@click.argument("change_set", type=click.UUID)
@click.option("--as", "name", required=True, help="Who takes it back.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as one line of JSON.")
def rollback(*, change_set: UUID, name: str, as_json: bool) -> None:
    """Put everything that the applied import CHANGE_SET touched back to what it was."""
    _settle(roll_back, change_set, name, as_json=as_json)


@directory.command()
@click.argument("change_set", type=click.UUID)
@click.option("--as", "name", required=True, help="Who puts it away.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as one line of JSON.")
def withdraw(*, change_set: UUID, name: str, as_json: bool) -> None:
    """Put the waiting import CHANGE_SET away without applying it."""
    _settle(withdraw_change_set, change_set, name, as_json=as_json)


def _settle(act: Settling, change_set: UUID, name: str, *, as_json: bool) -> None:
    with opened_database() as database:
        try:
            with database.transaction() as session:
                done = act(session, change_set, actor_named(session, name))
        except ChangeSetError as error:
            _refuse({"reason": str(error)}, as_json=as_json)
    if as_json:
        told = {"changeset": str(done.id), "status": done.status, "added": done.added, "changed": done.changed}
        _print_json(told)
    else:
        click.echo(f"{done.status}: {done.added} added, {done.changed} changed.")


@directory.command()
@click.option("--json", "as_json", is_flag=True, help="Print them as one line of JSON.")
def profiles(*, as_json: bool) -> None:
    """List the profiles with which files are read."""
    if as_json:
        _print_json({name: one.title for name, one in all_profiles().items()})
        return
    for name, one in all_profiles().items():
        click.echo(f"{name:24} {one.title}")
