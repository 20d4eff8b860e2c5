"""The command line: arguments to settings to flow. Each command imports what it needs when it is called."""

import sys
from importlib import import_module

import click

from expectations.errors import OnrecordError

# command: module of flows.commands that defines it, as a click command of that name
_COMMANDS = {
    "run": "run",
    "serve": "run",
    "versions": "history",
    "diff": "history",
    "rollback": "history",
    "checkout": "history",
    "gc": "history",
    "verify": "history",
    "repair": "history",
    "describe": "reading",
    "query": "reading",
    "export": "reading",
    "show": "reading",
    "explain": "reading",
    "entities": "entities",
    "report": "quality",
    "quarantine": "quality",
    "doctor": "quality",
}


class _Commands(click.Group):
    """A group that imports a command's module when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"flows.commands.{_COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, cmd_name)
        return command


@click.command(cls=_Commands)
@click.version_option(package_name="onrecord")
def onrecord() -> None:
    """Who said what, who did what, and on whose word: raw news in, validated Parquet tables out."""


def main() -> None:
    """Run the command line; errors that say what to do next are printed without a traceback."""
    try:
        onrecord()
    except OnrecordError as error:
        click.echo(f"onrecord: {error}", err=True)
        sys.exit(error.exit_code)


if __name__ == "__main__":
    main()
