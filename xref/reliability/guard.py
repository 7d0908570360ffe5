"""Whether an estimate can be trusted: it is held against the per-origin vote, and against another start."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from xref.reliability.arrays import Floats
from xref.reliability.copying import CopyWatch
from xref.reliability.variational import Fit, choose, fit, trusting_start, unknown_prior, vote_start
from xref.reliability.votes import Votes

MOST_UNLIKE_VOTE = 0.20
MOST_UNLIKE_STARTS = 0.05
_EQUAL = 1e-9


@dataclass(frozen=True)
class Guarded:
    """An estimate beside the vote.

    `estimated` and `voted` are the winners (a value an item) of either; `q` and `unknown` belong to the winners told:
    the estimate's when the run is stable, else those of a vote in which every voter is trusted alike.
    """

    fit: Fit
    q: Floats
    unknown: Floats
    estimated: NDArray[np.int64]
    voted: NDArray[np.int64]
    unlike_vote: float
    unlike_starts: float

    @property
    def is_stable(self) -> bool:
        """Whether the estimate stays near the vote and does not hang on its start."""
        return self.unlike_vote <= MOST_UNLIKE_VOTE and self.unlike_starts <= MOST_UNLIKE_STARTS

    @property
    def winners(self) -> NDArray[np.int64]:
        """The estimate's winners, or the vote's when the estimate is not stable."""
        return self.estimated if self.is_stable else self.voted


def guarded_fit(votes: Votes, watch: CopyWatch | None) -> Guarded:
    """Fits from the vote and from equal trust, and says how far the two and the vote differ on contested items."""
    share, alike = vote_start(votes), trusting_start(votes)
    found = fit(votes, share, watch)
    other = fit(votes, alike, watch)
    estimated, voted = choose(votes, found.q), choose(votes, share)
    is_contested = np.bincount(votes.value_item, minlength=votes.items) > 1
    contested = max(int(is_contested.sum()), 1)
    unlike_vote = int(_loses(votes, share, estimated).sum()) / contested
    unlike_starts = int((_loses(votes, other.q, estimated)).sum()) / contested
    is_stable = unlike_vote <= MOST_UNLIKE_VOTE and unlike_starts <= MOST_UNLIKE_STARTS
    q = _doubted(votes, found.q if is_stable else alike)
    return Guarded(found, q, 1 - votes.by_item(q), estimated, voted, unlike_vote, unlike_starts)


def _doubted(votes: Votes, q: Floats) -> Floats:
    """q as it is told: whatever the votes, the prior unknown mass remains for questions that the model does not fit.

    Contamination in the sense of P. J. Huber, "Robust estimation of a location parameter", Ann. Math. Stat. 35, 1964:
    many voices that agree can be wrong in ways that no accuracy explains.
    """
    return np.asarray(q * (1 - np.exp(unknown_prior(votes)))[votes.value_item])


def _loses(votes: Votes, score: Floats, chosen: NDArray[np.int64]) -> NDArray[np.bool_]:
    """By item, whether another value scores higher than the chosen one; a tie is no defeat."""
    if not votes.items:
        return np.empty(0, dtype=bool)
    return np.asarray(score[chosen] < np.maximum.reduceat(score, votes.starts) - _EQUAL)
