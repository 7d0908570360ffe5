"""Whether each claim is the closest that the other's article has: a fact told twice is told in matching places."""

from __future__ import annotations

from xref.compare.sides import Comparison
from xref.compare.signals.signal import RELATED, Signal

SCALE = 4.0


def _measure(pair: Comparison) -> tuple[float, float]:
    both = float(max(pair.margins) == 0.0)
    return both, min(SCALE * sum(pair.margins), 1.5)


def _describe(pair: Comparison) -> str:
    if max(pair.margins) == 0.0:
        return "each is the closest that the other's article has to it"
    if min(pair.margins) > 0.0:
        return "both articles have other passages that come closer"
    return ""


def _backs(pair: Comparison) -> frozenset[str]:
    return RELATED if max(pair.margins) == 0.0 else frozenset({"unrelated"})


SIGNAL = Signal("closest", ("closest_both", "closest_margin"), _measure, _describe, _backs)
