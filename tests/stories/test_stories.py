"""Stories: by meaning and words within a window of time, whatever the order of the files."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from claim_rows import articles_table
from hypothesis import given, settings
from hypothesis import strategies as st

from xref.config import StoriesConfig
from xref.stories import Grouped, group, threshold_for

Row = tuple[str, str, str, str]
CONFIG = StoriesConfig()
FLOOD, STRIKE = (1.0, 0.0, 0.0), (0.0, 1.0, 0.0)

ARTICLES: tuple[Row, ...] = (
    ("a11", "Dam bursts above Orvale", "The dam above Orvale burst and water filled the valley.", "2031-03-02"),
    ("a12", "Orvale dam bursts", "Water filled the valley when the dam above Orvale burst.", "2031-03-03T08:00:00Z"),
    ("a13", "Valley under water", "The burst dam above Orvale filled the valley with water.", ""),
    ("a21", "Tram drivers strike", "Tram drivers in Lundhaven stopped work over pay.", "2031-03-02"),
    ("a22", "Lundhaven trams stand still", "Drivers of trams in Lundhaven stopped work over pay.", "2031-03-04"),
)
MEANING = {"a1": FLOOD, "a2": STRIKE}


def vectors_of(rows: tuple[Row, ...]) -> npt.NDArray[np.float32]:
    return np.array([MEANING[row[0][:2]] for row in rows], dtype=np.float32)


def grouped(*rows: Row, config: StoriesConfig = CONFIG) -> Grouped:
    return group(articles_table(*rows), vectors_of(rows), config)


def stories_of(found: Grouped) -> dict[str, str]:
    return dict(zip(found.stories["article_id"], found.stories["story_id"], strict=True))


def neighbours_of(found: Grouped) -> set[tuple[str, str]]:
    return set(zip(found.neighbours["article_a"], found.neighbours["article_b"], strict=True))


def test_articles_of_one_event_are_one_story_and_others_another() -> None:
    story = stories_of(grouped(*ARTICLES))
    assert story["a11"] == story["a12"] == story["a13"] != story["a21"] == story["a22"]


@settings(max_examples=25, deadline=None)
@given(st.permutations(ARTICLES))
def test_the_order_of_the_articles_does_not_matter(rows: list[Row]) -> None:
    straight, shuffled = grouped(*ARTICLES), grouped(*rows)
    assert stories_of(straight) == stories_of(shuffled)
    assert neighbours_of(straight) == neighbours_of(shuffled)


def test_a_story_is_told_row_by_row_of_the_articles() -> None:
    rows = tuple(reversed(ARTICLES))
    assert list(grouped(*rows).stories["article_id"]) == [row[0] for row in rows]


@pytest.mark.parametrize(("second", "same"), [("2031-03-12", True), ("2031-03-12T01:00:00Z", False), ("", True)])
def test_articles_further_apart_than_the_window_are_two_stories_and_an_unknown_date_is_in_it(
    second: str, same: bool
) -> None:
    first, other = ARTICLES[0], (*ARTICLES[1][:3], second)
    story = stories_of(grouped(first, other, config=StoriesConfig(window_days=10)))
    assert (story["a11"] == story["a12"]) is same


def test_neighbours_hold_all_pairs_of_a_story_once_the_smaller_first() -> None:
    found = neighbours_of(grouped(*reversed(ARTICLES)))
    assert {("a11", "a12"), ("a11", "a13"), ("a12", "a13"), ("a21", "a22")} <= found
    assert all(one < two for one, two in found)


def test_near_stories_are_neighbours_when_the_margin_allows() -> None:
    rows = (ARTICLES[0], ("a9", "Inquiry named", "Three judges will look into the matter.", "2031-03-03"))
    alike = np.array([[1.0, 0.0], [0.6, 0.8]], dtype=np.float32)  # likeness .3: half of the meaning, no shared word
    table = articles_table(*rows)
    narrow = group(table, alike, StoriesConfig(min_similarity=0.45, neighbour_margin=0.0))
    wide = group(table, alike, StoriesConfig(min_similarity=0.45, neighbour_margin=0.2))
    assert len(set(narrow.stories["story_id"])) == len(set(wide.stories["story_id"])) == 2
    assert neighbours_of(narrow) == set()
    assert neighbours_of(wide) == {("a11", "a9")}


def test_a_chain_of_likenesses_is_not_one_story() -> None:
    angles = np.deg2rad([0, 50, 100])
    chain = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)
    rows = tuple((f"a{n}", "", "", "") for n in range(3))  # without words half the cosine is all there is
    config = StoriesConfig(min_similarity=0.35)
    found = group(articles_table(*rows), chain, config)
    assert 0.5 * np.cos(np.deg2rad(50)) > threshold_for(3, 0.35)
    assert len(set(found.stories["story_id"])) == 2


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.floats(0, 1))
def test_the_threshold_never_falls_with_the_number_of_articles(one: int, two: int, reference: float) -> None:
    small, large = sorted((one, two))
    assert 0.0 <= threshold_for(small, reference) <= threshold_for(large, reference) <= 1.0


def test_the_threshold_is_the_configured_one_for_three_hundred_articles() -> None:
    assert threshold_for(300, 0.42) == pytest.approx(0.42)
    assert threshold_for(12, 0.42) < 0.42 < threshold_for(5000, 0.42)


def test_articles_without_any_word_do_not_stop_the_run() -> None:
    rows = (("a11", "", "", ""), ("a21", "", "", ""))
    assert len(set(grouped(*rows).stories["story_id"])) == 2


def test_one_article_is_its_own_story_without_neighbours() -> None:
    found = grouped(ARTICLES[0])
    assert stories_of(found) == {"a11": "s11"}
    assert neighbours_of(found) == set()


def test_a_story_is_named_after_the_first_of_its_articles() -> None:
    assert stories_of(grouped(*reversed(ARTICLES)))["a13"] == "s11"
