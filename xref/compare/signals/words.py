"""Shared content words, each weighted by how rare it is in the run."""

from __future__ import annotations

from xref.compare.sides import Comparison, written
from xref.compare.signals.signal import RELATED, Signal

TOLD = 5


def _measure(pair: Comparison) -> tuple[float, float, float, float, float]:
    in_a, in_b = pair.weights.shares(pair.a.words, pair.b.words)
    shared = pair.a.words & pair.b.words
    rare = sum(pair.weights.of(word) for word in shared)
    fewest = min(len(pair.a.words), len(pair.b.words))
    plain = len(shared - pair.a.name_words - pair.b.name_words)
    return min(in_a, in_b), max(in_a, in_b), min(rare / 20.0, 1.5), min(fewest / 12.0, 1.0), min(plain / 4.0, 1.0)


def _describe(pair: Comparison) -> str:
    shared = sorted(pair.a.words & pair.b.words, key=lambda word: (-pair.weights.of(word), word))
    if not shared:
        return "small words aside, they have none in common"
    as_it_stands = written(f"{pair.a.statement} {pair.a.canonical}")
    told = ", ".join(f"“{as_it_stands[word]}”" for word in shared[:TOLD])
    return f"both use the word{'s' if len(shared) > 1 else ''} {told}{' and others' if len(shared) > TOLD else ''}"


def _backs(pair: Comparison) -> frozenset[str]:
    return RELATED if pair.a.words & pair.b.words else frozenset({"unrelated"})


SIGNAL = Signal(
    "words", ("words_least", "words_most", "words_rare", "words_fewest", "words_plain"), _measure, _describe, _backs
)
