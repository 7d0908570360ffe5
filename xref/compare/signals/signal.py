"""What a signal is: named numbers about a pair, and a sentence a reader understands."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from xref.compare.sides import Comparison

RELATED = frozenset({"agree", "conflict", "update"})
NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Signal:
    """One way to compare two claims."""

    name: str
    """Also the `basis` of a pair that it decides."""
    columns: tuple[str, ...]
    """Names of its values, each about 0 to 1."""
    measure: Callable[[Comparison], tuple[float, ...]]
    """The values, in the order of `columns`."""
    describe: Callable[[Comparison], str]
    """A sentence; "" when the signal has nothing to say of the pair."""
    backs: Callable[[Comparison], frozenset[str]]
    """Relations that the sentence is a reason for: "different times" is none for an agreement, whatever it added."""


def searcher(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    """Tells whether a statement holds the pattern; remembers, since a statement stands in many pairs."""
    return lru_cache(maxsize=200_000)(lambda statement: pattern.search(statement) is not None)
