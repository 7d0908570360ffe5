"""Coordinates of the small drawings: when a claim spread, and how sure a source's standing is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from xref.report.index import Index, Record
from xref.report.views import Dot, Interval, Lane, Timeline
from xref.report.wording import day, shown

_WIDTH = 560
_LEFT = 28.0
_RIGHT = 14.0
_LANE = 18
_MOST_LANES = 6
_INTERVAL_WIDTH = 120


def timeline(positions: Sequence[Record], letters: dict[str, str], index: Index) -> Timeline | None:
    """First report of every outlet, a lane a position; None below two reports or without two different dates."""
    lanes = [(letters[p.position_id], _first_reports(index.position_claims.get(p.position_id, []))) for p in positions]
    lanes = [(mark, reports) for mark, reports in lanes if reports][:_MOST_LANES]
    times = sorted(when for _, reports in lanes for when, _ in reports)
    if len(times) < 2 or times[0] == times[-1]:
        return None
    axis_y = _LANE * len(lanes) + 6.0
    scale = _Scale(times[0], times[-1])
    dots = tuple(
        Dot(scale.x(when), _lane_y(at), mark, f"{mark}: {claim_label}")
        for at, (mark, reports) in enumerate(lanes)
        for when, claim_label in reports
    )
    return Timeline(
        width=_WIDTH,
        height=int(axis_y) + 20,
        left=_LEFT,
        right=_WIDTH - _RIGHT,
        axis_y=axis_y,
        label_y=axis_y + 14,
        start=day(_text(times[0])),
        end=day(_text(times[-1])),
        lanes=tuple(_lane(at, mark, reports, scale) for at, (mark, reports) in enumerate(lanes)),
        dots=dots,
        description="First reports. " + "; ".join(dot.title for dot in dots),
    )


def interval(source: Record) -> Interval | None:
    """Dot and 90 % interval; None when there is not enough data to say anything."""
    if not source.enough_data:
        return None
    scale = _INTERVAL_WIDTH - 8
    text = f"{source.reliability:.2f} (90 % interval {source.low:.2f} to {source.high:.2f})"
    at = [round(4 + scale * value, 1) for value in (source.low, source.high, source.reliability)]
    return Interval(_INTERVAL_WIDTH, at[0], at[1], at[2], text)


class _Scale:
    def __init__(self, first: datetime, last: datetime) -> None:
        self._first = first
        self._span = (last - first).total_seconds()

    def x(self, when: datetime) -> float:
        share = (when - self._first).total_seconds() / self._span
        return round(_LEFT + 6 + share * (_WIDTH - _LEFT - _RIGHT - 12), 1)


def _lane_y(at: int) -> float:
    return _LANE * at + 11.0


def _lane(at: int, mark: str, reports: list[tuple[datetime, str]], scale: _Scale) -> Lane:
    return Lane(_lane_y(at), mark, scale.x(reports[0][0]), scale.x(reports[-1][0]))


def _first_reports(claims: Sequence[Record]) -> list[tuple[datetime, str]]:
    seen: dict[str, tuple[datetime, str]] = {}
    for claim in claims:
        when = _time(claim.published)
        if when and claim.outlet not in seen:
            seen[claim.outlet] = (when, f"{shown(claim.outlet)}, {day(claim.published)}")
    return sorted(seen.values())


def _time(published: str) -> datetime | None:
    try:
        when = datetime.fromisoformat(published)
    except ValueError:
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def _text(when: datetime) -> str:
    return when.date().isoformat()
