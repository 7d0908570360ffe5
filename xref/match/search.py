"""Exact search for the best partners of every claim, group by group, in blocks of bounded memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two rows of claims, left < right, how alike they are, and what they share."""

    left: int
    right: int
    similarity: float
    rank: float
    why: tuple[str, ...]


def pair_rows(keys: Keys, vectors: Matrix, config: MatchConfig) -> list[Pairing]:
    """The best pairs such that no claim stands in more than `config.max_candidates`."""
    found = [p for members in _groups(keys.group) for p in _pairs_within(members, keys, vectors, config)]
    found.sort(key=lambda p: (-p.rank, p.left, p.right))
    used: Counter[int] = Counter()
    kept = []
    for pairing in found:
        if used[pairing.left] < config.max_candidates and used[pairing.right] < config.max_candidates:
            used[pairing.left] += 1
            used[pairing.right] += 1
            kept.append(pairing)
    return kept


def _groups(group: Ints) -> Iterator[Ints]:
    """Rows of each group of two or more."""
    order = np.argsort(group, kind="stable")
    for rows in np.split(order, np.flatnonzero(np.diff(group[order])) + 1):
        if len(rows) > 1:
            yield rows


def _pairs_within(rows: Ints, keys: Keys, vectors: Matrix, config: MatchConfig) -> Iterator[Pairing]:
    step = max(1, CELLS // len(rows))
    for at in range(0, len(rows), step):
        yield from _block(rows[at : at + step], rows, keys, vectors, config)


def _block(left: Ints, right: Ints, keys: Keys, vectors: Matrix, config: MatchConfig) -> Iterator[Pairing]:
    """Pairs of a block of rows with all rows of the group behind them."""
    similarity = vectors[left] @ vectors[right].T
    names = (keys.names[left] @ keys.names[right].T).toarray()
    counted = np.minimum((keys.counted[left] @ keys.counted[right].T).toarray(), 2.0) / 2.0
    speaker = (keys.speaker[left][:, None] == keys.speaker[right][None, :]) & (keys.speaker[left] >= 0)[:, None]
    same_article = keys.article[left][:, None] == keys.article[right][None, :]
    rank = similarity + NAMES_WEIGHT * names + COUNTED_WEIGHT * counted + SPEAKER_WEIGHT * speaker
    rank -= SAME_ARTICLE_PENALTY * same_article
    same_sentence = same_article & (keys.sentence[left][:, None] == keys.sentence[right][None, :])
    near = keys.near[keys.article[left]][:, keys.article[right]].toarray()
    other_story = keys.story[left][:, None] != keys.story[right][None, :]
    enough = rank >= config.min_similarity + config.other_story_margin * other_story
    allowed = (left[:, None] < right[None, :]) & near & ~same_sentence & enough
    for row in range(len(left)):
        columns = np.flatnonzero(allowed[row])
        # a claim keeps at most so many partners in the end; twice as many go into the ranking of all
        best = columns[np.argsort(-rank[row, columns], kind="stable")[: 2 * config.max_candidates]]
        for column in best:
            cell = (row, column)
            why = _why(
                similarity[cell] >= config.min_similarity, names[cell] > 0, counted[cell] > 0, bool(speaker[cell])
            )
            yield Pairing(int(left[row]), int(right[column]), float(similarity[cell]), float(rank[cell]), why)


def _why(meaning: bool, names: bool, counted: bool, speaker: bool) -> tuple[str, ...]:
    reasons = {"meaning": meaning, "names": names, "counted": counted, "speaker": speaker}
    return tuple(reason for reason, holds in reasons.items() if holds)
