"""What a conflict must rest on: figures, a denial, a date or exchanged roles that exclude each other.

The model weighs all signals and may call a pair a conflict on many small ones. A false conflict costs the reader's
trust, so that a pair without a plain ground for it is not told as one (docs/decisions/0007-comparison.md).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
import numpy.typing as npt

from xref.compare.model import RELATIONS
from xref.compare.signals import COLUMNS

Floats = npt.NDArray[np.float64]
Ground = Callable[[Mapping[str, float]], bool]

SAME_SIZE = 0.4
"""Figures of which one is less than this share of the other mostly count different things."""
SAME_WORDS = 0.3
CONTRADICTION = 0.8


def _figures(values: Mapping[str, float]) -> bool:
    """Excluding figures of one size for one thing, at one place and time, that not also state two same figures."""
    elsewhere = values["places_apart"] or values["date_apart"]
    return bool(
        values["quantity_apart"]
        and values["quantity_near"] >= SAME_SIZE
        and values["quantity_same"] < 1
        and not elsewhere
    )


def _shared_and_contradicting(values: Mapping[str, float]) -> bool:
    """Enough words in common, and read as a contradiction where they were read."""
    was_read = values["entails_most"] + values["contradicts_most"] > 0
    return values["words_most"] >= SAME_WORDS and (not was_read or values["contradicts_most"] >= CONTRADICTION)


def _denial(values: Mapping[str, float]) -> bool:
    return bool(values["polarity_differs"]) and _shared_and_contradicting(values)


def _date(values: Mapping[str, float]) -> bool:
    return bool(values["date_apart"] and values["predicate_same"]) and _shared_and_contradicting(values)


def _roles(values: Mapping[str, float]) -> bool:
    return bool(values["parts_exchanged"])


GROUNDS: tuple[Ground, ...] = (_figures, _denial, _date, _roles)


def grounded(rows: Floats, probabilities: Floats) -> Floats:
    """The probabilities with conflict made unrelated where no ground holds; both of one row a pair."""
    found = probabilities.copy()
    conflict, unrelated = RELATIONS.index("conflict"), RELATIONS.index("unrelated")
    for at, row in enumerate(rows):
        values = dict(zip(COLUMNS, row, strict=True))
        if not any(ground(values) for ground in GROUNDS):
            found[at, unrelated] += found[at, conflict]
            found[at, conflict] = 0.0
    return found
