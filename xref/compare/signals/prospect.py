"""Expected and done: one side says that something is planned or expected, the later one that it has happened."""

from __future__ import annotations

import re

from xref.compare.sides import Comparison, is_no_earlier
from xref.compare.signals.signal import Signal, searcher

PROSPECT = re.compile(
    r"\b(?:expect(?:s|ed)?|due|set|schedul(?:ed|es)|plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|hop(?:e|es|ed|ing)"
    r"|prepar(?:es|ed|ing)|about|likely|poised)\s+to\b",
    re.IGNORECASE,
)
"""Words that put what follows into the future."""
OPEN = re.compile(
    r"\b(?:will|would|shall|could|may|might|can|(?:set|due|scheduled|planned|slated)\s+for)\b", re.IGNORECASE
)
"""Further words of a statement that does not say that something has happened."""


_looks_ahead, _is_open = searcher(PROSPECT), searcher(OPEN)


def _came_true(pair: Comparison) -> bool:
    """Whether one side looks ahead, the other does not, and was not published before it."""
    ahead, done = (pair.a, pair.b) if _looks_ahead(pair.a.statement) else (pair.b, pair.a)
    if not _looks_ahead(ahead.statement) or _looks_ahead(done.statement) or _is_open(done.statement):
        return False
    return is_no_earlier(done, ahead)


def _measure(pair: Comparison) -> tuple[float]:
    return (float(_came_true(pair)),)


def _describe(pair: Comparison) -> str:
    return "one says that it is to come, the other that it has happened" if _came_true(pair) else ""


SIGNAL = Signal("prospect", ("came_true",), _measure, _describe, lambda pair: frozenset({"update"}))
