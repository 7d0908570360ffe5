"""Exact search for the best partners of every claim, article by article, in blocks of bounded memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

import numpy as np
import numpy.typing as npt

from xref.config import MatchConfig
from xref.match.keys import Ints, Keys

Matrix = npt.NDArray[np.float32]

NAMES_WEIGHT = 0.15
COUNTED_WEIGHT = 0.15
SPEAKER_WEIGHT = 0.05
"""What a shared key adds to the cosine when candidates are ranked."""
SAME_ARTICLE_PENALTY = 0.15
"""Claims of one article rarely answer one question twice; they are compared when they look it."""
CELLS = 20_000_000
"""Cells of one block's matrices, which bounds memory to some 500 MB whatever the number of claims."""
WHY = ("meaning", "names", "counted", "speaker")
"""What can propose a pair, a bit each in `Pairings.why`."""


@dataclass(frozen=True)
class Pairings:
    """Pairs of rows of claims, left < right, how alike they are, and what they share; arrays of shape (pairs,)."""

    left: Ints
    right: Ints
    similarity: Matrix
    rank: Matrix
    why: Ints
    """Sum of 1 << place in `WHY`."""

    def at(self, places: Ints) -> Pairings:
        """Those at `places`, in that order."""
        return Pairings(*(getattr(self, field.name)[places] for field in fields(self)))


def pair_rows(keys: Keys, vectors: Matrix, config: MatchConfig) -> Pairings:
    """The best pairs such that no claim stands in more than `config.max_candidates`, the best first."""
    blocks = list(_blocks(keys, vectors, config))
    found = Pairings(*(np.concatenate([getattr(b, field.name) for b in blocks]) for field in fields(Pairings)))
    found = found.at(np.lexsort((found.right, found.left, -found.rank)))
    used = [0] * len(vectors)
    kept = []
    for place, (one, two) in enumerate(zip(found.left.tolist(), found.right.tolist(), strict=True)):
        if used[one] < config.max_candidates and used[two] < config.max_candidates:
            used[one] += 1
            used[two] += 1
            kept.append(place)
    return found.at(np.array(kept, dtype=np.int64))


def _blocks(keys: Keys, vectors: Matrix, config: MatchConfig) -> Iterator[Pairings]:
    """The pairs of each article's claims with those of the articles near it; the first block is empty."""
    order = np.argsort(keys.article, kind="stable")
    ends = np.searchsorted(keys.article[order], np.arange(keys.near.shape[0] + 1))
    rows_of = [order[ends[at] : ends[at + 1]] for at in range(keys.near.shape[0])]
    nothing = np.array([], dtype=np.int64)
    yield _block(nothing, nothing, keys, vectors, config)
    for article, left in enumerate(rows_of):
        near = keys.near.indices[keys.near.indptr[article] : keys.near.indptr[article + 1]]
        right = np.sort(np.concatenate([rows_of[other] for other in near]))
        step = max(1, CELLS // max(len(right), 1))
        for at in range(0, len(left), step):
            yield _block(left[at : at + step], right, keys, vectors, config)


def _block(left: Ints, right: Ints, keys: Keys, vectors: Matrix, config: MatchConfig) -> Pairings:
    """Pairs of a block of rows with all rows behind them that may be compared with theirs."""
    similarity = vectors[left] @ vectors[right].T
    names = (keys.names[left] @ keys.names[right].T).toarray()
    counted = np.minimum((keys.counted[left] @ keys.counted[right].T).toarray(), 2.0) / 2.0
    speaker = (keys.speaker[left][:, None] == keys.speaker[right][None, :]) & (keys.speaker[left] >= 0)[:, None]
    same_article = keys.article[left][:, None] == keys.article[right][None, :]
    rank = similarity + NAMES_WEIGHT * names + COUNTED_WEIGHT * counted + SPEAKER_WEIGHT * speaker
    rank -= SAME_ARTICLE_PENALTY * same_article
    same_sentence = same_article & (keys.sentence[left][:, None] == keys.sentence[right][None, :])
    other_story = keys.story[left][:, None] != keys.story[right][None, :]
    enough = rank >= config.min_similarity + config.other_story_margin * other_story
    row, column = np.nonzero((left[:, None] < right[None, :]) & ~same_sentence & enough)
    # a claim keeps at most so many partners in the end; twice as many go into the ranking of all
    best = _first_of_each(row, rank[row, column], 2 * config.max_candidates)
    row, column = row[best], column[best]
    shares = (similarity >= config.min_similarity, names > 0, counted > 0, speaker)
    why = sum((shared[row, column].astype(np.int64) << bit for bit, shared in enumerate(shares)), np.int64(0))
    return Pairings(left[row], right[column], similarity[row, column], rank[row, column], np.asarray(why))


def _first_of_each(row: Ints, rank: Matrix, most: int) -> Ints:
    """Places of the `most` highest ranks of every row; `row` is sorted."""
    order = np.lexsort((-rank, row))
    begins = np.searchsorted(row, row, side="left")
    return order[np.arange(len(row)) - begins < most]
