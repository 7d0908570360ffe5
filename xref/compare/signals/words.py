"""Shared content words, each weighted by how rare it is in the run."""

from __future__ import annotations

from xref.compare.sides import Comparison
from xref.compare.signals.signal import Signal

TOLD = 6


def _measure(pair: Comparison) -> tuple[float, float, float]:
    in_a, in_b = pair.weights.shares(pair.a.words, pair.b.words)
    rare = sum(pair.weights.of(word) for word in pair.a.words & pair.b.words)
    return min(in_a, in_b), max(in_a, in_b), min(rare / 20.0, 1.5)


def _describe(pair: Comparison) -> str:
    shared = sorted(pair.a.words & pair.b.words, key=lambda word: (-pair.weights.of(word), word))
    if not shared:
        return "they share no content word"
    return f"they share {', '.join(shared[:TOLD])}{' …' if len(shared) > TOLD else ''}"


SIGNAL = Signal("words", ("words_least", "words_most", "words_rare"), _measure, _describe)
