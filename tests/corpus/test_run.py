"""The whole pipeline with its defaults over the example corpus, held to what it reaches, less a margin."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import pytest
from events import as_json, score_result
from events_score import Figures

from xref.tables import Result

pytestmark = pytest.mark.model

FLOORS: Mapping[str, float] = {
    "agree": 0.45,
    "agree precision": 0.88,
    "linked": 0.50,
    "conflict": 0.15,
    "conflict precision": 0.70,
    "update": 0.48,
    "copy recall": 0.99,
    "copy precision": 0.85,
    "credits": 0.90,
    "origins": 0.90,
}
CEILINGS: Mapping[str, float] = {"trap": 0.15, "origins doubled": 0.09}


@pytest.fixture(scope="session")
def figures(checked: Result, corpus: Path) -> Figures:
    return score_result(corpus / "gold.json", checked)


@pytest.mark.parametrize("name", FLOORS)
def test_no_figure_falls_below_its_floor(figures: Figures, name: str) -> None:
    ratio = figures.ratio(name)
    assert ratio is not None
    assert ratio >= FLOORS[name], figures.misses[name][:10]


@pytest.mark.parametrize("name", CEILINGS)
def test_no_figure_of_errors_rises_above_its_ceiling(figures: Figures, name: str) -> None:
    ratio = figures.ratio(name)
    assert ratio is not None
    assert ratio <= CEILINGS[name], figures.misses[name][:10]


def test_the_figures_can_be_written_as_json(figures: Figures) -> None:
    told = json.loads(json.dumps(as_json(figures)))
    assert told["agree of"] == figures.of["agree"] > 100


def test_every_claim_is_an_exact_passage_of_its_article(checked: Result) -> None:
    text = dict(zip(checked.articles["article_id"], checked.articles["text"], strict=True))
    assert len(checked.claims) > 200
    for claim in checked.claims.itertuples():
        assert text[claim.article_id][claim.start : claim.end] == claim.quote


def test_the_article_in_german_makes_no_claims_and_its_sentences_are_told(checked: Result) -> None:
    german = "tageblatt-sued/dammbruch.txt"
    assert german not in set(checked.claims["path"])
    assert set(checked.dropped.loc[checked.dropped["path"] == german, "reason"]) == {"language"}


def test_the_two_events_are_not_one_story(checked: Result) -> None:
    story = checked.stories.merge(checked.articles, on="article_id").set_index("path")["story_id"]
    dam, withdrawal = story["vtv/2025-10-08-bulletin.txt"], story["osterra-one/2025-11-16-rotation.txt"]
    assert dam != withdrawal
    assert story["northern-wire-agency/2025-10-07-orlava-dam-breach.txt"] == story["velmark-herald/dam-breach.html"]


def test_the_circle_of_two_outlets_that_cite_each_other_is_named(checked: Result) -> None:
    circles = checked.findings[checked.findings["kind"] == "circular-citation"]
    told = " ".join(pd.concat([circles["subject"], circles["detail"]]))
    assert "Frontier Notes" in told
    assert "Zarim Monitor" in told
