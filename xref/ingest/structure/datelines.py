"""The dateline before a first sentence: "BEIRUT (Reuters) –", "KABUL, Afghanistan (AP) —", "WASHINGTON —"."""

from __future__ import annotations

import re

from xref.outlets import Directory

_UPPER = r"[A-Z][A-Z.’'-]+(?:\s+[A-Z][A-Z.’'-]+){0,4}"
_MIXED = r"[A-Z][\w.’'-]+(?:\s+[A-Z][\w.’'-]+){0,4}"
_MONTH_DAY = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}(?:,\s+\d{4})?"
_DAY = rf"(?:,?\s+{_MONTH_DAY})?"
_NEXT_PLACE = r"\s*(?:[,/]|\band\b)\s*"
_AGENCY = r"\(\s*(?P<agency>[A-Z][\w./&’' -]{1,40}?)\s*\)"
_DASH = r"\s*(?:—|–|--+|-|―)\s*"
_OPENS = r"(?=[A-Z0-9“\"‘'])"
_CREDITED = (
    re.compile(
        rf"(?P<place>{_MIXED}(?:{_NEXT_PLACE}{_MIXED}){{0,3}}){_DAY}\s*,?\s*{_AGENCY}(?:{_DASH}|\s*:\s*|\s+{_OPENS})"
    ),
    re.compile(rf"(?P<place>)(?:{_MONTH_DAY}\s*)?{_AGENCY}{_DASH}"),
    re.compile(rf"(?P<place>{_MIXED})\s*,\s*(?P<agency>[A-Z]{{2,6}})\s*(?:—|–|--+|\s-)\s*"),
)
_PLACE_ONLY = re.compile(rf"{_UPPER}(?:{_NEXT_PLACE}{_MIXED}){{0,3}}{_DAY}\s*(?:—|–|--+|―|\s-)\s*{_OPENS}")
_LONGEST = 160


def dateline_length(text: str, directory: Directory) -> int:
    """Characters of the dateline that `text` begins with, 0 when there is none.

    A name in brackets makes a dateline when it is a known outlet's or follows a place in capitals: "Hayat (HTS) –" is
    none.
    """
    opening = text[:_LONGEST]
    for form in _CREDITED:
        found = form.match(opening)
        if (
            found
            and found.end() < len(text)
            and (directory.find(found["agency"]) or re.split("[,/]", found["place"])[0].isupper())
        ):
            return found.end()
    found = _PLACE_ONLY.match(opening)
    return found.end() if found and found.end() < len(text) else 0
