from __future__ import annotations

import json

import pandas as pd
import pytest
from newsroom_tables import Newsroom, Said

from xref.config import ReliabilityConfig, SourceConfig
from xref.values import Quantity, to_json


def toll(value: float) -> str:
    return to_json([Quantity(value, value, value, "", "people", "killed", f"{value:.0f} people", 0, 9)])


def source(newsroom: Newsroom, name: str) -> pd.Series:
    sources = newsroom.assess().sources
    return sources[sources["source"] == name].iloc[0]


def test_own_claims_fare_by_other_origins_only():
    said = [
        Said("Mera Post", "P1", cluster="joined"),
        Said("Dolen Daily", "P1", cluster="joined"),
        Said("Mera Post", "P1", cluster="opposed"),
        Said("Vel Times", "P2", cluster="opposed"),
        Said("Mera Post", "P1", cluster="repeated"),
        Said("Orrin Echo", "P1", "o-Mera Post, own reporting", "repeated", origin_words="Mera Post, own reporting"),
        Said("Mera Post", "P1", cluster="alone"),
    ]
    row = source(Newsroom(said, [(2, 3, "conflict")]), "Mera Post")
    assert (row["corroborated"], row["disputed"], row["echoed"], row["single_origin"]) == (1, 1, 1, 1)
    assert row["own_voice"] == row["claims"] == 4


def test_an_outlet_does_not_answer_for_what_it_quotes():
    said = [
        Said("Mera Post", "P1", speaker="Ilan Dorr"),
        Said("Vel Times", "P2"),
        Said("Mera Post", "P3", relayed_from="Orrin Wire", origin_words="Orrin Wire (not in this folder)"),
    ]
    newsroom = Newsroom(said, [(0, 1, "conflict")])
    outlet, speaker = source(newsroom, "Mera Post"), source(newsroom, "Ilan Dorr")
    assert (outlet["own_voice"], outlet["disputed"], speaker["disputed"]) == (0, 0, 1)
    assert outlet["relayed_share"] == pytest.approx(0.5)


def test_two_claims_of_one_outlet_are_no_witnesses_of_each_other():
    said = [Said("Mera Post", "P1", "one"), Said("Mera Post", "P1", "two")]
    row = source(Newsroom(said), "Mera Post")
    assert (row["corroborated"], row["echoed"]) == (0, 2)


def test_sources_that_others_bear_out_rise_above_those_that_others_contradict():
    said, pairs = [], []
    for n in range(8):
        at = len(said)
        said += [Said(o, "P1", cluster=f"c{n}") for o in ("Mera Post", "Dolen Daily", "Vel Times")]
        said += [Said("Orrin Echo", "P2", cluster=f"c{n}")]
        pairs += [(at, at + 3, "conflict")]
    newsroom = Newsroom(said, pairs)
    good, bad = source(newsroom, "Mera Post"), source(newsroom, "Orrin Echo")
    assert good["enough_data"]
    assert good["low"] > bad["reliability"]
    assert good["high"] - good["low"] <= ReliabilityConfig().max_interval


def test_claims_that_nobody_shares_say_nothing_of_their_source():
    said = [Said("Mera Post", "P1", cluster=f"c{n}") for n in range(20)]
    row = source(Newsroom(said), "Mera Post")
    assert not row["enough_data"]
    assert row["high"] - row["low"] > 0.4


def test_first_reports_and_their_lead_are_counted_where_clock_times_tell():
    said = [
        Said("Mera Post", "P1", published="2031-05-02T08:00:00Z"),
        Said("Dolen Daily", "P1", published="2031-05-02T11:30:00Z"),
        Said("Mera Post", "P1", cluster="c2", published="2031-05-02"),
        Said("Dolen Daily", "P1", cluster="c2", published="2031-05-02"),
    ]
    newsroom = Newsroom(said)
    row = source(newsroom, "Mera Post")
    assert (row["first_reports"], row["median_lead_hours"]) == (1, 3.5)
    clusters = newsroom.assess().clusters.set_index("cluster_id")
    assert clusters["first_outlet"].to_dict() == {"c1": "Mera Post", "c2": ""}
    assert clusters.loc["c2", "first_published"] == "2031-05-02"


def test_a_speaker_is_first_before_everybody_else_in_the_cluster():
    said = [
        Said("Mera Post", "P1", speaker="Ilan Dorr", published="2031-05-02T08:00:00Z"),
        Said("Dolen Daily", "P1", speaker="Ilan Dorr", published="2031-05-02T09:00:00Z"),
        Said("Dolen Daily", "P1", published="2031-05-02T12:00:00Z"),
        Said("Vel Times", "P2", speaker="Rena Voss", published="2031-05-02T13:00:00Z"),
        Said("Mera Post", "P1", cluster="c2", speaker="Ilan Dorr", published="2031-05-03T08:00:00Z"),
        Said("Mera Post", "P2", cluster="c2", speaker="Rena Voss", published="2031-05-03T08:00:00Z"),
    ]
    newsroom = Newsroom(said)
    first, second = source(newsroom, "Ilan Dorr"), source(newsroom, "Rena Voss")
    assert (first["first_reports"], first["median_lead_hours"]) == (1, 4)
    assert second["first_reports"] == 0


