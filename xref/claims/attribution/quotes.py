"""Quotation marks: where quotations begin and end, in curly, straight, single and angle marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

QUOTATION_MARKS = frozenset({"“", "”", '"', "«", "»", "''", "``"})
"""Tokens that open or close a quotation; single marks, which are mostly apostrophes, aside."""
_PAIRS = {"“": "”", "«": "»", "„": "“", "‟": "”"}
_TYPED_MARK = re.compile(r"(?P<opens>(?:(?<=\s)|^|(?<=[(\[—–]))(?:''|``)(?=\S))|(?<!\d)''|``")
"""Quotation marks typed as two apostrophes or grave accents."""
_OPENERS = " \t\n\r\u00a0([{—–-/"


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation, marks included."""

    start: int
    end: int
    closed: bool
    """False where the passage ends before the quotation does."""


@lru_cache(maxsize=4096)
def find_quotations(text: str) -> tuple[Quotation, ...]:
    """The outermost quotations of a passage, in order; they don't overlap."""
    found: list[Quotation] = []
    text = _TYPED_MARK.sub(lambda m: ' "' if m["opens"] else '" ', text)  # keeps every offset
    at = 0
    while at < len(text):
        if not _opens(text, at):
            at += 1
            continue
        end = _closing(text, at)
        if end < 0:
            if text[at] in "'‘":  # an apostrophe far more often than a quotation that never ends
                at += 1
                continue
            found.append(Quotation(at, len(text), closed=False))
            break
        if end - at > 2:
            found.append(Quotation(at, end, closed=True))
        at = end
    return tuple(found)


def _opens(text: str, at: int) -> bool:
    mark = text[at]
    if mark in _PAIRS:
        return True
    if mark not in "\"'‘":
        return False
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if mark == '"':
        return not after.isspace() and (not before.isalnum() or (after.isalpha() and after.isupper()))
    return before in _OPENERS and after.isalnum() and after.isupper()


def _closing(text: str, at: int) -> int:
    """Position after the mark that closes the quotation opened at `at`; -1 when none does."""
    mark = text[at]
    if mark in "'‘":
        return _closing_single(text, at)
    closer = _PAIRS.get(mark, '"')
    depth = 0
    for i in range(at + 1, len(text)):
        if text[i] == closer or (mark == "“" and text[i] == '"'):
            if closer == '"' and _reopens(text, i):
                return i  # the mark opens the next quotation: this one was never closed
            if depth == 0:
                return i + 1
            depth -= 1
        elif text[i] == mark and mark != '"':
            if _after_break(text, i):
                continue  # each paragraph of a running quotation repeats the opening mark
            depth += 1
    return -1


def _after_break(text: str, at: int) -> bool:
    return at > 0 and text[at - 1] == "\n"


def _reopens(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at + 1] if at + 1 < len(text) else " "
    return before.isspace() and not after.isspace() and after.isalnum()


def _closing_single(text: str, at: int) -> int:
    for i in range(at + 2, min(len(text), at + 400)):
        if text[i] in "'’" and not text[i - 1].isspace():
            after = text[i + 1] if i + 1 < len(text) else " "
            if not after.isalnum() and (text[i - 1] in ".,!?" or text[i - 1] != "s"):
                return i + 1
    return -1
