"""What expressions of time mean, against the day of publication."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from xref.claims.dates_calendar import (
    MONTH_NUMBERS,
    NUMBER_WORDS,
    SEASONS,
    WEEKDAYS,
    Interval,
    add_months,
    month_interval,
    narrowed,
    nearest_weekday,
    safe_date,
    season_interval,
    shift_days,
    span,
    week_interval,
    year_interval,
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """What relative expressions count from: the day of publication, and whether the clause speaks of the future."""

    published: date | None
    is_future: bool


Meaning = Callable[[re.Match[str], Anchor], Interval | None]


def _number(text: str) -> int | None:
    lowered = text.lower()
    return int(lowered) if lowered.isdigit() else NUMBER_WORDS.get(lowered)


def _month_number(name: str) -> int:
    return MONTH_NUMBERS[name[:3].lower()]


def _year_for(month: int, day: int, anchor: Anchor) -> int | None:
    """The year of a date without one: the latest not after publication, or the next when the future is meant."""
    if anchor.published is None:
        return None
    year = anchor.published.year
    for candidate in (year, year + 1, year + 2, year + 3, year + 4) if anchor.is_future else range(year, year - 5, -1):
        found = safe_date(candidate, month, day)
        if found is not None and (found >= anchor.published if anchor.is_future else found <= anchor.published):
            return candidate
    return None


def calendar_day_meaning(match: re.Match[str], anchor: Anchor) -> Interval | None:
    """A day of a month, with or without year."""
    groups = match.groupdict()
    month, day = _month_number(groups["month"]), int(groups["day"])
    year = int(groups["year"]) if groups["year"] else _year_for(month, day, anchor)
    if year is None:
        return None
    first = safe_date(year, month, day)
    return span(first, safe_date(year, month, int(groups["day2"])) if groups["day2"] else first)


def iso_day_meaning(match: re.Match[str], anchor: Anchor) -> Interval | None:
    """A day as 2024-12-08."""
    day = safe_date(int(match[1]), int(match[2]), int(match[3]))
    return span(day, day)


def slashed_meaning(match: re.Match[str], anchor: Anchor) -> Interval | None:
    """08/12/2024 is read only when one number can't be a month or both are the same."""
    a, b, year = int(match[1]), int(match[2]), int(match[3])
    if a <= 12 and b <= 12 and a != b:
        return None
    day = safe_date(year, b, a) if b <= 12 else safe_date(year, a, b)
    return span(day, day)


def weekday_meaning(match: re.Match[str], anchor: Anchor) -> Interval | None:
    """A day of the week, before or after publication as the words and the verb say."""
    if anchor.published is None:
        return None
    before, after = (match["before"] or "").lower().strip(), (match["week"] or "").lower()
    weekday = WEEKDAYS[match["weekday"].lower()]
    if after:
        week = week_interval(anchor.published, -1 if "last" in after else 1 if "next" in after else 0)
        day = shift_days(week.first, weekday) if week else None
    elif "next" in before or "coming" in before:
        day = nearest_weekday(anchor.published, weekday, is_future=True, is_strict=True)
    elif "last" in before or "past" in before or "previous" in before:
        day = nearest_weekday(anchor.published, weekday, is_future=False, is_strict=True)
    else:
        day = nearest_weekday(anchor.published, weekday, anchor.is_future)
    return span(day, day)


_NAMED_DAYS = {
    "today": 0, "tonight": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "yesterday": -1,
    "last night": -1,
    "last evening": -1, "the day before yesterday": -2, "tomorrow": 1, "the day after tomorrow": 2,
}  # fmt: skip


def named_day_meaning(match: re.Match[str], anchor: Anchor) -> Interval | None:
    """Yesterday, today, last night and the like."""
    if anchor.published is None:
        return None
    words = " ".join(match["name"].lower().split())
    if words == "overnight":
        return span(shift_days(anchor.published, -1), anchor.published)
    day = shift_days(anchor.published, _NAMED_DAYS[words])
    return span(day, day)


