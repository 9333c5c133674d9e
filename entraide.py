"""The command `entraide`: one root, whose groups are loaded when they are used."""

import importlib
import sys
from typing import Any

import click

from config.settings import SettingsError

GROUPS = {
    "directory": "directory.cli:directory",
    "accounts": "accounts.cli:accounts",
    "demo": "demonstrating:demo",
    "serve": "serving:serve",
    "migrate": "serving:migrate_command",
    "doctor": "serving:doctor",
    "ready": "serving:ready",
}


class LazyGroups(click.Group):
    """A group that imports a command only when somebody asks for it, so that `--help` is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return sorted(GROUPS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command *cmd_name*, or None if there is none."""
        if cmd_name not in GROUPS:
            return None
        module, _, name = GROUPS[cmd_name].partition(":")
        command: click.Command = getattr(importlib.import_module(module), name)
        return command

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  (click's own signature)
        """Run the command that was asked for; wrong settings end it in one line, wherever they are read."""
        try:
            return super().invoke(ctx)
        except SettingsError as error:
            click.echo(f"entraide: {error}", err=True)
            sys.exit(1)


@click.command(cls=LazyGroups, context_settings={"help_option_names": ["-h", "--help"]})
@click.pass_context
def main(context: click.Context) -> None:
    """Entraide: a directory of competent national authorities, and a channel that only they can read."""
    if context.invoked_subcommand == "directory":
        _know_accounts()


def _know_accounts() -> None:
    """Let `--as NAME` of the directory's commands mean an account, which that room does not know."""
    from accounts.service import actor_by_name
    from core.commands import know_accounts

    know_accounts(actor_by_name)


if __name__ == "__main__":
    main()
