"""Expected and done: one side says that something is planned or expected, the later one that it has happened."""

from __future__ import annotations

import re
from functools import lru_cache

from xref.compare.sides import Comparison, Side
from xref.compare.signals.signal import Signal

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


@lru_cache(maxsize=200_000)
def _looks_ahead(statement: str) -> bool:
    return bool(PROSPECT.search(statement))


@lru_cache(maxsize=200_000)
def _is_open(statement: str) -> bool:
    return bool(OPEN.search(statement))


def _is_prospect(side: Side) -> bool:
    return _looks_ahead(side.statement)


def _came_true(pair: Comparison) -> bool:
    """Whether one side looks ahead, the other does not, and was not published before it."""
    ahead, done = (pair.a, pair.b) if _is_prospect(pair.a) else (pair.b, pair.a)
    if not _is_prospect(ahead) or _is_prospect(done) or _is_open(done.statement):
        return False
    return ahead.published is None or done.published is None or int(done.published) >= int(ahead.published)


def _measure(pair: Comparison) -> tuple[float]:
    return (float(_came_true(pair)),)


def _describe(pair: Comparison) -> str:
    return "one says that it is to come, the other that it has happened" if _came_true(pair) else ""


SIGNAL = Signal("prospect", ("came_true",), _measure, _describe, lambda pair: frozenset({"update"}))
