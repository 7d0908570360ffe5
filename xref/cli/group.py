"""The group of commands: loads each on first use, and turns errors into a message, a hint and an exit code."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from xref.errors import XrefError

INTERRUPTED = 130


class _Told(click.ClickException):
    """An XrefError on its way to the user."""

    def __init__(self, error: XrefError) -> None:
        super().__init__(error.message)
        self.exit_code = error.exit_code  # type: ignore[misc]  # click reads it from the instance
        self._hint = error.hint

    def show(self, file: Any = None) -> None:
        """Writes message and hint to stderr."""
        click.echo(f"xref: {_harmless(self.message)}", err=True)
        if self._hint:
            click.echo(f"      {self._hint}", err=True)


class _Interrupted(click.ClickException):
    """The user pressed Ctrl-C."""

    exit_code = INTERRUPTED

    def show(self, file: Any = None) -> None:
        """Writes one line to stderr."""
        click.echo(f"xref: {self.message}", err=True)


def _harmless(message: str) -> str:
    """The message without what could steer the terminal: it may hold names of files."""
    return "".join(c if c.isprintable() or c == "\n" else "\ufffd" for c in message)


class CommandGroup(click.Group):
    """Commands by name, each in a module of its own that is imported when it is called.

    Parameters
    ----------
    commands_in : command name to the module that holds it, as the module's `command`.
    """

    def __init__(self, *args: Any, commands_in: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._commands_in = commands_in

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of the commands, in the order a newcomer needs them."""
        return list(self._commands_in)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, None when there is none."""
        if cmd_name not in self._commands_in:
            return None
        command: click.Command = import_module(self._commands_in[cmd_name]).command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command; what it raises for the user is told without a traceback."""
        try:
            return super().invoke(ctx)
        except XrefError as error:
            raise _Told(error) from error
        except KeyboardInterrupt as error:
            raise _Interrupted("interrupted; nothing was written") from error
