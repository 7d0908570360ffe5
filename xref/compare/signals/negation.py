"""Polarity: one side says that it is so, the other denies it or says that it is not."""

from __future__ import annotations

from xref.compare.sides import Comparison, Side
from xref.compare.signals.signal import Signal

UNKNOWN = "unknown"
"""Outlet of an article that names none."""


def _says_no(side: Side) -> bool:
    """Whether a side negates or denies. "Denied that he did not" is rare; a denial told with its "not" is common."""
    return side.negated or side.stance == "denies"


def _who(side: Side) -> str:
    """On whose word a side is, "" when nothing tells."""
    return side.speaker or ("" if side.outlet == UNKNOWN else side.outlet)


def _measure(pair: Comparison) -> tuple[float]:
    return (float(_says_no(pair.a) != _says_no(pair.b)),)


def _describe(pair: Comparison) -> str:
    if _says_no(pair.a) == _says_no(pair.b):
        return ""
    no, yes = (pair.a, pair.b) if _says_no(pair.a) else (pair.b, pair.a)
    verb = "denies it" if no.stance == "denies" else "says that it is not so"
    one, other = _who(no), _who(yes)
    if one == other or not one or not other:
        one, other = "one", "the other"
    return f"{one} {verb}, {other} says that it is"


SIGNAL = Signal("negation", ("polarity_differs",), _measure, _describe, lambda pair: frozenset({"conflict"}))
