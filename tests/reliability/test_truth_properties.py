"""What must hold for any table of claims."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xref.reliability import TruthEstimate, estimate_truth

SOURCES = [f"source {n:02d}" for n in range(12)]
COLUMNS = ["source", "object", "attribute", "value"]


@st.composite
def tables(draw: st.DrawFn, most: int = 60) -> pd.DataFrame:
    """Claims of up to twelve sources about up to eight objects; many ties, lone claims and separate groups."""
    rows = draw(
        st.lists(
            st.tuples(st.sampled_from(SOURCES), st.integers(0, 7), st.sampled_from("xy"), st.integers(0, 3)),
            min_size=1,
            max_size=most,
            unique_by=lambda row: row[:3],
        )
    )
    return pd.DataFrame([(s, f"thing {o}", a, f"value {v}") for s, o, a, v in rows], columns=COLUMNS)


def told(estimate: TruthEstimate) -> dict[tuple[str, str], tuple[object, float]]:
    winners = estimate.winners
    keys = zip(winners["object"], winners["attribute"], strict=True)
    return dict(zip(keys, zip(winners["value"], winners["probability"], strict=True), strict=True))


def same(a: TruthEstimate, b: TruthEstimate) -> bool:
    return a.winners.equals(b.winners) and a.positions.equals(b.positions)


@given(tables(), st.randoms())
@settings(max_examples=10, deadline=None)
def test_the_order_of_rows_changes_nothing(claims, random):
    order = list(range(len(claims)))
    random.shuffle(order)
    a, b = estimate_truth(claims), estimate_truth(claims.iloc[order])
    assert same(a, b)
    assert a.sources.equals(b.sources)


@given(tables(), st.permutations(SOURCES))
@settings(max_examples=10, deadline=None)
def test_the_names_of_sources_change_no_winner(claims, names):
    renamed = claims.assign(source=claims["source"].map(dict(zip(SOURCES, names, strict=True))))
    a, b = told(estimate_truth(claims)), told(estimate_truth(renamed))
    ties = estimate_truth(claims).winners["is_tie"].any()
    for key, (value, probability) in a.items():
        assert b[key][1] == pytest.approx(probability, abs=1e-6)
        assert ties or b[key][0] == value


@given(tables(), st.lists(st.integers(0, 59), max_size=10))
@settings(max_examples=10, deadline=None)
def test_duplicate_rows_change_nothing(claims, again):
    more = pd.concat([claims, claims.iloc[[n % len(claims) for n in again]]])
    assert same(estimate_truth(claims), estimate_truth(more))


@given(tables(), st.integers(0, 59), st.sampled_from([1, 5, 20]), st.booleans())
@settings(max_examples=10, deadline=None)
def test_reports_with_a_known_origin_change_neither_winner_nor_probability(claims, at, k, by_old_sources):
    claims = claims.assign(origin="")
    copied = claims.iloc[at % len(claims)]
    names = SOURCES if by_old_sources else [f"copier {n}" for n in range(k)]
    free = [name for name in names if not _reports(claims, name, copied["object"], copied["attribute"])]
    clones = pd.DataFrame([{**copied, "source": name, "origin": copied["source"]} for name in free])
    a, b = estimate_truth(claims), estimate_truth(pd.concat([claims, clones]))
    assert same(a, b)
    kept = b.sources[b.sources["source"].isin(a.sources["source"])].reset_index(drop=True)
    assert kept.equals(a.sources)


def _reports(claims: pd.DataFrame, source: str, thing: str, attribute: str) -> bool:
    return bool((claims["source"].eq(source) & claims["object"].eq(thing) & claims["attribute"].eq(attribute)).any())


@given(tables(), st.integers(0, 59))
@settings(max_examples=30, deadline=None)
def test_a_new_independent_supporter_never_unseats_the_winner(claims, at):
    before = estimate_truth(claims).winners
    winner = before.iloc[at % len(before)]
    supporter = pd.DataFrame([{**winner[["object", "attribute", "value"]], "source": "newcomer"}])
    after = told(estimate_truth(pd.concat([claims, supporter])))
    assert after[winner["object"], winner["attribute"]][0] == winner["value"]


@given(tables())
@settings(max_examples=10, deadline=None)
def test_an_item_that_nobody_else_shares_changes_no_other_probability(claims):
    lone = pd.DataFrame([{"source": SOURCES[0], "object": "thing 99", "attribute": "x", "value": "value 0"}])
    a, b = told(estimate_truth(claims)), told(estimate_truth(pd.concat([claims, lone])))
    assert {key: b[key] for key in a} == a


@given(tables())
@settings(max_examples=15, deadline=None)
def test_probabilities_and_the_unknown_add_up_to_one(claims):
    estimate = estimate_truth(claims)
    mass = estimate.positions.groupby(["attribute", "object"])["probability"].sum().to_numpy()
    ordered = estimate.winners.sort_values(["attribute", "object"])
    assert mass + ordered["unknown"].to_numpy() == pytest.approx(1)
    assert estimate.positions["probability"].between(0, 1, inclusive="left").all()
    numbers = estimate.sources[["reliability", "low", "high"]].to_numpy()
    assert np.isfinite(numbers).all()
    assert (estimate.sources["low"] <= estimate.sources["reliability"]).all()
    assert (estimate.sources["reliability"] <= estimate.sources["high"]).all()


@given(st.integers(1, 30))
@settings(max_examples=10, deadline=None)
def test_unanimous_items_are_won_and_more_origins_make_them_surer(n):
    def probability(origins: int) -> float:
        rows = [(f"source {k}", "thing", "x", "value") for k in range(origins)]
        return float(estimate_truth(pd.DataFrame(rows, columns=COLUMNS)).winners["probability"].iloc[0])

    assert probability(n) <= probability(n + 1) < 1


@given(st.floats(1e-3, 1e6), st.lists(st.integers(100, 140), min_size=4, max_size=30))
@settings(max_examples=10, deadline=None)
def test_scaling_values_and_tolerances_scales_the_answer(factor, numbers):
    rows = [(SOURCES[at % 4], f"thing {at // 4}", "x", float(n)) for at, n in enumerate(numbers)]
    claims = pd.DataFrame(rows, columns=COLUMNS)
    a = estimate_truth(claims, measured={"x": 2.2})
    b = estimate_truth(claims.assign(value=claims["value"] * factor), measured={"x": 2.2 * factor})
    assert b.winners["value"].astype(float).to_numpy() == pytest.approx(
        a.winners["value"].astype(float).to_numpy() * factor
    )
    assert b.quantities["value"].to_numpy() == pytest.approx(a.quantities["value"].to_numpy() * factor)


def test_intervals_narrow_as_shared_claims_grow():
    def width(n: int) -> float:
        rows = [(s, f"thing {k}", "x", f"value {k}") for k in range(n) for s in SOURCES[:4]]
        sources = estimate_truth(pd.DataFrame(rows, columns=COLUMNS)).sources
        return float((sources["high"] - sources["low"]).iloc[0])

    widths = [width(n) for n in (1, 5, 10, 40)]
    assert widths == sorted(widths, reverse=True)
    assert len(set(widths)) == 4


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("bad", [None, float("nan"), "", "  ", pd.NA])
def test_missing_cells_are_refused_by_name(column, bad):
    claims = pd.DataFrame([["s", "o", "a", "v"], ["s", "p", "a", "v"]], columns=COLUMNS, dtype=object)
    claims.loc[1, column] = bad
    with pytest.raises(ValueError, match=f"column '{column}', row 1"):
        estimate_truth(claims)


def test_a_missing_column_is_refused_by_name():
    with pytest.raises(ValueError, match="missing: attribute"):
        estimate_truth(pd.DataFrame([["s", "o", "v"]], columns=["source", "object", "value"]))


def test_one_its_text_and_true_are_three_values():
    rows = [("s", "o", "a", 1), ("t", "o", "a", "1"), ("u", "o", "a", True), ("v", "o", "a", 1)]
    positions = estimate_truth(pd.DataFrame(rows, columns=COLUMNS)).positions
    assert sorted((type(v).__name__, n) for v, n in zip(positions["value"], positions["origins"], strict=True)) == [
        ("bool", 1),
        ("int", 2),
        ("str", 1),
    ]


def test_equal_probabilities_are_told_as_a_tie():
    rows = [("s", "o", "a", "left"), ("t", "o", "a", "right")]
    winner = estimate_truth(pd.DataFrame(rows, columns=COLUMNS)).winners.iloc[0]
    assert winner["is_tie"]
    assert {winner["value"], winner["runner_up"]} == {"left", "right"}


def test_an_empty_table_gives_an_empty_estimate():
    estimate = estimate_truth(pd.DataFrame({c: pd.Series([], dtype=str) for c in COLUMNS}))
    assert estimate.winners.empty
    assert estimate.sources.empty
    assert estimate.stable_
