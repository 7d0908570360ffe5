"""Measured quantities: each item's value from numbers that differ by error, not by choice.

Student-t errors with three degrees of freedom over the item's robust scale, one spread a source, by expectation
maximisation (K. L. Lange, R. J. A. Little, J. M. G. Taylor, "Robust statistical modeling using the t distribution",
JASA 84(408), 1989). With few sources or items the median, which needs nothing learnt.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from xref.reliability.arrays import Codes, Floats

FEWEST_SOURCES = 5
FEWEST_ITEMS = 30
RELATIVE_TOLERANCE = 0.01
_FREEDOM = 3.0
_PRIOR_CLAIMS = 4.0
_ROUNDS = 30
_SETTLED = 1e-6
_MAD_TO_SIGMA = 1.4826


@dataclass(frozen=True)
class Measured:
    """By item the estimate `value` and the `median`; by source its `spread` in units of the items' scales.

    `is_weighted` is false when the estimate is the median, for want of sources or items.
    """

    value: Floats
    median: Floats
    spread: Floats
    is_weighted: bool


def measure(source: Codes, item: Codes, x: Floats, tolerance: Floats | float = 0.0) -> Measured:
    """Estimates each item's value.

    Parameters
    ----------
    source, item : codes 0..k-1 of each report.
    x : reported numbers, finite.
    tolerance : absolute, one for all or one an item; with `RELATIVE_TOLERANCE` the least scale of an item.
    """
    items, sources = int(item.max(initial=-1)) + 1, int(source.max(initial=-1)) + 1
    median = _medians(item, x, items)
    scale = _MAD_TO_SIGMA * _medians(item, np.abs(x - median[item]), items)
    scale = np.maximum(scale, np.maximum(tolerance, RELATIVE_TOLERANCE * np.abs(median)))
    scale = np.where(scale > 0, scale, 1.0)
    spread = np.ones(sources)
    if sources < FEWEST_SOURCES or items < FEWEST_ITEMS:
        return Measured(median, median, spread, False)
    value = median
    for _ in range(_ROUNDS):
        error = (x - value[item]) / scale[item]
        robust = (_FREEDOM + 1) / (_FREEDOM + (error / spread[source]) ** 2)
        squared = np.bincount(source, robust * error**2, sources)
        spread = np.sqrt((squared + _PRIOR_CLAIMS) / (np.bincount(source, minlength=sources) + _PRIOR_CLAIMS))
        weight = robust / spread[source] ** 2
        fresh = np.bincount(item, weight * x, items) / np.bincount(item, weight, items)
        moved = np.max(np.abs(fresh - value) / scale, initial=0.0)
        value = fresh
        if moved < _SETTLED:
            break
    return Measured(value, median, spread, True)


def _medians(item: Codes, x: Floats, items: int) -> Floats:
    """Median by item; the mean of the two middle ones when they are even in number."""
    order = np.lexsort((x, item))
    sizes = np.bincount(item, minlength=items)
    starts = np.cumsum(sizes) - sizes
    low, high = order[starts + (sizes - 1) // 2], order[starts + sizes // 2]
    return np.asarray((x[low] + x[high]) / 2)


def compatible(item: Codes, x: Floats, tolerance: Floats | float = 0.0) -> NDArray[np.int64]:
    """Codes of values that say the same within 1 % or `tolerance`, whichever is wider, within each item.

    Sorted values are joined to the first of their run, so that a chain of near values does not grow without end.
    """
    order = np.lexsort((x, item))
    group = np.empty(len(x), dtype=np.int64)
    wide = np.broadcast_to(np.asarray(tolerance, dtype=float), x.shape)
    at, code = -1, -1
    for now in order:
        reach = max(wide[now], RELATIVE_TOLERANCE * abs(x[now]))
        if at < 0 or item[at] != item[now] or x[now] - x[at] > reach:
            at, code = now, code + 1
        group[now] = code
    return group
