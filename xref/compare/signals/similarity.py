"""Likeness of meaning: cosine of the two embeddings."""

from __future__ import annotations

from xref.compare.sides import Comparison
from xref.compare.signals.signal import Signal


def _measure(pair: Comparison) -> tuple[float]:
    return (pair.similarity,)


def _describe(pair: Comparison) -> str:
    return f"the wordings are alike to {pair.similarity:.2f} of 1"


SIGNAL = Signal("meaning", ("similarity",), _measure, _describe)
