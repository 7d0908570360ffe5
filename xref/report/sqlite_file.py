"""All tables of a run as one SQLite file, with indexes for the joins people make."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pandas as pd
import sqlite_utils

from xref.report.public import SCHEMA_VERSION, plain_rows
from xref.tables import Result

FILE_NAME = "xref.sqlite"
META = "xref_run"

EXTRA = ("stories", "memberships", "signals", "blocks", "attributions", "candidates")
"""Tables of the way there, which only the SQLite file keeps."""

_KEYS = {"articles": "article_id", "claims": "claim_id", "positions": "position_id", "clusters": "cluster_id"}

_INDEXES: dict[str, tuple[tuple[str, ...], ...]] = {
    "articles": (("outlet",), ("story_id",), ("path",)),
    "claims": (("article_id",), ("cluster_id",), ("position_id",), ("origin_id",), ("outlet",), ("speaker",)),
    "pairs": (("claim_a", "claim_b"), ("claim_b",), ("cluster_id",), ("relation",)),
    "positions": (("cluster_id",),),
    "clusters": (("status",), ("story_id",)),
    "copies": (("path_a",), ("path_b",)),
    "citations": (("article_id",), ("cited",)),
    "origins": (("claim_id",), ("origin_id",)),
    "memberships": (("claim_id",), ("cluster_id",), ("position_id",)),
    "signals": (("claim_a", "claim_b"),),
    "dropped": (("article_id",),),
    "blocks": (("article_id",),),
    "attributions": (("article_id",),),
}


def write_sqlite(tables: dict[str, pd.DataFrame], result: Result, folder: Path) -> list[str]:
    """Writes `xref.sqlite`: the public tables with all their columns, and those of `EXTRA`.

    The table `xref_run` is written last and holds schema_version and the number of rows of every table, so that a
    half-written file is known as such.
    """
    everything = tables | {name: _sorted(getattr(result, name)) for name in EXTRA}
    with closing(sqlite_utils.Database(str(folder / FILE_NAME)).conn) as connection:
        database = sqlite_utils.Database(connection)
        for name, frame in everything.items():
            _add(database, name, frame)
        rows = [{"name": "schema_version", "value": SCHEMA_VERSION}]
        rows += [{"name": f"rows of {name}", "value": len(frame)} for name, frame in everything.items()]
        database.table(META).insert_all(rows, pk="name")
        connection.commit()
    return [FILE_NAME]


def _sorted(frame: pd.DataFrame) -> pd.DataFrame:
    """Rows in an order of their own: by their first three columns, which identify them."""
    keys = list(frame.columns)[:3]
    return frame.sort_values(keys, kind="stable") if keys else frame


def _add(database: sqlite_utils.Database, name: str, frame: pd.DataFrame) -> None:
    if not len(frame.columns):
        return
    columns = {str(column): _type(frame[column]) for column in frame.columns}
    table = database.table(name)
    table.create(columns, pk=_KEYS.get(name))
    marks = ", ".join("?" * len(columns))
    database.conn.executemany(f'insert into "{name}" values ({marks})', _rows(frame))  # noqa: S608 - our own table names
    for index in _INDEXES.get(name, ()):
        if set(index) <= set(columns):
            table.create_index(list(index))


def _type(column: pd.Series[Any]) -> type:
    if pd.api.types.is_bool_dtype(column) or pd.api.types.is_integer_dtype(column):
        return int
    return float if pd.api.types.is_float_dtype(column) else str


def _rows(frame: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    for row in plain_rows(frame):
        yield tuple(_plain(value) for value in row)


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return value if value.isascii() else value.encode("utf-8", "replace").decode("utf-8")
    return None if isinstance(value, float) and math.isnan(value) else value
