"""`xref config`: each setting, its value and where it came from."""

from __future__ import annotations

from pathlib import Path

import click

from xref.cli.options import config_options


@click.command(short_help="Show each setting and where its value came from.")
@config_options
def command(config_file: Path | None, overrides: tuple[str, ...]) -> None:
    """Show each setting, its value, and where that came from.

    A value comes from the defaults, a file, the environment (XREF_SECTION__KEY) or --set, the later the stronger.
    What is printed is itself a config file.
    """
    from xref.cli.settings_text import values_with_origins
    from xref.settings import load_config

    click.echo(values_with_origins(load_config(config_file, overrides)), nl=False)
