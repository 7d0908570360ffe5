"""The folder a run writes to, looked at before the long work begins."""

from __future__ import annotations

import os
from pathlib import Path

from xref.errors import OutputError
from xref.report import check_target


def checked_out(out: Path) -> Path:
    """`out`, when a report can be written there: a new folder, an empty one, or an earlier run. Raises OutputError."""
    check_target(out)
    there = next(parent for parent in (out.absolute(), *out.absolute().parents) if parent.exists())
    if not there.is_dir() or not os.access(there, os.W_OK | os.X_OK):
        raise OutputError(
            f"{out} can't be written: {there} is no folder that you may write to", "Name another with -o."
        )
    return out
