"""Front matter that runs into the first sentence: dates of publication, agencies, datelines, counters of a web page."""

from __future__ import annotations

import re

MAX_FRONT_CHARS = 400
"""Front matter is looked for in this much of an article's beginning."""

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thurs|Fri|Sat|Satur|Sun)(?:day)?\.?,?\s+)?"
_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+\d{{4}}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|"
    r"\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d{2}-\d{2})"
)
_CLOCK = r"(?:,?\s*(?:at\s+)?\d{1,2}[:.h]?\d{2}\s*(?:[ap]\.?m\.?)?\s*(?:GMT|UTC|BST|CET|E[DS]T|local time)?)?"
_NOTE = (
    r"(?:(?:First\s+)?(?:Published|Posted|Updated|Modified|Last\s+(?:updated|modified)|Date\s+of\s+publication)"
    r"(?:\s+on|\s+at)?:?\s*)"
)
_NEXT = r"(?=[\s|·•–—-]*[\"“‘'(]?[A-Z0-9])"
_PUBLISHED = re.compile(
    rf"(?:(?:[A-Z]{{2,8}}|Reuters|Agencies)[\s,|/-]+)?(?:By\s+)?{_NOTE}?{_WEEKDAY}{_DAY}{_CLOCK}[\s|·•.,;:–—-]*{_NEXT}"
)
_COUNTER = re.compile(
    r"(?:[A-Z][\w/&’'-]*\s+){0,8}(?:\d{1,2}:?\d{2}\s+)?\d{1,2}\.\d{1,2}\.\d{4}\s*(?:\(updated[^)]{0,40}\)\s*)?"
    r"(?:Get short URL\s*)?(?:\d+\s+){0,4}(?=[A-Z\"“])|Get short URL\s*(?:\d+\s+){0,4}(?=[A-Z\"“])"
)
_DATELINE = re.compile(
    rf"(?:[A-Z][A-Z.'’-]{{2,}}(?:[ ,]+[A-Z][\w.'’-]+){{0,4}},?\s*(?:{_MONTH}\s+\d{{1,2}},?\s*)?"
    r"(?:\([A-Z][\w /.'’-]{1,30}\)\s*[–—-]+\s*|\([A-Z]\w{1,15}(?: News)?\)\s+)"
    rf"|[A-Z][A-Z.'’-]{{2,}}(?:,?\s+[A-Z][\w.'’-]+){{0,4}},?\s*(?:{_MONTH}\s+\d{{1,2}},?\s*)?\s(?:[–—]|--)\s+"
    rf"|(?:AFP|Afp|AP|Reuters|REUTERS)\s*(?:/\s*\w+\s*)?[–—-]+\s+){_NEXT}"
)
_PARTS = (_PUBLISHED, _COUNTER, _DATELINE)


def front_end(text: str, start: int, end: int) -> int:
    """Where the front matter at `start` ends; `start` when a sentence begins there already.

    Parameters
    ----------
    text : an article's text.
    start, end : a block of it, or what is left of one.
    """
    at = start
    if start > MAX_FRONT_CHARS:
        return start
    for _ in range(4):
        begin = at + len(text[at:end]) - len(text[at:end].lstrip())
        found = next((m for p in _PARTS if (m := p.match(text, begin, min(end, begin + MAX_FRONT_CHARS)))), None)
        if found is None or found.end() == at:
            break
        at = found.end()
    return at


def without_dateline(statement: str) -> str:
    """A statement without the dateline before it: `MARUN (Agency) The bridge fell` → `The bridge fell`."""
    found = _DATELINE.match(statement)
    return statement[found.end() :] if found else statement