def ago_meaning(match: re.Match[str], anchor: Anchor) -> Interval | None:
    """The coarser the unit, the wider the answer: "two months ago" is a month, "three years ago" a year."""
    count, published = _number(match["n"]), anchor.published
    if count is None or published is None:
        return None
    if match["way"].lower() not in ("ago", "from now"):
        return None  # "two days later" counts from something else
    sign = 1 if match["way"].lower() == "from now" else -1
    unit = match["unit"].lower()
    if unit in ("second", "minute", "hour"):
        hours = count if unit == "hour" else 0
        return span(shift_days(published, sign * -(-hours // 24)), published)
    if unit == "day":
        day = shift_days(published, sign * count)
        return span(day, day)
    if unit == "week":
        day = shift_days(published, sign * 7 * count)
        return span(shift_days(day, -3), shift_days(day, 3)) if day else None
    if unit == "month":
        return month_interval(*add_months(published.year, published.month, sign * count))
    years = count * (10 if unit == "decade" else 1)
    return year_interval(published.year + sign * years)


def rolling_meaning(match: re.Match[str], anchor: Anchor) -> Interval | None:
    """ "the past 48 hours", "the next three weeks": counted from the day of publication."""
    published = anchor.published
    count = _number(match["n"]) if match["n"] else 1
    if published is None or count is None:
        return None
    sign = 1 if match["way"].lower() in ("next", "coming", "following") else -1
    unit = match["unit"].lower().removesuffix("s")
    if unit in ("second", "minute", "hour"):
        return span(shift_days(published, sign * (-(-count // 24) if unit == "hour" else 0)), published)
    if unit in ("day", "week"):
        return span(shift_days(published, sign * count * (7 if unit == "week" else 1)), published)
    months = sign * count * {"month": 1, "year": 12, "decade": 120}[unit]
    year, month = add_months(published.year, published.month, months)
    if not 1 <= year <= 9999:
        return None
    return span(
        next((d for d in (safe_date(year, month, published.day - back) for back in range(4)) if d), None), published
    )


def named_period_meaning(match: re.Match[str], anchor: Anchor) -> Interval | None:
    """Last week, this month, next year, each from its first to its last day."""
    published = anchor.published
    if published is None:
        return None
    step = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1, "the": 0}[match["which"].lower()]
    unit, part = match["unit"].lower(), (match["part"] or "").lower()
    found = _period(unit, step, published)
    if found is not None and part.startswith("earlier"):
        return span(found.first, min(found.last, published))
    if found is not None and part.startswith("later"):
        return span(max(found.first, published), found.last)
    return narrowed(found, part.removeprefix("the ")) if found else None


def _period(unit: str, step: int, published: date) -> Interval | None:
    if unit == "week":
        return week_interval(published, step)
    if unit == "weekend":
        week = week_interval(
            published,
            step
            if step > 0 or published.weekday() >= 5
            else step
            if step == 0 and published.weekday() >= 4
            else min(step, -1),
        )
        return span(shift_days(week.first, 5), week.last) if week else None
    if unit == "month":
        return month_interval(*add_months(published.year, published.month, step))
    if unit in SEASONS:
        return _season_near(unit, step, published)
    if unit == "decade":
        return year_interval(published.year - published.year % 10 + 10 * step, 10)
    return year_interval(published.year + step)


def _season_near(name: str, step: int, published: date) -> Interval | None:
    """ "last summer" is the latest that is over, "this summer" that of the year, "next summer" the next to begin."""
    seasons = [s for year in range(published.year - 2, published.year + 3) if (s := season_interval(name, year))]
    if step < 0:
        over = [s for s in seasons if s.last < published]
        return over[-1] if over else None
    if step > 0:
        return next((s for s in seasons if s.first > published), None)
    return next((s for s in seasons if s.last >= published), None)


def month_meaning(match: re.Match[str], anchor: Anchor) -> Interval | None:
    """A month, of a year that is named or the nearest one."""
    month, part = _month_number(match["month"]), (match["part"] or "").lower().removeprefix("the ")
    year = int(match["year"]) if match["year"] else _year_of_month(match, month, anchor)
    found = month_interval(year, month) if year else None
    return narrowed(found, part) if found else None


def _year_of_month(match: re.Match[str], month: int, anchor: Anchor) -> int | None:
    published = anchor.published
    if published is None:
        return None
    relative = (match["relative"] or "").lower()
    if relative:
        return published.year + (-1 if "last" in relative else 1 if "next" in relative else 0)
    before = (match["before"] or "").lower()
    if "this" in before:
        return published.year
    if "next" in before or (anchor.is_future and "last" not in before):
        return published.year + (month < published.month or ("next" in before and month == published.month))
    return published.year - (month > published.month or ("last" in before and month == published.month))


def year_meaning(match: re.Match[str], anchor: Anchor) -> Interval | None:
    """A year or a part of it."""
    found = year_interval(int(match["year"]))
    return narrowed(found, (match["part"] or "").lower().removeprefix("the ")) if found else None


def years_meaning(match: re.Match[str], anchor: Anchor) -> Interval | None:
    """Years from first to last: 2011-2016."""
    first, last = match["year"], match["year2"]
    last = last if len(last) == 4 else first[:2] + last
    return span(safe_date(int(first), 1, 1), safe_date(int(last), 12, 31))


def decade_meaning(match: re.Match[str], anchor: Anchor) -> Interval | None:
    """The 1990s."""
    found = year_interval(int(match["year"]), 10)
    return narrowed(found, (match["part"] or "").lower().removeprefix("the ")) if found else None


def season_of_meaning(match: re.Match[str], anchor: Anchor) -> Interval | None:
    """A season of a year that is named."""
    return season_interval(match["season"].lower(), int(match["year"]))


def quarter_meaning(match: re.Match[str], anchor: Anchor) -> Interval | None:
    """A quarter of a year that is named."""
    words = match["which"].lower()
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}.get(words) or int(words[-1])
    return month_interval(int(match["year"]), 3 * number - 2, 3)


def feast_meaning(match: re.Match[str], anchor: Anchor) -> Interval | None:
    """Christmas and New Year."""
    name = match["feast"].lower()
    month, day = (
        (12, 24)
        if "christmas eve" in name
        else (12, 25)
        if "christmas" in name
        else (12, 31)
        if "eve" in name
        else (1, 1)
    )
    year = int(match["year"]) if match["year"] else _year_for(month, day, anchor)
    found = safe_date(year, month, day) if year else None
    return span(found, found)
