"""`xref claims`: what a folder's articles claim, before anything is compared."""

from __future__ import annotations

from pathlib import Path

import click

from xref.cli.options import config_options, folder_argument, language_option, language_override, talk_options

FORMATS = ("table", "csv", "jsonl")
CLAIM_COLUMNS = ("path", "start", "speaker", "stance_of_speaker", "statement")
DROPPED_COLUMNS = ("path", "start", "reason", "quote")
"""What the table shows of each row."""


@click.command(short_help="Print the claims of a folder, without comparing them.")
@folder_argument
@click.option("--dropped", is_flag=True, help="Print the sentences that are no claims, with the reason.")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="How to print them."
)
@config_options
@language_option
@talk_options
def command(
    folder: Path,
    dropped: bool,
    form: str,
    config_file: Path | None,
    overrides: tuple[str, ...],
    language: str | None,
    verbose: int,
    quiet: bool,
) -> None:
    """Print the claims in the articles of FOLDER to standard output.

    The table shows the most telling columns; csv and jsonl (a JSON object a line) show all.
    """
    from xref.cli.models import require_models
    from xref.settings import load_config

    config = load_config(config_file, [*overrides, *language_override(language)]).config
    require_models(config)

    from xref.cli.rows import PRINTERS
    from xref.cli.terminal import Terminal
    from xref.pipeline import claims_in

    terminal = Terminal(quiet, verbose)
    with terminal.running():
        claims, rest = claims_in(folder, config, terminal)
    frame, columns = (rest, DROPPED_COLUMNS) if dropped else (claims, CLAIM_COLUMNS)
    PRINTERS[form](frame.sort_values(["path", "start", "end"], kind="stable"), columns)
