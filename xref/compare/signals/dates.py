"""When the claimed thing happened: the same time, or times that exclude each other."""

from __future__ import annotations

from xref.compare.sides import Comparison
from xref.compare.signals.signal import Signal

DAY = 1.0


def overlap(pair: Comparison) -> bool | None:
    """Whether the two times can be the same, None when a claim names none."""
    if pair.a.event is None or pair.b.event is None:
        return None
    (a_from, a_to), (b_from, b_to) = pair.a.event, pair.b.event
    whole_day = 0.999  # a date without a clock time stands for its whole day
    return a_from <= b_to + whole_day and b_from <= a_to + whole_day


def _measure(pair: Comparison) -> tuple[float, float]:
    same = overlap(pair)
    return float(same is True), float(same is False)


def _describe(pair: Comparison) -> str:
    same = overlap(pair)
    if same is None:
        return ""
    both = f"“{pair.a.date_text}” and “{pair.b.date_text}”"
    return f"{both} can be the same time" if same else f"{both} are different times"


SIGNAL = Signal("date", ("date_same", "date_apart"), _measure, _describe)
