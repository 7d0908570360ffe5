"""Verbatim reprints and the order of files change nothing that is told."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from newsroom_tables import Newsroom, Said

OUTLETS = ["Mera Post", "Dolen Daily", "Vel Times", "Orrin Echo", "Sund Herald"]
ORIGINS = st.sampled_from(["", "", "wire", "Ilan Dorr"])


@st.composite
def newsrooms(draw: st.DrawFn) -> Newsroom:
    """Up to twelve claims in up to four clusters of up to three positions, with conflicts and updates between them."""
    said = []
    for at in range(draw(st.integers(2, 12))):
        root = draw(ORIGINS)
        kind = {"wire": "missing", "Ilan Dorr": "speaker"}.get(root, "outlet")
        said.append(
            Said(
                draw(st.sampled_from(OUTLETS)),
                draw(st.sampled_from(["P1", "P2", "P3"])),
                cluster=draw(st.sampled_from(["c1", "c2", "c3", "c4"])),
                published=draw(st.sampled_from(["2031-05-01", "2031-05-02", "2031-05-02T09:00:00Z", ""])),
                speaker="Ilan Dorr" if kind == "speaker" else "",
                origin_kind=kind,
                origin_words="Orrin Wire (not in this folder)" if kind == "missing" else "",
                statement=f"Claim number {at} of the Varn bridge",
            )
        )
    relations = st.sampled_from(["agree", "conflict", "update"])
    pairs = [(a, b, draw(relations)) for a in range(len(said)) for b in range(a) if said[a].cluster == said[b].cluster]
    newsroom = Newsroom(said, pairs)
    kinds = st.sampled_from(["", "", "near-verbatim", "shared-wire", "partial"])
    for a, b in combinations(range(len(said)), 2):
        if kind := draw(kinds):
            newsroom.copies.append((a, b, kind, draw(st.sampled_from([newsroom.path(a), newsroom.path(b), "unknown"]))))
    return newsroom


def reprinted(newsroom: Newsroom, at: int, k: int) -> Newsroom:
    """The same with k verbatim reprints of one claim, later than all: same statement, position, origin and pairs."""
    said, pairs, copies = list(newsroom.said), list(newsroom.pairs), list(newsroom.copies)
    one = said[at]
    words = one.origin_words or one.speaker or f"{one.outlet}, own reporting"
    for n in range(k):
        copy = len(said)
        said.append(replace(one, outlet=f"Reprint {n}", published="2031-06-01", origin_words=words))
        alike = [at, *range(len(newsroom.said), copy)]
        copies += [(other, copy, "near-verbatim", newsroom.path(at)) for other in alike]
        copies += [
            (a if b == at else b, copy, kind, earlier) for a, b, kind, earlier in newsroom.copies if at in (a, b)
        ]
        pairs += [(copy, a if b == at else b, relation) for a, b, relation in newsroom.pairs if at in (a, b)]
    return Newsroom(said, pairs, copies)


@given(newsrooms(), st.integers(0, 11), st.sampled_from([1, 5, 20]))
@settings(max_examples=6, deadline=None)
def test_reprints_change_no_origin_no_status_and_no_reliability(newsroom, at, k):
    at %= len(newsroom.said)
    before, after = newsroom.assess(), reprinted(newsroom, at, k).assess()
    a, b = (told.positions.set_index("position_id").sort_index() for told in (before, after))
    assert b["origins"].equals(a["origins"])
    assert b["probability"].equals(a["probability"])
    a, b = (told.clusters.set_index("cluster_id").sort_index() for told in (before, after))
    kept = ["status", "positions", "origins", "evidence", "agreement", "information_credibility"]
    assert b[kept].equals(a[kept])
    a, b = (told.sources.set_index(["kind", "source"]) for told in (before, after))
    kept = ["reliability", "low", "high", "enough_data", "corroborated", "disputed", "echoed", "single_origin"]
    assert b.loc[a.index, kept].drop("speaker", errors="ignore").equals(a[kept].drop("speaker", errors="ignore"))
    assert b.loc[a.index, kept[:4]].equals(a[kept[:4]])


@given(newsrooms(), st.randoms())
@settings(max_examples=6, deadline=None)
def test_the_order_of_every_table_changes_nothing(newsroom, random):
    from xref.reliability import assess

    tables = newsroom.tables()
    shuffled = {}
    for name, table in tables.items():
        order = list(range(len(table)))
        random.shuffle(order)
        shuffled[name] = table.iloc[order].reset_index(drop=True)
    a, b = (assess(**some, config=newsroom.config) for some in (tables, shuffled))
    assert a.positions.equals(b.positions)
    assert a.clusters.equals(b.clusters)
    assert a.sources.equals(b.sources)


def test_importing_the_estimator_loads_no_model():
    import subprocess
    import sys

    program = (
        "import sys; from xref.reliability import estimate_truth; "
        "sys.exit(bool({'torch', 'spacy', 'sentence_transformers'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", program]).returncode == 0
