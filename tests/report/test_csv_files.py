"""The CSV files: their columns, their round trip, and cells that a spreadsheet would calculate."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xref.report import guard, unguard
from xref.report.csv_files import csv_text
from xref.tables import Result

from .made_up import HOSTILE_OUTLET, HOSTILE_QUOTE

DESIGNED = {
    "articles": "article_id path outlet title authors published url language words claims story_id sha256",
    "skipped": "path reason detail",
    "claims": (
        "claim_id article_id path outlet start end quote statement voice speaker speaker_kind cue relayed_from "
        "stance_of_speaker quantities event_from event_to published cluster_id position_id origin_id"
    ),
    "pairs": "claim_a claim_b cluster_id relation score basis reason",
    "positions": ("position_id cluster_id statement articles outlets origins probability first_outlet first_published"),
    "clusters": (
        "cluster_id story_id question_or_topic status positions articles outlets origins evidence agreement "
        "information_credibility first_outlet first_published"
    ),
    "copies": "path_a path_b kind containment_a_in_b containment_b_in_a wire earlier evidence",
    "citations": "article_id outlet cited kind in_corpus start end quote",
    "sources": (
        "source kind articles claims own_voice corroborated disputed echoed single_origin first_reports copied_share "
        "anonymous_share reliability low high enough_data source_reliability"
    ),
}

CALCULATED = [
    "=1+1",
    '=HYPERLINK("http://evil.invalid","x")',
    "\t=1+1",
    "\r=cmd|' /C calc'!A0",
    "  =A1",
    "\x85=1+1",
    "\u2028=A1",
    "\u3000=A1",
    "\x00=A1",
    "\u2060+A1*2",
    "＝A1",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "+1+1",
    "-1-1",
    "-A1",
    "+A1*2",
    "-2+3+cmd|' /C calc'!A0",
    '+HYPERLINK("http://evil.invalid")',
    "- HYPERLINK (A1)",
    "-Sheet2!B4",
    "+'[other.xlsx]Sheet 1'!A1",
    "'=1+1",
]

HONEST = [
    "-3",
    "+5",
    "-3.5 %",
    "- 1,200",
    "+380 44 123 4567",
    "- At least 14 people died (the harbour master said).",
    "- At least 14 people died!",
    "– Fourteen dead",
    "— “We saw smoke,” she said",
    "@ministry",
    "@ministry posted a photograph (since deleted).",
    "+++ Breaking: ferry on fire +++",
    "'Fourteen dead', says harbour master",
    "a=b",
    "",
    "-",
    "tab\tinside",
]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8-sig") as handle:
        return list(csv.DictReader(handle))


@pytest.mark.parametrize("name", DESIGNED)
def test_each_file_has_the_designed_columns_in_their_order(run_folder: Path, name: str) -> None:
    with (run_folder / f"{name}.csv").open(newline="", encoding="utf-8") as handle:
        assert next(csv.reader(handle)) == DESIGNED[name].split()


def test_every_quote_is_the_exact_passage_of_its_article(run_folder: Path, result: Result) -> None:
    texts = dict(zip(result.articles["path"], result.articles["text"], strict=True))
    claims = rows(run_folder / "claims.csv")
    assert len(claims) == len(result.claims)
    for claim in claims:
        assert texts[claim["path"]][int(claim["start"]) : int(claim["end"])] == claim["quote"]


def test_claims_know_their_cluster_position_and_origin(run_folder: Path) -> None:
    claim = next(row for row in rows(run_folder / "claims.csv") if row["quote"] == "31 people had been killed")
    assert (claim["cluster_id"], claim["position_id"], claim["origin_id"]) == ("C1", "P2", "o-union")


def test_quantities_are_told_in_the_words_of_the_quote(run_folder: Path) -> None:
    claim = next(row for row in rows(run_folder / "claims.csv") if row["quote"] == "At least 14 people died")
    assert claim["quantities"] == "At least 14 people"


def test_articles_know_their_claims_and_story(run_folder: Path, result: Result) -> None:
    articles = rows(run_folder / "articles.csv")
    assert sum(int(row["claims"]) for row in articles) == len(result.claims)
    assert {row["story_id"] for row in articles} == {"s1", "s2"}


def test_a_pair_has_a_cluster_only_when_both_claims_stand_in_it(run_folder: Path) -> None:
    clusters = {(row["relation"], row["cluster_id"]) for row in rows(run_folder / "pairs.csv")}
    assert clusters == {("conflict", "C1"), ("agree", "C1"), ("update", "C2"), ("conflict", "C5"), ("unrelated", "")}


def test_hostile_cells_come_back_and_are_no_formula_in_the_file(run_folder: Path) -> None:
    bold = next(row for row in rows(run_folder / "articles.csv") if row["path"] == "strait/bold.txt")
    assert bold["outlet"] == "'" + HOSTILE_OUTLET
    assert unguard(bold["outlet"]) == HOSTILE_OUTLET
    assert HOSTILE_QUOTE in {row["quote"] for row in rows(run_folder / "claims.csv")}


@pytest.mark.parametrize("text", CALCULATED)
def test_what_a_spreadsheet_would_calculate_is_made_text(text: str) -> None:
    assert guard(text) == "'" + text
    assert unguard(guard(text)) == text


@pytest.mark.parametrize("text", HONEST)
def test_honest_text_is_left_as_it_is(text: str) -> None:
    assert guard(text) == text


texts = st.text(alphabet=st.characters(codec="utf-8"), max_size=30) | st.text(
    alphabet=" '=+-@(|!A1\t\r\n\",;", max_size=12
)


@given(texts)
@settings(max_examples=300, deadline=None)
def test_unguard_gives_every_text_back(text: str) -> None:
    assert unguard(guard(text)) == text
    assert not guard(text).lstrip().startswith("=")


@given(st.lists(st.tuples(texts, texts), max_size=5))
@settings(max_examples=150, deadline=None)
def test_every_table_of_text_survives_the_way_through_csv(pairs: list[tuple[str, str]]) -> None:
    frame = pd.DataFrame(pairs, columns=["one", "two"])
    read = list(csv.reader(io.StringIO(csv_text(frame), newline="")))
    assert read[0] == ["one", "two"]
    assert [tuple(unguard(cell) for cell in row) for row in read[1:]] == pairs


def test_pandas_reads_a_bare_carriage_return_back_without_shifting_rows() -> None:
    text = csv_text(pd.DataFrame({"one": ["a\rb", "c\r\nd", "NA"], "two": [1, 2, 3]}))
    read = pd.read_csv(io.StringIO(text, newline=""), keep_default_na=False)
    assert read["one"].tolist() == ["a\rb", "c\r\nd", "NA"]
    assert read["two"].tolist() == [1, 2, 3]


def test_numbers_and_truth_values_have_one_plain_form() -> None:
    frame = pd.DataFrame({"share": [0.123456, float("nan")], "enough": [True, False], "count": [-3, 4]})
    assert csv_text(frame) == "share,enough,count\r\n0.1235,true,-3\r\n,false,4\r\n"
