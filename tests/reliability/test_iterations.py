"""Two small examples worked by hand, from the formulas and a table of the digamma function, to five decimals.

Prior: fewer than five voters with five shared claims, so mean .8 worth 4 claims: alpha = 3.2 + sum q, beta = .8 +
sum (1 - q), the evidence of a voter is psi(alpha) - psi(beta).

Open domain, n = 10, unknown mass .05. s and t say the toll is nine, u says six; s says Monday, u says Tuesday.
Popularity of both tolls: min(3 h(1/3), c ln 10) = 1.90954; of both days: min(2 h(1/2), ln 10) = 1.38629.
Start: shares of the vote, nine 2/3, six 1/3, Monday 1/2, Tuesday 1/2. Round 1, s: alpha = 3.2 + 2/3 + 1/2.

Closed domain of two labels, n = 1, unknown mass .001, popularity min(., c ln 1) = 0. On one item s and t say yes and u
no; on the other s says yes, t and u say no.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from xref.reliability.variational import fit, popularity, vote_start
from xref.reliability.votes import count_votes

OPEN = [
    ("s", "toll", "nine"),
    ("t", "toll", "nine"),
    ("u", "toll", "six"),
    ("s", "day", "Monday"),
    ("u", "day", "Tuesday"),
]
CLOSED = [("s", "1", "yes"), ("t", "1", "yes"), ("u", "1", "no"), ("s", "2", "yes"), ("t", "2", "no"), ("u", "2", "no")]

# rounds, alpha and beta of s, t, u, then q of every value in the order of items and values
OPEN_ROUNDS = [
    (
        1,
        [(4.36667, 1.63333), (3.86667, 1.13333), (4.03333, 1.96667)],
        {("day", "Monday"): 0.58204, ("day", "Tuesday"): 0.41577, ("toll", "nine"): 0.87301, ("toll", "six"): 0.12660},
    ),
    (
        2,
        [(4.65504, 1.34496), (4.07301, 0.92699), (3.74237, 2.25763)],
        {("day", "Monday"): 0.71826, ("day", "Tuesday"): 0.27982, ("toll", "nine"): 0.94880, ("toll", "six"): 0.05100},
    ),
]
CLOSED_ROUNDS = [
    (
        1,
        [(4.2, 1.8), (4.53333, 1.46667), (4.2, 1.8)],
        {("1", "yes"): 0.80090, ("1", "no"): 0.19903, ("2", "yes"): 0.19903, ("2", "no"): 0.80090},
    ),
    (
        2,
        [(4.19993, 1.80007), (4.80179, 1.19821), (4.19993, 1.80007)],
        {("1", "yes"): 0.85223, ("1", "no"): 0.14771, ("2", "yes"): 0.14771, ("2", "no"): 0.85223},
    ),
]


@pytest.mark.parametrize(
    ("rows", "closed", "rounds", "accuracies", "q"),
    [(OPEN, False, *one) for one in OPEN_ROUNDS] + [(CLOSED, True, *one) for one in CLOSED_ROUNDS],
)
def test_each_round_gives_what_was_worked_by_hand(rows, closed, rounds, accuracies, q):
    claims = pd.DataFrame(rows, columns=["source", "object", "value"]).assign(attribute="x")
    votes = count_votes(claims, closed)
    found = fit(votes, vote_start(votes), None, iterations=rounds)
    assert list(votes.voters) == ["s", "t", "u"]
    assert list(zip(found.alpha, found.beta, strict=True)) == [pytest.approx(pair, abs=2e-5) for pair in accuracies]
    keys = zip(votes.objects[votes.value_item], votes.values, strict=True)
    assert dict(zip(keys, found.q, strict=True)) == pytest.approx(q, abs=2e-5)
    assert not found.has_converged


def test_a_share_that_rounding_lifts_above_one_is_still_a_share():
    support, total = np.array([3.8749271700000004]), np.array([3.87492717])
    assert support[0] > total[0]
    assert popularity(support, total, np.array([10.0])).tolist() == [0.0]
