"""Time between the two reports."""

from __future__ import annotations

import math

from xref.compare.sides import Comparison
from xref.compare.signals.signal import NOTHING, RELATED, Signal


def scaled(days: float) -> float:
    """The value of `days_apart` for a time in days."""
    return min(math.log1p(days) / 3.0, 1.5)


def _measure(pair: Comparison) -> tuple[float, float]:
    return scaled(pair.days_apart or 0.0), float(pair.a.article_id == pair.b.article_id)


def _describe(pair: Comparison) -> str:
    apart = pair.days_apart
    if pair.a.article_id == pair.b.article_id:
        return "both stand in one article"
    if apart is None:
        return "the time between the reports is not known"
    if apart < 1:
        return "reported within a day of each other"
    return f"reported {apart:.0f} day{'s' if round(apart) > 1 else ''} apart"


def _backs(pair: Comparison) -> frozenset[str]:
    apart = pair.days_apart
    if apart is None or pair.a.article_id == pair.b.article_id:
        return NOTHING
    return RELATED if apart < 1 else frozenset({"update", "unrelated"})


SIGNAL = Signal("time", ("days_apart", "same_article"), _measure, _describe, _backs)
