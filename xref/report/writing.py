"""Writes a run: every file of the chosen formats, and run.json last."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from xref.config import ReportConfig
from xref.errors import OutputError
from xref.progress import Progress, Silent
from xref.report.csv_files import write_csv
from xref.report.folder import RUN_FILE, whole
from xref.report.json_file import write_json
from xref.report.page import write_page
from xref.report.public import SCHEMA_VERSION, public_tables
from xref.report.sqlite_file import write_sqlite
from xref.tables import Result


@dataclass(frozen=True)
class _Run:
    """What a writer of files gets."""

    result: Result
    tables: dict[str, pd.DataFrame]
    config: ReportConfig


_WRITERS: dict[str, Callable[[_Run, Path], list[str]]] = {
    "csv": lambda run, folder: write_csv(run.tables, folder),
    "json": lambda run, folder: write_json(run.tables, run.result.info, folder),
    "sqlite": lambda run, folder: write_sqlite(run.tables, run.result, folder),
    "html": lambda run, folder: write_page(run.result, run.tables, run.config, folder),
}
"""How each format of `[report] formats` is written; each returns the names of its files."""


def write(result: Result, out: Path, config: ReportConfig, progress: Progress | None = None) -> tuple[Path, ...]:
    """Writes the files of a run into the folder `out`, whole or not at all.

    An earlier run in `out` is replaced once the new one is complete; a folder that holds anything else is refused.
    Same result, same bytes, but for the timings in run.json. Returns the written paths, sorted.

    Raises OutputError naming the cause: a full disk, a missing permission, a folder in use for something else.
    """
    progress = progress or Silent()
    progress.start("writing", len(config.formats) + 1)
    run = _Run(result, public_tables(result), config)
    names: list[str] = []
    with whole(out) as folder:
        try:
            for name in sorted(set(config.formats)):
                names += _WRITERS[name](run, folder)
                progress.advance()
        except sqlite3.Error as error:
            raise OutputError(
                f"{out}: the SQLite file could not be written: {error}", "Nothing was changed there."
            ) from error
        content = _run_content(run, names, folder)
        (folder / RUN_FILE).write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        progress.advance()
    return tuple(sorted(Path(out) / name for name in [*names, RUN_FILE]))


def _run_content(run: _Run, names: list[str], folder: Path) -> dict[str, Any]:
    return {
        "tool": "xref",
        "schema_version": SCHEMA_VERSION,
        **run.result.info,
        "rows": {name: len(frame) for name, frame in run.tables.items()},
        "files": {name: _sha256(folder / name) for name in sorted(names)},
    }


def _sha256(path: Path) -> str:
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()
