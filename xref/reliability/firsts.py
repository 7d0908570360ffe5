"""Who was first, where the dates tell: a bare day is an interval, and overlapping intervals tell nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class First:
    """The first outlet ("" when dates don't tell), the earliest date, and the lead in hours (None when unknown)."""

    outlet: str
    published: str
    lead_hours: float | None


@lru_cache(maxsize=65536)
def span(published: str) -> tuple[datetime, datetime] | None:
    """Earliest and latest moment of an ISO 8601 date or time; None when there is none."""
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return (moment, moment) if "T" in published else (moment, moment + timedelta(days=1))


def first_of(reports: Iterable[tuple[str, str]]) -> First:
    """The first of some reports, given as (outlet, published).

    The first outlet is told only when its earliest report certainly precedes every report of the others; an undated
    report of another outlet leaves it open. The lead is the time to the next outlet when both carry clock times.
    """
    earliest: dict[str, tuple[datetime, datetime, str]] = {}
    undated: set[str] = set()
    for outlet, published in reports:
        when = span(published)
        if when is None:
            undated.add(outlet)
        elif outlet not in earliest or (*when, published) < earliest[outlet]:
            earliest[outlet] = (*when, published)
    if not earliest:
        return First("", "", None)
    ordered = sorted((*when, outlet) for outlet, when in earliest.items())
    outlet, published = ordered[0][3], ordered[0][2]
    if undated - {outlet} or (
        len(ordered) > 1 and ordered[1][0] <= ordered[0][1] and ordered[1][0] < ordered[0][1] + timedelta(seconds=1)
    ):
        return First("", published, None)
    return First(outlet, published, _lead(ordered))


def _lead(ordered: list[tuple[datetime, datetime, str, str]]) -> float | None:
    if len(ordered) < 2 or any(low != high for low, high, *_ in ordered[:2]):
        return None
    return (ordered[1][0] - ordered[0][0]).total_seconds() / 3600
