"""Lines that say who wrote an article and when: "Ada Venn — Monday, 3 March 2025, 11:13", and agency sign-offs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from xref.ingest.bylines import is_name
from xref.ingest.dates import MONTH

_MONTH = rf"(?:{MONTH})\b\.?"
_WEEKDAY = r"(?:(?:[a-zäöüé]+tag|[a-z]+di|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_CLOCK = (
    r"(?:[,\s|@—–-]*(?:at\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?(?:\s*\(?(?:[A-Z]{2,5}|local "
    r"time)\)?(?:[+-]\d{1,2}(?::?\d{2})?)?)?)?"
)
_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\.?\s+(?:of\s+|de\s+)?{_MONTH},?\s+(?:de\s+)?\d{{4}}"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4})"
)
FULL_DATE = re.compile(rf"(?P<date>{_WEEKDAY}{_DAY}{_CLOCK})", re.IGNORECASE)
"""A full date, with weekday and clock time where they stand."""
_MARKS = re.compile(
    r"\b(?:first |last )?(?:published|updated|posted|modified|created|date|on|at|issued"
    r"|release[ds]?)\b\s*:?|[|•·—–,;()*_\[\]/-]+",
    re.IGNORECASE,
)
_BY = re.compile(r"[*_]{0,3}by:?\s+(?P<names>[A-Z][^\n]{2,110})\Z", re.IGNORECASE)
_AUTHOR = re.compile(
    r"(?:authors?|written by|posted by|text|words by|story by|reported by)\s*:?\s+(?P<names>[A-Z][^\n.]{2,100})\Z",
    re.IGNORECASE,
)
_SIGN_OFF = re.compile(
    r"[(\[]?(?:(?i:(?:additional |with )?(?:reporting|writing|editing|compiled|files|contributions?) (?:by|from)\b)"
    r".{2,250}"
    r"|[A-Z][\w.’'& -]{1,120}\s(?:also\s)?contributed (?:to (?:this|the) (?:report|story|article|piece)|reporting)\b"
    r".{0,120})[)\]]?"
)
_CAPITALISED = re.compile(r"(?:[A-Z][\w.’'-]*|de|van|von|der|la|el|al|bin|and|&)")


@dataclass(frozen=True, slots=True)
class Byline:
    """Authors and date as a line words them; "" for what it leaves out."""

    authors: str = ""
    published: str = ""


def byline(text: str) -> Byline | None:
    """What a line near an article's top says of author and date; None when it is no byline."""
    if len(text) > 160:
        return None
    if (found := FULL_DATE.search(text)) is not None:
        rest = _MARKS.sub(" ", text[: found.start()] + " " + text[found.end() :])
        rest = " ".join(rest.split())
        by = _BY.match(rest) or _AUTHOR.match(rest)
        names = by["names"] if by else rest
        return Byline(names, found["date"]) if not names or _are_names(names) else None
    found = _BY.match(text) or _AUTHOR.match(text)
    if found and _are_names(re.sub(r"[,|(–—-].*", "", found["names"])):
        return Byline(found["names"])
    return None


def is_sign_off(text: str) -> bool:
    """Whether a stretch credits reporters or agencies that took part, as agencies do at an article's end."""
    return len(text.split()) <= 40 and bool(_SIGN_OFF.fullmatch(text.strip(" \t*_")))


def _are_names(words: str) -> bool:
    """Whether all words may belong to names: capitalised, and few."""
    tokens = words.replace(",", " ").split()
    return (
        0 < len(tokens) <= 10
        and all(_CAPITALISED.fullmatch(t) for t in tokens)
        and (is_name(tokens[0]) or len(tokens) > 1)
    )
