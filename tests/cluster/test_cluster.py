"""Clusters and positions: no chaining, conflicts separate, the order of files never matters."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd
import pytest
from claim_rows import claim, claims_table
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from xref.cluster import group
from xref.cluster.linkage import UNJUDGED, Edges, average_linkage
from xref.config import ClusterConfig
from xref.tables import Pairs, checked

CONFIG = ClusterConfig(min_agree=0.5, min_link=0.5)
Pair = tuple[str, str, str, float]
"""Two claims, the relation, and its probability; what is left is `unrelated`."""


def pairs_table(rows: Iterable[Pair]) -> pd.DataFrame:
    made = []
    for a, b, relation, probability in rows:
        chances = {f"p_{r}": probability if r == relation else 0.0 for r in ("agree", "conflict", "update")}
        one, two = sorted((a, b))
        plain = {"relation": relation, "score": probability, "basis": "meaning", "reason": ""}
        made.append({"claim_a": one, "claim_b": two, **plain, **chances})
    return checked(Pairs, pd.DataFrame(made))


def grouped(names: Iterable[str], rows: Iterable[Pair], config: ClusterConfig = CONFIG) -> pd.DataFrame:
    """Memberships by claim; every claim is of the article before its full stop."""
    claims = claims_table(claim(name, f"Statement {name}") for name in names)
    return group(pairs_table(rows), claims, config).set_index("claim_id")


def blocks(found: pd.DataFrame, column: str) -> set[frozenset[str]]:
    return {frozenset(map(str, some.index)) for _, some in found.groupby(column)}


def test_a_chain_of_two_agreements_is_not_one_position_when_its_ends_have_nothing_in_common() -> None:
    found = grouped(("a.1", "b.1", "c.1"), [("a.1", "b.1", "agree", 0.9), ("b.1", "c.1", "agree", 0.8)])
    assert blocks(found, "position_id") == {frozenset({"a.1", "b.1"}), frozenset({"c.1"})}


def test_three_claims_merge_when_the_mean_of_their_pairs_reaches_the_threshold() -> None:
    rows = [("a.1", "b.1", "agree", 0.9), ("b.1", "c.1", "agree", 0.8), ("a.1", "c.1", "agree", 0.3)]
    assert len(blocks(grouped(("a.1", "b.1", "c.1"), rows), "position_id")) == 1  # (.8 + .3) / 2 = .55
    strict = ClusterConfig(min_agree=0.6, min_link=0.5)
    assert len(blocks(grouped(("a.1", "b.1", "c.1"), rows, strict), "position_id")) == 2


@pytest.mark.parametrize("relation", ["conflict", "update"])
def test_claims_that_conflict_or_update_are_two_positions_of_one_cluster(relation: str) -> None:
    found = grouped(("a.1", "b.1"), [("a.1", "b.1", relation, 0.9)])
    assert len(blocks(found, "position_id")) == 2
    assert len(blocks(found, "cluster_id")) == 1


def test_a_conflict_parts_claims_that_others_would_join() -> None:
    rows = [("a.1", "b.1", "agree", 0.95), ("b.1", "c.1", "agree", 0.6), ("a.1", "c.1", "conflict", 0.9)]
    found = grouped(("a.1", "b.1", "c.1"), rows)
    assert blocks(found, "position_id") == {frozenset({"a.1", "b.1"}), frozenset({"c.1"})}
    assert len(blocks(found, "cluster_id")) == 1


def test_unrelated_pairs_join_nothing_and_lone_claims_stand_by_themselves() -> None:
    found = grouped(("a.1", "b.1", "c.1"), [("a.1", "b.1", "unrelated", 0.9)])
    assert len(blocks(found, "cluster_id")) == len(blocks(found, "position_id")) == 3


def test_two_claims_of_one_article_do_not_keep_a_third_away_that_agrees_with_both() -> None:
    rows = [("a.1", "b.1", "agree", 0.9), ("a.2", "b.1", "agree", 0.9)]
    assert len(blocks(grouped(("a.1", "a.2", "b.1"), rows), "position_id")) == 1
    others = [("a.1", "b.1", "agree", 0.8), ("c.1", "b.1", "agree", 0.8)]
    assert len(blocks(grouped(("a.1", "c.1", "b.1"), others), "position_id")) == 2


def test_a_weak_link_to_one_of_many_positions_does_not_draw_a_cluster_in() -> None:
    rows = [("a.1", "b.1", "conflict", 0.9), ("b.1", "c.1", "conflict", 0.9), ("a.1", "c.1", "unrelated", 0.9)]
    assert len(blocks(grouped(("a.1", "b.1", "c.1"), rows), "cluster_id")) == 2


def test_no_claims_and_no_pairs_are_no_error() -> None:
    found = grouped(("a.1",), [])
    assert list(found.index) == ["a.1"]
    none = claims_table([claim("a.1", "x")]).iloc[:0]
    assert group(pairs_table([]), none, CONFIG).empty


NAMES = tuple(f"{article}.{n}" for article in "abcde" for n in (1, 2))
graphs = st.dictionaries(
    st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda p: p[0] < p[1]),
    st.tuples(st.sampled_from(["agree", "conflict", "update"]), st.integers(1, 1000).map(lambda n: n / 1000)),
    max_size=25,
)


@settings(max_examples=25, deadline=None)
@given(graphs, st.randoms(use_true_random=False))
def test_groups_and_their_names_do_not_depend_on_the_order_of_claims_or_pairs(graph: dict, rng: object) -> None:
    rows = [(NAMES[a], NAMES[b], relation, p) for (a, b), (relation, p) in graph.items()]
    straight = grouped(NAMES, rows)
    mixed_names, mixed_rows = list(NAMES), list(rows)
    rng.shuffle(mixed_names)  # type: ignore[attr-defined]
    rng.shuffle(mixed_rows)  # type: ignore[attr-defined]
    assert grouped(mixed_names, mixed_rows).loc[straight.index].equals(straight)


@settings(max_examples=25, deadline=None)
@given(graphs)
def test_a_position_lies_in_one_cluster_and_no_position_holds_a_pair_and_nothing_else_in_conflict(graph: dict) -> None:
    rows = [(NAMES[a], NAMES[b], relation, p) for (a, b), (relation, p) in graph.items()]
    found = grouped(NAMES, rows)
    assert set(found.index) == set(NAMES)
    assert (found.groupby("position_id")["cluster_id"].nunique() == 1).all()
    for members in blocks(found, "position_id"):
        between = [relation for a, b, relation, _ in rows if {a, b} == members]
        assert "conflict" not in between and "update" not in between


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 12), st.integers(0, 2**32 - 1), st.sampled_from([0.3, 0.5, 0.7]))
def test_component_by_component_is_the_same_as_average_linkage_over_everything(
    count: int, seed: int, threshold: float
) -> None:
    rng = np.random.default_rng(seed)
    dense = np.triu(rng.random((count, count)) * (rng.random((count, count)) < 0.6), 1)
    left, right = np.nonzero(dense)
    found = average_linkage(Edges(left, right, dense[left, right]), np.arange(count), threshold)
    dense += np.triu((dense == 0) * min(UNJUDGED, threshold / 2), 1)
    distance = 1.0 - (dense + dense.T)
    np.fill_diagonal(distance, 0.0)
    whole = fcluster(linkage(squareform(distance), "average"), 1.0 - threshold, "distance")
    assert np.array_equal(found[:, None] == found[None, :], whole[:, None] == whole[None, :])


def test_weak_pairs_alone_make_no_group_but_join_one_that_a_strong_pair_holds_together() -> None:
    weak = Edges(np.array([0]), np.array([1]), np.array([0.35]))
    assert average_linkage(weak, np.arange(2), 0.3, core=0.4).tolist() == [0, 1]
    held = Edges(np.array([0, 1, 0]), np.array([1, 2, 2]), np.array([0.9, 0.45, 0.3]))
    assert average_linkage(held, np.arange(3), 0.3, core=0.4).tolist() == [0, 0, 0]


def test_a_group_is_named_by_its_first_row() -> None:
    edges = Edges(np.array([1, 2]), np.array([3, 4]), np.array([0.9, 0.9]))
    assert average_linkage(edges, np.arange(5), 0.5).tolist() == [0, 1, 2, 1, 2]


@pytest.mark.parametrize("relation", ["conflict", "update", "unrelated"])
def test_no_position_holds_a_pair_that_excludes_itself(relation: str) -> None:
    names = ["a.1", "b.1", "c.1", "d.1"]
    rows = [(one, two, "agree", 0.99) for at, one in enumerate(names) for two in names[at + 1 :]]
    rows[-1] = ("c.1", "d.1", relation, 0.9)  # c and d agree with all others
    position = grouped(names, rows).position_id
    assert position["c.1"] != position["d.1"]
    assert position["a.1"] == position["b.1"]
