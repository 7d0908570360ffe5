"""Scope: alike words about another measure, another part, or numbers that only one side has."""

from __future__ import annotations

from xref.compare.sides import Comparison
from xref.compare.signals.signal import Signal


def _measure(pair: Comparison) -> tuple[float, float]:
    have_a, have_b = len(pair.a.quantities), len(pair.b.quantities)
    aligned = len(pair.aligned)
    other = float(bool(have_a and have_b) and not aligned)
    spare = (have_a + have_b - 2 * aligned) / 4
    return other, min(spare, 1.0)


def _describe(pair: Comparison) -> str:
    if pair.a.quantities and pair.b.quantities and not pair.aligned:
        return f"“{pair.a.quantities[0].text}” and “{pair.b.quantities[0].text}” measure different things"
    alone = (pair.a if pair.a.quantities else pair.b).quantities
    return f"only one gives a figure (“{alone[0].text}”)" if alone and not pair.aligned else ""


SIGNAL = Signal("scope", ("scope_other", "numbers_spare"), _measure, _describe, lambda pair: frozenset({"unrelated"}))
