"""Columns of a table of claims as integer codes; what is missing is refused by name, and unlike types stay apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from numbers import Number

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from xref.reliability.arrays import Codes


@dataclass(frozen=True)
class Coded:
    """A column as codes 0..k-1 in canonical order of its distinct `values` (an object array of length k)."""

    codes: Codes
    values: NDArray[np.object_]


def coded(claims: pd.DataFrame, name: str) -> Coded:
    """Codes of column `name`: equal ones are the same value of the same kind (1, "1" and True differ; 1 and 1.0 don't).

    Raises ValueError naming column and row when a value is None, NaN or blank.
    """
    column = claims[name]
    if pd.api.types.is_numeric_dtype(column) or isinstance(column.dtype, pd.StringDtype):
        codes, index = pd.factorize(column, sort=True)
        _refuse_missing(column, name, codes, index)
        return Coded(codes.astype(np.int64), np.asarray(index, dtype=object))
    _refuse_missing(column, name, *pd.factorize(column))
    kinds, parts, offset = _kinds(column), [], 0
    codes = np.empty(len(column), dtype=np.int64)
    for kind in sorted(set(kinds)):
        at = np.flatnonzero(kinds == kind)
        some, values = pd.factorize(np.asarray(column.iloc[at], dtype=object))
        order = np.argsort(np.array([_sort_key(value, kind) for value in values]), kind="stable")
        rank = np.empty(len(values), dtype=np.int64)
        rank[order] = np.arange(len(values))
        codes[at] = rank[some] + offset
        parts.append(np.asarray(values, dtype=object)[order])
        offset += len(values)
    return Coded(codes, np.concatenate(parts) if parts else np.empty(0, dtype=object))


def _refuse_missing(column: pd.Series, name: str, codes: Codes, values: Iterable[object]) -> None:
    """None, NaN and blank text have no meaning as source, object, attribute or value."""
    blank = np.array([isinstance(value, str) and not value.strip() for value in values] or [False])
    missing = (codes < 0) | blank[codes]
    if missing.any():
        row = int(np.flatnonzero(missing)[0])
        raise ValueError(
            f"column {name!r}, row {row}: {column.iloc[row]!r} is no {name}; drop such rows or say what they mean "
            f"({int(missing.sum())} of {len(column)} rows)"
        )


def _kinds(column: pd.Series) -> NDArray[np.object_]:
    return np.fromiter((_kind(value) for value in column), dtype=object, count=len(column))


def _kind(value: object) -> str:
    """Values of different kinds are never the same value."""
    if isinstance(value, bool | np.bool_):
        return "bool"
    if isinstance(value, Number):
        return "number"
    return type(value).__name__


def _sort_key(value: object, kind: str) -> float | str:
    """Order of one kind's values that does not depend on that of the rows."""
    return float(value) if kind == "number" else str(value)  # type: ignore[arg-type]
