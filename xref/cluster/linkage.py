"""Average linkage over a sparse graph of judged pairs."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

JUST_BELOW = 1e-6
NEVER = float("-inf")
"""Weight of a pair that no group may hold, whatever else speaks for it."""
UNJUDGED = 0.15
"""Weight of a pair of different articles that was not judged, at most half the threshold: too unlike to be proposed,
which is a weak sign of difference among claims that others tie together. With it .405 of the agreements of events left
out are found at precision .898, with 0 in its place .393 at .900."""


@dataclass(frozen=True)
class Edges:
    """Judged pairs: row numbers of both ends and how much they belong together, 0 to 1, or `NEVER`."""

    left: Ints
    right: Ints
    weight: Floats


def average_linkage(edges: Edges, article: Ints, threshold: float, core: float = 0.0) -> Ints:
    """For every row the first row of its group.

    Only rows that pairs of weight `core` join, directly or through others, can come together: many weak signs make no
    group. Of these, two groups merge while the mean weight between their rows is at least `threshold`. A pair that
    was not judged weighs `UNJUDGED`, unless both rows are of one `article`: then it says nothing, and stands just below
    the threshold.
    """
    labels = np.arange(len(article))
    place = np.zeros(len(article), dtype=np.int64)
    for members, inside in _components(edges, len(article), max(threshold, core)):
        if len(members) > 1:
            place[members] = np.arange(len(members))
            own = Edges(place[inside.left], place[inside.right], inside.weight)
            labels[members] = members[_within(own, article[members], threshold)]
    return labels


def _components(edges: Edges, count: int, threshold: float) -> Iterator[tuple[Ints, Edges]]:
    """Rows that strong edges join, in order, with all edges among them.

    A merge needs one strong edge at least, so none crosses these groups.
    """
    strong = edges.weight >= threshold
    graph = coo_matrix((np.ones(strong.sum()), (edges.left[strong], edges.right[strong])), shape=(count, count))
    total, labels = connected_components(graph, directed=False)
    rows = np.argsort(labels, kind="stable")
    row_ends = np.searchsorted(labels[rows], np.arange(total + 1))
    within = np.flatnonzero(labels[edges.left] == labels[edges.right])
    within = within[np.argsort(labels[edges.left[within]], kind="stable")]
    edge_ends = np.searchsorted(labels[edges.left[within]], np.arange(total + 1))
    for at in range(total):
        some = within[edge_ends[at] : edge_ends[at + 1]]
        yield rows[row_ends[at] : row_ends[at + 1]], Edges(edges.left[some], edges.right[some], edges.weight[some])


def _within(edges: Edges, article: Ints, threshold: float) -> Ints:
    """For each row of a component the place of the first row of its group."""
    groups = _Groups(edges, article, threshold)
    while (pair := groups.closest()) is not None:
        groups.merge(*pair)
    return groups.first_rows()


@dataclass(slots=True)
class _Between:
    """The judged pairs between two groups."""

    weight: float = 0.0
    """Sum of their weights."""
    apart: int = 0
    """How many are of two articles."""
    within: int = 0
    """How many are of one article."""


class _Groups:
    """Groups of rows with the mean weight between each two that a judged pair joins.

    Two groups without a judged pair stay below the threshold whatever else merges, so that only judged pairs are held:
    memory grows with them and not with the square of the rows.
    """

    def __init__(self, edges: Edges, article: Ints, threshold: float) -> None:
        self._threshold = threshold - 1e-12
        self._silent, self._unjudged = max(threshold - JUST_BELOW, 0.0), min(UNJUDGED, threshold / 2)
        self._rows: dict[int, list[int]] = {row: [row] for row in range(len(article))}
        self._articles = {row: Counter([int(one)]) for row, one in enumerate(article)}
        self._between: dict[int, dict[int, _Between]] = {row: {} for row in range(len(article))}
        self._heap: list[tuple[float, int, int]] = []
        for left, right, weight in zip(edges.left.tolist(), edges.right.tolist(), edges.weight.tolist(), strict=True):
            known = self._between[left].setdefault(right, _Between())
            self._between[right][left] = known
            known.weight = weight  # a pair that is told twice has its last weight
            known.apart, known.within = int(article[left] != article[right]), int(article[left] == article[right])
        for one, others in self._between.items():
            for other in others:
                if one < other:
                    self._propose(one, other)

    def closest(self) -> tuple[int, int] | None:
        """The two groups with the highest mean weight that reaches the threshold, None when no two do."""
        while self._heap:
            mean, one, other = heapq.heappop(self._heap)
            if other in self._between.get(one, ()) and -mean == self._mean(one, other):
                return one, other
        return None

    def merge(self, one: int, other: int) -> None:
        """Makes one group of two; it keeps the smaller number, which is its first row."""
        one, other = min(one, other), max(one, other)
        self._rows[one] += self._rows.pop(other)
        self._articles[one] += self._articles.pop(other)
        del self._between[one][other], self._between[other][one]
        for third, more in self._between.pop(other).items():
            del self._between[third][other]
            known = self._between[one].setdefault(third, _Between())
            self._between[third][one] = known
            known.weight += more.weight
            known.apart += more.apart
            known.within += more.within
        for third in self._between[one]:
            self._propose(min(one, third), max(one, third))

    def first_rows(self) -> Ints:
        """For each row the first row of its group."""
        found = np.empty(sum(map(len, self._rows.values())), dtype=np.int64)
        for first, rows in self._rows.items():
            found[rows] = first
        return found

    def _propose(self, one: int, other: int) -> None:
        mean = self._mean(one, other)
        if mean >= self._threshold:
            heapq.heappush(self._heap, (-mean, one, other))

    def _mean(self, one: int, other: int) -> float:
        known = self._between[one][other]
        few, many = sorted((self._articles[one], self._articles[other]), key=len)
        same = sum(count * many[article] for article, count in few.items())
        total = len(self._rows[one]) * len(self._rows[other])
        silent, unjudged = same - known.within, total - same - known.apart
        return (known.weight + self._silent * silent + self._unjudged * unjudged) / total
