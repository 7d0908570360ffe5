"""When an article was published: the file's wording to ISO 8601 in UTC, never completed from today's date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

EARLIEST_YEAR = 1605
"""Year of the first newspaper."""
LATEST_AHEAD = timedelta(days=366)
"""A date further ahead of the clock than this is a mistake, not an embargo."""

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar jänner janvier enero gennaio janeiro januari",
            "february feb februar februari février fevrier febrero febbraio fevereiro",
            "march mar märz maerz mars marzo março maart",
            "april apr avril abril aprile",
            "may mai mayo maggio maio mei",
            "june jun juni juin junio giugno junho",
            "july jul juli juillet julio luglio julho",
            "august aug août aout agosto augustus",
            "september sept sep septembre septiembre settembre setembro",
            "october oct oktober okt octobre octubre ottobre outubro",
            "november nov novembre noviembre novembro",
            "december dec dezember dez décembre decembre diciembre dicembre dezembro desember",
        ),
        1,
    )
    for name in names.split()
}
MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
"""Month names of English and its neighbours, as an alternation; other languages are left to dateparser."""
_ZONES = {
    "z": 0, "utc": 0, "gmt": 0, "bst": 60, "wet": 0, "west": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180,
    "msk": 180, "trt": 180,
    "ist": 330, "jst": 540, "kst": 540, "aest": 600, "aedt": 660,
    "est": -300, "edt": -240, "et": -300, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
}  # fmt: skip
_DAY_FORMS = (
    re.compile(r"(?<!\d)(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?=(?:\d{6})?(?!\d))"),
    re.compile(
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.?[\s-]+(?:of\s+"
        rf"|de\s+)?(?P<name>{MONTH})\b\.?,?[\s-]+(?P<year>\d{{4}})(?!\d)",
        re.I,
    ),
    re.compile(rf"\b(?P<name>{MONTH})\b\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})(?!\d)", re.I),
    re.compile(rf"(?<!\d)(?P<year>\d{{4}})[\s,]+(?P<name>{MONTH})\b\.?\s+(?P<day>\d{{1,2}})(?!\d)", re.I),
)
_SLASHED = re.compile(r"(?<!\d)(?P<first>\d{1,2})(?P<mark>[./-])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4})(?!\d)")
_CLOCK = re.compile(
    r"(?:(?<=[T\s,(@|])"
    r"|^)(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?\s*(?P<half>[ap]\.?m\b\.?)?",
    re.I,
)
_PACKED_CLOCK = re.compile(r"\A[T\s_]?(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})(?!\d)")
_OFFSET = re.compile(r"(?<=[\d\s(CcTt])(?P<sign>[+\-−])(?P<hours>\d{1,2}):?(?P<minutes>\d{2})?(?!\d)")
_ZONE_NAME = re.compile(rf"(?<![A-Za-z])(?P<zone>{'|'.join(_ZONES)})(?![A-Za-z])", re.I)
_EPOCH = re.compile(r"\d{9,10}(?:\.\d+)?|\d{13}")
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Published:
    """`text` is ISO 8601, a day or a time in UTC, "" when unknown; `utc_offset` as `+02:00`, "" when unknown."""

    text: str = ""
    utc_offset: str = ""
    refused: str = ""
    """Why a date that is there was not taken."""


@dataclass(frozen=True, slots=True)
class Reckoning:
    """How dates are read: the zone of times without one, the order of 03/04/2024, and the time it is now."""

    zone: str = "UTC"
    day_first: bool = True
    now: datetime | None = None

    def latest(self) -> date:
        """The last day that is believed."""
        return ((self.now or datetime.now(UTC)) + LATEST_AHEAD).date()


def published(wording: str, reckoning: Reckoning) -> Published:
    """The date that `wording` states. Relative wording ("yesterday") states none."""
    wording = " ".join(wording.split())[:_LONGEST]
    if not wording:
        return Published()
    if _EPOCH.fullmatch(wording):
        return _epoch(wording, reckoning)
    try:
        found, rest = _day(wording, reckoning.day_first) or _foreign_day(wording) or (None, "")
    except ValueError as error:
        return Published(refused=f"{wording!r} is no date: {error}")
    if found is None:
        return Published(refused=f"{wording!r} states no full date")
    if found.year < EARLIEST_YEAR or found > reckoning.latest():
        return Published(refused=f"{wording!r} lies beyond reason")
    return _timed(found, rest, reckoning)


def _epoch(wording: str, reckoning: Reckoning) -> Published:
    seconds = float(wording) / (1000 if len(wording) == 13 else 1)
    moment = datetime.fromtimestamp(seconds, UTC)
    if moment.date() > reckoning.latest():
        return Published(refused=f"{wording!r} lies beyond reason")
    return Published(_stamp(moment))


def _day(wording: str, day_first: bool) -> tuple[date, str] | None:
    """The day, and the wording without it."""
    for form in _DAY_FORMS:
        if found := form.search(wording):
            parts = found.groupdict()
            month = int(parts["month"]) if parts.get("month") else _MONTHS[parts["name"].casefold()]
            return date(int(parts["year"]), month, int(parts["day"])), _without(wording, found)
    if found := _SLASHED.search(wording):
        first, second = int(found["first"]), int(found["second"])
        is_day_first = second <= 12 and (first > 12 or day_first or found["mark"] == ".")
        day, month = (first, second) if is_day_first else (second, first)
        return date(int(found["year"]), month, day), _without(wording, found)
    return None


def _without(wording: str, found: re.Match[str]) -> str:
    """What follows the date, or what stands before it when nothing does ("11:13, 16 December 2024")."""
    after = wording[found.end() :]
    return after if re.search(r"\d", after) else wording[: found.start()]


def _foreign_day(wording: str) -> tuple[date, str] | None:
    """Dates with month names of other languages; only full ones, so that nothing comes from today."""
    if not re.search(r"(?<!\d)\d{4}(?!\d)", wording) or not re.search(r"[^\W\d_]{3}", wording):
        return None
    import dateparser  # loads large tables, which few folders need

    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"], "STRICT_PARSING": True}
    moment = dateparser.parse(wording, settings=settings)
    return (moment.date(), "") if moment else None


def _timed(day: date, rest: str, reckoning: Reckoning) -> Published:
    clock = _PACKED_CLOCK.search(rest) or next((m for m in _CLOCK.finditer(rest) if _is_clock(m)), None)
    if clock is None:
        return Published(day.isoformat())
    parts = clock.groupdict()
    hour = int(parts["hour"])
    if half := (parts.get("half") or "").casefold():
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    try:
        local = datetime(day.year, day.month, day.day, hour, int(parts["minute"]), int(parts["second"] or 0))
    except ValueError:
        return Published(day.isoformat())
    zone = _zone(rest[clock.end() :]) or _configured(reckoning)
    moment = local.replace(tzinfo=zone or UTC)
    return Published(_stamp(moment), _offset(moment) if zone else "")


def _is_clock(found: re.Match[str]) -> bool:
    return int(found["hour"]) <= 24 and int(found["minute"]) <= 59


def _zone(after: str) -> tzinfo | None:
    """The zone named after the clock time, None when there is none."""
    if found := _OFFSET.search(f" {after}"):
        minutes = int(found["hours"]) * 60 + int(found["minutes"] or 0)
        if minutes <= 14 * 60:
            return timezone(timedelta(minutes=minutes if found["sign"] == "+" else -minutes))
    if found := _ZONE_NAME.search(after):
        return timezone(timedelta(minutes=_ZONES[found["zone"].casefold()]))
    return None


def _configured(reckoning: Reckoning) -> tzinfo | None:
    """The user's zone; UTC, the default, says nothing of the article's clock."""
    return None if reckoning.zone == "UTC" else ZoneInfo(reckoning.zone)


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _offset(moment: datetime) -> str:
    minutes = int((moment.utcoffset() or timedelta()).total_seconds() // 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"
