"""Stretches of a text that stand by themselves: lines, or paragraphs where lines are wrapped at a column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_OPENS_ANEW = re.compile(r"\s*(?:[•*–·‣▪◦-]\s|#{1,6}\s|\d{1,2}[.)]\s|[A-Z][\w ]{2,30}:\s)")
_SENTENCE_END = re.compile(r"[.!?…]['\"”’»)*_]*\Z")
_MIN_WRAPPED_LINES = 4
_WIDTHS = range(40, 121)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch without white space at its ends; offsets count in the whole text."""

    text: str
    start: int
    end: int
    is_alone: bool = True
    """Whether an empty line, or the end of the text, follows."""

    def part(self, start: int, end: int) -> Stretch:
        """The stretch from `start` to `end`, both counted in the whole text, without white space at its ends."""
        words = self.text[start - self.start : end - self.start]
        begin = start + len(words) - len(words.lstrip())
        return Stretch(words.strip(), begin, begin + len(words.strip()), self.is_alone or end < self.end)


def stretches(text: str) -> list[Stretch]:
    """The stretches of `text`, in order, none empty."""
    lines = list(_lines(text))
    return list(_unwrapped(text, lines)) if _is_wrapped(lines) else lines


def _lines(text: str) -> Iterator[Stretch]:
    found = [m for m in _LINE.finditer(text) if m.group().strip(" \t\u200b\ufeff\xa0")]
    for at, match in enumerate(found):
        words = match.group()
        start = match.start() + len(words) - len(words.lstrip())
        end = start + len(words.strip())
        follows = found[at + 1].start() if at + 1 < len(found) else len(text)
        gap = text[match.end() : follows].replace("\r\n", "\n")
        is_alone = at + 1 == len(found) or len(re.findall(r"[\n\r\x0b\x0c\x85\u2028\u2029]", gap)) > 1
        yield Stretch(text[start:end], start, end, is_alone)


def _is_wrapped(lines: list[Stretch]) -> bool:
    """Whether line ends are a matter of width: inside paragraphs most lines end in the middle of a sentence."""
    inner = [line for line in lines if not line.is_alone]
    cut = [line for line in inner if not _SENTENCE_END.search(line.text) and len(line.text) in _WIDTHS]
    return (
        len(inner) >= _MIN_WRAPPED_LINES and len(cut) > 0.6 * len(inner) and len({len(line.text) for line in cut}) > 1
    )


def _unwrapped(text: str, lines: list[Stretch]) -> Iterator[Stretch]:
    start: int | None = None
    for at, line in enumerate(lines):
        start = line.start if start is None else start
        following = lines[at + 1] if at + 1 < len(lines) else None
        if following and not line.is_alone and len(line.text) in _WIDTHS and not _OPENS_ANEW.match(following.text):
            continue
        yield Stretch(text[start : line.end], start, line.end, line.is_alone)
        start = None
