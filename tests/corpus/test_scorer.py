"""The scorer, on tables small enough to count by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from events_gold import Gold, place, read_gold
from events_score import Figures, score

TEXTS = {
    "a.txt": "Nine people died in Orsk. Ten houses burnt.",
    "b.txt": "In Orsk nine people were killed. The mayor left.",
    "c.txt": "Twelve people were killed in Orsk. Ten cars burnt.",
}
FACT = {
    "id": "F1",
    "question": "How many died?",
    "positions": [
        {"id": "P1", "value": "9", "mentions": [
            {"article": "a.txt", "quote": "Nine people died in Orsk"},
            {"article": "b.txt", "quote": "nine people were killed"},
        ]},
        {"id": "P2", "value": "12", "mentions": [{"article": "c.txt", "quote": "Twelve people were killed in Orsk"}]},
    ],
    "relations": [{"a": "P1", "b": "P2", "relation": "conflict"}],
}  # fmt: skip
ANNOTATION: dict[str, Any] = {
    "facts": [FACT],
    "traps": [
        {"a": {"article": "a.txt", "quote": "Ten houses burnt"}, "b": {"article": "c.txt", "quote": "Ten cars burnt"}}
    ],
    "copies": [
        {"a": "a.txt", "b": "b.txt", "kind": "near_verbatim"},
        {"a": "b.txt", "b": "c.txt", "kind": "partial_reuse"},
    ],
    "credits": [{"article": "b.txt", "quote": "The mayor left.", "credited": "The Orsk Post"}],
    "origins": [{"fact": "F1", "position": "P1", "origins": 1}],
}
SENTENCES = {
    "a1": ("a.txt", "Nine people died in Orsk."),
    "a2": ("a.txt", "Ten houses burnt."),
    "b1": ("b.txt", "In Orsk nine people were killed."),
    "c1": ("c.txt", "Twelve people were killed in Orsk."),
    "c2": ("c.txt", "Ten cars burnt."),
}


def gold(tmp_path: Path, annotation: dict[str, Any] = ANNOTATION, judged: list[dict[str, Any]] | None = None) -> Gold:
    (tmp_path / "gold.json").write_text(json.dumps(annotation))
    if judged:
        (tmp_path / "pairs.jsonl").write_text("".join(json.dumps(pair) + "\n" for pair in judged))
    return read_gold(tmp_path / "gold.json", TEXTS)


def claims(positions: dict[str, str], origins: dict[str, str] | None = None) -> pd.DataFrame:
    """Claims of SENTENCES; a position's cluster is its first letter."""
    rows = []
    for claim_id, (path, quote) in SENTENCES.items():
        start, end = place(TEXTS[path], quote)
        position = positions.get(claim_id, f"{claim_id}-alone")
        rows.append(
            {"claim_id": claim_id, "path": path, "start": start, "end": end, "quote": quote, "cluster_id": position[0],
             "position_id": position, "origin_id": (origins or {}).get(claim_id, claim_id)}
        )  # fmt: skip
    return pd.DataFrame(rows)


