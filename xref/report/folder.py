"""A run's folder appears whole or not at all, and never takes the place of something else."""

from __future__ import annotations

import errno
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
_NOT_MOVABLE = (errno.EBUSY, errno.EXDEV, errno.EACCES, errno.EPERM)


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
    """Hands out a temporary folder to write in; on success it takes the place of `out`, else it is removed.

    Files of an earlier run's folder that this tool did not write are carried over.
    Raises OutputError, naming the cause, when the disk is full or a permission is missing.
    """
    out = Path(os.path.realpath(out))
    check_target(out)
    temporary: Path | None = None
    try:
        temporary = _temporary(out)
        yield temporary
        _put_in_place(temporary, out)
    except OSError as error:
        cause = error.strerror or str(error)
        raise OutputError(f"{out}: could not be written: {cause}", "Nothing was changed there.") from error
    finally:
        if temporary is not None:
            shutil.rmtree(temporary, ignore_errors=True)


def _temporary(out: Path) -> Path:
    """A new folder beside `out`, or in it where only `out` itself may be written to."""
    out.parent.mkdir(parents=True, exist_ok=True)
    name = f".{out.name}.{secrets.token_hex(4)}.writing"
    try:
        (out.parent / name).mkdir()
    except PermissionError:
        if not out.is_dir():
            raise
        (out / name).mkdir()
        return out / name
    return out.parent / name


def _put_in_place(temporary: Path, out: Path) -> None:
    if not out.exists():
        temporary.rename(out)
        return
    written = sorted(entry.name for entry in temporary.iterdir())
    if temporary.parent == out:
        _fill(out, temporary, written)
        return
    _carry_over(out, temporary)
    earlier = out.parent / f".{out.name}.{secrets.token_hex(4)}.earlier"
    try:
        out.rename(earlier)
        temporary.rename(out)
    except OSError as error:
        _put_back(earlier, out)
        if error.errno not in _NOT_MOVABLE:
            raise
        _fill(out, temporary, written)
    except BaseException:
        _put_back(earlier, out)
        raise
    shutil.rmtree(earlier, ignore_errors=True)


def _put_back(earlier: Path, out: Path) -> None:
    if earlier.exists() and not out.exists():
        earlier.rename(out)


def _fill(out: Path, temporary: Path, written: list[str]) -> None:
    """Puts the files into `out` one by one, where `out` is a mount point or its parent is closed.

    They are copied under other names first, so that a full disk shows before anything is replaced; run.json goes last.
    """
    stale = _written_files(out) - set(written)
    ordered = sorted(written, key=lambda name: (name == RUN_FILE, name))
    try:
        for name in ordered:
            shutil.copyfile(temporary / name, out / f".{name}.writing")
        for name in ordered:
            (out / f".{name}.writing").replace(out / name)
    finally:
        for name in ordered:
            (out / f".{name}.writing").unlink(missing_ok=True)
    for name in stale:
        (out / Path(name).name).unlink(missing_ok=True)


def _carry_over(earlier: Path, new: Path) -> None:
    """Copies what the user keeps beside a run (notes, labels) into the new folder."""
    written = {RUN_FILE, *_written_files(earlier)}
    for entry in sorted(earlier.iterdir()):
        if entry.name in written or (new / entry.name).exists():
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.copytree(entry, new / entry.name, symlinks=True)
        else:
            shutil.copy2(entry, new / entry.name, follow_symlinks=False)


def _written_files(folder: Path) -> set[str]:
    files = _run_file(folder).get("files")
    return set(files) if isinstance(files, dict) else set()


def _run_file(folder: Path) -> dict[str, object]:
    try:
        content = json.loads((folder / RUN_FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) and content.get("tool") == _TOOL else {}
