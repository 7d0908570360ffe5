"""Polarity: one side says that it is so, the other denies it or says that it is not."""

from __future__ import annotations

from xref.compare.sides import Comparison, Side
from xref.compare.signals.signal import Signal


def _says_no(side: Side) -> bool:
    """Whether a side negates or denies. "Denied that he did not" is rare; a denial told with its "not" is common."""
    return side.negated or side.stance == "denies"


def _measure(pair: Comparison) -> tuple[float]:
    return (float(_says_no(pair.a) != _says_no(pair.b)),)


def _describe(pair: Comparison) -> str:
    if _says_no(pair.a) == _says_no(pair.b):
        return ""
    no, yes = (pair.a, pair.b) if _says_no(pair.a) else (pair.b, pair.a)
    verb = "denies it" if no.stance == "denies" else "says that it is not so"
    return f"{no.speaker or no.outlet} {verb}, {yes.speaker or yes.outlet} says it is"


SIGNAL = Signal("negation", ("polarity_differs",), _measure, _describe)