def pairs(*rows: tuple[str, str, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["claim_a", "claim_b", "relation"])


def scored(
    annotation: Gold,
    position_of: dict[str, str],
    judged: pd.DataFrame,
    origins: dict[str, str] | None = None,
    **tables: Any,
) -> Figures:
    copies = tables.get("copies", pd.DataFrame({"path_a": [], "path_b": []}))
    citations = tables.get("citations", pd.DataFrame({"path": [], "start": [], "end": [], "cited": []}))
    shown = tables.get("positions", pd.DataFrame({"position_id": [], "origins": []}))
    return score(annotation, claims(position_of, origins), judged, copies, citations, shown)


def test_a_run_that_finds_everything_has_every_figure_at_its_best(tmp_path: Path) -> None:
    figures = scored(
        gold(tmp_path),
        {"a1": "x-nine", "b1": "x-nine", "c1": "x-twelve"},
        pairs(("a1", "b1", "agree"), ("a1", "c1", "conflict"), ("b1", "c1", "conflict")),
        origins={"a1": "o", "b1": "o"},
        copies=pd.DataFrame({"path_a": ["b.txt"], "path_b": ["a.txt"]}),
        citations=pd.DataFrame({"path": ["b.txt"], "start": [37], "end": [42], "cited": ["Orsk Post"]}),
        positions=pd.DataFrame({"position_id": ["x-nine"], "origins": [1]}),
    )
    best = {"agree", "agree precision", "linked", "conflict", "conflict precision", "copy recall", "copy precision",
            "credits", "origins", "origins shown"}  # fmt: skip
    assert {name: figures.ratio(name) for name in best} == dict.fromkeys(best, 1.0)
    assert (figures.ratio("trap"), figures.ratio("origins doubled")) == (0.0, 0.0)
    assert figures.ratio("update") is None


def test_a_run_that_finds_nothing_misses_everything(tmp_path: Path) -> None:
    figures = scored(gold(tmp_path), {}, pairs())
    assert {name: figures.hits[name] for name in ("agree", "conflict", "copy recall", "credits", "trap")} == {
        "agree": 0, "conflict": 0, "copy recall": 0, "credits": 0, "trap": 0,
    }  # fmt: skip
    assert figures.of["agree precision"] == figures.of["conflict precision"] == 0
    assert len(figures.misses["agree"]) == len(figures.misses["conflict"]) == 1


def test_a_cluster_without_a_shared_position_links_but_does_not_agree(tmp_path: Path) -> None:
    figures = scored(gold(tmp_path), {"a1": "x1", "b1": "x2", "c1": "y1"}, pairs())
    assert figures.ratio("agree") == 0
    assert (figures.hits["linked"], figures.of["linked"]) == (1, 2)


@pytest.mark.parametrize("relation", ["agree", "conflict"])
def test_a_trap_alarms_when_its_two_ends_are_judged_one_thing_or_a_conflict(tmp_path: Path, relation: str) -> None:
    assert scored(gold(tmp_path), {}, pairs(("a2", "c2", relation))).ratio("trap") == 1


def test_a_trap_in_one_position_alarms_and_is_a_false_agreement(tmp_path: Path) -> None:
    figures = scored(gold(tmp_path), {"a2": "t", "c2": "t"}, pairs())
    assert (figures.ratio("trap"), figures.ratio("agree precision")) == (1, 0)


def test_a_trap_judged_unrelated_or_an_update_is_no_alarm(tmp_path: Path) -> None:
    assert scored(gold(tmp_path), {}, pairs(("a2", "c2", "update"))).ratio("trap") == 0


def test_a_conflict_between_claims_that_agree_lowers_precision(tmp_path: Path) -> None:
    figures = scored(gold(tmp_path), {}, pairs(("a1", "b1", "conflict"), ("a1", "c1", "conflict")))
    assert figures.ratio("conflict precision") == 0.5


def test_a_conflict_of_which_the_annotation_says_nothing_is_counted_apart(tmp_path: Path) -> None:
    figures = scored(gold(tmp_path), {}, pairs(("a1", "c2", "conflict")))
    assert (figures.of["conflict precision"], figures.of["conflict unjudged"]) == (0, 1)


def test_an_update_marked_conflict_is_no_update(tmp_path: Path) -> None:
    fact = {**FACT, "relations": [{"a": "P1", "b": "P2", "relation": "update"}]}
    figures = scored(gold(tmp_path, {"facts": [fact]}), {}, pairs(("a1", "c1", "conflict")))
    assert (figures.ratio("update"), figures.ratio("update as conflict")) == (0, 1)


def test_positions_without_a_told_relation_are_compatible(tmp_path: Path) -> None:
    figures = scored(gold(tmp_path, {"facts": [{**FACT, "relations": []}]}), {"a1": "x", "c1": "x"}, pairs())
    assert figures.of["conflict"] == figures.of["update"] == 0
    assert figures.ratio("agree precision") == 1


def test_passages_judged_pair_by_pair_count_for_recall_and_for_precision(tmp_path: Path) -> None:
    one = {
        "a": {"article": "a.txt", "quote": "Ten houses burnt"},
        "b": {"article": "b.txt", "quote": "In Orsk nine people"},
    }
    judged = [{**one, "relation": "agree"}, {"a": one["a"], "b": ANNOTATION["traps"][0]["b"], "relation": "conflict"}]
    figures = scored(gold(tmp_path, {"facts": []}, judged), {"a2": "x", "b1": "x"}, pairs(("a2", "c2", "conflict")))
    names = ("pair agree", "pair conflict", "agree precision", "conflict precision")
    assert {name: figures.ratio(name) for name in names} == dict.fromkeys(names, 1.0)


def test_a_claim_counts_when_it_overlaps_the_passage_by_half_of_the_shorter(tmp_path: Path) -> None:
    table = claims({"a1": "x", "b1": "x"})
    table.loc[table["claim_id"] == "b1", ["start", "end"]] = [0, 15]  # "In Orsk nine pe": 7 of its 15 characters
    empty = pd.DataFrame({"path_a": [], "path_b": []})
    none = pd.DataFrame({"path": [], "start": [], "end": [], "cited": []})
    shown = pd.DataFrame({"position_id": [], "origins": []})
    assert score(gold(tmp_path), table, pairs(), empty, none, shown).ratio("agree") == 0
    table.loc[table["claim_id"] == "b1", "end"] = 16
    assert score(gold(tmp_path), table, pairs(), empty, none, shown).ratio("agree") == 1


def test_an_origin_counted_twice_is_told(tmp_path: Path) -> None:
    figures = scored(gold(tmp_path), {}, pairs(), origins={"a1": "o1", "b1": "o2"})
    assert (figures.ratio("origins"), figures.ratio("origins doubled")) == (0, 1)


def test_origins_are_not_judged_where_a_passage_has_no_claim(tmp_path: Path) -> None:
    table = claims({})
    empty = pd.DataFrame({"path_a": [], "path_b": []})
    none = pd.DataFrame({"path": [], "start": [], "end": [], "cited": []})
    shown = pd.DataFrame({"position_id": [], "origins": []})
    figures = score(gold(tmp_path), table[table["claim_id"] != "b1"], pairs(), empty, none, shown)
    assert (figures.of["origins"], figures.of["origins unmatched"]) == (0, 1)


def test_a_partial_reuse_is_no_error_of_precision_and_no_duty_of_recall(tmp_path: Path) -> None:
    copies = pd.DataFrame({"path_a": ["b.txt", "a.txt"], "path_b": ["c.txt", "c.txt"]})
    figures = scored(gold(tmp_path), {}, pairs(), copies=copies)
    assert (figures.ratio("copy recall"), figures.ratio("copy precision")) == (0, 0.5)


def test_a_credit_to_another_name_or_elsewhere_is_no_hit(tmp_path: Path) -> None:
    rows = {"path": ["b.txt", "b.txt"], "start": [37, 0], "end": [42, 5], "cited": ["Orsk Daily", "Orsk Post"]}
    assert scored(gold(tmp_path), {}, pairs(), citations=pd.DataFrame(rows)).ratio("credits") == 0


def test_a_quote_is_placed_whatever_the_white_space_between_its_words() -> None:
    assert place("He  said\nso, he said so.", "said so") == (4, 11)
    assert place("He said so.", "said no") == (-1, -1)
    assert place("He said so.", " ") == (-1, -1)


def test_figures_of_events_add_up(tmp_path: Path) -> None:
    one = scored(gold(tmp_path), {"a1": "x", "b1": "x"}, pairs())
    two = scored(gold(tmp_path), {}, pairs())
    assert (one + two).ratio("agree") == 0.5
    assert (one + two).misses["agree"] == two.misses["agree"]
