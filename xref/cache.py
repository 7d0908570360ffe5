"""A cache of computed values on disk, keyed by what they were computed from.

One SQLite file; keys are digests of text, model name and version, values are raw bytes (float16 vectors, float32
scores). Nothing is unpickled. A cache that is damaged, locked or on a full disk is passed over with a warning:
it only ever saves time.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from pathlib import Path


def default_folder() -> Path:
    """The user's cache folder for xref (`$XDG_CACHE_HOME/xref` or `~/.cache/xref`)."""
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - without a home folder, Path.home() would raise
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "xref"


def digest(*parts: str) -> str:
    """Key of a value: SHA-256 over its parts, each with its length, so that ("a", "bc") is not ("ab", "c")."""
    hashed = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        hashed.update(len(data).to_bytes(8, "little"))
        hashed.update(data)
    return hashed.hexdigest()


class Cache:
    """Bytes by key. With `path` None nothing is kept."""

    def __init__(self, path: Path | None, warn: Callable[[str], None] = lambda message: None) -> None:
        self.path = path
        self._warn = warn
        if path is not None:
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                with closing(self._connect()) as connection, connection:
                    connection.execute(
                        "create table if not exists cache (key text primary key, value blob) without rowid"
                    )
            except (OSError, sqlite3.Error) as error:
                self._give_up(error)

    def get(self, keys: Sequence[str]) -> dict[str, bytes]:
        """The known values among `keys`."""
        found: dict[str, bytes] = {}
        if self.path is None:
            return found
        try:
            with closing(self._connect()) as connection:
                for at in range(0, len(keys), 500):
                    some = keys[at : at + 500]
                    marks = ",".join("?" * len(some))
                    query = f"select key, value from cache where key in ({marks})"  # noqa: S608 - marks are ?,?
                    found.update(connection.execute(query, some))
        except sqlite3.Error as error:
            self._give_up(error)
            return {}
        return found

    def put(self, values: Iterable[tuple[str, bytes]]) -> None:
        """Keeps values; an existing key is replaced."""
        if self.path is None:
            return
        try:
            with closing(self._connect()) as connection, connection:
                connection.executemany("insert or replace into cache values (?, ?)", values)
        except sqlite3.Error as error:
            self._give_up(error)

    def _connect(self) -> sqlite3.Connection:
        assert self.path is not None
        return sqlite3.connect(self.path, timeout=5)

    def _give_up(self, error: Exception) -> None:
        self._warn(f"cache {self.path} can't be used ({error}); going on without it")
        self.path = None
