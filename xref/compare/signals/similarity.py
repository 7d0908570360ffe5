"""Likeness of meaning: cosine of the two embeddings."""

from __future__ import annotations

from xref.compare.sides import Comparison
from xref.compare.signals.signal import RELATED, Signal

LEVELS = (
    (0.8, "the wordings mean nearly the same"),
    (0.6, "the wordings are alike in meaning"),
    (0.4, "the wordings are related in meaning"),
    (-2.0, "the wordings are far apart in meaning"),
)
"""Least cosine of each level, and how it is told."""


def _measure(pair: Comparison) -> tuple[float]:
    return (pair.similarity,)


def _describe(pair: Comparison) -> str:
    return next(words for least, words in LEVELS if pair.similarity >= least)


def _backs(pair: Comparison) -> frozenset[str]:
    return RELATED if pair.similarity >= LEVELS[-2][0] else frozenset({"unrelated"})


SIGNAL = Signal("meaning", ("similarity",), _measure, _describe, _backs)
