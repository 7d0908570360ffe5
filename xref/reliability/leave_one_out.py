"""What the others say: the probability of each vote's value without that vote, so that no source is its own witness."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from xref.reliability.arrays import Codes, Floats
from xref.reliability.variational import Fit, evidence, popularity, unknown_prior
from xref.reliability.votes import Votes

_NOTHING = 1e-12


def without_own_vote(votes: Votes, found: Fit) -> Floats:
    """By vote, the probability of its value from the other votes on the item; 0 where nobody else says it.

    One other voice alone is worth its own accuracy. Meant for corpora: every vote is paired with every value of its
    item.
    """
    vote, value, own = _paired(votes)
    odds = found.weight * evidence(found.alpha, found.beta)[votes.voter]
    total = votes.by_item(found.support)[votes.item[vote]] - found.weight[vote]
    support = np.maximum(found.support[value] - own * found.weight[vote], 0.0)
    item = votes.item[vote]
    score = votes.by_value(odds)[value] - own * odds[vote]
    score = score + popularity(support, np.maximum(total, _NOTHING), votes.false_values[item])
    score = np.where(support > _NOTHING, score, -np.inf)
    prior = unknown_prior(votes)[item]
    top = np.maximum.reduceat(np.maximum(score, prior), np.searchsorted(vote, np.arange(len(votes.voter))))
    raised = np.exp(score - top[vote])
    mass = np.bincount(vote, raised, len(votes.voter)) + np.exp(unknown_prior(votes)[votes.item] - top)
    q = np.bincount(vote, raised * own, len(votes.voter)) / mass
    return np.asarray(np.where(_meets_one(votes), np.minimum(q, _accuracy_of_other(votes, found)), q))


def _paired(votes: Votes) -> tuple[Codes, Codes, Floats]:
    """Every vote with every value of its item: vote, value, and 1.0 where the value is the vote's own."""
    sizes = np.bincount(votes.value_item, minlength=votes.items)[votes.item]
    vote = np.repeat(np.arange(len(votes.voter)), sizes)
    within = np.arange(len(vote)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    value = votes.starts[votes.item[vote]] + within
    return vote, value, (value == votes.value[vote]).astype(float)


def _meets_one(votes: Votes) -> NDArray[np.bool_]:
    return np.asarray(np.bincount(votes.item, minlength=votes.items) == 2)[votes.item]


def _accuracy_of_other(votes: Votes, found: Fit) -> Floats:
    """By vote, the sum of accuracies on its item less its own: that of the other voice where there is one."""
    accuracy = found.accuracy[votes.voter]
    return np.asarray(np.bincount(votes.item, accuracy, votes.items)[votes.item] - accuracy)
