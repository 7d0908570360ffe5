"""Negation and denial: one side says it is so, the other that it is not."""

from __future__ import annotations

from xref.compare.sides import Comparison
from xref.compare.signals.signal import Signal


def _measure(pair: Comparison) -> tuple[float, float]:
    denies = (pair.a.stance == "denies") != (pair.b.stance == "denies")
    return float(pair.a.negated != pair.b.negated), float(denies)


def _describe(pair: Comparison) -> str:
    for side in (pair.a, pair.b):
        other = pair.b if side is pair.a else pair.a
        if side.stance == "denies" and other.stance != "denies":
            return f"{side.speaker or side.outlet} denies it, {other.speaker or other.outlet} does not"
    if pair.a.negated != pair.b.negated:
        return "one says that it is not so"
    return ""


SIGNAL = Signal("negation", ("negation_differs", "denial_differs"), _measure, _describe)
