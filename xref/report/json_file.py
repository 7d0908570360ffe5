"""Everything a run found as one JSON document, a row a line."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

import pandas as pd

from xref.report.public import SCHEMA_VERSION, plain_rows

_NESTED = ("quantities", "names", "roles")
FILE_NAME = "report.json"
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)


def write_json(tables: dict[str, pd.DataFrame], info: dict[str, Any], folder: Path) -> list[str]:
    """Writes `report.json`: schema_version, run (without timings), and the tables with all their columns."""
    head = {key: value for key, value in info.items() if key != "seconds"}
    with (folder / FILE_NAME).open("w", encoding="utf-8", errors="replace", newline="\n") as handle:
        handle.write(f'{{\n"schema_version": {SCHEMA_VERSION},\n"run": {_dumped(head)},\n"tables": {{')
        for at, (name, frame) in enumerate(tables.items()):
            handle.write(f'{"," if at else ""}\n"{name}": [')
            _write_rows(frame, handle)
            handle.write("]")
        handle.write("\n}\n}\n")
    return [FILE_NAME]


def _write_rows(frame: pd.DataFrame, handle: TextIO) -> None:
    for at, row in enumerate(_rows(frame)):
        handle.write(f"{',' if at else ''}\n{_dumped(row)}")


def _rows(frame: pd.DataFrame) -> Iterator[dict[str, Any]]:
    names = list(frame.columns)
    for values in plain_rows(frame):
        yield {name: _plain(name, value) for name, value in zip(names, values, strict=True)}


def _plain(name: str, value: Any) -> Any:
    if isinstance(value, float):
        return None if math.isnan(value) else round(value, 6)
    return json.loads(value or "[]") if name in _NESTED else value


def _dumped(value: Any) -> str:
    return _ENCODER.encode(value)
