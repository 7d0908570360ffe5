"""Prints a table's rows to standard output, for people or for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

import click
import pandas as pd
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from xref.cli.terminal import shown

PIPE_WIDTH = 200
JSON_COLUMNS = ("quantities", "names", "roles")
"""Columns whose cells are JSON text; a JSON line shows them as what they are."""


def print_table(frame: pd.DataFrame, columns: Sequence[str]) -> None:
    """The named columns, for reading; as wide as the terminal."""
    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = PIPE_WIDTH
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for name in columns:
        table.add_column(name, overflow="fold", no_wrap=name in ("path", "start"))
    for row in frame[list(columns)].to_numpy().tolist():
        table.add_row(*(Text(shown(str(cell))) for cell in row))
    console.print(table)


def print_csv(frame: pd.DataFrame, columns: Sequence[str]) -> None:
    """All columns as CSV, safe to open in a spreadsheet."""
    from xref.report.csv_files import csv_text

    click.echo(csv_text(frame).encode("utf-8", "replace"), nl=False)


def print_json_lines(frame: pd.DataFrame, columns: Sequence[str]) -> None:
    """All columns, a JSON object a line."""
    for row in json.loads(frame.to_json(orient="records")):
        for name in JSON_COLUMNS:
            if name in row:
                row[name] = json.loads(row[name])
        click.echo(json.dumps(row, ensure_ascii=False))


PRINTERS: dict[str, Callable[[pd.DataFrame, Sequence[str]], None]] = {
    "table": print_table,
    "csv": print_csv,
    "jsonl": print_json_lines,
}
"""The values of `--format`; each takes the table and the columns that matter most."""
