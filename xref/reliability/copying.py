"""Copying that shows in the values: two voters that share false or rare values, item by item.

After X. L. Dong, L. Berti-Equille, D. Srivastava, "Integrating conflicting data: the role of source dependence",
PVLDB 2(1), 2009. Agreement on what is probably true is no evidence, so only pairs that share a probably false value
are looked at: found by one sparse product, judged over all that they share.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, triu

from xref.reliability.arrays import Codes, Floats
from xref.reliability.votes import Votes

_FEWEST_SHARED = 3
_DOUBTFUL = 0.5
_CHUNK = 2_000_000
_CROWD = 200
"""A false value of more voters than this is popular, and tells of no pair."""


@dataclass(frozen=True, slots=True)
class CopyModel:
    """How copying is judged.

    `rate` is c, the share of its claims that a copier copies; `prior` is a, `family_prior` the same for two voters of
    one publisher family, `known_prior` after a known copy; `every` and `until` say in which iterations the pairs are
    judged anew.
    """

    rate: float = 0.8
    prior: float = 0.1
    family_prior: float = 0.5
    known_prior: float = 0.95
    every: int = 2
    until: int = 10

    def is_due(self, iteration: int) -> bool:
        """Whether pairs are judged anew in this iteration."""
        return 2 <= iteration <= self.until and iteration % self.every == 0


@dataclass(frozen=True, slots=True)
class Ties:
    """What is known of voters beforehand: the code of each one's publisher family, and pairs of whom one has copied.

    A pair is coded `first * voters + second`, first < second.
    """

    family: Codes
    copies: Codes


class CopyWatch:
    """Looks for copying among the voters of one set of votes; what a pair shares is looked up once and kept."""

    def __init__(self, votes: Votes, model: CopyModel, ties: Ties | None = None) -> None:
        self.model = model
        self._ties = ties or Ties(np.arange(len(votes.voters)), np.empty(0, dtype=np.int64))
        self._votes = votes
        self._order = np.lexsort((votes.item, votes.voter))
        self._keys = votes.voter[self._order] * votes.items + votes.item[self._order]
        self._ends = np.searchsorted(votes.voter[self._order], np.arange(len(votes.voters) + 1))
        self._pairs = np.empty(0, dtype=np.int64)
        self._shared = _Shared.none()
        self._sizes = np.bincount(votes.value, minlength=len(votes.value_item)).astype(float)

    def independence(self, q: Floats, accuracy: Floats) -> Floats:
        """Independence weight by vote, in (0, 1].

        Parameters
        ----------
        q : probability by value.
        accuracy : expected accuracy by voter.
        """
        known = self._ties.copies
        self._meet(np.union1d(_suspects(self._votes, q, self._sizes), known))
        bounded = np.clip(accuracy, 0.05, 0.95)
        shared, model = self._shared, self.model
        prior = self._prior()
        probability = 1 / (1 + (1 - prior) / prior * np.exp(-np.clip(self._ratio(q, bounded), -500, 500)))
        is_told = (probability > model.prior) & (shared.items >= _FEWEST_SHARED)
        keep = is_told[shared.pair]
        rank = _precedence(self._votes, bounded)
        a, b = shared.vote_a[keep], shared.vote_b[keep]
        later = np.where(_comes_first(self._votes, a, b, rank), b, a)
        discount = np.log1p(-model.rate * probability[shared.pair[keep]])
        return np.exp(np.bincount(later, discount, len(self._votes.voter)))

    def _prior(self) -> Floats:
        """Prior probability of copying by pair."""
        first, second = np.divmod(self._pairs, len(self._votes.voters))
        is_family = self._ties.family[first] == self._ties.family[second]
        prior = np.where(is_family, self.model.family_prior, self.model.prior)
        return np.where(np.isin(self._pairs, self._ties.copies), self.model.known_prior, prior)

    def _meet(self, suspects: Codes) -> None:
        """Looks up what pairs share that were not suspected before."""
        new = np.setdiff1d(suspects, self._pairs, assume_unique=True)
        first, second = np.divmod(new, len(self._votes.voters))
        parts = [self._shared]
        for chunk in self._looked_up(first, second):
            parts.append(chunk)
        self._pairs = np.concatenate([self._pairs, new])
        self._shared = _Shared.joined(parts)

    def _looked_up(self, first: Codes, second: Codes) -> Iterator[_Shared]:
        """What pairs share, in chunks: the shorter voter's votes are looked up among the longer one's."""
        length = np.diff(self._ends)
        is_shorter = length[first] <= length[second]
        short, long = np.where(is_shorter, first, second), np.where(is_shorter, second, first)
        work = np.cumsum(length[short])
        cuts = np.searchsorted(work, np.arange(_CHUNK, work[-1] if len(work) else 0, _CHUNK))
        for some in np.split(np.arange(len(short)), cuts):
            sizes = length[short[some]]
            pair = np.repeat(np.arange(len(some)), sizes)
            within = np.arange(len(pair)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
            mine = self._order[self._ends[short[some]][pair] + within]
            wanted = long[some][pair] * self._votes.items + self._votes.item[mine]
            at = np.minimum(np.searchsorted(self._keys, wanted), len(self._keys) - 1)
            found = self._keys[at] == wanted
            yield _Shared.between(self._votes, len(some), pair[found], mine[found], self._order[at[found]])

    def _ratio(self, q: Floats, accuracy: Floats) -> Floats:
        """Log likelihood ratio of copying by pair, log-mean-exp over the two directions."""
        votes, shared, rate = self._votes, self._shared, self.model.rate
        false_votes = votes.by_item(self._sizes * (1 - q))[votes.value_item]
        options = np.maximum(votes.false_values - 2, 0)[votes.value_item]
        rarity = np.clip((self._sizes - 1) / np.maximum(options + false_votes, 1e-9), 0.001, 1)
        value = votes.value[shared.vote_a]
        a, b = (accuracy[votes.voter[vote]] for vote in (shared.vote_a, shared.vote_b))
        chance = rarity[value] * (1 - a) * (1 - b)
        pairs = len(shared.items)
        different = np.log(1 - rate) * (shared.items - np.bincount(shared.pair, minlength=pairs))
        directions = [
            different + np.bincount(shared.pair, (1 - q[value]) * np.log(rate * (1 - s) / chance + 1 - rate), pairs)
            for s in (a, b)
        ]
        return np.asarray(np.logaddexp(*directions) - np.log(2))


@dataclass(frozen=True, slots=True)
class _Shared:
    """What pairs share: by pair the number of items both vote on; by shared value the pair and the two votes."""

    items: Codes
    pair: Codes
    vote_a: Codes
    vote_b: Codes

    @staticmethod
    def none() -> _Shared:
        empty = np.empty(0, dtype=np.int64)
        return _Shared(empty, empty, empty, empty)

    @staticmethod
    def between(votes: Votes, pairs: int, pair: Codes, vote_a: Codes, vote_b: Codes) -> _Shared:
        """From the votes on shared items: counts them and keeps those on one value."""
        same = votes.value[vote_a] == votes.value[vote_b]
        return _Shared(np.bincount(pair, minlength=pairs), pair[same], vote_a[same], vote_b[same])

    @staticmethod
    def joined(parts: list[_Shared]) -> _Shared:
        """Parts one after the other, pairs numbered through."""
        offsets = np.cumsum([0, *(len(part.items) for part in parts[:-1])])
        return _Shared(
            np.concatenate([part.items for part in parts]),
            np.concatenate([part.pair + offset for part, offset in zip(parts, offsets, strict=True)]),
            np.concatenate([part.vote_a for part in parts]),
            np.concatenate([part.vote_b for part in parts]),
        )


def _suspects(votes: Votes, q: Floats, sizes: Floats) -> Codes:
    """Pairs of voters that share a probably false value, as `first * voters + second`, ascending."""
    telling = (q < _DOUBTFUL) & (sizes >= 2) & (sizes <= _CROWD)
    at = np.flatnonzero(telling[votes.value])
    shape = (len(votes.voters), len(q))
    matrix = csr_array((np.ones(len(at), dtype=np.int32), (votes.voter[at], votes.value[at])), shape=shape)
    first, second = triu(matrix @ matrix.T, k=1).tocoo().coords
    return np.sort(first.astype(np.int64) * len(votes.voters) + second)


def _precedence(votes: Votes, accuracy: Floats) -> Codes:
    """Rank of each voter: higher accuracy, more claims, then canonical order come first."""
    claims = votes.by_voter(np.ones(len(votes.voter)))
    order = np.lexsort((np.arange(len(accuracy)), -claims, -accuracy))
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    return rank


def _comes_first(votes: Votes, a: Codes, b: Codes, rank: Codes) -> NDArray[np.bool_]:
    """Whether vote `a` precedes vote `b`: earlier where both times are known, else by rank of the voter."""
    time_a, time_b = votes.time[a], votes.time[b]
    is_known = (time_a >= 0) & (time_b >= 0) & (time_a != time_b)
    return np.where(is_known, time_a < time_b, rank[votes.voter[a]] < rank[votes.voter[b]])
