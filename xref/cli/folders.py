"""Folders a run reads from and writes to, looked at before the long work begins."""

from __future__ import annotations

import os
from pathlib import Path

from xref.errors import OutputError, UsageError
from xref.report import check_target


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
    """`out`, when a report can be written there: a new folder, an empty one, or an earlier run. Raises OutputError."""
    check_target(out)
    there = next(parent for parent in (out.absolute(), *out.absolute().parents) if parent.exists())
    if not there.is_dir() or not os.access(there, os.W_OK | os.X_OK):
        raise OutputError(
            f"{out} can't be written: {there} is no folder that you may write to", "Name another with -o."
        )
    return out
