"""An article as the words that can tell copying: no headline, no boilerplate, no dateline, no quotation."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint64]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_QUOTED = re.compile(r"“[^“”\n]{1,2000}”|\"[^\"\n]{1,2000}\"|«[^«»\n]{1,2000}»|„[^„“”\n]{1,2000}[“”]")
_DATELINE = re.compile(
    r"\A\s*(?:[A-Z][\w.'’-]*[ ,/]*){1,6}(?:,?\s*[A-Z][a-z]+\.?\s\d{1,2}\s*)?(?:\([^()\n]{1,40}\)\s*)?[—–-]+\s"
)
_TOLD_NOTHING = frozenset({"headline", "byline", "source", "caption", "boilerplate"})
_BASE = np.uint64(1_099_511_628_211)


@dataclass(frozen=True)
class Words:
    """The words of one article with their places in its text.

    `runs` are the stretches `(first, last + 1)` of word indexes in which no word was left out: a shared run
    never bridges a quotation.
    """

    path: str
    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    runs: tuple[tuple[int, int], ...]
    shingle_words: int

    @cached_property
    def shingles(self) -> tuple[tuple[int, int], ...]:
        """Every shingle as (index of its first word, hash), in the order of the text."""
        codes = [zlib.crc32(word.encode()) for word in self.words]
        found: list[tuple[int, int]] = []
        for first, last in self.runs:
            hashes = _rolling(codes[first:last], self.shingle_words)
            found.extend((first + at, value) for at, value in enumerate(hashes.tolist()))
        return tuple(found)

    @cached_property
    def distinct(self) -> frozenset[int]:
        """The hashes of the shingles, each once."""
        return frozenset(value for _, value in self.shingles)

    @cached_property
    def whole(self) -> str:
        """All words in one text: equal for verbatim copies that differ in white space, case or marks alone."""
        return " ".join(word for word, _, _ in _words_in(self.text))

    def stretch(self, first: int, count: int, most: int = 30) -> str:
        """The text of `count` words from `first` on, white space folded, at most `most` words of it."""
        shown = min(count, most)
        text = " ".join(self.text[self.starts[first] : self.ends[first + shown - 1]].split())
        return text + (" ..." if shown < count else "")


def _rolling(codes: list[int], size: int) -> Hashes:
    """Hashes of all windows of `size` words."""
    if len(codes) < size:
        return np.empty(0, dtype=np.uint64)
    values = np.asarray(codes, dtype=np.uint64)
    hashed = np.zeros(len(values) - size + 1, dtype=np.uint64)
    with np.errstate(over="ignore"):
        for at in range(size):
            hashed = hashed * _BASE + values[at : at + len(hashed)]
        # Two rounds of mixing: the low bits of a plain polynomial are those of the last word.
        for shift in (33, 29):
            hashed = (hashed ^ (hashed >> np.uint64(shift))) * np.uint64(0x9E3779B97F4A7C15)
    return hashed


def _words_in(text: str) -> list[tuple[str, int, int]]:
    return [
        (re.sub("['’]", "", match.group()).casefold(), match.start(), match.end()) for match in _WORD.finditer(text)
    ]


def words_of(path: str, text: str, title: str, blocks: list[tuple[int, int, str, str]], shingle_words: int) -> Words:
    """The words of an article that can tell copying.

    Parameters
    ----------
    path : the article's path.
    text : its text.
    title : its headline, left out where the text begins with it.
    blocks : `(start, end, kind, section)` of its blocks; none: the whole text counts.
    shingle_words : words a shingle.
    """
    kept = _kept(text, title, blocks)
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    runs: list[tuple[int, int]] = []
    begun = 0
    for word, start, end in _words_in(text):
        if kept[start]:
            words.append(word)
            starts.append(start)
            ends.append(end)
        elif begun < len(words):
            runs.append((begun, len(words)))
            begun = len(words)
    if begun < len(words):
        runs.append((begun, len(words)))
    return Words(path, text, tuple(words), tuple(starts), tuple(ends), tuple(runs), shingle_words)


def _kept(text: str, title: str, blocks: list[tuple[int, int, str, str]]) -> bytearray:
    """One byte a character: 1 where its word counts."""
    kept = bytearray(b"\x01" * len(text))

    def drop(start: int, end: int) -> None:
        kept[start:end] = bytes(max(0, min(end, len(text)) - start))

    for start, end, kind, section in blocks:
        if kind in _TOLD_NOTHING or section == "quote":
            drop(start, end)
    body = next((start for start, _, kind, _ in sorted(blocks) if kind not in _TOLD_NOTHING), 0)
    head = text[body:]
    if title and " ".join(head.split()).casefold().startswith(" ".join(title.split()).casefold()):
        folded = re.match(r"\s*" + r"\s+".join(map(re.escape, title.split())), head, re.IGNORECASE)
        if folded:
            drop(body, body + folded.end())
    if dateline := _DATELINE.match(head):
        drop(body, body + dateline.end())
    for quoted in _QUOTED.finditer(text):
        drop(quoted.start(), quoted.end())
    return kept
