"""On whose word: the same speaker, or two."""

from __future__ import annotations

from xref.compare.sides import Comparison
from xref.compare.signals.signal import NOTHING, RELATED, Signal


def _measure(pair: Comparison) -> tuple[float, float]:
    a, b = pair.a.speaker.casefold(), pair.b.speaker.casefold()
    return float(bool(a) and a == b), float(bool(a) and bool(b) and a != b)


def _describe(pair: Comparison) -> str:
    same, other = _measure(pair)
    if same:
        return f"both on the word of {pair.a.speaker}"
    return f"one on the word of {pair.a.speaker}, the other on that of {pair.b.speaker}" if other else ""


def _backs(pair: Comparison) -> frozenset[str]:
    same, other = _measure(pair)
    if same:
        return frozenset({"agree", "update"})
    return RELATED if other else NOTHING


SIGNAL = Signal("speaker", ("speaker_same", "speaker_other"), _measure, _describe, _backs)
