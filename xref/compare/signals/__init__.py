"""The signals, in the order in which they are told. A new one is a file here and a line in `SIGNALS`."""

from __future__ import annotations

from xref.compare.sides import Comparison
from xref.compare.signals import (
    accusation,
    closest,
    dates,
    entailment,
    names,
    negation,
    places,
    prospect,
    quantity,
    roles,
    scope,
    similarity,
    speaker,
    stages,
    story,
    time,
    wording,
    words,
)
from xref.compare.signals.signal import Signal

SIGNALS: tuple[Signal, ...] = tuple(
    module.SIGNAL
    for module in (
        quantity, scope, dates, negation, accusation, prospect, stages, roles, names, places, entailment, similarity,
        closest, words, wording, speaker, story, time,
    )
)  # fmt: skip
COLUMNS: tuple[str, ...] = tuple(column for signal in SIGNALS for column in signal.columns)

__all__ = ["COLUMNS", "SIGNALS", "Signal", "values"]


def values(pair: Comparison) -> tuple[float, ...]:
    """The values of all signals, in the order of `COLUMNS`."""
    return tuple(value for signal in SIGNALS for value in signal.measure(pair))
