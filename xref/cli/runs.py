"""Folders a run reads from and writes to, looked at before the long work begins."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from xref import report
from xref.config import Config
from xref.errors import OutputError, UsageError
from xref.progress import Progress
from xref.tables import Result

MARK = "run.json"
"""The file that tells a finished run's folder from any other."""


def checked_folder(folder: Path) -> Path:
    """`folder`, when it is one that can be read. Raises UsageError."""
    if folder.is_file():
        raise UsageError(
            f"{folder} is a file; xref checks a folder of articles", f"Give the folder it stands in: {folder.parent}"
        )
    if not folder.exists():
        raise UsageError(f"{folder}: there is no such folder")
    if not os.access(folder, os.R_OK | os.X_OK):
        raise UsageError(f"{folder} can't be read", "Check its permissions.")
    return folder


def checked_out(out: Path) -> Path:
    """`out`, when a report can be written there: new, empty, or an earlier run. Raises OutputError."""
    if out.exists() and not out.is_dir():
        raise OutputError(f"{out} is a file; the report needs a folder", "Name another with --out.")
    if out.is_dir() and any(out.iterdir()) and not (out / MARK).is_file():
        raise OutputError(
            f"{out} holds files that are no xref run", "Name a new folder with --out; xref only replaces its own runs."
        )
    there = next(parent for parent in (out.absolute(), *out.absolute().parents) if parent.exists())
    if not there.is_dir() or not os.access(there, os.W_OK | os.X_OK):
        raise OutputError(f"{out} can't be written: no permission in {there}", "Name another with --out.")
    return out


def write_run(result: Result, out: Path, config: Config, progress: Progress) -> None:
    """Writes the report beside `out` and moves it there when it is whole. Raises OutputError."""
    progress.start("writing")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{out.name}-", dir=out.parent) as beside:
            fresh = Path(beside) / "run"
            report.write(result, fresh, config.report)
            _replace(out, fresh, Path(beside) / "old")
    except OSError as error:
        raise OutputError(f"{out} can't be written: {error.strerror or error}", "Name another with --out.") from error


def _replace(out: Path, fresh: Path, old: Path) -> None:
    if out.exists():
        out.rename(old)
    try:
        fresh.rename(out)
    except OSError:
        if old.exists():
            shutil.move(old, out)
        raise
