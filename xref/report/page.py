"""The report as one HTML page: first what it shows, then its rendering."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import Any

import jinja2
import pandas as pd
from markupsafe import Markup

from xref.config import ReportConfig
from xref.report import overview, sourcing
from xref.report.clusters import cluster_view, line_view
from xref.report.index import Index, build_index
from xref.report.room import Shown, shown_clusters
from xref.report.views import Group, Page, Row
from xref.report.wording import STATUS_LABELS, plural, shown
from xref.tables import Result

FILE_NAME = "report.html"
LINES_UNFOLDED = 50
CLUSTERS_UNFOLDED = 10
WARNINGS_SHOWN = 50
_TEMPLATES = Path(__file__).parent / "templates"

_EXPLANATIONS = {
    "disputed": "Reports give answers that can't all hold. Read these first.",
    "corroborated": "Two or more independent origins give the same answer, and nobody contradicts it.",
    "updated": "A later report replaces an earlier one: a rising toll, a correction, a confirmation.",
    "echoed": "One origin, told in several texts. This looks like corroboration and is repetition.",
    "single-origin": (
        "One origin, told in one text; reprints of that text are listed, first of all, and add nothing (the words "
        "they share stand under Copies and credits). That says nothing against it: look for a second origin that "
        "was there or holds the record. Where an origin is not in this folder, trace it first."
    ),
}


def write_page(result: Result, tables: dict[str, pd.DataFrame], config: ReportConfig, folder: Path) -> list[str]:
    """Writes `report.html`; returns its name."""
    text = render(page_view(result, tables, config))
    (folder / FILE_NAME).write_text(text, encoding="utf-8", errors="replace", newline="\n")
    return [FILE_NAME]


def page_view(result: Result, tables: dict[str, pd.DataFrame], config: ReportConfig) -> Page:
    """Everything the page shows, in plain values."""
    index = build_index(result, tables)
    by_status = shown_clusters(tables["clusters"], config, index)
    info = result.info
    return Page(
        title=shown(config.title or str(info.get("folder", ""))) or "Report",
        lede=overview.lede(tables),
        headlines=overview.headlines(by_status, index),
        figures=overview.figures(result, tables),
        adds_up=overview.adds_up(result, tables),
        questions=len(tables["clusters"]),
        groups=tuple(_group(status, found, index) for status, found in by_status.items() if found.all),
        clusters_unfolded=CLUSTERS_UNFOLDED,
        outlets=tuple(sorted({shown(outlet) for outlet in result.articles["outlet"]}, key=str.casefold)),
        sources=sourcing.source_tables(tables["sources"]),
        findings=sourcing.findings(result),
        copies=sourcing.copies(result, tables),
        citations=sourcing.citations(tables),
        skipped=sourcing.skipped(tables),
        skipped_reasons=overview.skipped_reasons(result),
        warnings=_warnings(info.get("warnings", [])),
        versions=_rows(info.get("versions", {})),
        models=_rows(info.get("models", {})),
        settings=_settings(info.get("config", {})),
    )


def render(page: Page) -> str:
    """The page as HTML; article text is escaped, style and script are ours and allowed by their digests."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style, script = (_own_file(name) for name in ("report.css", "report.js"))
    own = {"style": Markup(style), "script": Markup(script)}  # noqa: S704 - our own files, no foreign text in them
    return environment.get_template("report.html").render(page=page, policy=_policy(style, script), **own)


def _own_file(name: str) -> str:
    return "\n" + (_TEMPLATES / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """Content security policy: nothing is loaded, nothing runs but our own style and script."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _group(status: str, found: Shown, index: Index) -> Group:
    compact = status == "single-origin"
    lines = tuple(line_view(row, index) for row in found.kept) if compact else ()
    setting = "max_lines" if compact else "max_clusters"
    left_out = (
        f"{plural(found.left_out, 'more question')} in clusters.csv; [report] {setting} sets how many stand here."
    )
    return Group(
        status=status,
        anchor=status,
        title=STATUS_LABELS[status],
        explanation=_EXPLANATIONS[status],
        count=f"{len(found.all):,}",
        clusters=() if compact else tuple(cluster_view(row, index) for row in found.kept),
        lines=lines,
        unfolded=len(lines) <= LINES_UNFOLDED,
        has_steps=any(line.next_step for line in lines),
        left_out=left_out if found.left_out else "",
    )


def _warnings(told: list[str]) -> tuple[str, ...]:
    more = len(told) - WARNINGS_SHOWN
    rest = [f"{plural(more, 'more warning')} in run.json."] if more > 0 else []
    return tuple(shown(str(warning)) for warning in [*told[:WARNINGS_SHOWN], *rest])


def _rows(values: dict[str, Any]) -> tuple[Row, ...]:
    return tuple(Row(shown(str(name)), shown(str(value)) or "not installed") for name, value in sorted(values.items()))


def _settings(config: dict[str, Any]) -> tuple[Row, ...]:
    settings = []
    for section, content in config.items():
        if isinstance(content, dict):
            settings += [Row(f"{section}.{key}", shown(str(value)) or "–") for key, value in content.items()]
    return tuple(settings)
