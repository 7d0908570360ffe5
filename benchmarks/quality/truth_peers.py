"""Peers of the truth estimator, written for the benchmark from their papers: what each chooses on the same votes."""

from __future__ import annotations

import importlib.util

import numpy as np
import pandas as pd

from xref.reliability.arrays import Floats
from xref.reliability.variational import choose, vote_start
from xref.reliability.votes import Votes

_ROUNDS = 20


def majority_vote(votes: Votes) -> Floats:
    """Share of each value's votes among its item's."""
    return vote_start(votes)


def truth_finder(votes: Votes, dampening: float = 0.3, start: float = 0.9) -> Floats:
    """Confidence by value. X. Yin, J. Han, P. S. Yu, "Truth discovery with multiple conflicting information providers
    on the web", IEEE TKDE 20(6), 2008; without implication between values, which categorical data do not have."""
    claims = np.maximum(votes.by_voter(np.ones(len(votes.voter))), 1)
    trust = np.full(len(votes.voters), start)
    confidence = np.zeros(len(votes.value_item))
    for _ in range(_ROUNDS):
        score = votes.by_value(-np.log(1 - np.clip(trust, 1e-6, 1 - 1e-6))[votes.voter])
        confidence = 1 / (1 + np.exp(-dampening * score))
        before, trust = trust, votes.by_voter(confidence[votes.value]) / claims
        cosine = trust @ before / (np.linalg.norm(trust) * np.linalg.norm(before))
        if 1 - cosine < 1e-6:
            break
    return confidence


def pooled_investment(votes: Votes, exponent: float = 1.4) -> Floats:
    """Belief by value. J. Pasternack, D. Roth, "Knowing what to believe (when you already know something)",
    COLING 2010; started from the share of votes."""
    claims = np.maximum(votes.by_voter(np.ones(len(votes.voter))), 1)
    belief = vote_start(votes)
    trust = np.ones(len(votes.voters))
    for _ in range(_ROUNDS):
        stake = (trust / claims)[votes.voter]
        pool = votes.by_value(stake)
        trust = votes.by_voter(belief[votes.value] * stake / np.maximum(pool[votes.value], 1e-300))
        trust /= trust.max()
        invested = votes.by_value((trust / claims)[votes.voter])
        grown = invested**exponent
        belief = invested * grown / np.maximum(votes.by_item(grown)[votes.value_item], 1e-300)
    return belief


def has_crowd_kit() -> bool:
    """Whether crowd-kit, a dependency of the benchmarks only, is installed."""
    return importlib.util.find_spec("crowdkit") is not None


def dawid_skene(votes: Votes) -> np.ndarray | None:
    """Chosen values by crowd-kit's Dawid-Skene, None when it is not installed or the domain is open.

    A. P. Dawid, A. M. Skene, "Maximum likelihood estimation of observer error-rates", Applied Statistics 28(1), 1979.
    It has one error matrix a source over all labels, so it is only run where the domain is closed.
    """
    if not votes.closed.all() or not has_crowd_kit():
        return None
    from crowdkit.aggregation import DawidSkene

    answers = pd.DataFrame({"worker": votes.voter, "task": votes.item, "label": votes.values[votes.value]})
    chosen = DawidSkene(n_iter=100).fit_predict(answers)
    wanted = chosen.loc[np.arange(votes.items)].to_numpy()
    is_it = votes.values == wanted[votes.value_item]
    return choose(votes, is_it.astype(float))
