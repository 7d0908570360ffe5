"""The page: what it shows, in which order, and that foreign text stays text.

The page of the made-up run is compared with `gold/report.html`. After a wanted change, accept the new one:
`XREF_ACCEPT=1 pytest tests/report/test_page.py`.
"""

from __future__ import annotations

import dataclasses
import os
import re
from itertools import pairwise
from pathlib import Path

import lxml.html
import pandas as pd
import pytest

from xref.config import ReportConfig
from xref.report.page import page_view, render
from xref.report.public import public_tables
from xref.report.views import Page
from xref.tables import Result

from .made_up import HOSTILE_TITLE

GOLD = Path(__file__).parent / "gold" / "report.html"


def view(result: Result, **settings: object) -> Page:
    return page_view(result, public_tables(result), ReportConfig(**settings))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def html(result: Result) -> str:
    return render(view(result))


@pytest.fixture(scope="module")
def tree(html: str) -> lxml.html.HtmlElement:
    return lxml.html.fromstring(html)


def scrubbed(html: str) -> str:
    """The page without style and script, which have no gold, and without their digests."""
    html = re.sub(r"<(style|script)>.*?</\1>", r"<\1>…</\1>", html, flags=re.DOTALL)
    return re.sub(r"sha256-[A-Za-z0-9+/=]+", "sha256-…", html)


