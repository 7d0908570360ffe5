"""Pairs of articles that share text: exact over all shingles, or over one smallest hash a window of them.

A shared run of w + k - 1 words has w shingles of k words in a row. Whoever keeps, of every w shingles in a row, the one
with the smallest hash, keeps a common one for both texts (winnowing: Schleimer, Wilkerson and Aiken, SIGMOD 2003,
doi:10.1145/872757.872770). This is MinHash over windows: unlike MinHash over whole articles it misses no pair that
shares a run of that length, however long the two articles are, so that both searches find the same copies.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

from xref.origins.words import Words

MOST_ARTICLES = 1_000
"""A shingle of more articles than this is a turn of phrase or boilerplate, and proposes no pair."""

Numbers = npt.NDArray[np.uint64]


def exact(articles: Sequence[Words], run_words: int) -> list[tuple[int, int]]:
    """Pairs of articles that share at least as many shingles as a run of `run_words` words has."""
    kept = [np.fromiter(a.distinct, dtype=np.uint64, count=len(a.distinct)) for a in articles]
    return _sharing(kept, _wanted(articles, run_words))


def winnowed(articles: Sequence[Words], run_words: int) -> list[tuple[int, int]]:
    """Pairs of articles that may share a run of `run_words` words; none that do is missed."""
    window = max(1, run_words - articles[0].shingle_words + 1) if articles else 1
    return _sharing([smallest(a, window) for a in articles], [1] * len(articles))


def smallest(article: Words, window: int) -> Numbers:
    """The smallest hash of every `window` shingles in a row, each once; of the whole run where it is shorter."""
    found: list[Numbers] = []
    values = article.shingles
    at = 0
    for first, last in article.runs:
        count = max(0, last - first - article.shingle_words + 1)
        hashes = np.array([value for _, value in values[at : at + count]], dtype=np.uint64)
        at += count
        if count > window:
            found.append(np.lib.stride_tricks.sliding_window_view(hashes, window).min(axis=1))
        elif count:
            found.append(hashes.min(keepdims=True))
    return np.unique(np.concatenate(found)) if found else np.empty(0, dtype=np.uint64)


def _wanted(articles: Sequence[Words], run_words: int) -> list[int]:
    """Shingles a pair with this article must share."""
    return [max(1, min(run_words - a.shingle_words + 1, len(a.distinct))) for a in articles]


def _sharing(kept: Sequence[Numbers], wanted: Sequence[int]) -> list[tuple[int, int]]:
    """Pairs that share at least the smaller of their two wanted numbers of hashes."""
    sizes = [len(k) for k in kept]
    if not sum(sizes):
        return []
    rows = np.repeat(np.arange(len(kept)), sizes)
    names, columns, spread = np.unique(np.concatenate(list(kept)), return_inverse=True, return_counts=True)
    good = (spread[columns] > 1) & (spread[columns] <= MOST_ARTICLES)
    ones = np.ones(int(good.sum()), dtype=np.int32)
    table = csr_matrix((ones, (rows[good], columns[good])), shape=(len(kept), len(names)))
    need = np.asarray(wanted)
    pairs: list[list[tuple[int, int]]] = []
    # In slices, so that the product of a large corpus never stands in memory as a whole.
    for begin in range(0, len(kept), 512):
        shared = (table[begin : begin + 512] @ table.T).tocoo()
        a, b = shared.row + begin, shared.col
        told = (a < b) & (shared.data >= np.minimum(need[a], need[b]))
        pairs.append(list(zip(a[told].tolist(), b[told].tolist(), strict=True)))
    return sorted(chain.from_iterable(pairs))
