"""Calendar arithmetic for times in news: words to numbers, and days, weeks, months and years to intervals."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone

WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}  # fmt: skip
MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\b\.?|Feb\b\.?|Mar\b\.?|Apr\b\.?|Jun\b\.?|Jul\b\.?|Aug\b\.?|Sept?\b\.?|Oct\b\.?|Nov\b\.?|Dec\b\.?"
)
MONTH_NUMBERS = {name[:3].lower(): number for number, name in enumerate(calendar.month_name) if name}
NUMBER_WORDS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "couple of": 2, "a couple of": 2,
}  # fmt: skip
DAY_PARTS: dict[str, tuple[time, time]] = {
    "early": (time(0, 0), time(8, 59, 59)),
    "dawn": (time(3, 0), time(7, 59, 59)),
    "morning": (time(0, 0), time(11, 59, 59)),
    "midday": (time(11, 0), time(13, 59, 59)),
    "noon": (time(12, 0), time(12, 0)),
    "midnight": (time(0, 0), time(0, 0)),
    "lunchtime": (time(11, 0), time(14, 59, 59)),
    "afternoon": (time(12, 0), time(17, 59, 59)),
    "evening": (time(17, 0), time(23, 59, 59)),
    "night": (time(18, 0), time(23, 59, 59)),
    "late": (time(18, 0), time(23, 59, 59)),
}
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 14)}
"""First and last month of a season of the northern hemisphere; 13 and 14 are of the next year."""
ZONES = {
    "gmt": 0.0, "utc": 0.0, "bst": 1.0, "cet": 1.0, "cest": 2.0, "eet": 2.0, "eest": 3.0, "msk": 3.0, "ist": 5.5,
    "est": -5.0, "edt": -4.0, "et": -5.0, "cst": -6.0, "cdt": -5.0, "mst": -7.0, "mdt": -6.0, "pst": -8.0, "pdt": -7.0,
}  # fmt: skip
"""Hours from UTC of zone abbreviations as English-language news uses them."""
_OFFSET = re.compile(r"^([+-])(\d{2}):?(\d{2})$")


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from first to last, both inclusive; with clock times also the times on these days.

    `zone_hours` is the zone that the text itself names (GMT), None for the article's own clock.
    """

    first: date
    last: date
    begin: time | None = None
    end: time | None = None
    zone_hours: float | None = None


def parse_published(published: str, utc_offset: str) -> date | None:
    """The day of publication on the article's own clock; None when `published` is empty or no ISO 8601."""
    if not published:
        return None
    try:
        if len(published) <= 10:
            return date.fromisoformat(published)
        moment = datetime.fromisoformat(published)
    except ValueError:
        return None
    zone = parse_offset(utc_offset)
    if zone is not None and moment.tzinfo is not None:
        moment = moment.astimezone(zone)
    return moment.date()


def parse_offset(utc_offset: str) -> timezone | None:
    """The zone of "+02:00"; None when empty or malformed."""
    match = _OFFSET.match(utc_offset.strip())
    if match is None:
        return UTC if utc_offset.strip() == "Z" else None
    delta = timedelta(hours=int(match[2]), minutes=int(match[3]))
    if delta >= timedelta(hours=24):
        return None
    return timezone(-delta if match[1] == "-" else delta)


def isoformat(interval: Interval, utc_offset: str) -> tuple[str, str]:
    """Both ends as ISO 8601: days, or moments in UTC where a clock time and its zone are known."""
    zone = parse_offset(utc_offset)
    if interval.zone_hours is not None:
        zone = timezone(timedelta(hours=interval.zone_hours))
    if interval.begin is None or interval.end is None or zone is None:
        return interval.first.isoformat(), interval.last.isoformat()
    ends = (datetime.combine(interval.first, interval.begin, zone), datetime.combine(interval.last, interval.end, zone))
    try:
        begin, end = (f"{end.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z" for end in ends)
    except OverflowError:
        return interval.first.isoformat(), interval.last.isoformat()
    return begin, end


def safe_date(year: int, month: int, day: int) -> date | None:
    """The day, or None when there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift_days(day: date, days: int) -> date | None:
    """`day` moved by `days`; None beyond the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def span(first: date | None, last: date | None) -> Interval | None:
    """The interval of two days in either order; None when one is missing."""
    if first is None or last is None:
        return None
    return Interval(min(first, last), max(first, last))


def nearest_weekday(published: date, weekday: int, is_future: bool, is_strict: bool = False) -> date | None:
    """The latest such weekday on or before `published`, or the next one on or after it.

    `is_strict` leaves the day of publication itself out ("last Friday", "next Friday").
    """
    if is_future:
        ahead = (weekday - published.weekday()) % 7
        return shift_days(published, 7 if ahead == 0 and is_strict else ahead)
    back = (published.weekday() - weekday) % 7
    return shift_days(published, -7 if back == 0 and is_strict else -back)


def week_interval(day: date, weeks: int = 0) -> Interval | None:
    """Monday to Sunday of the week `weeks` after that of `day`."""
    monday = shift_days(day, 7 * weeks - day.weekday())
    return span(monday, shift_days(monday, 6)) if monday else None


def add_months(year: int, month: int, months: int) -> tuple[int, int]:
    """Year and month `months` later."""
    index = year * 12 + month - 1 + months
    return index // 12, index % 12 + 1


def month_interval(year: int, month: int, months: int = 1) -> Interval | None:
    """First to last day of `months` months from that month on."""
    last_year, last_month = add_months(year, month, months - 1)
    if not (1 <= year <= 9999 and 1 <= last_year <= 9999):
        return None
    return span(date(year, month, 1), date(last_year, last_month, calendar.monthrange(last_year, last_month)[1]))


def year_interval(year: int, years: int = 1) -> Interval | None:
    """First to last day of `years` years from `year` on."""
    return span(safe_date(year, 1, 1), safe_date(year + years - 1, 12, 31))


def season_interval(name: str, year: int) -> Interval | None:
    """The season that begins in `year`."""
    first, last = SEASONS[name]
    return month_interval(year, first, last - first + 1)


def narrowed(interval: Interval, part: str) -> Interval:
    """ "early", "mid" or "late" thirds of an interval of weeks, months or years."""
    third = (interval.last - interval.first).days // 3
    if part.startswith(("early", "begin", "start")):
        return Interval(interval.first, interval.first + timedelta(days=third))
    if part.startswith(("late", "end")):
        return Interval(interval.last - timedelta(days=third), interval.last)
    if part.startswith(("mid", "middle")):
        return Interval(interval.first + timedelta(days=third), interval.last - timedelta(days=third))
    return interval
