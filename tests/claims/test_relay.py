"""Relays: articles that hand on another outlet's report, in three layouts, with every link of the chain kept."""

# ruff: noqa: E501 - tables and article text keep one entry a line

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from xref import claims, ingest
from xref.config import ClaimsConfig, IngestConfig
from xref.outlets import Directory
from xref.progress import Silent

from .articles import SOURCES

pytestmark = pytest.mark.model

LABELLED = """Velmara withdraws dozens of patrol boats from Port Saleth – Harbour Post

Ilse Tarrow — Thursday, 16 May 2024, 09:40

After talks with the island council, Velmara withdrew at least 60 patrol boats from Port Saleth.

Source: Harbour Post (HP)

Quote from the HP: "Velmara has moved at least 60 patrol boats out of Port Saleth in recent days, an official from the council said."

Details: According to Joren Mavik, a member of the harbour board of the Saleth Council, the boats had been moored at the northern pier.

While there are no plans to close the consulate in Saleth, Mavik said a Velmaran diplomat had informed him of a reduction in staff.

A video provided by the HP shows a line of around 30 boats leaving the harbour.

Background

  • The Institute for Coastal Studies said that the loss of the port could weaken the navy of Velmara in the strait.
  • On 10 May, Norvia Wire reported that Velmara was nearing an agreement with the council to keep its fuel depot.

Support us or become our patron!"""

REWRITTEN = """Hill villages cut off after landslide, Eastern Ledger reports

The road to four hill villages was cut by a landslide on 14 May, the Eastern Ledger reported, citing a district engineer.

Norvia Wire quoted the governor as saying that nine people were missing.

"We have no contact with the upper village," rescue chief Dana Orlic told Norvia Wire."""

CHAINED = """Norvia Wire reported on Wednesday that Defence Minister Paul Hadek denied that troops had crossed the border.

According to the Eastern Ledger, two officials said the border post at Lom was empty."""


def read(tmp_path: Path, text: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Articles and claims of one file."""
    (tmp_path / "relay.txt").write_text(text, encoding="utf-8")
    directory = Directory(SOURCES)
    found = ingest.read_folder(tmp_path, IngestConfig(), directory, Silent())
    return found.articles, claims.extract(found.articles, found.blocks, ClaimsConfig(), directory, Silent()).claims


def with_words(table: pd.DataFrame, words: str) -> pd.Series:
    """The one claim whose quote holds the words."""
    rows = table[table.quote.str.contains(words, regex=False)]
    assert len(rows) >= 1, f"no claim with {words!r}: {list(table.quote)}"
    return rows.iloc[0]


def test_a_labelled_relay_keeps_every_link(tmp_path: Path) -> None:
    articles, table = read(tmp_path, LABELLED)
    assert articles.outlet.iloc[0] == "unknown"
    quoted = with_words(table, "has moved at least 60 patrol boats")
    assert (quoted.relayed_from, quoted.speaker_kind) == ("Harbour Post", "anonymous")
    assert "official" in quoted.speaker and "official" not in quoted.statement
    moored = with_words(table, "moored at the northern pier")
    assert (moored.speaker, moored.speaker_kind, moored.relayed_from) == ("Joren Mavik", "person", "Harbour Post")
    assert "harbour board" in moored.speaker_role
    assert with_words(table, "no plans to close the consulate").speaker == "Joren Mavik"
    informed = with_words(table, "a reduction in staff")
    assert (informed.speaker, informed.informant) == ("Joren Mavik", "a Velmaran diplomat")
    video = with_words(table, "around 30 boats")
    assert (video.speaker_kind, video.relayed_from) == ("document", "Harbour Post")


def test_the_background_of_a_relay_credits_its_own_sources(tmp_path: Path) -> None:
    _, table = read(tmp_path, LABELLED)
    institute = with_words(table, "could weaken the navy")
    assert (institute.speaker, institute.relayed_from) == ("Institute for Coastal Studies", "")
    depot = with_words(table, "fuel depot")
    assert (depot.relayed_from, depot.stance_of_speaker, depot.event_to) == ("Norvia Wire", "hedges", "2024-05-10")
    assert not table.quote.str.contains("patron").any()


def test_a_rewritten_relay_names_who_was_cited(tmp_path: Path) -> None:
    _, table = read(tmp_path, REWRITTEN)
    road = with_words(table, "was cut by a landslide")
    assert (road.relayed_from, road.speaker, road.speaker_kind) == (
        "Eastern Ledger",
        "a district engineer",
        "anonymous",
    )
    missing = with_words(table, "nine people were missing")
    assert (missing.relayed_from, missing.speaker) == ("Norvia Wire", "the governor")
    contact = with_words(table, "no contact with the upper village")
    assert (contact.relayed_from, contact.speaker) == ("Norvia Wire", "Dana Orlic")


def test_a_relay_without_labels_keeps_outlet_speaker_and_denial_apart(tmp_path: Path) -> None:
    _, table = read(tmp_path, CHAINED)
    denied = with_words(table, "troops had crossed the border")
    assert (denied.relayed_from, denied.speaker, denied.stance_of_speaker) == ("Norvia Wire", "Paul Hadek", "denies")
    post = with_words(table, "border post at Lom was empty")
    assert (post.relayed_from, post.speaker_kind) == ("Eastern Ledger", "anonymous")
