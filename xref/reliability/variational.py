"""Truth and accuracy together: variational Bayes with one Beta accuracy a voter.

The likelihood of false values is that of PopAccu (X. L. Dong, B. Saha, D. Srivastava, "Less is more: selecting sources
wisely for integration", PVLDB 6(2), 2012): popular false values are expected from what is seen, not uniform.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import digamma, xlogy

from xref.reliability.arrays import Floats
from xref.reliability.copying import CopyWatch
from xref.reliability.votes import Votes

UNKNOWN_OPEN = 0.05
UNKNOWN_CLOSED = 0.001
MOST_ITERATIONS = 50
_LEAST_MASS = 1e-12
_MOST_EVIDENCE = float(np.log(0.95 / 0.05))
"""No voter counts for more than an accuracy of .95, nor for less than one of .05: the bounds that copying has."""
_FEW_CLAIMS = 5
_BIN_PSEUDO_CLAIMS = 20.0
_LAST_BIN = 5
_PRIOR_FROZEN_AFTER = 10
_DAMPED_AFTER = 20
_SETTLED = 1e-3
_STILL = 3


@dataclass(frozen=True)
class Fit:
    """Where the iterations ended.

    By value `q` and `support` (c), by item the `unknown` mass, by voter `alpha` and `beta` of its accuracy, those of
    its prior and its `shared` items, by vote the independence `weight`.
    """

    q: Floats
    support: Floats
    unknown: Floats
    alpha: Floats
    beta: Floats
    prior_alpha: Floats
    prior_beta: Floats
    weight: Floats
    shared: Floats
    has_converged: bool
    iterations: int

    @property
    def accuracy(self) -> Floats:
        """Expected accuracy by voter."""
        return self.alpha / (self.alpha + self.beta)


@dataclass(frozen=True)
class Prior:
    """Beta prior by voter: mean `mean` worth `strength` claims."""

    mean: Floats
    strength: float


def fit(votes: Votes, start: Floats, copying: CopyWatch | None, iterations: int = MOST_ITERATIONS) -> Fit:
    """Iterates from the value probabilities `start` until accuracies and winners rest.

    Parameters
    ----------
    votes : one vote per origin.
    start : q by value.
    copying : how copying is looked for; None takes every voter as independent.
    iterations : most iterations.
    """
    eligible = (_claims_per_item(votes) >= 2)[votes.item].astype(float)
    shared = votes.by_voter(eligible)
    bins = _activity_bins(shared)
    weight, q = np.ones(len(votes.voter)), start
    prior, winners, still, converged, done = _flat_prior(votes), np.full(votes.items, -1), 0, False, 0
    accuracy, unknown, support = np.full(len(votes.voters), -1.0), np.zeros(votes.items), np.zeros(len(q))
    alpha = beta = np.ones(len(votes.voters))
    for done in range(1, iterations + 1):
        held = votes.by_voter(eligible * q[votes.value])
        if done <= _PRIOR_FROZEN_AFTER:
            prior = learnt_prior(held, shared, bins)
        alpha = prior.strength * prior.mean + held
        beta = prior.strength * (1 - prior.mean) + shared - held
        if copying is not None and copying.model.is_due(done):
            weight = copying.independence(q, alpha / (alpha + beta))
        fresh, _, support = expect(votes, weight, evidence(alpha, beta))
        q = fresh if done <= _DAMPED_AFTER else 0.5 * (q + fresh)
        unknown = 1 - votes.by_item(q)
        now, before = alpha / (alpha + beta), accuracy
        chosen, accuracy = choose(votes, q), now
        still = still + 1 if np.array_equal(chosen, winners) else 0
        winners = chosen
        if np.max(np.abs(now - before), initial=0.0) < _SETTLED and still >= _STILL:
            converged = True
            break
    prior_alpha = prior.strength * prior.mean
    prior_beta = prior.strength * (1 - prior.mean)
    return Fit(q, support, unknown, alpha, beta, prior_alpha, prior_beta, weight, shared, converged, done)


def expect(votes: Votes, weight: Floats, odds: Floats) -> tuple[Floats, Floats, Floats]:
    """One expectation step: q by value, unknown mass by item, support c by value.

    Parameters
    ----------
    weight : independence w by vote.
    odds : expected log odds that each voter is right, see `evidence`.
    """
    support = votes.by_value(weight)
    total = votes.by_item(support)[votes.value_item]
    popular = popularity(support, total, votes.false_values[votes.value_item])
    score = votes.by_value(weight * odds[votes.voter]) + popular
    prior = unknown_prior(votes)
    top = np.maximum(np.maximum.reduceat(score, votes.starts), prior) if votes.items else prior
    raised = np.exp(score - top[votes.value_item])
    rest = np.maximum(np.exp(prior - top), _LEAST_MASS)
    mass = votes.by_item(raised) + rest
    return raised / mass[votes.value_item], rest / mass, support


def unknown_prior(votes: Votes) -> Floats:
    """By item, the log of the prior mass of values that nobody claims."""
    return np.asarray(np.log(np.where(votes.closed, UNKNOWN_CLOSED, UNKNOWN_OPEN)))


def popularity(support: Floats, total: Floats, false_values: Floats) -> Floats:
    """Log likelihood ratio of the other votes when a value is true: min(N h(c/N), c ln n)."""
    return np.minimum(total * _entropy(support, total), support * np.log(false_values))


def _entropy(support: Floats, total: Floats) -> Floats:
    # Support and total are sums in different orders: a share may come out above 1 by a rounding error.
    share = np.minimum(np.divide(support, total, out=np.zeros_like(support), where=total > 0), 1.0)
    return np.asarray(-xlogy(share, share) - xlogy(1 - share, 1 - share))


def choose(votes: Votes, q: Floats) -> NDArray[np.int64]:
    """By item, its most probable value; equal ones go to the first in canonical order."""
    if not votes.items:
        return np.empty(0, dtype=np.int64)
    top = np.maximum.reduceat(q, votes.starts)
    at = np.flatnonzero(q >= top[votes.value_item])
    _, first = np.unique(votes.value_item[at], return_index=True)
    return at[first].astype(np.int64)


def vote_start(votes: Votes) -> Floats:
    """Shares of the per-origin vote, as q to start from."""
    support = votes.by_value(np.ones(len(votes.voter)))
    return support / votes.by_item(support)[votes.value_item]


def trusting_start(votes: Votes) -> Floats:
    """q when every voter is trusted alike, at the flat prior."""
    prior = _flat_prior(votes)
    alike = evidence(prior.strength * prior.mean, prior.strength * (1 - prior.mean))
    return expect(votes, np.ones(len(votes.voter)), alike)[0]


def evidence(alpha: Floats, beta: Floats) -> Floats:
    """Expected log odds that a voter is right, psi(alpha) - psi(beta), bounded as one voice can be."""
    return np.asarray(np.clip(digamma(alpha) - digamma(beta), -_MOST_EVIDENCE, _MOST_EVIDENCE))


def _claims_per_item(votes: Votes) -> NDArray[np.int64]:
    return np.bincount(votes.item, minlength=votes.items)


def _activity_bins(claims: Floats) -> NDArray[np.int64]:
    """One bin a doubling of shared claims; lone claims would let an item that nobody shares move the others."""
    bins = np.floor(np.log2(np.maximum(claims, 1)))
    return np.minimum(bins, _LAST_BIN).astype(np.int64)


def _flat_prior(votes: Votes) -> Prior:
    return Prior(np.full(len(votes.voters), 0.8), 4.0)


def learnt_prior(held: Floats, shared: Floats, bins: NDArray[np.int64]) -> Prior:
    """Prior from the corpus: mean and strength over voters with five shared claims, and a mean by activity.

    Parameters
    ----------
    held : by voter, sum of q over its shared claims.
    shared : by voter, number of shared claims.
    bins : by voter, bin of its activity.
    """
    enough = shared >= _FEW_CLAIMS
    if enough.sum() < _FEW_CLAIMS:
        return Prior(np.full(len(shared), 0.8), 4.0)
    rates, weights = held[enough] / shared[enough], np.minimum(shared[enough], 50)
    raw = float(np.average(rates, weights=weights))
    mean = float(np.clip(raw, 0.5, 0.98))
    spread = float(np.average((rates - raw) ** 2, weights=weights))
    strength = float(np.clip(mean * (1 - mean) / max(spread, 1e-9) - 1, 4, 20))
    claims_of_bin = np.bincount(bins, shared, _LAST_BIN + 1)
    held_of_bin = np.bincount(bins, held, _LAST_BIN + 1)
    by_bin = (held_of_bin + _BIN_PSEUDO_CLAIMS * mean) / (claims_of_bin + _BIN_PSEUDO_CLAIMS)
    return Prior(np.clip(by_bin, 0.3, 0.98)[bins], strength)
