"""Numbers, dates and names in words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xref.report.wording import (
    clipped,
    clipped_start,
    day,
    duration,
    in_words,
    listed,
    percent,
    plural,
    readable_dates,
    shown,
)


@pytest.mark.parametrize(
    ("published", "told"),
    [
        ("2031-05-03", "3 May 2031"),
        ("2031-05-03T07:05:00Z", "3 May 2031, 07:05 UTC"),
        ("", ""),
        ("2031-13-03", "2031-13-03"),
        ("last week", "last week"),
    ],
)
def test_dates_are_told_as_people_write_them(published: str, told: str) -> None:
    assert day(published) == told


def test_a_lead_is_told_in_the_unit_that_fits_it() -> None:
    assert [duration(hours) for hours in (0.4, 1.5, 47, 100)] == ["24 min", "1.5 h", "47 h", "4.2 days"]


def test_numbers_agree_with_their_nouns() -> None:
    assert plural(1, "article") == "1 article"
    assert plural(12345, "article") == "12,345 articles"
    assert in_words(0, "story", "stories") == "no stories"
    assert in_words(2, "story", "stories") == "two stories"
    assert in_words(13, "claim") == "13 claims"


def test_names_are_joined_and_the_rest_is_counted() -> None:
    assert listed([]) == ""
    assert listed(["A", "B"]) == "A and B"
    assert listed(["A", "B", "C"]) == "A, B and C"
    assert listed(["A", "B", "C", "D"], 3) == "A, B and 2 others"


def test_no_share_is_a_dash() -> None:
    assert percent(0) == "–"
    assert percent(0.254) == "25\u00a0%"


@given(st.text(max_size=60), st.integers(5, 40))
@settings(max_examples=100, deadline=None)
def test_clipped_text_is_bounded_and_never_invents_words(text: str, limit: int) -> None:
    for cut in (clipped(text, limit), clipped_start(text, limit)):
        assert len(cut) <= limit + 2
        assert cut.strip("… ") in text


@given(st.text(max_size=60))
@settings(max_examples=100, deadline=None)
def test_shown_text_has_no_control_characters_or_overrides(text: str) -> None:
    assert not set(shown(text)) & set("\x00\x07\x1b\x85\u202e\u2066\n\t\r")


def test_iso_days_in_a_sentence_are_told_as_a_reader_expects() -> None:
    assert readable_dates("It opened on 2031-05-03, a Saturday") == "It opened on 3 May 2031, a Saturday"
    assert readable_dates("file 2031-05-03-toll, 12031-05-03") == "file 2031-05-03-toll, 12031-05-03"
