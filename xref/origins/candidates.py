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
    if not articles:
        return []
    return _sharing([_every(a) for a in articles], _window(articles, run_words))


def winnowed(articles: Sequence[Words], run_words: int) -> list[tuple[int, int]]:
    """Pairs of articles that share as many shingles as `exact` asks for, found through one hash a window.

    No shared run of `run_words` words is missed, unless it repeats itself. Needs less than half of the memory.
    """
    if not articles:
        return []
    window = _window(articles, run_words)
    every = [_every(a) for a in articles]
    proposed = _sharing([smallest(a, window) for a in articles], 1)
    return [(a, b) for a, b in proposed if np.isin(every[a], every[b], assume_unique=True).sum() >= window]


def smallest(article: Words, window: int) -> Numbers:
    """The smallest hash of every `window` shingles in a row, each once."""
    found = []
    for stretch in np.split(article.hashes, np.flatnonzero(np.diff(article.places) != 1) + 1):
        if len(stretch) >= window:
            found.append(np.lib.stride_tricks.sliding_window_view(stretch, window).min(axis=1))
    return np.unique(np.concatenate(found)) if found else np.empty(0, dtype=np.uint64)


def _every(article: Words) -> Numbers:
    return np.unique(article.hashes)


def _window(articles: Sequence[Words], run_words: int) -> int:
    """Shingles in a run of `run_words` words."""
    return max(1, run_words - articles[0].shingle_words + 1)


def _sharing(kept: Sequence[Numbers], wanted: int) -> list[tuple[int, int]]:
    """Pairs that share at least `wanted` hashes."""
    sizes = [len(k) for k in kept]
    if not sum(sizes):
        return []
    rows = np.repeat(np.arange(len(kept)), sizes)
    names, columns, spread = np.unique(np.concatenate(list(kept)), return_inverse=True, return_counts=True)
    good = (spread[columns] > 1) & (spread[columns] <= MOST_ARTICLES)
    ones = np.ones(int(good.sum()), dtype=np.int32)
    table = csr_matrix((ones, (rows[good], columns[good])), shape=(len(kept), len(names)))
    pairs: list[list[tuple[int, int]]] = []
    # In slices, so that the product of a large corpus never stands in memory as a whole.
    for begin in range(0, len(kept), 512):
        shared = (table[begin : begin + 512] @ table.T).tocoo()
        a, b = shared.row + begin, shared.col
        told = (a < b) & (shared.data >= wanted)
        pairs.append(list(zip(a[told].tolist(), b[told].tolist(), strict=True)))
    return sorted(chain.from_iterable(pairs))
