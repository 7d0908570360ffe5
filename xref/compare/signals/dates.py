"""When the claimed thing happened: the same time, or times that exclude each other."""

from __future__ import annotations

import math
from datetime import date, timedelta

from xref.compare.sides import Comparison, Side
from xref.compare.signals.signal import RELATED, Signal

CLOCK_SLACK = 15 / (24 * 60)
"""Clock times this close are one time, days: reports round to the quarter of an hour."""


def overlap(pair: Comparison) -> bool | None:
    """Whether the two times can be the same, None when a claim names none."""
    if pair.a.event is None or pair.b.event is None:
        return None
    (a_from, a_to), (b_from, b_to) = pair.a.event, pair.b.event
    return a_from <= b_to + CLOCK_SLACK and b_from <= a_to + CLOCK_SLACK


def _measure(pair: Comparison) -> tuple[float, float]:
    same = overlap(pair)
    return float(same is True), float(same is False)


def _describe(pair: Comparison) -> str:
    same = overlap(pair)
    if same is None:
        return ""
    with_days = not same and pair.a.date_text.casefold() == pair.b.date_text.casefold()
    both = " and ".join(_told(side, with_days) for side in (pair.a, pair.b))
    return f"{both} can be the same time" if same else f"{both} are different times"


def _told(side: Side, with_days: bool) -> str:
    """The words for a side's time; with its first day where the words alone don't tell it from the other's."""
    assert side.event is not None
    first = (date(1970, 1, 1) + timedelta(days=math.floor(side.event[0]))).isoformat()
    if not side.date_text:
        return first
    return f"“{side.date_text}” ({first})" if with_days else f"“{side.date_text}”"


def _backs(pair: Comparison) -> frozenset[str]:
    return RELATED if overlap(pair) else frozenset({"conflict", "unrelated"})


SIGNAL = Signal("date", ("date_same", "date_apart"), _measure, _describe, _backs)