def text_of(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def only(tree: lxml.html.HtmlElement, anchor: str) -> lxml.html.HtmlElement:
    return tree.get_element_by_id(anchor)


def test_the_page_is_the_accepted_one(html: str) -> None:
    if os.environ.get("XREF_ACCEPT"):
        GOLD.parent.mkdir(exist_ok=True)
        GOLD.write_text(scrubbed(html), encoding="utf-8")
    assert scrubbed(html) == GOLD.read_text(encoding="utf-8"), "accept with XREF_ACCEPT=1"


def test_disputed_comes_first_and_single_origin_last(result: Result) -> None:
    assert [group.status for group in view(result).groups] == [
        "disputed",
        "corroborated",
        "updated",
        "echoed",
        "single-origin",
    ]


def test_a_cluster_tells_evidence_agreement_and_three_counts(tree: lxml.html.HtmlElement) -> None:
    told = text_of(only(tree, "c-C1"))
    assert "Disputed Medium evidence, low agreement How many people were killed" in told
    assert "3 articles → 3 outlets → 2 independent origins" in told
    assert "At least 14 people died 2 articles → 2 outlets → 1 independent origin" in told


def test_an_echo_names_its_one_origin_and_the_way_to_it(tree: lxml.html.HtmlElement) -> None:
    told = text_of(only(tree, "c-C4"))
    assert "5 articles → 5 outlets → 1 independent origin" in told
    assert "Origin unnamed official" in told
    assert "The Tidewater Post ← Coast Wire ← unnamed official" in told
    assert "every report rests on an unnamed source" in told


def test_passages_of_the_same_words_are_shown_once(tree: lxml.html.HtmlElement) -> None:
    told = text_of(only(tree, "c-C4"))
    assert "The same words in Harbour Radio (radio.txt) and Daily Lantern (lantern.txt)." in told


def test_a_cluster_of_one_answer_is_headed_by_the_answer(tree: lxml.html.HtmlElement) -> None:
    assert text_of(only(tree, "t-c-C4")) == "The fire started in the engine room"
    assert text_of(only(tree, "t-c-C1")) == "How many people were killed in the Halvard fire?"


def test_the_first_clusters_of_a_status_are_unfolded(result: Result, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("xref.report.page.CLUSTERS_UNFOLDED", 1)
    bodies = lxml.html.fromstring(render(view(result))).xpath("//section[@id='disputed']//details[@class='body']")
    assert ["open" in body.attrib for body in bodies] == [True, False]


def test_why_positions_conflict_is_told_with_both_passages(tree: lxml.html.HtmlElement) -> None:
    told = text_of(only(tree, "c-C1"))
    assert "A and B: 14 people killed, at least, against 31 people killed" in told
    assert "“At least 14 people died” (Maren Courier) contradicts “31 people had been killed” (Harbour Radio)" in told


def test_an_update_is_told_from_earlier_to_later(tree: lxml.html.HtmlElement) -> None:
    told = text_of(only(tree, "c-C2"))
    assert "“22 people were missing” (Coast Wire) is updated by “nine were still missing at nine o'clock”" in told


def test_every_highlighted_passage_is_a_quote_of_the_run(tree: lxml.html.HtmlElement, result: Result) -> None:
    quotes = {" ".join(quote.split()) for quote in result.claims["quote"]}
    passages = [text_of(mark) for mark in tree.xpath("//mark")]
    assert len(passages) == 13
    assert set(passages) <= quotes


def test_context_stays_in_the_paragraph_and_joins_without_a_stray_blank(tree: lxml.html.HtmlElement) -> None:
    first = text_of(only(tree, "c-C1").xpath(".//blockquote")[0])
    assert first.startswith("At least 14 people died, harbour master Ilse Brandvik told the Courier.")


def test_what_was_read_adds_up(tree: lxml.html.HtmlElement) -> None:
    told = text_of(tree.xpath("//p[@class='sums']")[0])
    assert "11 found = 8 read + 3 skipped" in told
    assert "11 questions = 2 disputed + 1 corroborated + 1 updated + 1 echoed + 6 single-origin" in told
    assert "1 binary, 1 broken-json, 1 empty" in told


def test_too_little_data_is_said_and_not_drawn(tree: lxml.html.HtmlElement) -> None:
    rows = {text_of(row[0]): row for row in tree.xpath("//table[@class='sources']//tbody/tr")}
    assert "not enough data" in text_of(rows["Harbour Radio"])
    assert not rows["Harbour Radio"].xpath(".//svg")
    assert rows["Coast Wire"].xpath(".//svg")
    assert "0.52 to 0.88" in text_of(rows["Coast Wire"])
    assert "Maren Courier B" in rows


def test_no_estimate_of_truth_is_shown_for_a_position(html: str) -> None:
    assert "probability" not in html


def test_missing_origins_are_the_next_step_of_weak_claims_only(tree: lxml.html.HtmlElement) -> None:
    assert "Trace:" not in text_of(only(tree, "c-C3"))
    assert "Compare:" in text_of(only(tree, "c-C5"))


def test_foreign_text_makes_no_elements(tree: lxml.html.HtmlElement, html: str) -> None:
    assert len(tree.xpath("//script")) == 1
    assert not tree.xpath("//img | //i | //iframe | //object | //*[@onerror]")
    assert HOSTILE_TITLE not in html
    assert "\u202e" not in html


def test_only_web_addresses_become_links(tree: lxml.html.HtmlElement) -> None:
    targets = {link.get("href") for link in tree.xpath("//a")}
    outside = {target for target in targets if not target.startswith("#")}
    assert outside
    assert all(target.startswith("https://") for target in outside)
    assert all("noreferrer" in link.get("rel") for link in tree.xpath("//a[starts-with(@href, 'http')]"))


def test_the_page_allows_itself_nothing_from_outside(tree: lxml.html.HtmlElement) -> None:
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert not tree.xpath("//*[@style] | //*[@src] | //link[@rel='stylesheet']")


def test_every_link_into_the_page_has_its_place(tree: lxml.html.HtmlElement) -> None:
    places = set(tree.xpath("//@id"))
    assert len(places) == len(tree.xpath("//@id"))
    assert {href[1:] for href in tree.xpath("//a/@href") if href.startswith("#")} <= places


def test_headings_go_down_by_one_level_at_a_time(tree: lxml.html.HtmlElement) -> None:
    levels = [int(heading.tag[1]) for heading in tree.xpath("//h1 | //h2 | //h3 | //h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_bounded_page_says_how_many_more_there_are(result: Result) -> None:
    page = view(result, max_clusters=3, max_lines=2)
    groups = {group.status: group for group in page.groups}
    assert [len(group.clusters) + len(group.lines) for group in page.groups] == [2, 1, 0, 0, 2]
    assert groups["echoed"].left_out.startswith("1 more question in clusters.csv; [report] max_clusters")
    assert groups["single-origin"].left_out.startswith("4 more questions in clusters.csv; [report] max_lines")
    links = [topic.anchor for line in page.headlines for topic in line.topics if line.status == "echoed"]
    assert links == [""]
    tree = lxml.html.fromstring(render(page))
    assert {href[1:] for href in tree.xpath("//a/@href") if href.startswith("#")} <= set(tree.xpath("//@id"))


def test_the_title_is_the_configured_one_or_the_folders_name(result: Result) -> None:
    assert view(result).title == "halvard"
    assert view(result, title="Ferry & fire").title == "Ferry & fire"


def test_a_run_without_clusters_is_a_page(result: Result) -> None:
    bare = {
        name: getattr(result, name).iloc[0:0]
        for name in (
            "claims", "pairs", "signals", "memberships", "origins", "positions", "clusters", "sources", "copies",
            "citations", "findings", "skipped", "dropped",
        )
    }  # fmt: skip
    empty = dataclasses.replace(result, **bare, info={})
    told = text_of(lxml.html.fromstring(render(view(empty))))
    assert "No dispute was found." in told
    assert "Every file of the folder was read." in told


def test_a_popular_claim_folds_its_passages_and_counts_the_rest(result: Result) -> None:
    many = pd.concat([result.claims[result.claims["path"] == "lantern.txt"]] * 20, ignore_index=True)
    many["claim_id"] = [f"x-{at:02}" for at in range(20)]
    many["quote"] = [f"The fire started in room {at}" for at in range(20)]
    one_origin = (
        result.origins[result.origins["origin_id"] == "o-official"]
        .iloc[[0] * 20]
        .assign(claim_id=many["claim_id"].tolist())
    )
    place = pd.DataFrame({"claim_id": many["claim_id"], "cluster_id": "C4", "position_id": "P6"})
    wider = dataclasses.replace(
        result,
        claims=pd.concat([result.claims, many], ignore_index=True),
        origins=pd.concat([result.origins, one_origin], ignore_index=True),
        memberships=pd.concat([result.memberships, place], ignore_index=True),
    )
    cluster = next(group for group in view(wider).groups if group.status == "echoed").clusters[0]
    origin = cluster.positions[0].origins[0]
    assert (len(origin.quotes), len(origin.more_quotes)) == (2, 10)
    assert origin.left_out == "11 more passages in claims.csv."


def test_a_claim_of_many_origins_folds_them_and_counts_the_rest(result: Result) -> None:
    first = result.claims[result.claims["path"] == "lantern.txt"]
    many = pd.concat([first] * 20, ignore_index=True)
    many["claim_id"] = [f"x-{at:02}" for at in range(20)]
    names = [f"witness {at}" for at in range(20)]
    origins = result.origins.iloc[[0] * 20].assign(claim_id=many["claim_id"].tolist(), origin_id=names, origin=names)
    place = pd.DataFrame({"claim_id": many["claim_id"], "cluster_id": "C4", "position_id": "P6"})
    wider = dataclasses.replace(
        result,
        claims=pd.concat([result.claims, many], ignore_index=True),
        origins=pd.concat([result.origins, origins], ignore_index=True),
        memberships=pd.concat([result.memberships, place], ignore_index=True),
    )
    cluster = next(group for group in view(wider).groups if group.status == "echoed").clusters[0]
    position = cluster.positions[0]
    assert (len(position.origins), len(position.more_origins)) == (4, 12)
    assert position.more_label == "12 more origins"
    assert position.left_out == "5 more origins in origins.csv."


def test_where_two_answers_conflict_nothing_else_is_said_of_them(result: Result) -> None:
    pairs = result.pairs
    conflict = pairs[pairs["relation"] == "conflict"].iloc[[0]]
    both = dataclasses.replace(
        result, pairs=pd.concat([pairs, conflict.assign(relation="update", score=0.99)], ignore_index=True)
    )
    assert [group.clusters[0].reasons for group in view(both).groups[:1]] == [
        view(result).groups[0].clusters[0].reasons
    ]


def test_an_update_among_undated_reports_is_not_told_as_later(result: Result) -> None:
    undated = dataclasses.replace(result, positions=result.positions.assign(first_published="", first_outlet=""))
    cluster = next(group for group in view(undated).groups if group.status == "updated").clusters[0]
    assert cluster.verdict.endswith("none of the reports is dated.")


def test_a_single_origin_line_tells_the_other_answers_of_its_cluster(result: Result) -> None:
    beside = dataclasses.replace(
        result,
        memberships=result.memberships.assign(
            cluster_id=result.memberships["cluster_id"].replace("C11", "C10"),
        ),
        positions=result.positions.assign(cluster_id=result.positions["cluster_id"].replace("C11", "C10")),
    )
    lines = view(beside).groups[-1].lines
    line = next(line for line in lines if line.anchor == "c-C10")
    assert len(line.beside) == 1
    assert line.beside[0].endswith("(Hill Country Times)")


def test_a_reprinted_text_of_one_origin_is_told_first_with_all_who_print_it(result: Result) -> None:
    copy = {"path_a": "strait/bold.txt", "path_b": "tidewater.md", "kind": "near-verbatim"}
    copies = pd.concat([result.copies, result.copies.assign(**copy)], ignore_index=True)
    print_of = result.memberships.loc[result.memberships["cluster_id"] == "C8", "claim_id"].item()
    reason = "copied text: 9 words in a row as in tidewater.md"
    reprinted = dataclasses.replace(
        result,
        copies=copies,
        origins=result.origins.assign(
            reason=result.origins["reason"].mask(result.origins["claim_id"] == print_of, reason)
        ),
        memberships=result.memberships.replace({"C8": "C6", "P11": "P9"}),
        clusters=result.clusters[result.clusters["cluster_id"] != "C8"],
    )
    page = view(reprinted)
    first, *others = page.groups[-1].lines
    assert (first.anchor, first.reprints) == ("c-C6", "one text in 2 articles")
    assert (first.path, first.copied) == ("tidewater.md", "Copied text: 9 words in a row as in tidewater.md")
    assert set(first.outlets) == set(first.outlet.split(" and "))
    assert not any(line.reprints for line in others)
    assert "1 of them is printed by several articles word for word" in page.headlines[-1].text
    assert "one text in 2 articles:</b>" in render(page)
    retold = dataclasses.replace(reprinted, copies=copies.assign(kind="partial"))
    assert not any(line.reprints for line in view(retold).groups[-1].lines)


def test_many_warnings_are_counted_and_not_all_shown(result: Result) -> None:
    loud = dataclasses.replace(result, info={**result.info, "warnings": [f"file {at}" for at in range(60)]})
    told = view(loud).warnings
    assert len(told) == 51
    assert told[-1] == "10 more warnings in run.json."


def test_answers_that_followed_one_another_stand_in_the_order_of_time(result: Result) -> None:
    cluster = next(group for group in view(result).groups if group.status == "updated").clusters[0]
    firsts = [position.first for position in cluster.positions]
    days = result.positions[result.positions["cluster_id"] == "C2"].sort_values("first_published")["first_outlet"]
    assert [first.removeprefix("First seen: ").split(",")[0] for first in firsts] == days.tolist()


def test_an_echo_of_several_answers_does_not_claim_one_origin(result: Result) -> None:
    wider = dataclasses.replace(
        result,
        memberships=result.memberships.assign(cluster_id=result.memberships["cluster_id"].replace("C10", "C4")),
        positions=result.positions.assign(cluster_id=result.positions["cluster_id"].replace("C10", "C4")),
        clusters=result.clusters.assign(origins=2),
    )
    cluster = next(group for group in view(wider).groups if group.status == "echoed").clusters[0]
    assert cluster.verdict.startswith("No answer has two independent origins")


def test_an_echo_of_two_unsure_origins_says_so(result: Result) -> None:
    unsure = dataclasses.replace(result, positions=result.positions.assign(origins=2))
    cluster = next(group for group in view(unsure).groups if group.status == "echoed").clusters[0]
    assert cluster.verdict.endswith("not sure enough to call it corroborated.")
