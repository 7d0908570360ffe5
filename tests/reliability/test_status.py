from __future__ import annotations

import pandas as pd
import pytest
from newsroom_tables import Newsroom, Said

from xref.config import ReliabilityConfig
from xref.reliability import assess

AGREE = [Said("Mera Post", "P1"), Said("Dolen Daily", "P1")]
ECHO = [Said("Mera Post", "P1", "o1"), Said("Dolen Daily", "P1", "o1")]
AGAINST = [*AGREE, Said("Vel Times", "P2", statement="Nineteen people died when the Varn bridge fell")]


def cluster(newsroom: Newsroom) -> pd.Series:
    clusters = newsroom.assess().clusters
    assert len(clusters) == 1
    return clusters.iloc[0]


@pytest.mark.parametrize(
    ("said", "pairs", "status", "evidence", "agreement", "credibility"),
    [
        (AGREE, [(0, 1, "agree")], "corroborated", "medium", "high", 1),
        ([*AGREE, Said("Orrin Wire", "P1")], [], "corroborated", "robust", "high", 1),
        (ECHO, [(0, 1, "agree")], "echoed", "limited", "high", 3),
        (AGREE[:1], [], "single-origin", "limited", "high", 3),
        (AGAINST, [(0, 2, "conflict")], "disputed", "robust", "medium", 3),
        (AGAINST[1:], [(0, 1, "conflict")], "disputed", "medium", "low", 4),
        (AGAINST[1:], [(0, 1, "update")], "updated", "medium", "high", 2),
    ],
)
def test_a_cluster_is_told_by_origins_and_conflicts(said, pairs, status, evidence, agreement, credibility):
    told = cluster(Newsroom(said, pairs))
    assert (told.status, told.evidence, told.agreement, told.information_credibility) == (
        status,
        evidence,
        agreement,
        credibility,
    )


def test_five_outlets_with_one_origin_never_corroborate():
    told = cluster(Newsroom([Said(f"Outlet {n}", "P1", "o1") for n in range(5)]))
    assert (told.status, told.origins, told.outlets) == ("echoed", 1, 5)


def test_reprints_of_one_text_are_no_echo_and_a_report_in_other_words_is():
    said = [Said(f"Outlet {n}", "P1", "o1") for n in range(4)]
    reprints = [
        (0, 1, "near-verbatim", "a000.txt"),
        (1, 2, "shared-wire", "unknown"),
        (2, 3, "near-verbatim", "unknown"),
    ]
    assert cluster(Newsroom(said, copies=reprints)).status == "single-origin"
    assert cluster(Newsroom(said, copies=reprints[:2])).status == "echoed"
    assert cluster(Newsroom(said[:2], copies=[(0, 1, "partial", "a000.txt")])).status == "echoed"


def test_two_origins_that_can_both_hold_are_told_in_a_text_each():
    said = [Said("Mera Post", "P1"), Said("Dolen Daily", "P2")]
    assert cluster(Newsroom(said)).status == "single-origin"


def test_unnamed_speakers_alone_can_not_be_judged():
    said = [Said("Mera Post", "P1", speaker="an official", speaker_kind="anonymous", origin_kind="anonymous")]
    assert cluster(Newsroom(said)).information_credibility == 6


def test_a_lone_claim_against_two_origins_is_improbable_only_when_it_leads_nothing():
    said = [Said("Mera Post", "P1"), Said("Dolen Daily", "P2"), Said("Vel Times", "P3")]
    told = cluster(Newsroom(said, [(0, 1, "conflict"), (0, 2, "conflict"), (1, 2, "conflict")]))
    assert (told.agreement, told.information_credibility) == ("low", 5)


def test_articles_without_claims_give_empty_clusters_and_sources_without_data():
    tables = Newsroom(AGREE).tables()
    empty = {name: table.iloc[:0] for name, table in tables.items() if name != "articles"}
    told = assess(**{**tables, **empty}, config=ReliabilityConfig())
    assert told.clusters.empty
    assert told.positions.empty
    assert list(told.sources["source"]) == ["Dolen Daily", "Mera Post"]
    assert not told.sources["enough_data"].any()
