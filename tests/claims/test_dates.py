"""Times in sentences: a table of patterns that news uses, against one day of publication."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xref.claims.dates import TimeExpression, find_times
from xref.claims.parser import load_parser

pytestmark = pytest.mark.model
PUBLISHED = "2024-12-15"
"""A Sunday."""

DAYS = [
    # sentence, words, from, to
    ("The bridge fell on Wednesday.", "Wednesday", "2024-12-11", "2024-12-11"),
    ("The bridge fell Wednesday.", "Wednesday", "2024-12-11", "2024-12-11"),
    ("The bridge fell on Sunday.", "Sunday", "2024-12-15", "2024-12-15"),
    ("The bridge fell last Sunday.", "last Sunday", "2024-12-08", "2024-12-08"),
    ("The bridge fell last Friday.", "last Friday", "2024-12-13", "2024-12-13"),
    ("The bridge will be shut on Wednesday.", "Wednesday", "2024-12-18", "2024-12-18"),
    ("Ministers are expected to meet on Monday.", "Monday", "2024-12-16", "2024-12-16"),
    ("The vote is scheduled for Thursday.", "Thursday", "2024-12-19", "2024-12-19"),
    ("The judge set the hearing for Thursday.", "Thursday", "2024-12-19", "2024-12-19"),
    ("Ministers meet next Tuesday.", "next Tuesday", "2024-12-17", "2024-12-17"),
    ("She said he would resign on Friday.", "Friday", "2024-12-20", "2024-12-20"),
    ("Monday's attack killed two.", "Monday's", "2024-12-09", "2024-12-09"),
    ("Saturdays blast hit a convoy.", "Saturdays", "2024-12-14", "2024-12-14"),
    ("The bridge fell on Wednesday last week.", "Wednesday last week", "2024-12-04", "2024-12-04"),
    ("Rebels took the town on 8 December.", "8 December", "2024-12-08", "2024-12-08"),
    ("Rebels took the town on December 8.", "December 8", "2024-12-08", "2024-12-08"),
    ("Rebels took the town on Dec. 8.", "Dec. 8", "2024-12-08", "2024-12-08"),
    ("Rebels took the town on December 8th.", "December 8th", "2024-12-08", "2024-12-08"),
    ("Rebels took the town on the 8th of December.", "the 8th of December", "2024-12-08", "2024-12-08"),
    ("Rebels took the town on Dec. 8, 2023.", "Dec. 8, 2023", "2023-12-08", "2023-12-08"),
    ("Rebels took the town on 8 December 2023.", "8 December 2023", "2023-12-08", "2023-12-08"),
    ("It was signed on Sunday, 8 December 2024.", "Sunday, 8 December 2024", "2024-12-08", "2024-12-08"),
    ("Sun 16 Apr 2017 Toll rises", "Sun 16 Apr 2017", "2017-04-16", "2017-04-16"),
    ("The report of 2024-11-02 was wrong.", "2024-11-02", "2024-11-02", "2024-11-02"),
    ("The report of 25/11/2024 was wrong.", "25/11/2024", "2024-11-25", "2024-11-25"),
    ("The report of 11/25/2024 was wrong.", "11/25/2024", "2024-11-25", "2024-11-25"),
    ("It opened on April 15.", "April 15", "2024-04-15", "2024-04-15"),
    ("It opened on December 20.", "December 20", "2023-12-20", "2023-12-20"),
    ("It will open on April 15.", "April 15", "2025-04-15", "2025-04-15"),
    ("The trial is set to begin on January 10.", "January 10", "2025-01-10", "2025-01-10"),
    ("The talks of 3-5 June failed.", "3-5 June", "2024-06-03", "2024-06-05"),
    ("The talks of June 3-5, 2022 failed.", "June 3-5, 2022", "2022-06-03", "2022-06-05"),
    ("The mayor resigned yesterday.", "yesterday", "2024-12-14", "2024-12-14"),
    ("The mayor resigned today.", "today", "2024-12-15", "2024-12-15"),
    ("The mayor resigned this morning.", "this morning", "2024-12-15", "2024-12-15"),
    ("The mayor resigned last night.", "last night", "2024-12-14", "2024-12-14"),
    ("The mayor resigned overnight.", "overnight", "2024-12-14", "2024-12-15"),
    ("The mayor will resign tomorrow.", "tomorrow", "2024-12-16", "2024-12-16"),
    ("The mayor resigned the day before yesterday.", "the day before yesterday", "2024-12-13", "2024-12-13"),
    ("The mayor resigned two days ago.", "two days ago", "2024-12-13", "2024-12-13"),
    ("The mayor resigned 10 days ago.", "10 days ago", "2024-12-05", "2024-12-05"),
    ("It began on Christmas Eve.", "Christmas Eve", "2023-12-24", "2023-12-24"),
    ("It began on New Year's Day 2022.", "New Year's Day 2022", "2022-01-01", "2022-01-01"),
    ("Senate to vote Thursday", "Thursday", "2024-12-19", "2024-12-19"),
]  # fmt: skip

PERIODS = [
    ("The mayor resigned two weeks ago.", "two weeks ago", "2024-11-28", "2024-12-04"),
    ("The mayor resigned three months ago.", "three months ago", "2024-09-01", "2024-09-30"),
    ("The mayor resigned a year ago.", "a year ago", "2023-01-01", "2023-12-31"),
    ("The mayor resigned two decades ago.", "two decades ago", "2004-01-01", "2004-12-31"),
    ("The mayor resigned three hours ago.", "three hours ago", "2024-12-14", "2024-12-15"),
    ("The mayor resigned last week.", "last week", "2024-12-02", "2024-12-08"),
    ("The mayor resigned this week.", "this week", "2024-12-09", "2024-12-15"),
    ("The mayor resigned earlier this week.", "earlier this week", "2024-12-09", "2024-12-15"),
    ("The mayor will resign next week.", "next week", "2024-12-16", "2024-12-22"),
    ("The mayor resigned last month.", "last month", "2024-11-01", "2024-11-30"),
    ("The mayor resigned this month.", "this month", "2024-12-01", "2024-12-31"),
    ("The mayor resigned earlier this month.", "earlier this month", "2024-12-01", "2024-12-15"),
    ("The mayor will resign later this month.", "later this month", "2024-12-15", "2024-12-31"),
    ("The mayor resigned last year.", "last year", "2023-01-01", "2023-12-31"),
    ("The mayor will resign next year.", "next year", "2025-01-01", "2025-12-31"),
    ("The mayor resigned last summer.", "last summer", "2024-06-01", "2024-08-31"),
    ("The mayor resigned in the summer of 2015.", "summer of 2015", "2015-06-01", "2015-08-31"),
    ("Dozens died over the past 48 hours.", "the past 48 hours", "2024-12-13", "2024-12-15"),
    ("Dozens died in the past week.", "the past week", "2024-12-08", "2024-12-15"),
    ("Dozens died over the last three months.", "the last three months", "2024-09-15", "2024-12-15"),
    ("Prices rose in the last 10 years.", "the last 10 years", "2014-12-15", "2024-12-15"),
    ("Rain is forecast for the next two days.", "the next two days", "2024-12-15", "2024-12-17"),
    ("The law changed in March.", "March", "2024-03-01", "2024-03-31"),
    ("The law will change in March.", "March", "2025-03-01", "2025-03-31"),
    ("The law changed in May.", "May", "2024-05-01", "2024-05-31"),
    ("The law changed in March 2015.", "March 2015", "2015-03-01", "2015-03-31"),
    ("The law changed in December last year.", "December last year", "2023-12-01", "2023-12-31"),
    ("The law changed in 2015.", "2015", "2015-01-01", "2015-12-31"),
    ("The law changed by 1999.", "1999", "1999-01-01", "1999-12-31"),
    ("Sales fell in the third quarter of 2016.", "the third quarter of 2016", "2016-07-01", "2016-09-30"),
    ("The law changed in the 1990s.", "the 1990s", "1990-01-01", "1999-12-31"),
    ("The war of 2011-2016 is over.", "2011-2016", "2011-01-01", "2016-12-31"),
    ("He has been missing since Friday.", "Friday", "2024-12-13", "2024-12-15"),
    ("He has been missing since 2011.", "2011", "2011-01-01", "2024-12-15"),
    ("He has been missing since 2 November.", "2 November", "2024-11-02", "2024-12-15"),
    ("Shops were shut from Monday to Wednesday.", "from Monday to Wednesday", "2024-12-09", "2024-12-11"),
    ("Shops were shut from Friday to Tuesday.", "from Friday to Tuesday", "2024-12-06", "2024-12-10"),
    ("He served between 2011 and 2016.", "between 2011 and 2016", "2011-01-01", "2016-12-31"),
    ("He served from 2011 to 2016.", "from 2011 to 2016", "2011-01-01", "2016-12-31"),
    ("It rained from 28 November to 3 December 2024.", "from 28 November to 3 December 2024", "2024-11-28",
     "2024-12-03"),
]  # fmt: skip

CLOCKS = [
    # sentence, words, from, to; the article's clock is two hours ahead of UTC
    ("A bomb went off at 3:20 a.m. on Thursday.", "3:20 a.m. on Thursday", "2024-12-12T01:20:00Z",
     "2024-12-12T01:20:00Z"),
    ("On Thursday at 3:20 a.m. a bomb went off.", "Thursday at 3:20 a.m.", "2024-12-12T01:20:00Z",
     "2024-12-12T01:20:00Z"),
    ("On Thursday, a bomb went off at 3:20 a.m.", "3:20 a.m.", "2024-12-12T01:20:00Z", "2024-12-12T01:20:00Z"),
    ("The train left at 14:30 on Monday.", "14:30 on Monday", "2024-12-09T12:30:00Z", "2024-12-09T12:30:00Z"),
    ("The train left at 1400 GMT on Monday.", "1400 GMT on Monday", "2024-12-09T14:00:00Z", "2024-12-09T14:00:00Z"),
    ("The train left at 10 p.m. EST on Monday.", "10 p.m. EST on Monday", "2024-12-10T03:00:00Z",
     "2024-12-10T03:00:00Z"),
    ("It happened Tuesday evening local time.", "Tuesday evening local time", "2024-12-10T15:00:00Z",
     "2024-12-10T21:59:59Z"),
    ("It happened on Tuesday afternoon.", "Tuesday afternoon", "2024-12-10T10:00:00Z", "2024-12-10T15:59:59Z"),
    ("Police came early Saturday.", "early Saturday", "2024-12-13T22:00:00Z", "2024-12-14T06:59:59Z"),
    ("Police came on the night of 8 December.", "the night of 8 December", "2024-12-08T16:00:00Z",
     "2024-12-08T21:59:59Z"),
]  # fmt: skip

NO_TIMES = [
    "The premier may resign, May said.",
    "The Sun shone while we sat.",
    "Protesters march through the city.",
    "The Sunday Times has the story.",
    "Shops opened on Black Friday.",
    "Markets open on Sundays.",
    "Mass is held every Friday.",
    "Flight 93 and Route 66 are famous.",
    "He told USA Today about it.",
    "More than 2,000 people were there.",
]

UNRESOLVED = [
    ("Two days later they left.", "Two days later"),
    ("They left the next day.", "the next day"),
    ("The report of 03/04/2024 was wrong.", "03/04/2024"),
]


def times(sentence: str, published: str = PUBLISHED, utc_offset: str = "") -> tuple[TimeExpression, ...]:
    return find_times(load_parser("")(sentence)[:], published, utc_offset)


def the_one(sentence: str, words: str, published: str = PUBLISHED, utc_offset: str = "") -> TimeExpression:
    found = [t for t in times(sentence, published, utc_offset) if t.text == words]
    assert len(found) == 1, [t.text for t in times(sentence, published, utc_offset)]
    return found[0]


@pytest.mark.parametrize(("sentence", "words", "event_from", "event_to"), DAYS + PERIODS)
def test_an_expression_is_an_interval_of_days(sentence: str, words: str, event_from: str, event_to: str) -> None:
    found = the_one(sentence, words)
    assert (found.event_from, found.event_to) == (event_from, event_to)


@pytest.mark.parametrize(("sentence", "words", "event_from", "event_to"), CLOCKS)
def test_clock_times_are_moments_where_the_zone_is_known(
    sentence: str, words: str, event_from: str, event_to: str
) -> None:
    found = the_one(sentence, words, utc_offset="+02:00")
    assert (found.event_from, found.event_to) == (event_from, event_to)


def test_clock_times_without_a_zone_are_days() -> None:
    found = the_one("A bomb went off at 3:20 a.m. on Thursday.", "3:20 a.m. on Thursday")
    assert (found.event_from, found.event_to) == ("2024-12-12", "2024-12-12")


@pytest.mark.parametrize("sentence", NO_TIMES)
def test_what_only_looks_like_a_time_is_none(sentence: str) -> None:
    assert times(sentence) == ()


@pytest.mark.parametrize(("sentence", "words"), UNRESOLVED)
def test_what_counts_from_something_else_stays_unresolved(sentence: str, words: str) -> None:
    found = the_one(sentence, words)
    assert (found.event_from, found.event_to) == ("", "")


@pytest.mark.parametrize("row", [row for row in DAYS + PERIODS if not any(c.isdigit() for c in row[1])], ids=str)
def test_without_a_publication_date_relative_expressions_are_never_guessed(row: tuple[str, str, str, str]) -> None:
    found = [t for t in times(row[0], published="") if t.text in row[1] or row[1] in t.text]
    assert found
    assert all((t.event_from, t.event_to) == ("", "") for t in found)


def test_without_a_publication_date_full_dates_still_stand() -> None:
    assert the_one("It fell on 8 December 2023.", "8 December 2023", published="").event_from == "2023-12-08"


def test_the_day_of_publication_is_that_of_the_articles_clock() -> None:
    sentence, late = "The mayor resigned today.", "2024-12-15T23:30:00+00:00"
    assert the_one(sentence, "today", late, "+02:00").event_from == "2024-12-16"
    assert the_one(sentence, "today", late).event_from == "2024-12-15"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["on", "Monday", "since", "8", "December", "31", "February", "2024", "at", "3:20 a.m.", "25:99", "from",
                "to", "-", "last",
             "next", "week", "May", "9999", "years ago", "9999 years ago", "the past 48 hours", "early", "noon",
             "GMT", "00/00/0000"]
        ),
        min_size=1, max_size=9,
    ).map(" ".join),
    st.sampled_from(["", "2024-02-29", "0001-01-01", "9999-12-31", "nonsense", "2024-12-15T10:00:00Z"]),
    st.sampled_from(["", "+02:00", "-11:30", "Z", "+99:99"]),
)  # fmt: skip
def test_any_text_gives_ordered_intervals_that_stand_in_the_text(text: str, published: str, utc_offset: str) -> None:
    previous_end = 0
    for found in times(text, published, utc_offset):
        assert text[found.start : found.end] == found.text != ""
        assert found.start >= previous_end
        previous_end = found.end
        assert bool(found.event_from) == bool(found.event_to)
        if found.event_from:
            read = datetime.fromisoformat if "T" in found.event_from else date.fromisoformat
            assert read(found.event_from) <= read(found.event_to)
