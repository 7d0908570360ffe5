"""Which quantities of two claims are about the same thing, and how their values stand to each other."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from xref.values import Quantity

PERSONS = frozenset({"", "people", "person", "individual", "human", "man and woman", "other", "victim", "more"})
"""Words that count human beings of any kind: a toll of people and a toll of persons are one."""
RUNNING = frozenset(
    {"killed", "wounded", "casualties", "missing", "arrested", "displaced", "rescued", "kidnapped", "infected"}
    | {"destroyed", "damaged", "trapped", "attended"}
)
"""Measures whose figure grows while an event goes on, so that a later one is an update."""
PREFIXES = frozenset({"be", "re", "en", "un", "out", "over"})
"""What English puts before a verb or noun to make another."""
LOOSE = 0.1
"""Values further apart than this share are not the same figure, even if their bounds allow both."""


class Standing(Enum):
    """How two aligned values stand to each other."""

    SAME = "same"
    COMPATIBLE = "compatible"
    """Both can hold ("at least 400" and 450), or one is vague."""
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Aligned:
    """Two quantities about the same thing."""

    a: Quantity
    b: Quantity
    standing: Standing

    @property
    def is_running(self) -> bool:
        """Whether the figure is one that grows as an event goes on."""
        return {self.a.measure, self.b.measure} - {""} <= RUNNING and bool(self.a.measure or self.b.measure)

    @property
    def growth(self) -> float:
        """1 when b is the larger figure, -1 when it is the smaller, 0 when they are the same or not known."""
        one, two = size(self.a), size(self.b)
        if one is None or two is None or math.isclose(one, two, rel_tol=1e-9):
            return 0.0
        return 1.0 if two > one else -1.0

    @property
    def nearness(self) -> float:
        """The smaller figure as a share of the larger, 0 if unknown: figures of one thing are mostly of one size."""
        one, two = size(self.a), size(self.b)
        if one is None or two is None or one * two <= 0:
            return 0.0
        return min(abs(one), abs(two)) / max(abs(one), abs(two))


def size(quantity: Quantity) -> float | None:
    """The number a quantity is about: as stated, else the middle or the known bound."""
    if quantity.value is not None:
        return quantity.value
    if quantity.low is not None and quantity.high is not None:
        return (quantity.low + quantity.high) / 2
    return quantity.low if quantity.low is not None else quantity.high


def same_thing(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities measure the same thing, scope aside."""
    if a.unit != b.unit or a.part != b.part:
        return False
    if a.measure and b.measure and a.measure != b.measure:
        return False
    if _same_counted(a.counted, b.counted):
        return bool(a.unit or a.measure or b.measure or (a.counted and b.counted))
    return bool(a.unit) and not (a.counted and b.counted)


def _same_counted(one: str, two: str) -> bool:
    return one == two or (one in PERSONS and two in PERSONS)


def standing(a: Quantity, b: Quantity, tolerance: float) -> Standing:
    """How the values of two quantities of one thing stand to each other.

    `tolerance` is the share of the larger by which equal figures may differ (rounding, conversion).
    """
    if _falls_short(a, b) or _falls_short(b, a):
        return Standing.APART
    one, two = size(a), size(b)
    close = one is not None and two is not None and abs(one - two) <= tolerance * max(abs(one), abs(two))
    if close or _inside_rounding(a, b):
        return Standing.SAME
    if a.low is None and b.low is None and a.high is not None and b.high is not None:
        return Standing.APART  # "up to 900" and "as many as 1,100" are two figures for the most there can be
    return Standing.COMPATIBLE if _overlap(a, b, tolerance) else Standing.APART


def _falls_short(a: Quantity, b: Quantity) -> bool:
    """Whether a stays below the number that b goes beyond: "nearly two years" and "more than two years"."""
    if a.high is None or b.low is None or b.high is not None or b.value is None:
        return False
    is_beyond = b.low > b.value or bool(b.unit)  # of counts "at least 100" begins with 100 itself
    return a.approximate and a.high == a.value and is_beyond and a.high <= b.low


def _inside_rounding(a: Quantity, b: Quantity) -> bool:
    """Whether one is a round figure whose interval holds the other's stated value, both nearly alike."""
    one, two = size(a), size(b)
    if one is None or two is None or abs(one - two) > LOOSE * max(abs(one), abs(two)):
        return False
    return (a.approximate and _holds(a, two)) or (b.approximate and _holds(b, one))


def _holds(quantity: Quantity, value: float) -> bool:
    return (quantity.low is None or quantity.low <= value) and (quantity.high is None or value <= quantity.high)


def _overlap(a: Quantity, b: Quantity, tolerance: float) -> bool:
    low = max(-math.inf if q.low is None else q.low for q in (a, b))
    high = min(math.inf if q.high is None else q.high for q in (a, b))
    slack = 0.0 if math.isinf(low) or math.isinf(high) else tolerance * max(abs(low), abs(high))
    return low <= high + slack


def align(
    a: tuple[Quantity, ...],
    b: tuple[Quantity, ...],
    tolerance: float,
    around_a: tuple[frozenset[str], ...] = (),
    around_b: tuple[frozenset[str], ...] = (),
) -> Iterator[Aligned]:
    """The quantities about the same thing, each used once, the closest first.

    `around_a` and `around_b` are stems of the words beside each quantity: of sums of money, times and the like, which
    count no named thing, only those are of one thing that have a word beside them in common. Empty: not asked.
    """
    order = {Standing.SAME: 0, Standing.COMPATIBLE: 1, Standing.APART: 2}
    found = []
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            if not same_thing(x, y):
                continue
            shared = _in_common(around_a[i], around_b[j]) if around_a and around_b else 0
            how = standing(x, y, tolerance)
            if around_a and around_b and not shared and _is_bare(x, y) and how is not Standing.SAME:
                continue
            found.append((order[how], x.counted != y.counted, -shared, i, j, how))
    # the words beside a bare figure say what it is of, before its size does
    found.sort(key=lambda row: (row[2] if _is_bare(a[row[3]], b[row[4]]) else 0, *row[:5]))
    used_a: set[int] = set()
    used_b: set[int] = set()
    for *_, i, j, how in found:
        if i not in used_a and j not in used_b:
            used_a.add(i)
            used_b.add(j)
            yield Aligned(a[i], b[j], how)


def _in_common(a: frozenset[str], b: frozenset[str]) -> int:
    """How many stems of a are in b, as they are or with a prefix: "siege" in "besiege"."""
    return sum(x in b or any(x.endswith(y) and x[: -len(y)] in PREFIXES for y in b) for x in a) + sum(
        any(y.endswith(x) and y[: -len(x)] in PREFIXES for x in a) for y in b - a
    )


def _is_bare(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities have a unit and nothing that says what is measured; of ages, nothing says whose."""
    if a.measure == b.measure == "age":
        return True
    return bool(a.unit) and not (a.measure and b.measure) and not (a.counted and b.counted)
