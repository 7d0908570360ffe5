"""The files of a folder in sorted order, and what in it is not read: links, hidden files, things that are no files."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from xref.errors import UsageError
from xref.ingest.drafts import Unread


@dataclass(frozen=True, slots=True)
class Found:
    """A file, or the reason why it is not read. `path` is relative to the folder, with forward slashes."""

    path: str
    file: Path
    size: int = 0
    unread: Unread | None = None


def files(folder: Path) -> list[Found]:
    """Everything in `folder`, recursively. Raises UsageError when it is no folder that can be read."""
    if not folder.exists():
        raise UsageError(f"{folder}: there is no such folder")
    if not folder.is_dir():
        raise UsageError(
            f"{folder}: this is no folder", "xref reads a folder of articles; give it the folder that the file is in."
        )
    if not os.access(folder, os.R_OK | os.X_OK):
        raise UsageError(f"{folder}: this folder can't be read", "Check its permissions.")
    if _is_run(folder):
        raise UsageError(f"{folder}: this is a report that xref wrote", "Give the folder of the articles.")
    return sorted(_walk(folder.resolve(), folder.resolve()), key=lambda found: found.path)


def _walk(root: Path, folder: Path) -> Iterator[Found]:
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        yield Found(_relative(root, folder), folder, unread=Unread("unreadable", _cause(error)))
        return
    for entry in entries:
        yield from _entry(root, entry)


def _entry(root: Path, entry: os.DirEntry[str]) -> Iterator[Found]:
    file = Path(entry.path)
    path = _relative(root, file)
    try:
        if entry.is_symlink():
            yield Found(path, file, unread=_link(root, file))
        elif entry.name.startswith("."):
            what = "folder, with what is in it" if entry.is_dir() else "file"
            yield Found(path, file, unread=Unread("hidden", f"hidden {what}"))
        elif entry.is_dir() and _is_run(file):
            yield Found(path, file, unread=Unread("xref-run", "a report that xref wrote, with what is in it"))
        elif entry.is_dir():
            yield from _walk(root, file)
        elif not stat.S_ISREG(entry.stat().st_mode):
            yield Found(path, file, unread=Unread("not-a-file", "a pipe, socket or device"))
        else:
            yield Found(path, file, entry.stat().st_size)
    except OSError as error:
        yield Found(path, file, unread=Unread("unreadable", _cause(error)))


def _is_run(folder: Path) -> bool:
    """Whether xref wrote the folder: a report must not become the next run's evidence."""
    try:
        content = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(content, dict) and content.get("tool") == "xref"


def _link(root: Path, file: Path) -> Unread:
    """Why a link is not followed: it leads round in circles, out of the folder, or to a file that is read anyway."""
    try:
        target = file.resolve(strict=True)
    except (OSError, RuntimeError):
        return Unread("link", "a link that leads nowhere or in a circle")
    if not target.is_relative_to(root):
        return Unread("link", "a link that leaves the folder; it is not followed")
    if file.parent.resolve().is_relative_to(target):
        return Unread("link", "a link to a folder above it, which would go round in circles")
    return Unread("link", f"a link to {_relative(root, target)}, which is read in its own place")


def _relative(root: Path, file: Path) -> str:
    return _told(file.relative_to(root).as_posix())


def _told(path: str) -> str:
    """Names that are no valid text are told with escapes, so that every table can hold them."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _cause(error: OSError) -> str:
    return error.strerror or type(error).__name__
