"""The expressions of time that news uses, each as a pattern with what it means."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from xref.claims.dates_calendar import (
    MONTH_NUMBERS,
    MONTHS,
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


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, the kind of expression it finds ("day", "week", "month", "year", "period") and its meaning."""

    kind: str
    pattern: re.Pattern[str]
    meaning: Meaning


_DAY_NAMES = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_SHORT_DAYS = r"(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?"
_LEAD = rf"(?:(?:{_DAY_NAMES}|{_SHORT_DAYS}),? (?:the )?)?"
_D = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:1[5-9]|20)\d\d"
_NOT_COUNTING = (
    r"(?!\d|[,.]\d|:\d|\s+(?:people|dead|killed|wounded|injured|percent|per cent|million|[a-z]+s (?:were|was|died)))"
)
_N = rf"(?:\d{{1,4}}|{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))}|several|few|a few|many)"
_UNIT = r"(?:second|minute|hour|day|week|month|year|decade)"
_PART = r"(?:(?i:early|late|mid|middle|the (?:start|beginning|end|middle) of|the (?:early|late) days of)[ -](?:in )?)?"
_NOT_NAME_BEFORE = (
    r"(?<!Black )(?<!Good )(?<!Palm )(?<!Bloody )(?<!Easter )(?<!Super )(?<!Ash )(?<!Holy )(?<!Cyber )(?<!Sheffield )"
)
_NOT_NAME_AFTER = (
    r"(?! (?:Times|Mirror|Telegraph|Express|Post|Herald|Mail|Night Live|Business Post|World|Sun|Review)\b)"
)


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


def _calendar_day(match: re.Match[str], anchor: Anchor) -> Interval | None:
    groups = match.groupdict()
    month, day = _month_number(groups["month"]), int(groups["day"])
    year = int(groups["year"]) if groups["year"] else _year_for(month, day, anchor)
    if year is None:
        return None
    first = safe_date(year, month, day)
    return span(first, safe_date(year, month, int(groups["day2"])) if groups["day2"] else first)


def _iso_day(match: re.Match[str], anchor: Anchor) -> Interval | None:
    day = safe_date(int(match[1]), int(match[2]), int(match[3]))
    return span(day, day)


def _slashed(match: re.Match[str], anchor: Anchor) -> Interval | None:
    """08/12/2024 is read only when one number can't be a month or both are the same."""
    a, b, year = int(match[1]), int(match[2]), int(match[3])
    if a <= 12 and b <= 12 and a != b:
        return None
    day = safe_date(year, b, a) if b <= 12 else safe_date(year, a, b)
    return span(day, day)


def _weekday(match: re.Match[str], anchor: Anchor) -> Interval | None:
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
    "today": 0, "tonight": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "yesterday": -1, "last night": -1,
    "last evening": -1, "the day before yesterday": -2, "tomorrow": 1, "the day after tomorrow": 2,
}  # fmt: skip


def _named_day(match: re.Match[str], anchor: Anchor) -> Interval | None:
    if anchor.published is None:
        return None
    words = " ".join(match["name"].lower().split())
    if words == "overnight":
        return span(shift_days(anchor.published, -1), anchor.published)
    day = shift_days(anchor.published, _NAMED_DAYS[words])
    return span(day, day)


def _ago(match: re.Match[str], anchor: Anchor) -> Interval | None:
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


def _rolling(match: re.Match[str], anchor: Anchor) -> Interval | None:
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


def _named_period(match: re.Match[str], anchor: Anchor) -> Interval | None:
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


def _month(match: re.Match[str], anchor: Anchor) -> Interval | None:
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


def _year(match: re.Match[str], anchor: Anchor) -> Interval | None:
    found = year_interval(int(match["year"]))
    return narrowed(found, (match["part"] or "").lower().removeprefix("the ")) if found else None


def _years(match: re.Match[str], anchor: Anchor) -> Interval | None:
    first, last = match["year"], match["year2"]
    last = last if len(last) == 4 else first[:2] + last
    return span(safe_date(int(first), 1, 1), safe_date(int(last), 12, 31))


def _decade(match: re.Match[str], anchor: Anchor) -> Interval | None:
    found = year_interval(int(match["year"]), 10)
    return narrowed(found, (match["part"] or "").lower().removeprefix("the ")) if found else None


def _season_of(match: re.Match[str], anchor: Anchor) -> Interval | None:
    return season_interval(match["season"].lower(), int(match["year"]))


def _quarter(match: re.Match[str], anchor: Anchor) -> Interval | None:
    words = match["which"].lower()
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}.get(words) or int(words[-1])
    return month_interval(int(match["year"]), 3 * number - 2, 3)


def _feast(match: re.Match[str], anchor: Anchor) -> Interval | None:
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


def _rule(kind: str, pattern: str, meaning: Meaning) -> Rule:
    return Rule(kind, re.compile(pattern), meaning)


