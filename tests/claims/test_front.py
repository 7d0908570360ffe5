"""Front matter before the first sentence of an article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xref.claims.front import front_end, without_dateline

RUN_IN = [
    ("Published May 3 2021 A ferry sank off Port Alder.", "A ferry sank off Port Alder."),
    ("Mon 03 May 2021 Ferry sinks off Port Alder", "Ferry sinks off Port Alder"),
    ("AFP Monday 3 May 2021 A ferry sank.", "A ferry sank."),
    ("3 May 2021 The ferry sank.", "The ferry sank."),
    ("Date of publication 3 May 2021 The ferry sank.", "The ferry sank."),
    ("Last updated: 3 May 2021, 14:05 GMT | A ferry sank.", "A ferry sank."),
    (
        "Harbour Desk Europe 1735 03.05.2021(updated 1803 03.05.2021) Get short URL 12 4 0 A ferry sank.",
        "A ferry sank.",
    ),
    ("Get short URL 215 The ferry sank.", "The ferry sank."),
    ("PORT ALDER (Agency) The ferry sank.", "The ferry sank."),
    ("PORT ALDER, May 3 (Reuters) - The ferry sank.", "The ferry sank."),
    ("PORT ALDER, Marenia — The ferry sank.", "The ferry sank."),
    ("Afp - The ferry sank.", "The ferry sank."),
]
SENTENCES = [
    "3 May 2021 was the day the ferry sank.",
    "On 3 May 2021 a ferry sank.",
    "Monday 3 May 2021 saw a ferry sink.",
    "NATO - Russia relations are cold.",
    "The NFA (National Ferry Association) was founded in 1990.",
    "US (and others) said that the ferry sank.",
    "A ferry sank off Port Alder on May 3 2021.",
]


@pytest.mark.parametrize(("text", "rest"), RUN_IN)
def test_what_stands_before_the_first_sentence_is_left_out(text: str, rest: str) -> None:
    assert text[front_end(text, 0, len(text)) :] == rest


@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_that_begins_with_a_date_or_a_name_stays(text: str) -> None:
    assert front_end(text, 0, len(text)) == 0


@given(st.text(max_size=120))
def test_the_end_lies_within_the_text(text: str) -> None:
    assert 0 <= front_end(text, 0, len(text)) <= len(text)


def test_a_dateline_within_the_text_is_no_part_of_a_statement() -> None:
    assert without_dateline("PORT ALDER (Agency) Two ferries sank") == "Two ferries sank"
    assert without_dateline("Two ferries sank off Port Alder") == "Two ferries sank off Port Alder"
