"""The closing words of a run: six lines, and what `--fail-on` asks about."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from xref.tables import Result

_NO_LOSS = ("hidden", "xref-run")
"""Reasons of skipping that lose no article: `--fail-on skipped` passes them over."""
STATUSES = ("disputed", "updated", "corroborated", "echoed", "single-origin")


def summary_lines(result: Result, out: Path) -> list[str]:
    """Six lines: articles, claims, clusters, origins, findings, and where the report is."""
    outlets = _count(result.claims["outlet"].nunique(), "outlet")
    page = out / "report.html"
    return [
        f"articles  {len(result.articles)} read, {len(result.skipped)} skipped{_parts(result.skipped['reason'])}",
        f"claims    {len(result.claims)} from {outlets}; {_count(len(result.dropped), 'sentence')} dropped",
        f"clusters  {len(result.clusters)}{_parts(result.clusters['status'], STATUSES)}",
        f"origins   {result.origins['origin_id'].nunique()} independent behind {_count(len(result.claims), 'claim')}",
        f"findings  {len(result.findings)}{_parts(result.findings['kind'])}",
        f"report    {page if page.is_file() else out}",
    ]


def failures(result: Result, fail_on: Sequence[str]) -> list[str]:
    """The conditions of `--fail-on` that the run meets, each with its number."""
    counts = {
        **{status: int((result.clusters["status"] == status).sum()) for status in STATUSES},
        "finding": len(result.findings),
        "skipped": int((~result.skipped["reason"].isin(_NO_LOSS)).sum()),
    }
    return [f"{counts[name]} {name}" for name in dict.fromkeys(fail_on) if counts[name]]


def _parts(column: pd.Series[str], order: Sequence[str] = ()) -> str:
    """The values of a column with their numbers: `: 3 disputed, 40 single-origin`; "" for none."""
    counts = column.value_counts()
    names = [name for name in order if name in counts.index] or sorted(
        counts.index, key=lambda name: (-counts[name], name)
    )
    return ": " + ", ".join(f"{counts[name]} {name}" for name in names) if names else ""


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