def test_only_a_figure_lowered_by_its_own_source_is_a_correction():
    said = [
        Said("Mera Post", "P1", published="2031-05-02", quantities=toll(19)),
        Said("Mera Post", "P2", published="2031-05-03", quantities=toll(14)),
        Said("Vel Times", "P1", published="2031-05-02", quantities=toll(14)),
        Said("Vel Times", "P2", published="2031-05-03", quantities=toll(19)),
        Said("Dolen Daily", "P1", published="2031-05-04", quantities=toll(9)),
    ]
    newsroom = Newsroom(said, [(0, 1, "update"), (2, 3, "update"), (0, 4, "update")])
    assert {name: source(newsroom, name)["corrections"] for name in ("Mera Post", "Vel Times", "Dolen Daily")} == {
        "Mera Post": 1,
        "Vel Times": 0,
        "Dolen Daily": 0,
    }


def test_copied_words_and_unnamed_speakers_are_shares_of_all_claims():
    text = "Fourteen people died when the Varn bridge fell"
    said = [
        Said("Mera Post", "P1", published="2031-05-01", text=text),
        Said("Orrin Echo", "P1", "o-Mera Post, own reporting", origin_words="Mera Post, own reporting", text=text),
        Said("Orrin Echo", "P2", cluster="c2", speaker="an official", speaker_kind="anonymous",
             origin_kind="anonymous", statement="Two engineers had warned of cracks"),
    ]  # fmt: skip
    newsroom = Newsroom(said, copies=[(0, 1, "near-verbatim", "a000.txt")])
    echo = source(newsroom, "Orrin Echo")
    assert (echo["copied_share"], echo["anonymous_share"]) == (0.5, 0.5)
    assert source(newsroom, "Mera Post")["copied_share"] == 0


def test_where_no_date_tells_who_copied_the_way_back_does():
    text = "Fourteen people died when the Varn bridge fell, a guard said"
    unnamed = {"speaker": "a guard", "speaker_kind": "anonymous", "origin_kind": "anonymous"}
    said = [
        Said("Mera Post", "P1", "o1", text=text, chain="Mera Post ← a guard (Mera Post)", **unnamed),
        Said("Orrin Echo", "P1", "o1", text=text, chain="Orrin Echo ← Mera Post ← a guard (Mera Post)", **unnamed),
    ]
    newsroom = Newsroom(said, copies=[(0, 1, "near-verbatim", "unknown")])
    assert source(newsroom, "Mera Post")["copied_share"] == 0
    assert source(newsroom, "Orrin Echo")["copied_share"] == 1


def test_misquotations_concern_the_outlets_and_the_speaker():
    said = [Said("Mera Post", "P1", speaker="Ilan Dorr"), Said("Vel Times", "P2", speaker="Ilan Dorr")]
    newsroom = Newsroom(said, findings=[("misquotation", "Ilan Dorr", "told two ways", [0, 1])])
    assert newsroom.assess().sources["misquotations"].tolist() == [1, 1, 1]


def test_the_letter_comes_from_the_config_alone():
    newsroom = Newsroom([Said("Mera Post", "P1"), Said("Vel Times", "P1")])
    newsroom.sources = (SourceConfig(name="Mera Post", reliability="B"),)
    assert newsroom.assess().sources.set_index("source")["source_reliability"].to_dict() == {
        "Mera Post": "B",
        "Vel Times": "",
    }


def test_a_topic_names_what_is_counted_and_where():
    names = json.dumps([{"text": "Varn", "norm": "Varn", "kind": "place", "start": 0, "end": 4}])
    said = [Said(o, "P1", quantities=toll(14), names=names) for o in ("Mera Post", "Vel Times")]
    assert Newsroom(said).assess().clusters["question_or_topic"].tolist() == ["People killed: Varn"]


def test_a_topic_without_figures_is_its_sentence_cut_where_a_clause_ends():
    long = (
        "The ministry of transport closed the eastern bridge over the Varn, after engineers found cracks in two of its "
        "pillars and in the deck."
    )
    topic = Newsroom([Said("Mera Post", "P1", statement=long)]).assess().clusters["question_or_topic"].iloc[0]
    assert topic == "The ministry of transport closed the eastern bridge over the Varn …"
