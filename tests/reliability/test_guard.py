from __future__ import annotations

import pandas as pd

from xref.reliability import estimate_truth

COLUMNS = ["source", "object", "attribute", "value"]


def test_an_estimate_that_leaves_the_vote_too_often_is_told_unstable_and_the_vote_stands():
    # One voter that agrees with all on many easy things, against pairs that agree on nothing else.
    rows = [(s, f"easy {n}", "x", f"e{n}") for n in range(60) for s in ("steady", "constant", "even")]
    for n in range(20):
        rows += [("steady", f"hard {n}", "x", f"h{n}"), ("constant", f"hard {n}", "x", f"h{n}")]
        rows += [(f"passer {n} {k}", f"hard {n}", "x", f"other {n}") for k in range(3)]
        rows += [(f"passer {n} {k}", f"side {n} {k}", "x", "said") for k in range(3)]
        rows += [(f"contrary {n} {k}", f"side {n} {k}", "x", "denied") for k in range(3)]
        rows += [("even", f"side {n} {k}", "x", "denied") for k in range(3)]
    estimate = estimate_truth(pd.DataFrame(rows, columns=COLUMNS), closed=False)
    winners = estimate.winners
    assert not estimate.stable_
    assert (winners["value"] == winners["voted"]).all()
    assert (winners["estimated"] != winners["voted"]).any()


def test_an_estimate_near_the_vote_is_stable_and_tells_both():
    rows = [(s, f"thing {n}", "x", "yes") for n in range(5) for s in "abc"] + [("d", "thing 0", "x", "no")]
    estimate = estimate_truth(pd.DataFrame(rows, columns=COLUMNS))
    assert estimate.stable_
    assert estimate.converged_
    assert list(estimate.winners["value"]) == list(estimate.winners["voted"]) == ["yes"] * 5
