"""The annotation of the example corpus says what the texts say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

Json = dict[str, Any]
RELATIONS = {"conflict", "update", "compatible"}
COPIES = {"near_verbatim", "shared_wire", "partial_reuse"}


def passages(annotation: Json) -> Iterator[Json]:
    for fact in annotation["facts"]:
        for position in fact["positions"]:
            yield from position["mentions"]
    for trap in annotation["traps"]:
        yield from (trap["a"], trap["b"])
    yield from annotation["credits"]


def test_every_quote_is_an_exact_passage_of_the_text_as_it_is_read(annotation: Json, texts: dict[str, str]) -> None:
    wrong = [one for one in passages(annotation) if one["quote"] not in texts.get(one["article"], "")]
    assert wrong == []


def test_every_article_named_is_there(annotation: Json, texts: dict[str, str]) -> None:
    named = {copy[end] for copy in annotation["copies"] for end in "ab"}
    named |= {article for finding in annotation["findings"] for article in finding["articles"]}
    assert named <= set(texts)


def test_a_fact_is_addressed_by_two_articles_or_more(annotation: Json) -> None:
    assert len(annotation["facts"]) >= 25
    for fact in annotation["facts"]:
        articles = {mention["article"] for position in fact["positions"] for mention in position["mentions"]}
        assert len(articles) >= 2, fact["id"]


def test_relations_are_of_known_kinds_between_positions_that_exist(annotation: Json) -> None:
    for fact in annotation["facts"]:
        ids = [position["id"] for position in fact["positions"]]
        assert len(set(ids)) == len(ids)
        seen = [frozenset((one["a"], one["b"])) for one in fact["relations"]]
        assert len(set(seen)) == len(seen), fact["id"]
        for one in fact["relations"]:
            assert {one["a"], one["b"]} <= set(ids)
            assert one["relation"] in RELATIONS
            assert one["why"]


def test_evidence_of_a_copy_stands_in_both_articles(annotation: Json, texts: dict[str, str]) -> None:
    for copy in annotation["copies"]:
        assert copy["kind"] in COPIES
        assert copy["evidence"] in texts[copy["a"]]
        assert copy["evidence"] in texts[copy["b"]]


def test_traps_are_between_different_articles_and_say_why(annotation: Json) -> None:
    assert len(annotation["traps"]) >= 8
    assert all(trap["a"]["article"] != trap["b"]["article"] and trap["why_not"] for trap in annotation["traps"])


def test_known_origins_are_no_more_than_the_articles_that_carry_the_position(annotation: Json) -> None:
    mentions = {(f["id"], p["id"]): p["mentions"] for f in annotation["facts"] for p in f["positions"]}
    assert len(annotation["origins"]) >= 20
    for known in annotation["origins"]:
        articles = {mention["article"] for mention in mentions[known["fact"], known["position"]]}
        assert 1 <= known["origins"] <= len(articles)
        assert known["why"]


@pytest.mark.parametrize("relation", sorted(RELATIONS))
def test_every_relation_occurs(annotation: Json, relation: str) -> None:
    assert any(one["relation"] == relation for fact in annotation["facts"] for one in fact["relations"])


@pytest.mark.parametrize(
    "kind", ["circular-citation", "misquotation", "correction", "self-contradiction", "uncredited-copy"]
)
def test_every_kind_of_finding_occurs(annotation: Json, kind: str) -> None:
    assert any(finding["kind"] == kind for finding in annotation["findings"])
