"""The command line: one file a command, errors told once, here."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper

import click

from xref import __version__
from xref.cli.group import CommandGroup
from xref.cli.quiet import silence_libraries


@click.group(
    cls=CommandGroup,
    commands_in={
        "check": "xref.cli.check",
        "explain": "xref.cli.explain",
        "claims": "xref.cli.claims",
        "init": "xref.cli.init",
        "config": "xref.cli.config",
    },
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "-V", "--version", prog_name="xref", message="%(prog)s %(version)s")
def cli() -> None:
    """Check a folder of news articles, claim by claim.

    Who reports it, how many independent origins stand behind it, and who contradicts it.

    xref tells corroboration, not truth. It works offline.
    """


def main() -> None:
    """Runs the command line and ends the process with its exit code."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    silence_libraries()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # articles hold letters that the terminal's encoding may lack
    try:
        cli(prog_name="xref")
    except KeyboardInterrupt:  # before a command had begun
        sys.exit(130)


__all__ = ["cli", "main"]