_WHICH = r"(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Cc]oming|[Pp]ast|[Pp]revious)"
RULES: tuple[Rule, ...] = (
    _rule("day", r"\b(\d{4})-(\d{2})-(\d{2})\b", _iso_day),
    _rule("day", r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b", _slashed),
    _rule(
        "day",
        rf"\b{_LEAD}(?:the )?(?P<day>{_D})(?:st|nd|rd|th)?(?:\s?(?:-|–|to|and)\s?(?P<day2>{_D})(?:st|nd|rd|th)?)?\s(?:of )?(?P<month>{MONTHS})(?:,?\s(?P<year>{_YEAR})\b)?(?![\w])",
        _calendar_day,
    ),
    _rule(
        "day",
        rf"\b{_LEAD}(?P<month>{MONTHS})\s(?:the )?(?P<day>{_D})(?:st|nd|rd|th)?(?:\s?(?:-|–|to|and)\s?(?P<day2>{_D})(?:st|nd|rd|th)?\b)?(?:,?\s(?P<year>{_YEAR})\b)?{_NOT_COUNTING}(?!\w)",
        _calendar_day,
    ),
    _rule(
        "day",
        rf"{_NOT_NAME_BEFORE}(?P<before>(?:\b(?:(?:[Tt]his )?[Pp]ast|[Ll]ast|[Nn]ext|[Tt]his(?: coming)?|[Cc]oming|[Pp]revious) )?)\b(?P<weekday>{_DAY_NAMES})(?:['’]?s)?\b{_NOT_NAME_AFTER}(?P<week>,? (?:of )?(?:last|this|next) week)?",
        _weekday,
    ),
    _rule("day", r"\b(?<!USA )(?<!Russia )(?P<name>(?i:the day (?:before yesterday|after tomorrow)|today|tonight|yesterday|tomorrow|overnight|last (?:night|evening)|this (?:morning|afternoon|evening)))\b", _named_day),
    _rule("day", rf"\b(?P<feast>Christmas(?: Day| Eve)?|New Year['’]?s? (?:Day|Eve))\b(?:,? (?P<year>{_YEAR})\b)?", _feast),
    _rule("period", rf"\b(?i:(?P<n>{_N})[ -](?P<unit>{_UNIT})s?['’]? (?P<way>ago|from now|earlier|later|before|after|previously))\b", _ago),
    _rule("period", r"\b(?i:the (?:(?P<n>next|same|following|previous) day)|that (?:same )?day)\b", lambda match, anchor: None),
    _rule("period", rf"\b(?i:(?:the|these) (?P<way>past|last|previous|next|coming|following) (?:(?P<n>{_N}) )?(?P<unit>{_UNIT}s?))\b", _rolling),
    _rule("period", rf"\b(?i:(?P<way>past|last|next) (?P<n>{_N}) (?P<unit>{_UNIT}s))\b", _rolling),
    _rule("period", rf"\b(?P<part>(?:(?i:earlier|later|early|late|mid|the (?:start|beginning|end|middle) of)[ -])?){_WHICH} (?P<unit>week|month|year|decade|weekend|spring|summer|autumn|fall|winter)\b(?!end)(?!['’]s\b (?:old|time))", _named_period),
    _rule("period", r"\b(?P<part>)(?i:over|at|during) (?P<which>the) (?P<unit>weekend)\b", _named_period),
    _rule("season", rf"\b(?i:(?P<season>spring|summer|autumn|fall|winter)(?: of| in)?) (?P<year>{_YEAR})\b", _season_of),
    _rule("quarter", rf"\b(?i:(?:the )?(?P<which>first|second|third|fourth|last) quarter(?: of)?|(?P<which2>Q[1-4])) (?P<year>{_YEAR})\b", lambda match, anchor: _quarter(match, anchor) if match["which"] else None),
    _rule("month", rf"(?P<before>)(?P<part>{_PART})\b(?P<month>{MONTHS})(?: of|,)? (?:(?P<year>{_YEAR})\b|(?P<relative>(?:last|this|next) year)\b)(?!\d)", _month),
    _rule(
        "month",
        rf"\b(?P<before>(?i:in|since|until|till|during|throughout|last|next|this|by|from|back in|as of|between|through|for))? ?(?P<part>{_PART})\b(?P<month>{MONTHS})\b(?P<year>)(?P<relative>)(?! \d|[-'’]\w| [A-Z])",
        lambda match, anchor: _month(match, anchor) if match["before"] or match["part"] else None,
    ),
    _rule("year", rf"\b(?P<year>{_YEAR})\s?[-–/]\s?(?P<year2>{_YEAR}|\d\d)\b(?![-/\d])", _years),
    _rule("year", rf"\b(?:(?i:in|since|until|till|during|throughout|by|from|before|after|between|through|of|as of|to|and)) (?P<part>{_PART})(?P<year>{_YEAR})\b(?![-–/%]\d|,\d|\.\d| (?:people|[a-z]+s (?:were|was|died)|[a-z]{{3,}}(?:ers|ians)\b))", _year),
    _rule("year", rf"\b(?P<part>(?i:early|late|mid)[ -])(?P<year>{_YEAR})\b", _year),
    _rule("decade", r"\b(?:the )?(?P<part>(?:(?i:early|late|mid)[ -])?)(?P<year>(?:1[5-9]|20)\d0)s\b", _decade),
)  # fmt: skip
