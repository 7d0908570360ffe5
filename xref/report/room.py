"""Which clusters have room on the page: it stays readable however large the run, and says what it leaves out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from xref.config import ReportConfig
from xref.report.clusters import most_reprints
from xref.report.index import Index, Record, rows
from xref.report.public import STATUSES


@dataclass(frozen=True)
class Shown:
    """The clusters of one status, those with most behind them first, and how many of them the page shows."""

    all: tuple[Record, ...]
    places: int

    @property
    def kept(self) -> tuple[Record, ...]:
        """The clusters that the page shows."""
        return self.all[: self.places]

    @property
    def left_out(self) -> int:
        """How many it does not show."""
        return max(0, len(self.all) - self.places)


def shown_clusters(clusters: pd.DataFrame, config: ReportConfig, index: Index) -> dict[str, Shown]:
    """The clusters by status, in the order of the page; of those from a single origin the most reprinted first."""
    by_status: dict[str, list[Record]] = {status: [] for status in STATUSES}
    for row in rows(clusters):
        by_status[row.status].append(row)
    by_status["single-origin"].sort(key=lambda row: -most_reprints(row, index))
    in_full = {status: len(found) for status, found in by_status.items() if status != "single-origin"}
    places = {**places_of(in_full, config.max_clusters), "single-origin": config.max_lines}
    return {status: Shown(tuple(found), places[status]) for status, found in by_status.items()}


def places_of(counts: Mapping[str, int], most: int) -> dict[str, int]:
    """Places by status: the first status as many as it needs, the others an equal part of what is left, as none
    should crowd out another."""
    first, *others = counts
    places = {first: min(counts[first], most)}
    places |= dict.fromkeys(others, 0)
    left = most - places[first]
    waiting = [status for status in others if counts[status]]
    while left and waiting:
        part = max(1, left // len(waiting))
        for status in waiting:
            taken = min(part, counts[status] - places[status], left)
            places[status] += taken
            left -= taken
        waiting = [status for status in waiting if places[status] < counts[status]]
    return places
