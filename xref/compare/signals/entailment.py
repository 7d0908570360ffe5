"""Entailment and contradiction, read in both directions by the cross-encoder."""

from __future__ import annotations

from xref.compare.sides import Comparison
from xref.compare.signals.signal import Signal

TOLD = 0.5


def _measure(pair: Comparison) -> tuple[float, float, float, float]:
    v = pair.verdicts
    entails = sorted((v.entails_ab, v.entails_ba))
    contradicts = sorted((v.contradicts_ab, v.contradicts_ba))
    return entails[0], entails[1], contradicts[0], contradicts[1]


def _describe(pair: Comparison) -> str:
    v = pair.verdicts
    if min(v.entails_ab, v.entails_ba) >= TOLD:
        return "each follows from the other in the language model's reading"
    if max(v.entails_ab, v.entails_ba) >= TOLD:
        return "one follows from the other in the language model's reading"
    if max(v.contradicts_ab, v.contradicts_ba) >= TOLD:
        return "the language model reads them as contradicting each other"
    return "neither follows from the other in the language model's reading"


SIGNAL = Signal(
    "entailment", ("entails_least", "entails_most", "contradicts_least", "contradicts_most"), _measure, _describe
)
