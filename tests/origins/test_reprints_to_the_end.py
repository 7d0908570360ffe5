"""Verbatim reprints change no count of origins, no status and nobody's reliability."""

import random

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from origins.invented_articles import Corpus
from origins.test_properties import corpus_of, with_reprints

from xref.config import ReliabilityConfig
from xref.reliability import assess
from xref.tables import Stories, checked


def assessed(corpus: Corpus) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Positions, clusters and sources of a corpus, through origins and reliability."""
    traced, articles = corpus.trace(), corpus.article_table()
    stories = checked(Stories, articles[["article_id"]].assign(story_id="s1"))
    done = assess(
        articles, corpus.claim_table(), stories, corpus.pair_table(), corpus.memberships(),
        traced.copies, traced.origins, traced.findings, ReliabilityConfig(), corpus.sources,
    )  # fmt: skip
    return done.positions.set_index("position_id"), done.clusters.set_index("cluster_id"), done.sources


@pytest.mark.parametrize("copies", [1, 5, 20])
@settings(max_examples=2, deadline=None, derandomize=True)
@given(seed=st.integers(0, 100_000))
def test_reprints_confirm_nothing(copies, seed):
    before = corpus_of(seed)
    after = with_reprints(before, copies, random.Random(seed))
    positions, clusters, sources = assessed(before)
    positions_after, clusters_after, sources_after = assessed(after)
    assert positions_after["origins"].to_dict() == positions["origins"].to_dict()
    assert clusters_after["origins"].to_dict() == clusters["origins"].to_dict()
    assert clusters_after["status"].to_dict() == clusters["status"].to_dict()
    pd.testing.assert_series_equal(positions_after["probability"], positions["probability"], atol=1e-6)
    known = sources.set_index(["kind", "source"])[["reliability", "low", "high"]]
    same = sources_after.set_index(["kind", "source"]).loc[known.index, ["reliability", "low", "high"]]
    pd.testing.assert_frame_equal(same, known, atol=1e-6)
