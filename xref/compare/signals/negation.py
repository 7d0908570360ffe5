"""Polarity: one side says that it is so, the other denies it or says that it is not.

A denial and a negation are two signals. Of "A denied X" the statement is X, so that it reads as the same as the claim
it denies; a negated statement reads as its contradiction.
"""

from __future__ import annotations

import re

from xref.compare.sides import Comparison, Side
from xref.compare.signals.signal import Signal, searcher

UNKNOWN = "unknown"
"""Outlet of an article that names none."""
IMPLIED = re.compile(
    r"\b(?:unlikely\s+to|(?:fail(?:s|ed)|refus(?:es?|ed)|declin(?:es?|ed)|unable)\s+to|rul(?:es?|ed|ing)\s+out"
    r"|yet\s+to|den(?:y|ies|ied|ying))\b",
    re.IGNORECASE,
)
"""Words that say no without "not": implicatives of negative polarity (Karttunen 1971), and denials told in words."""
SHADED = re.compile(
    r"\b(?:no|not|never|nobody|none|neither|nor|without|cannot|(?:cancel|abandon|scrap|ditch|reject|dismiss|dispute|refute"
    r"|prevent|avoid|lack|halt|stop)\w*|call(?:s|ed|ing)\s+off)\b|n['’]t\b",
    re.IGNORECASE,
)
"""Words with which a statement may say no somewhere inside: it is not opposed to one that says no."""

DENYING = re.compile(r"\b(?:den(?:y|ie)|disput|refut|contradict)", re.IGNORECASE)
"""Cues whose object is what is denied. What is rejected or dismissed may also be a bill, a call or a suit."""


_implies_no, _is_shaded = searcher(IMPLIED), searcher(SHADED)


def _is_negated(side: Side) -> bool:
    return side.negated or _implies_no(side.statement)


def _denies(side: Side) -> bool:
    """Whether a side denies its statement, rather than stating a denial in words."""
    return side.stance == "denies" and bool(DENYING.search(side.cue)) and not _touches_no(side)


def _touches_no(side: Side) -> bool:
    return _is_negated(side) or _is_shaded(side.statement)


def says_no(side: Side) -> bool:
    """Whether a side denies its statement or negates it."""
    return _is_negated(side) or _denies(side)


def differs(pair: Comparison) -> bool:
    """Whether one says no and the other nothing of the kind."""
    no, yes = (pair.a, pair.b) if says_no(pair.a) else (pair.b, pair.a)
    return says_no(no) and not _denies(yes) and not _touches_no(yes)


def _who(side: Side) -> str:
    """On whose word a side is, "" when nothing tells."""
    return side.speaker or ("" if side.outlet == UNKNOWN else side.outlet)


def _measure(pair: Comparison) -> tuple[float, float, float]:
    if not differs(pair):
        return 0.0, 0.0, 0.0
    if _denies(pair.a) or _denies(pair.b):
        # who says more than what is denied says it too
        return 0.0, 1.0, pair.verdicts.entails_ba if _denies(pair.a) else pair.verdicts.entails_ab
    return 1.0, 0.0, 0.0


def _describe(pair: Comparison) -> str:
    if not differs(pair):
        return ""
    no, yes = (pair.a, pair.b) if says_no(pair.a) else (pair.b, pair.a)
    verb = "denies it" if _denies(no) else "says that it is not so"
    one, other = _who(no), _who(yes)
    if one == other or not one or not other:
        one, other = "one", "the other"
    return f"{one} {verb}, {other} says that it is"


SIGNAL = Signal(
    "negation",
    ("negated_differs", "denied_differs", "denied_entailed"),
    _measure,
    _describe,
    lambda pair: frozenset({"conflict"}),
)
