from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xref.ingest.dates import Reckoning, published

NOW = datetime(2031, 6, 1, tzinfo=UTC)
RECKONING = Reckoning(now=NOW)


@pytest.mark.parametrize(
    ("wording", "text", "offset"),
    [
        ("2031-03-04", "2031-03-04", ""),
        ("2031-03-04T11:13:00Z", "2031-03-04T11:13:00Z", "+00:00"),
        ("2031-03-04T11:13:00.123+02:00", "2031-03-04T09:13:00Z", "+02:00"),
        ("2031-03-04 11:13:00 -0500", "2031-03-04T16:13:00Z", "-05:00"),
        ("2031-03-04T23:30:00-02:00", "2031-03-05T01:30:00Z", "-02:00"),
        ("2031-03-04 11:13", "2031-03-04T11:13:00Z", ""),
        ("Tue, 04 Mar 2031 11:13:00 GMT", "2031-03-04T11:13:00Z", "+00:00"),
        ("Tue, 04 Mar 2031 11:13:00 +0530", "2031-03-04T05:43:00Z", "+05:30"),
        ("Tuesday, 4 March 2031, 11:13", "2031-03-04T11:13:00Z", ""),
        ("March 4th, 2031 at 11:13 p.m. EST", "2031-03-05T04:13:00Z", "-05:00"),
        ("12:05 am, March 4, 2031", "2031-03-04T00:05:00Z", ""),
        ("4 de marzo de 2031", "2031-03-04", ""),
        ("4. März 2031, 11.13 Uhr", "2031-03-04T11:13:00Z", ""),
        ("20310304T111300Z", "2031-03-04T11:13:00Z", "+00:00"),
        ("20310304111300", "2031-03-04T11:13:00Z", ""),
        ("20310304", "2031-03-04", ""),
        ("04/03/2031", "2031-03-04", ""),
        ("25/03/2031", "2031-03-25", ""),
        ("03/25/2031", "2031-03-25", ""),
        ("4.3.2031", "2031-03-04", ""),
        ("1930389180", "2031-03-04T11:13:00Z", ""),
        ("1930389180000", "2031-03-04T11:13:00Z", ""),
        ("Published: 4 March 2031 | Updated 11:13", "2031-03-04T11:13:00Z", ""),
        ("4 березня 2031", "2031-03-04", ""),
    ],
)
def test_a_wording_states_its_date(wording, text, offset):
    found = published(wording, RECKONING)
    assert (found.text, found.utc_offset) == (text, offset)


def test_month_first_is_read_where_the_user_says_so():
    assert published("04/03/2031", Reckoning(day_first=False, now=NOW)).text == "2031-04-03"


@pytest.mark.parametrize(
    "wording",
    [
        "yesterday",
        "3 hours ago",
        "Wednesday",
        "March 4",
        "May",
        "Sun",
        "11:13",
        "2031",
        "March 2031",
        "next week 2031",
        "soon",
    ],
)
def test_nothing_is_completed_from_today(wording):
    found = published(wording, RECKONING)
    assert found.text == ""
    assert found.refused


@pytest.mark.parametrize(
    "wording", ["2031-02-30", "31/31/2031", "2031-13-01", "1066-10-14", "2035-01-01", "0000-00-00", "9999999999999"]
)
def test_dates_that_cannot_be_are_refused_with_a_cause(wording):
    found = published(wording, RECKONING)
    assert found.text == ""
    assert wording in found.refused


def test_no_wording_is_no_refusal():
    assert published("  ", RECKONING).refused == ""


def test_an_impossible_clock_leaves_the_day():
    assert published("2031-03-04 24:59", RECKONING).text == "2031-03-04"


@settings(max_examples=60, deadline=None)
@given(st.datetimes(datetime(1900, 1, 1), datetime(2031, 1, 1)), st.integers(-12 * 4, 14 * 4))
def test_every_iso_time_comes_back_in_utc(moment, quarters):
    sign = "-" if quarters < 0 else "+"
    hours, minutes = divmod(abs(quarters) * 15, 60)
    wording = f"{moment:%Y-%m-%dT%H:%M:%S}{sign}{hours:02d}:{minutes:02d}"
    expected = datetime.fromisoformat(wording).astimezone(UTC)
    found = published(wording, RECKONING)
    assert found.text == f"{expected:%Y-%m-%dT%H:%M:%SZ}"
    assert found.utc_offset == f"{sign}{hours:02d}:{minutes:02d}".replace("-00:00", "+00:00")


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_a_date_or_refused_but_never_an_error(wording):
    found = published(wording, RECKONING)
    assert not found.text or datetime.fromisoformat(found.text).year >= 1605
