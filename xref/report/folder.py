"""A run's folder appears whole or not at all, and never takes the place of something else."""

from __future__ import annotations

import json
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from xref.errors import OutputError

RUN_FILE = "run.json"
_TOOL = "xref"


def check_target(out: Path) -> None:
    """Raises OutputError where a run could not be written to `out`: a file, or a folder of something else."""
    if out.is_symlink() or out.exists():
        if not out.is_dir():
            raise OutputError(f"{out}: is a file, not a folder", "Name another folder with -o.")
        if any(out.iterdir()) and not is_run(out):
            raise OutputError(
                f"{out}: holds files and no run of xref, so nothing was written there",
                "Name another folder with -o, or empty this one.",
            )


def is_run(folder: Path) -> bool:
    """Whether the folder holds a run that xref has written."""
    return bool(_run_file(folder))


@contextmanager
def whole(out: Path) -> Iterator[Path]:
    """Hands out a temporary sibling of `out` to write in; on success it takes the place of `out`, else it is removed.

    Files of an earlier run's folder that this tool did not write are carried over.
    Raises OutputError, naming the cause, when the disk is full or a permission is missing.
    """
    out = Path(os.path.realpath(out))
    check_target(out)
    temporary = out.parent / f".{out.name}.{secrets.token_hex(4)}.writing"
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        temporary.mkdir()
        yield temporary
        _put_in_place(temporary, out)
    except OSError as error:
        cause = error.strerror or str(error)
        raise OutputError(f"{out}: could not be written: {cause}", "Nothing was changed there.") from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _put_in_place(temporary: Path, out: Path) -> None:
    if not out.exists():
        temporary.rename(out)
        return
    earlier = out.parent / f".{out.name}.{secrets.token_hex(4)}.earlier"
    _carry_over(out, temporary)
    out.rename(earlier)
    try:
        temporary.rename(out)
    except BaseException:
        earlier.rename(out)
        raise
    shutil.rmtree(earlier, ignore_errors=True)


def _carry_over(earlier: Path, new: Path) -> None:
    """Copies what the user keeps beside a run (notes, labels) into the new folder."""
    written = {RUN_FILE, *_run_file(earlier).get("files", {})}
    for entry in sorted(earlier.iterdir()):
        if entry.name in written or (new / entry.name).exists():
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.copytree(entry, new / entry.name, symlinks=True)
        else:
            shutil.copy2(entry, new / entry.name, follow_symlinks=False)


def _run_file(folder: Path) -> dict[str, dict[str, str]]:
    try:
        content = json.loads((folder / RUN_FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) and content.get("tool") == _TOOL else {}
