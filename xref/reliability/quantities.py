"""Measured attributes of a table of claims: compatible numbers become one answer, and every item gets an estimate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from xref.reliability.arrays import Codes, Floats
from xref.reliability.numbers import RELATIVE_TOLERANCE, compatible, measure

_COLUMNS = ("object", "attribute", "value", "median", "is_weighted", "leaves_median")


@dataclass(frozen=True)
class Quantities:
    """`table` has one row a measured item: `object, attribute, value, median, is_weighted, leaves_median`."""

    table: pd.DataFrame

    @staticmethod
    def none() -> Quantities:
        """No measured item."""
        return Quantities(pd.DataFrame({c: [] for c in _COLUMNS}))


def as_positions(claims: pd.DataFrame, measured: Mapping[str, float]) -> tuple[pd.DataFrame, Quantities]:
    """Claims with each measured value replaced by the middle one of those it is compatible with, and the estimates.

    Parameters
    ----------
    claims : columns `source, object, attribute, value`.
    measured : absolute tolerance by attribute.

    Raises ValueError when a value of a measured attribute is no finite number.
    """
    values = claims["value"].astype(object).copy()
    tables = []
    for attribute, tolerance in sorted(measured.items()):
        at = np.flatnonzero(claims["attribute"].eq(attribute).to_numpy())
        if not len(at):
            continue
        some = claims.iloc[at]
        x = _numbers(some, attribute)
        item, objects = pd.factorize(some["object"])
        source, _ = pd.factorize(some["source"])
        values.iloc[at] = _middles(compatible(item, x, tolerance), x)
        found = measure(source, item, x, tolerance)
        reach = np.maximum(tolerance, RELATIVE_TOLERANCE * np.abs(found.median))
        tables.append(
            pd.DataFrame(
                {
                    "object": objects,
                    "attribute": attribute,
                    "value": found.value,
                    "median": found.median,
                    "is_weighted": found.is_weighted,
                    "leaves_median": np.abs(found.value - found.median) > reach,
                }
            )
        )
    table = (
        pd.concat(tables, ignore_index=True).sort_values(["attribute", "object"], ignore_index=True) if tables else None
    )
    return claims.assign(value=values), Quantities(table) if table is not None else Quantities.none()


def _numbers(claims: pd.DataFrame, attribute: str) -> Floats:
    x = pd.to_numeric(claims["value"], errors="coerce").to_numpy(dtype=float)
    if not np.isfinite(x).all():
        row = int(np.flatnonzero(~np.isfinite(x))[0])
        raise ValueError(f"column 'value', attribute {attribute!r}: {claims['value'].iloc[row]!r} is no finite number")
    return x


def _middles(group: Codes, x: Floats) -> Floats:
    """By value, the lower middle one of its group's distinct values: somebody said it, and copies don't move it."""
    distinct = pd.DataFrame({"group": group, "x": x}).drop_duplicates().sort_values(["group", "x"])
    sizes = distinct.groupby("group")["x"].transform("size")
    rank = distinct.groupby("group").cumcount()
    middle = distinct.loc[rank == (sizes - 1) // 2].set_index("group")["x"]
    return middle.reindex(group).to_numpy()
