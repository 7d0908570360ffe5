"""Sentences of parsed passages."""

from __future__ import annotations

import pytest

from xref.claims.parser import load_parser
from xref.claims.phrases import sentence_of

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
