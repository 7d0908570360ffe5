"""Candidates: bounded, in order, never within a sentence, with what proposed them."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from claim_rows import claim, claims_table, exactly, name
from hypothesis import given, settings
from hypothesis import strategies as st

from xref.config import MatchConfig
from xref.match import propose, search

ONE, OTHER = (1.0, 0.0), (0.0, 1.0)
Vector = tuple[float, float]


def at_cosine(cosine: float) -> Vector:
    """A unit vector with this cosine to `ONE`."""
    return cosine, float(np.sqrt(1 - cosine**2))


def proposed(
    rows: list[dict[str, Any]],
    vectors: list[Vector],
    *,
    stories: dict[str, str] | None = None,
    apart: frozenset[str] = frozenset(),
    **options: Any,
) -> pd.DataFrame:
    """Candidates of the rows; all articles are neighbours but those in `apart`."""
    claims = claims_table(rows)
    articles = sorted(set(claims["article_id"]))
    table = pd.DataFrame({"article_id": articles, "story_id": [(stories or {}).get(a, "s1") for a in articles]})
    near = [(a, b) for a in articles for b in articles if a < b and not {a, b} & apart]
    neighbours = pd.DataFrame(near, columns=["article_a", "article_b"], dtype=str)
    return propose(claims, table, neighbours, np.array(vectors, dtype=np.float32), MatchConfig(**options))


def ids(found: pd.DataFrame) -> set[tuple[str, str]]:
    return set(zip(found["claim_a"], found["claim_b"], strict=True))


def test_claims_alike_in_meaning_are_proposed_the_smaller_identifier_first() -> None:
    found = proposed([claim("b.1", "x"), claim("a.1", "y"), claim("c.1", "z")], [ONE, at_cosine(0.5), OTHER])
    assert found.iloc[0].to_list() == ["a.1", "b.1", 0.5, "meaning", True]
    assert ("b.1", "c.1") not in ids(found)


def test_a_shared_name_counted_thing_and_speaker_lift_a_pair_that_meaning_alone_would_not() -> None:
    plain = [claim("a.1", "x"), claim("b.1", "y")]
    told = {"speaker": "Ada Lorn", "names": [name("Port Asmar", "place")], "quantities": [exactly(9, measure="killed")]}
    rich = [claim("a.1", "x", **told), claim("b.1", "y", **told)]
    vectors = [ONE, at_cosine(0.2)]
    assert proposed(plain, vectors).empty
    assert proposed(rich, vectors)["why"].to_list() == ["names+counted+speaker"]


def test_each_blocker_is_named_beside_meaning() -> None:
    for option, why in (
        ({"names": [name("Ada Lorn")]}, "meaning+names"),
        ({"quantities": [exactly(9, measure="killed")]}, "meaning+counted"),
        ({"speaker": "Ada Lorn"}, "meaning+speaker"),
    ):
        found = proposed([claim("a.1", "x", **option), claim("b.1", "y", **option)], [ONE, at_cosine(0.5)])
        assert found["why"].to_list() == [why]


def test_the_same_name_in_other_letters_is_shared_and_the_outlets_own_voice_is_no_speaker() -> None:
    rows = [claim("a.1", "x", names=[name("ADA LORN")]), claim("b.1", "y", names=[name("Ada Lorn")])]
    assert proposed(rows, [ONE, at_cosine(0.5)])["why"].to_list() == ["meaning+names"]


def test_claims_of_one_sentence_are_never_compared_and_others_of_an_article_only_when_very_alike() -> None:
    rows = [claim("a.1", "x"), claim("a.2", "y"), claim("a.3", "z")]
    rows[1]["sentence"] = rows[0]["sentence"]
    vectors = [ONE, ONE, at_cosine(0.4)]
    assert proposed(rows, vectors).empty
    assert ids(proposed(rows, [ONE, ONE, at_cosine(0.6)])) == {("a.1", "a.3"), ("a.2", "a.3")}


def test_claims_of_articles_that_are_no_neighbours_are_compared_only_across_stories() -> None:
    rows, vectors = [claim("a.1", "x"), claim("b.1", "y")], [ONE, ONE]
    assert proposed(rows, vectors, apart=frozenset("b")).empty
    assert ids(proposed(rows, vectors, apart=frozenset("b"), across_stories=True)) == {("a.1", "b.1")}


def test_claims_of_two_stories_have_to_be_more_alike() -> None:
    rows, vectors = [claim("a.1", "x"), claim("b.1", "y")], [ONE, at_cosine(0.45)]
    two = {"a": "s1", "b": "s2"}
    assert proposed(rows, vectors, stories=two, min_similarity=0.4, other_story_margin=0.1).empty
    assert len(proposed(rows, vectors, stories=two, min_similarity=0.4, other_story_margin=0.0)) == 1
    assert len(proposed(rows, vectors, min_similarity=0.4, other_story_margin=0.1)) == 1


def test_a_single_claim_has_no_candidates() -> None:
    assert proposed([claim("a.1", "x")], [ONE]).empty


def corpus(count: int, seed: int) -> tuple[list[dict[str, Any]], npt.NDArray[np.float32]]:
    """Claims of five articles with vectors of four dimensions, and some names and figures."""
    rng = np.random.default_rng(seed)
    rows = []
    for n in range(count):
        names = [name(f"Name {k}") for k in np.flatnonzero(rng.random(5) < 0.2)]
        figures = [exactly(float(n), measure="killed")] if rng.random() < 0.3 else []
        speaker = "Ada Lorn" if rng.random() < 0.2 else ""
        rows.append(claim(f"{'abcde'[n % 5]}.{n:02d}", f"x{n}", names=names, quantities=figures, speaker=speaker))
    vectors = rng.normal(size=(count, 4)) + 0.5
    return rows, (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


@settings(max_examples=15, deadline=None)
@given(st.integers(2, 40), st.integers(0, 1000), st.integers(1, 6))
def test_no_claim_stands_in_more_candidates_than_allowed_and_no_pair_twice(count: int, seed: int, most: int) -> None:
    rows, vectors = corpus(count, seed)
    found = proposed(rows, list(map(tuple, vectors)), max_candidates=most)
    assert pd.concat([found["claim_a"], found["claim_b"]]).value_counts().max(skipna=True) <= most or found.empty
    assert (found["claim_a"] < found["claim_b"]).all()
    assert not found.duplicated(["claim_a", "claim_b"]).any()
    assert found["why"].ne("").all()


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 1000), st.randoms(use_true_random=False))
def test_the_order_of_the_claims_does_not_matter(seed: int, rng: Any) -> None:
    rows, vectors = corpus(30, seed)
    order = list(range(30))
    rng.shuffle(order)
    straight = proposed(rows, list(map(tuple, vectors)))
    shuffled = proposed([rows[at] for at in order], [tuple(vectors[at]) for at in order])
    assert ids(straight) == ids(shuffled)
    assert straight["why"].equals(shuffled["why"])


def test_the_best_are_kept_when_there_are_too_many() -> None:
    rows = [claim("a.1", "x")] + [claim(f"b.{n}", "y", sentence=0) for n in range(5)]
    vectors = [ONE, *(at_cosine(0.4 + n / 10) for n in range(5))]
    assert ids(proposed(rows, vectors, max_candidates=1)) == {("a.1", "b.4")}


def test_blocks_of_any_size_give_the_same_pairs(monkeypatch: Any) -> None:
    rows, vectors = corpus(30, 7)
    whole = proposed(rows, list(map(tuple, vectors)))
    monkeypatch.setattr(search, "CELLS", 60)  # two rows a block
    pd.testing.assert_frame_equal(proposed(rows, list(map(tuple, vectors))), whole)
