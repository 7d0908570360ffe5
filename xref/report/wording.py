"""Numbers, dates, names and labels in the words a reader expects."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2}))?")
_ISO_DAY = re.compile(r"(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])")

STATUS_LABELS = {
    "disputed": "Disputed",
    "corroborated": "Corroborated",
    "updated": "Updated",
    "echoed": "Echoed",
    "single-origin": "Single origin",
}

CREDIBILITY = {
    1: "confirmed",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "can't be judged",
}
"""Admiralty numbers with their usual words."""


def plural(number: int, noun: str, nouns: str = "") -> str:
    """A number with its noun: `1 article`, `12,345 articles`."""
    return f"{number:,} {noun if number == 1 else nouns or noun + 's'}"


def in_words(number: int, noun: str, nouns: str = "") -> str:
    """The same with small numbers spelt out: `no articles`, `three articles`, `14 articles`."""
    spelt = _SMALL[number] if number < len(_SMALL) else f"{number:,}"
    return f"{spelt} {noun if number == 1 else nouns or noun + 's'}"


def day(published: str) -> str:
    """A date as `16 Dec 2024` or `16 Dec 2024, 11:13 UTC`; text that is no date stays as it is."""
    found = _DATE.match(published)
    if not found or not 1 <= int(found[2]) <= 12:
        return published
    date = f"{int(found[3])} {_MONTHS[int(found[2]) - 1]} {found[1]}"
    return f"{date}, {found[4]}:{found[5]} UTC" if found[4] else date


def duration(hours: float) -> str:
    """Hours in the unit a reader would use: `25 min`, `3.5 h`, `4 days`."""
    if hours < 1:
        return f"{round(hours * 60)} min"
    return f"{hours:.3g} h" if hours < 48 else f"{hours / 24:.2g} days"


def readable_dates(text: str) -> str:
    """`text` with its ISO days as a reader expects them: `on 2024-12-16` becomes `on 16 Dec 2024`."""
    return _ISO_DAY.sub(lambda found: day(found.group()), text)


def listed(names: Sequence[str], limit: int = 6) -> str:
    """Names in a sentence: `A`, `A and B`, `A, B and C`, `A, B and 4 others`."""
    if len(names) <= 1:
        return "".join(names)
    if len(names) > limit:
        return f"{', '.join(names[: limit - 1])} and {len(names) - limit + 1} others"
    return f"{', '.join(names[:-1])} and {names[-1]}"


def sentence_case(text: str) -> str:
    """`text` with a capital first letter."""
    return text[:1].upper() + text[1:]


def shown(text: str) -> str:
    """Foreign text fit to be shown: white space folded, control characters and direction overrides taken out.

    The page isolates the direction of foreign text, and an override could still reorder what stands in it.
    """
    kept = "".join(c if c not in _OVERRIDES and unicodedata.category(c) not in ("Cc", "Cs") else " " for c in text)
    return " ".join(kept.split())


_OVERRIDES = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def clipped(text: str, limit: int) -> str:
    """`text`, or its first words up to `limit` characters and an ellipsis."""
    if len(text) <= limit:
        return text
    cut = text[:limit].rsplit(" ", 1)[0] if " " in text[:limit] else text[:limit]
    return f"{cut.rstrip(' ,;:–—-')} …"


def clipped_start(text: str, limit: int) -> str:
    """`text`, or an ellipsis and its last words up to `limit` characters."""
    if len(text) <= limit:
        return text
    end = text[-limit:]
    return f"… {end.split(' ', 1)[1] if ' ' in end else end}"


def percent(share: float) -> str:
    """Whole percent, a dash for none."""
    return "–" if share == 0 else f"{share:.0%}".replace("%", "\u00a0%")
