"""The annotated events the judge learns from: quotes stand in their articles, relations between known positions."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

EVENTS = sorted((Path(__file__).parents[1] / "training" / "events").glob("*/gold.json"))
RELATIONS = {"conflict", "update", "compatible"}


def bodies(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8").split("\n---\n", 1)[1] for path in (folder / "articles").glob("*.txt")}


def mentions(gold: dict[str, Any]) -> Iterator[dict[str, str]]:
    for fact in gold["facts"]:
        for position in fact["positions"]:
            yield from position["mentions"]
    for trap in gold["traps"]:
        yield from (trap["a"], trap["b"])


@pytest.mark.parametrize("path", EVENTS, ids=lambda path: path.parent.name)
def test_annotations_hold_to_their_articles(path: Path) -> None:
    gold, texts = json.loads(path.read_text("utf-8")), bodies(path.parent)
    assert gold["event"] == path.parent.name
    assert [m for m in mentions(gold) if m["quote"] not in texts[m["article"]]] == []
    for fact in gold["facts"]:
        positions = {position["id"] for position in fact["positions"]}
        assert all({r["a"], r["b"]} <= positions and r["relation"] in RELATIONS for r in fact.get("relations", []))
        assert len({m["article"] for p in fact["positions"] for m in p["mentions"]}) > 1, fact["id"]


def test_there_are_events_with_conflicts_to_learn_from() -> None:
    golds = [json.loads(path.read_text("utf-8")) for path in EVENTS]
    told = [r["relation"] for gold in golds for fact in gold["facts"] for r in fact.get("relations", [])]
    assert len(golds) >= 12
    assert told.count("conflict") >= 100
