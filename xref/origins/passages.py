"""Which claims stand in text that one article copied from another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from xref.origins.evidence import Evidence
from xref.origins.rows import rows

_WORD = re.compile(r"[^\W_]+")
_SAME_WORDS = 0.6
"""Share of the shorter quote's word pairs that the other has when both stand in copied text."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One pair of articles that share text."""

    earlier: str
    """Path of the earlier, or `unknown`."""
    run: int
    """Words of the longest shared run."""


class CopiedPassages:
    """Looks up copied passages.

    Parameters
    ----------
    copies : see `tables.Copies`.
    runs : longest shared run in words by (path_a, path_b).
    """

    def __init__(self, copies: pd.DataFrame, runs: dict[tuple[str, str], int]) -> None:
        self._of: dict[tuple[str, str], Passage] = {}
        for a, b, earlier in rows(copies, "path_a", "path_b", "earlier"):
            self._of[a, b] = self._of[b, a] = Passage(earlier, runs.get((a, b), 0))

    def among(self, claims: Sequence[Evidence]) -> Iterator[tuple[Evidence, Evidence, Passage]]:
        """Pairs of claims that stand in text copied between their articles, ordered by path."""
        by_path: dict[str, list[Evidence]] = defaultdict(list)
        for one in sorted(claims, key=lambda c: (c.path, c.start, c.claim_id)):
            by_path[one.path].append(one)
        paths = sorted(by_path)
        for at, a in enumerate(paths):
            for b in paths[at + 1 :]:
                if passage := self._of.get((a, b)):
                    for one in by_path[a]:
                        for other in by_path[b]:
                            if is_same_passage(one.quote, other.quote):
                                yield one, other, passage


def is_same_passage(one: str, other: str) -> bool:
    """Whether two quotes share their words in their order, so that one is the other's text."""
    a, b = _word_pairs(one), _word_pairs(other)
    if not a or not b:
        return one.split() == other.split()
    return len(a & b) >= _SAME_WORDS * min(len(a), len(b))


def _word_pairs(quote: str) -> set[tuple[str, str]]:
    words = [word.casefold() for word in _WORD.findall(re.sub("['’]", "", quote))]
    return set(pairwise(words))
