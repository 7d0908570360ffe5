"""Whether both claims stand in articles about one event."""

from __future__ import annotations

from xref.compare.sides import Comparison
from xref.compare.signals.signal import Signal


def _measure(pair: Comparison) -> tuple[float]:
    return (float(not pair.same_story),)


def _describe(pair: Comparison) -> str:
    return "" if pair.same_story else "the articles are about different events"


SIGNAL = Signal("story", ("other_story",), _measure, _describe, lambda pair: frozenset({"unrelated"}))
