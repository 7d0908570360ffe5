"""Rows of a table, one by one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd


def rows(frame: pd.DataFrame, *columns: str) -> Iterator[Any]:
    """Named tuples of the rows, with all columns or those named, in that order.

    Their types are those of the declared table: pandas' own annotation of a row is any scalar.
    """
    yield from (frame[list(columns)] if columns else frame).itertuples(index=False)
