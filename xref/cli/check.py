"""`xref check`: a folder of articles in, the corroboration report out."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from xref.cli.options import config_options, folder_argument, language_option, language_override, talk_options

FAIL_ON = ("disputed", "updated", "echoed", "single-origin", "finding", "skipped")


@click.command(short_help="Check a folder of articles and write the report.")
@folder_argument
@click.option(
    "-o",
    "--out",
    metavar="OUT",
    type=click.Path(path_type=Path),
    help="Folder of the report. [default: reports/<name of FOLDER>]",
)
@config_options
@language_option
@click.option(
    "--fail-on", multiple=True, type=click.Choice(FAIL_ON),
    help="End with exit code 1 when a cluster has this status, or there is a finding or a skipped file (not counting "
    "hidden files and reports of xref); may be repeated.",
)  # fmt: skip
@talk_options
def command(
    folder: Path,
    out: Path | None,
    config_file: Path | None,
    overrides: tuple[str, ...],
    language: str | None,
    fail_on: tuple[str, ...],
    verbose: int,
    quiet: bool,
) -> None:
    """Check a FOLDER of articles and write the report to OUT.

    Reads .txt, .md, .html, .json, .jsonl, .csv and .pdf files of FOLDER and its subfolders, and writes report.html,
    report.json, xref.sqlite, run.json and a CSV file for every table.

    Exit codes: 0 done, 1 --fail-on met, 2 wrong usage or config, 3 nothing readable, 4 a model is missing,
    130 interrupted.
    """
    from xref.cli.models import require_models
    from xref.settings import load_config

    config = load_config(config_file, [*overrides, *language_override(language)]).config
    require_models(config)

    from xref.cli.folders import checked_out
    from xref.cli.summary import failures, summary_lines
    from xref.cli.terminal import Terminal, talk_dropped

    out = checked_out(out or Path("reports") / folder.resolve().name)
    terminal = Terminal(quiet, verbose)
    with terminal.running():
        from xref import report
        from xref.pipeline import check

        result = check(folder, config, terminal)
        report.write(result, out, config.report, terminal)
    if verbose > 1:
        talk_dropped(result.dropped)
    if not quiet:
        for line in summary_lines(result, out):
            click.echo(line, err=True)
    met = failures(result, fail_on)
    if met:
        click.echo(f"xref: --fail-on met: {', '.join(met)}", err=True)
        sys.exit(1)
