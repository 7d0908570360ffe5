"""Phrases and sentences of parsed passages."""

from __future__ import annotations

import pytest

from xref.claims.parser import load_parser
from xref.claims.phrases import possessive, sentence_of, without_possessive

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text",
    [
        "Nine died.",
        "Nine died in Marun. The mayor, who was away, said so. It rained!",
        "no verb here",
        "“Go,” he said. She left.",
    ],
)
def test_the_sentence_of_a_token_is_that_of_the_parser(text: str) -> None:
    doc = load_parser("")(text)
    for token in doc:
        found = sentence_of(token)
        assert (found.start, found.end) == (token.sent.start, token.sent.end)


@pytest.mark.parametrize("name", ["the town", "the two soldiers", "Elena Brandt", "Brandt Works"])
def test_an_owner_is_told_back_to_its_name(name: str) -> None:
    assert without_possessive(possessive(name)) == name == without_possessive(name)
