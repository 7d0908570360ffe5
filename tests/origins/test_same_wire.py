"""Versions of one agency's report that share hardly a word, told through an article between them."""

import pandas as pd
import pytest
from origins.invented_articles import Article, Corpus

ALERT = (
    "The old swing bridge at Varn gave way shortly after dawn on Tuesday, throwing a tram and four cars into the canal."
)
LATER = (
    "Divers brought up the tram on Wednesday with nine bodies inside it, and the search of the northern quay goes on. "
    "The harbour board has closed every crossing of the canal until its girders have been looked at by engineers."
)
FILLING = " Relatives waited all night behind a cordon, and volunteers handed out blankets and hot soup to them."
OTHER = " Skippers of the northern inlets want a shorter season after the smallest catch of herring for eleven years."


def copies_of(credit: str, days: tuple[str, str] = ("2031-05-01", "2031-05-02"), late: str = "") -> pd.DataFrame:
    articles = [
        Article("alert.txt", "Varn Courier", ALERT + OTHER, published=days[0]),
        Article("between.txt", "Quay Post", f"{credit}{ALERT} {LATER}{FILLING}", published=days[0]),
        Article("late.txt", "Vel Times", f"{late}{LATER} The mayor called for calm.", published=days[1]),
    ]
    return Corpus(articles=articles).trace().copies


def test_two_articles_that_share_text_with_an_agencys_report_are_told_as_parts_of_it() -> None:
    table = copies_of("VARN (AFP) - ")
    row = table[(table["path_a"] == "alert.txt") & (table["path_b"] == "late.txt")].iloc[0]
    assert (row["kind"], row["wire"], row["earlier"]) == ("partial", "AFP", "alert.txt")
    assert row["evidence"] == "each shares text with between.txt, which credits AFP"


@pytest.mark.parametrize(
    "other",
    [
        {"credit": ""},  # no agency
        {"credit": "VARN (AFP) - ", "days": ("2031-05-01", "2031-05-09")},  # another week
        {"credit": "VARN (AFP) - ", "days": ("2031-05-01", "")},  # no date
        {"credit": "VARN (AFP) - ", "late": "VARN (Reuters) - "},  # another agency's
    ],
)
def test_without_one_agency_and_near_dates_they_are_not(other: dict[str, str]) -> None:
    table = copies_of(**other)  # type: ignore[arg-type]
    assert not ((table["path_a"] == "alert.txt") & (table["path_b"] == "late.txt")).any()
