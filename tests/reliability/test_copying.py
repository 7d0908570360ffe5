"""Copying that shows in values. The ratio of the hand-worked pair follows the formula in `copying`."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest

from xref.reliability import estimate_truth
from xref.reliability.copying import CopyModel, CopyWatch, Ties
from xref.reliability.votes import count_votes

COLUMNS = ["source", "object", "attribute", "value"]


def three_sharing_errors() -> pd.DataFrame:
    """a and b share two false values and one true, over three items; c says the truth."""
    rows = [("a", n, "x", v) for n, v in zip("123", ["wrong", "odd", "right"], strict=True)]
    rows += [("b", n, "x", v) for n, v in zip("123", ["wrong", "odd", "right"], strict=True)]
    rows += [("c", n, "x", "right") for n in "123"]
    return pd.DataFrame(rows, columns=COLUMNS)


def test_the_later_of_a_pair_that_shares_rare_errors_loses_weight_as_worked_by_hand():
    votes = count_votes(three_sharing_errors(), closed=False)
    q = np.where(votes.values == "right", 0.9, 0.1)
    weight = CopyWatch(votes, CopyModel()).independence(q, np.array([0.8, 0.7, 0.9]))
    # items 1 and 2: two voters say the false value, the true one has one voter; n = 10 false values
    rare = 1 / (8 + 2 * 0.9 + 1 * 0.1)
    common = min((3 - 1) / (8 + 3 * 0.1), 1)

    def gain(doubt: float, rarity: float, accuracy: float) -> float:
        chance = rarity * (1 - 0.8) * (1 - 0.7)
        return doubt * math.log(0.8 * (1 - accuracy) / chance + 0.2)

    directions = [2 * gain(0.9, rare, s) + gain(0.1, common, s) for s in (0.8, 0.7)]
    ratio = math.log(sum(math.exp(d) for d in directions) / 2)
    copied = 1 / (1 + 0.9 / 0.1 * math.exp(-ratio))
    by_voter = {name: weight[votes.voter == at] for at, name in enumerate(votes.voters)}
    assert by_voter["a"] == pytest.approx([1, 1, 1])  # more accurate, so it precedes
    assert by_voter["b"] == pytest.approx([1 - 0.8 * copied] * 3)
    assert by_voter["c"] == pytest.approx([1, 1, 1])


def test_agreement_on_what_is_true_is_no_evidence_of_copying():
    rows = [(s, f"thing {n}", "x", f"value {n}") for s in "abcdef" for n in range(20)]
    positions = estimate_truth(pd.DataFrame(rows, columns=COLUMNS)).positions
    assert (positions["effective_origins"] == 6).all()


def overrun(independent: int, copiers: int) -> pd.DataFrame:
    """Independent sources that are right seven times in ten, and copiers of one that is right three times in ten."""
    generator = np.random.default_rng(7)
    rows = []

    def answer(thing: int, accuracy: float) -> str:
        return f"{thing} truth" if generator.random() < accuracy else f"{thing} slip {generator.integers(10)}"

    for n in range(120):
        rows += [(f"independent {s}", f"thing {n}", "x", answer(n, 0.7), "") for s in range(independent)]
        copied = answer(n, 0.3)
        rows += [(f"copier {s}", f"thing {n}", "x", copied, "Orrin Wire") for s in range(copiers)]
    return pd.DataFrame(rows, columns=[*COLUMNS, "origin"])


def share_right(values: pd.Series) -> float:
    return float(values.str.endswith("truth").mean())


def test_copiers_that_share_errors_are_seen_through():
    winners = estimate_truth(overrun(independent=10, copiers=4).drop(columns="origin")).winners
    assert share_right(winners["value"]) > 0.98 > 0.9 > share_right(winners["voted"])


def test_copiers_that_outweigh_the_others_are_seen_through_only_when_their_origin_is_known():
    claims = overrun(independent=6, copiers=5)
    unaware = estimate_truth(claims.drop(columns="origin")).winners
    assert share_right(unaware["value"]) < 0.7
    assert share_right(estimate_truth(claims).winners["value"]) > 0.95


def test_an_earlier_report_precedes_whoever_is_more_accurate():
    claims = three_sharing_errors().assign(time="2031-05-02")
    claims.loc[claims["source"] == "b", "time"] = "2031-05-01"
    votes = count_votes(claims, closed=False)
    q = np.where(votes.values == "right", 0.9, 0.1)
    weight = CopyWatch(votes, CopyModel()).independence(q, np.array([0.8, 0.7, 0.9]))
    assert (weight[votes.voter == 1] == 1).all()
    assert (weight[votes.voter == 0] < 1).all()


def test_a_family_makes_copying_likelier_and_a_known_copy_likelier_still():
    votes = count_votes(three_sharing_errors(), closed=False)
    q = np.where(votes.values == "right", 0.6, 0.4)

    def weight(family: list[int], copies: list[int]) -> float:
        watch = CopyWatch(votes, CopyModel(), Ties(np.array(family), np.array(copies, dtype=np.int64)))
        return float(watch.independence(q, np.array([0.5, 0.4, 0.5]))[votes.voter == 1].min())

    assert weight([0, 0, 2], [0 * 3 + 1]) < weight([0, 0, 2], []) < weight([0, 1, 2], []) < 1


def test_a_known_copier_loses_weight_even_where_both_may_be_right():
    claims = three_sharing_errors().query("source != 'c'")
    known = estimate_truth(claims, closed=False, known_copies=[("b", "a")]).positions
    alone = estimate_truth(claims, closed=False).positions
    assert (known["effective_origins"] < alone["effective_origins"]).all()
