"""What a conflict must rest on, and what no agreement survives.

The model weighs all signals and may call a pair a conflict on many small ones. A false conflict costs the reader's
trust, so that a pair without a plain ground for it is not told as one. And claims whose figures or dates exclude each
other are no agreement, however alike the words; what came true is an update of what was expected
(docs/decisions/0007-comparison.md).
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
MUTUAL = 0.5


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


def _excludes(values: Mapping[str, float]) -> bool:
    """Whether the claims can't state one fact: other figures of one thing, or other dates and no mutual entailment."""
    other_figures = (values["quantity_apart"] or values["count_moved"]) and not values["quantity_same"]
    other_dates = values["date_apart"] and values["entails_least"] < MUTUAL
    return bool(other_figures or other_dates)


def _came_true(values: Mapping[str, float]) -> bool:
    return bool(values["came_true"] and values["predicate_same"])


def grounded(rows: Floats, probabilities: Floats) -> Floats:
    """The probabilities of relations that nothing backs moved to those that hold instead; one row a pair in both."""
    found = probabilities.copy()
    for row, chances in zip(rows, found, strict=True):
        values = dict(zip(COLUMNS, row, strict=True))
        if not any(ground(values) for ground in GROUNDS):
            _move(chances, "conflict", "unrelated")
        if _excludes(values):
            _move(chances, "agree", "unrelated")
        if _came_true(values):
            _move(chances, "agree", "update")
    return found


def _move(chances: Floats, source: str, target: str) -> None:
    chances[RELATIONS.index(target)] += chances[RELATIONS.index(source)]
    chances[RELATIONS.index(source)] = 0.0
