"""Entailment and contradiction, read in both directions by the cross-encoder."""

from __future__ import annotations

from xref.compare.sides import NOT_READ, Comparison
from xref.compare.signals.signal import Signal

TOLD = 0.5


def _measure(pair: Comparison) -> tuple[float, float, float, float]:
    v = pair.verdicts
    entails = sorted((v.entails_ab, v.entails_ba))
    contradicts = sorted((v.contradicts_ab, v.contradicts_ba))
    return entails[0], entails[1], contradicts[0], contradicts[1]


def _describe(pair: Comparison) -> str:
    v = pair.verdicts
    if v == NOT_READ:
        return ""
    if min(v.entails_ab, v.entails_ba) >= TOLD:
        return "read side by side, each follows from the other"
    if max(v.entails_ab, v.entails_ba) >= TOLD:
        return "read side by side, one follows from the other"
    if max(v.contradicts_ab, v.contradicts_ba) >= TOLD:
        return "read side by side, they contradict each other"
    return "read side by side, neither follows from the other nor contradicts it"


def _backs(pair: Comparison) -> frozenset[str]:
    v = pair.verdicts
    if max(v.entails_ab, v.entails_ba) >= TOLD:
        return frozenset({"agree", "update"})
    return frozenset({"conflict"} if max(v.contradicts_ab, v.contradicts_ba) >= TOLD else {"unrelated"})


SIGNAL = Signal(
    "entailment",
    ("entails_least", "entails_most", "contradicts_least", "contradicts_most"),
    _measure,
    _describe,
    _backs,
)
