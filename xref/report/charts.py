"""Coordinates of the small drawings: when a claim spread, and how sure a source's standing is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from xref.report.index import Index, Record
from xref.report.views import Dot, Interval, Lane, Timeline
from xref.report.wording import clipped, day, shown

_WIDTH = 460
_LEFT = 28.0
_RIGHT = 14.0
_LANE = 30
_FIRST_LANE = 24.0
_MOST_LANES = 6
_CHARACTER = 7.0
_LABEL_CHARACTERS = 24
_INTERVAL_WIDTH = 120
_INTERVAL_MARGIN = 5


@dataclass(frozen=True, slots=True)
class _Report:
    """The first report of one outlet."""

    when: datetime
    outlet: str
    date: str


class _Scale:
    """Time to drawing units."""

    def __init__(self, first: datetime, last: datetime) -> None:
        self._first = first
        self._span = (last - first).total_seconds()

    def x(self, when: datetime) -> float:
        share = (when - self._first).total_seconds() / self._span
        return round(_LEFT + 6 + share * (_WIDTH - _LEFT - _RIGHT - 12), 1)


def timeline(positions: Sequence[Record], letters: dict[str, str], index: Index) -> Timeline | None:
    """First report of every outlet, a lane a position; None below two reports or without two different dates."""
    found = [(letters[p.position_id], _first_reports(index.position_claims.get(p.position_id, []))) for p in positions]
    reports = [(mark, some) for mark, some in found if some][:_MOST_LANES]
    everything = [report for _, some in reports for report in some]
    times = sorted(report.when for report in everything)
    if not times or times[0] == times[-1]:
        return None
    if len(positions) == 1:
        reports = [("", reports[0][1])]
    scale = _Scale(times[0], times[-1])
    axis_y = _FIRST_LANE + _LANE * (len(reports) - 1) + 14
    start, end = _ends(everything)
    dots = tuple(dot for at, (mark, some) in enumerate(reports) for dot in _dots(some, mark, _lane_y(at), scale))
    return Timeline(
        width=_WIDTH,
        height=int(axis_y) + 20,
        left=_LEFT,
        right=_WIDTH - _RIGHT,
        axis_y=axis_y,
        label_y=axis_y + 14,
        start=start,
        end=end,
        lanes=tuple(
            Lane(_lane_y(at), mark, scale.x(some[0].when), scale.x(some[-1].when))
            for at, (mark, some) in enumerate(reports)
        ),
        dots=dots,
        description="First reports. " + "; ".join(dot.title for dot in dots),
    )


def interval(source: Record) -> Interval | None:
    """Dot and 90 % interval; None when there is not enough data to say anything."""
    if not source.enough_data:
        return None
    scale = _INTERVAL_WIDTH - 2 * _INTERVAL_MARGIN
    low, high, dot = (round(_INTERVAL_MARGIN + scale * v, 1) for v in (source.low, source.high, source.reliability))
    return Interval(
        width=_INTERVAL_WIDTH,
        from_x=_INTERVAL_MARGIN,
        to_x=_INTERVAL_WIDTH - _INTERVAL_MARGIN,
        low_x=low,
        high_x=high,
        dot_x=dot,
        text=f"{source.low:.2f} to {source.high:.2f}",
    )


def _lane_y(at: int) -> float:
    return _FIRST_LANE + _LANE * at


def _dots(reports: Sequence[_Report], mark: str, y: float, scale: _Scale) -> list[Dot]:
    """Dots of a lane, each with the outlet's name above it where there is room for one."""
    dots: list[Dot] = []
    free_from = 0.0
    for report in reports:
        x = scale.x(report.when)
        name = clipped(report.outlet, _LABEL_CHARACTERS)
        width = _CHARACTER * len(name)
        anchor = "start" if x < _WIDTH / 3 else "middle" if x < 2 * _WIDTH / 3 else "end"
        from_x = x - width * {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor]
        label = name if from_x >= free_from else ""
        if label:
            free_from = from_x + width + 8
        title = f"{mark}: {report.outlet}, {report.date}" if mark else f"{report.outlet}, {report.date}"
        dots.append(Dot(x, y, title, label, y - 10, anchor))
    return dots


def _first_reports(claims: Sequence[Record]) -> list[_Report]:
    seen: dict[str, _Report] = {}
    for claim in claims:
        when = _time(claim.published)
        if when and claim.outlet not in seen:
            seen[claim.outlet] = _Report(when, shown(claim.outlet), day(claim.published))
    return sorted(seen.values(), key=lambda report: (report.when, report.outlet))


def _time(published: str) -> datetime | None:
    try:
        when = datetime.fromisoformat(published)
    except ValueError:
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def _ends(reports: Sequence[_Report]) -> tuple[str, str]:
    """The two ends of the axis: days, or times as stated where it spans less than three days."""
    first, last = min(reports, key=lambda r: r.when), max(reports, key=lambda r: r.when)
    if (last.when - first.when).days < 3:
        return first.date, last.date
    return day(first.when.date().isoformat()), day(last.when.date().isoformat())
