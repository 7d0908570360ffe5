"""Which of two dates is earlier, and when dates don't tell."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd


@lru_cache(maxsize=65536)
def moment(published: str) -> tuple[str, str]:
    """An ISO 8601 date as (day, time) in UTC; "" for what is not known."""
    if not published:
        return "", ""
    if len(published) <= 10:
        return published, ""
    stamp = pd.to_datetime(published, errors="coerce", utc=True)
    if pd.isna(stamp):
        return "", ""
    return stamp.strftime("%Y-%m-%d"), stamp.strftime("%H:%M:%S")


def is_earlier(one: str, other: str) -> bool:
    """Whether `one` is known to be before `other`; a date without a time tells nothing about its own day."""
    (day, time), (other_day, other_time) = moment(one), moment(other)
    if not day or not other_day:
        return False
    # A month alone ("2024-12") is before another month, never before a day of its own.
    shared = min(len(day), len(other_day))
    if day[:shared] != other_day[:shared]:
        return day[:shared] < other_day[:shared]
    return bool(time and other_time) and time < other_time


def in_time(published: str, path: str) -> tuple[bool, str, str, str]:
    """Sort key: dated before undated, earlier before later, then by path."""
    day, time = moment(published)
    return (not day, day, time, path)
