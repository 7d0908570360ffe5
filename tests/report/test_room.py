"""Which clusters have room on the page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from xref.report.room import places_of

COUNTS = st.dictionaries(st.sampled_from("abcd"), st.integers(0, 40), min_size=1)


def test_disputed_clusters_have_all_the_places_they_need() -> None:
    assert places_of({"disputed": 9, "corroborated": 50}, 12) == {"disputed": 9, "corroborated": 3}


def test_the_other_statuses_share_what_is_left_and_none_crowds_out_another() -> None:
    counts = {"disputed": 2, "corroborated": 700, "updated": 4, "echoed": 300}
    assert places_of(counts, 26) == {"disputed": 2, "corroborated": 10, "updated": 4, "echoed": 10}


@given(COUNTS, st.integers(1, 100))
def test_places_are_filled_and_never_more_than_there_are_clusters(counts: dict[str, int], most: int) -> None:
    places = places_of(counts, most)
    assert all(0 <= places[status] <= counts[status] for status in counts)
    assert sum(places.values()) == min(most, sum(counts.values()))
