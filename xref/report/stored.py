"""A finished run read back from its folder."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
from pandera.errors import SchemaError

from xref import tables
from xref.errors import RunUnreadable
from xref.report.folder import RUN_FILE
from xref.report.public import SCHEMA_VERSION, public_tables
from xref.report.sqlite_file import FILE_NAME, META
from xref.tables import Result

_MODELS: dict[str, type[Any]] = {
    "articles": tables.Articles,
    "blocks": tables.Blocks,
    "skipped": tables.Skipped,
    "claims": tables.Claims,
    "dropped": tables.Dropped,
    "attributions": tables.Attributions,
    "stories": tables.Stories,
    "candidates": tables.Candidates,
    "pairs": tables.Pairs,
    "memberships": tables.Memberships,
    "copies": tables.Copies,
    "citations": tables.Citations,
    "origins": tables.Origins,
    "findings": tables.Findings,
    "positions": tables.Positions,
    "clusters": tables.Clusters,
    "sources": tables.Sources,
}
_AGAIN = "Run `xref check` again into that folder."


@dataclass(frozen=True)
class StoredRun:
    """A run as it was written.

    `result` has the tables as the rooms made them; `tables` the joined ones, by name, as the files show them (claims
    with cluster_id, position_id, origin_id; articles with claims and story_id; pairs with cluster_id).
    """

    folder: Path
    info: dict[str, Any]
    result: Result
    tables: dict[str, pd.DataFrame]


def load_run(folder: Path) -> StoredRun:
    """Reads the run in `folder` from its xref.sqlite and run.json, changing nothing.

    Raises RunUnreadable when there is no run, when it is half-written, or when another version wrote it.
    """
    folder = Path(folder)
    info = _info(folder)
    path = folder / FILE_NAME
    if not path.is_file():
        raise RunUnreadable(f"{folder}: the run has no {FILE_NAME}", "Run `xref check` with the format sqlite.")
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            frames = _frames(connection, folder)
    except (sqlite3.Error, pd.errors.DatabaseError, KeyError, SchemaError) as error:
        raise RunUnreadable(f"{path}: can't be read: {error}", _AGAIN) from error
    result = Result(**frames, info=info)
    return StoredRun(folder, info, result, public_tables(result))


def _info(folder: Path) -> dict[str, Any]:
    path = folder / RUN_FILE
    if not path.is_file():
        raise RunUnreadable(
            f"{folder}: holds no run of xref ({RUN_FILE} is missing)", "Name the folder `xref check` wrote."
        )
    try:
        info = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise RunUnreadable(f"{path}: can't be read: {error}", _AGAIN) from error
    found = info.get("schema_version") if isinstance(info, dict) else None
    if found != SCHEMA_VERSION:
        raise RunUnreadable(f"{path}: schema version {found!r}, this xref reads {SCHEMA_VERSION}", _AGAIN)
    return dict(info)


def _frames(connection: sqlite3.Connection, folder: Path) -> dict[str, pd.DataFrame]:
    meta = dict(connection.execute(f"select name, value from {META}"))  # noqa: S608 - a constant
    if meta.pop("schema_version", None) != SCHEMA_VERSION:
        raise RunUnreadable(f"{folder}: {FILE_NAME} is of another version than {RUN_FILE}", _AGAIN)
    frames = {name: tables.checked(model, _read(connection, name, meta, folder)) for name, model in _MODELS.items()}
    frames["signals"] = _read(connection, "signals", meta, folder)
    return frames


def _read(connection: sqlite3.Connection, name: str, meta: dict[str, int], folder: Path) -> pd.DataFrame:
    known = connection.execute("select 1 from sqlite_master where type = 'table' and name = ?", (name,)).fetchone()
    frame = pd.read_sql_query(f'select * from "{name}"', connection) if known else pd.DataFrame()  # noqa: S608 - our names
    if len(frame) != meta.get(f"rows of {name}"):
        raise RunUnreadable(f"{folder}: {FILE_NAME} is half-written (table {name})", _AGAIN)
    return frame
