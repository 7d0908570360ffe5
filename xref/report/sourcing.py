"""Sources, copies, citations, findings and skipped files as the page shows them."""

from __future__ import annotations

import math
from collections import defaultdict

import pandas as pd

from xref.report.charts import interval
from xref.report.index import Record, rows
from xref.report.views import Bounded, Citation, Copy, Finding, Row, Source, SourceTable
from xref.report.wording import clipped, duration, listed, percent, plural, shown
from xref.tables import Result

ROWS_SHOWN = 100
SOURCES_UNFOLDED = 20

_FINDINGS = {
    "circular-citation": "Circular citation",
    "misquotation": "Misquotation",
    "self-contradiction": "Contradicts itself",
    "missing-origin": "Origin not in this folder",
}
_COPIES = {"near-verbatim": "near verbatim", "shared-wire": "shared agency text", "partial": "parts reused"}


def source_tables(sources: pd.DataFrame) -> tuple[SourceTable, ...]:
    """Outlets by name, then speakers by how much they are quoted."""
    outlets = sorted(rows(sources[sources["kind"] == "outlet"]), key=lambda row: (-row.claims, row.source))
    speakers = sorted(rows(sources[sources["kind"] == "speaker"]), key=lambda row: (-row.claims, row.source))
    return (_table("outlet", "Outlets", outlets), _table("speaker", "Speakers", speakers))


def findings(result: Result) -> Bounded:
    """Findings, the gravest kind first."""
    order = list(_FINDINGS)
    found = sorted(rows(result.findings), key=lambda row: (order.index(row.kind), row.subject, row.detail))
    views = [_finding(row) for row in found[:ROWS_SHOWN]]
    return Bounded(tuple(views), _rest(len(found), "findings.csv"))


def copies(result: Result, tables: dict[str, pd.DataFrame]) -> Bounded:
    """Pairs of articles that share text, the closest first."""
    outlet_of = dict(zip(result.articles["path"], result.articles["outlet"], strict=True))
    found = sorted(rows(tables["copies"]), key=lambda row: (-_share(row), row.path_a, row.path_b))
    views = [_copy(row, outlet_of) for row in found[:ROWS_SHOWN]]
    return Bounded(tuple(views), _rest(len(found), "copies.csv"))


def citations(tables: dict[str, pd.DataFrame]) -> Bounded:
    """Outlets, agencies, documents and posts that articles credit, the most cited first; speakers are left out."""
    by_cited: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for row in rows(tables["citations"]):
        if row.kind != "speaker":
            by_cited[(row.cited, row.kind)].append(row)
    ordered = sorted(by_cited.items(), key=lambda item: (-len({row.outlet for row in item[1]}), -len(item[1]), item[0]))
    views = [_citation(cited, kind, credits) for (cited, kind), credits in ordered[:ROWS_SHOWN]]
    return Bounded(tuple(views), _rest(len(ordered), "citations.csv"))


def skipped(tables: dict[str, pd.DataFrame]) -> Bounded:
    """Files that were not read, with their reasons."""
    found = list(rows(tables["skipped"]))
    views = [Row(shown(row.path), clipped(shown(f"{row.reason}: {row.detail}"), 300)) for row in found[:ROWS_SHOWN]]
    return Bounded(tuple(views), _rest(len(found), "skipped.csv"))


def _finding(row: Record) -> Finding:
    """The finding; its subject only where the sentence does not name it."""
    subject, detail = shown(row.subject), shown(row.detail)
    return Finding(_FINDINGS[row.kind], "" if subject in detail else subject, clipped(detail, 400))


def _table(kind: str, title: str, found: list[Record]) -> SourceTable:
    views = tuple(_source(row) for row in found[:ROWS_SHOWN])
    return SourceTable(
        kind=kind,
        title=title,
        rows=views[:SOURCES_UNFOLDED],
        folded=views[SOURCES_UNFOLDED:],
        has_figures=any(view.interval for view in views),
        left_out=_rest(len(found), "sources.csv"),
    )


def _source(row: Record) -> Source:
    return Source(
        name=shown(row.source),
        letter=row.source_reliability,
        articles=_count(row.articles),
        claims=_count(row.claims),
        corroborated=_count(row.corroborated),
        disputed=_count(row.disputed),
        echoed=_count(row.echoed),
        single_origin=_count(row.single_origin),
        first_reports=_count(row.first_reports),
        lead="" if math.isnan(row.median_lead_hours) else duration(row.median_lead_hours),
        copied=percent(row.copied_share),
        anonymous=percent(row.anonymous_share),
        interval=interval(row),
    )


def _count(number: int) -> str:
    return f"{number:,}" if number else "–"


def _share(row: Record) -> float:
    return float(max(row.containment_a_in_b, row.containment_b_in_a))


def _copy(row: Record, outlet_of: dict[str, str]) -> Copy:
    first, second = (row.path_b, row.path_a) if row.earlier == row.path_b else (row.path_a, row.path_b)
    labels = [f"{shown(outlet_of.get(path, ''))} ({shown(path)})" for path in (first, second)]
    return Copy(
        first=labels[0],
        second=labels[1],
        kind=_COPIES[row.kind] + ("" if row.earlier in (row.path_a, row.path_b) else "; which came first is unknown"),
        share=f"{_share(row):.0%}".replace("%", " %"),
        wire=shown(row.wire),
        evidence=clipped(shown(row.evidence), 200),
    )


def _citation(cited: str, kind: str, credits: list[Record]) -> Citation:
    outlets = list(dict.fromkeys(shown(row.outlet) for row in credits))
    return Citation(
        cited=shown(cited),
        kind=kind,
        here="in this folder" if any(row.in_corpus for row in credits) else "not in this folder",
        by=f"{listed(outlets, 5)} ({plural(len(credits), 'time')})",
        quote=clipped(shown(next((row.quote for row in credits if row.quote), "")), 160),
    )


def _rest(number: int, file: str) -> str:
    return f"{plural(number - ROWS_SHOWN, 'more row')} in {file}." if number > ROWS_SHOWN else ""
