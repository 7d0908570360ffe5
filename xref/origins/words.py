"""An article as the words that can tell copying: no headline, no boilerplate, no dateline, no quotation."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

import numpy as np
import numpy.typing as npt

Places = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_QUOTED = re.compile(
    r"“[^“”\"\n]{1,2000}(?:[”\"]|(?=\n)|\Z)|“[^”\"\n]{1,500}[”\"]|«[^«»\n]{1,2000}»|„[^„“”\n]{1,2000}[“”]"
    r"|\"[^\"”\n]{1,2000}[\"”]|^[^\S\n]*\"[^\"”\n]{1,2000}$|(?<=\s)\"(?=\w)[^\"”\n]{1,2000}(?=\n\s*[\"“])",
    re.MULTILINE,
)
"""Quotations, also with marks of two kinds, and with none at the end of a paragraph after which the speech goes on."""
_POST = re.compile(r"\(@\w{1,40}\)|pic\.twitter\.com/|https?://t\.co/")
"""The handle or the link of a post that is set into the text."""
_DATELINE = re.compile(
    r"\A\s*[A-Z][\w.'’-]{0,30}(?:[ ,/]{1,3}[A-Z][\w.'’-]{0,30}){0,5}(?:,?\s*[A-Z][a-z]{2,8}\.?\s\d{1,2})?,?\s*"
    r"(?:\([^()\n]{1,40}\)\s*)?[—–-]{1,2}\s"
)
_TOLD_NOTHING = frozenset({"headline", "byline", "source", "caption", "boilerplate"})
TELLING_WORDS = 2
_SMALL = frozenset(
    [
        "the",
        "and",
        "for",
        "that",
        "with",
        "from",
        "was",
        "were",
        "has",
        "had",
        "have",
        "been",
        "are",
        "not",
        "but",
        "who",
        "which",
        "this",
        "they",
        "their",
        "its",
        "his",
        "her",
        "him",
        "she",
        "said",
        "says",
        "told",
        "saying",
        "according",
        "after",
        "before",
        "when",
        "while",
        "where",
        "about",
        "into",
        "over",
        "more",
        "than",
        "also",
        "would",
        "could",
        "will",
    ]
)
_BASE = np.uint64(1_099_511_628_211)


@dataclass(frozen=True)
class Words:
    """The words of one article with their places in its text.

    Shingles never bridge a word that was left out, such as those of a quotation.
    """

    path: str
    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    shingle_words: int
    places: Places
    """Index of the first word of every shingle; a place that is missing after another is a break."""
    hashes: Hashes
    """Its hash."""
    is_telling: npt.NDArray[np.bool_]
    """Whether it can tell copying: it has two telling words or more.

    "The Syrian Observatory for Human Rights said" stands in texts that never saw each other.
    """

    @cached_property
    def distinct(self) -> frozenset[int]:
        """The hashes of the shingles that can tell copying, each once."""
        return frozenset(self.hashes[self.is_telling].tolist())

    def without(self, formulas: Hashes) -> Words:
        """The article without these shingles."""
        kept = ~np.isin(self.hashes, formulas)
        return replace(self, places=self.places[kept], hashes=self.hashes[kept], is_telling=self.is_telling[kept])

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
        (match.group().replace("'", "").replace("’", "").casefold(), match.start(), match.end())
        for match in _WORD.finditer(text)
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
    found = _words_in(text)
    counted = [word for word in found if kept[word[1]]]
    places, hashes = _shingles(found, kept, shingle_words)
    telling = np.cumsum([0, *(_is_telling(word, text[start]) for word, start, _ in counted)])
    return Words(
        path, text, tuple(w for w, _, _ in counted), tuple(s for _, s, _ in counted), tuple(e for _, _, e in counted),
        shingle_words, places, hashes, telling[places + shingle_words] - telling[places] >= TELLING_WORDS,
    )  # fmt: skip


def _shingles(found: list[tuple[str, int, int]], kept: bytearray, size: int) -> tuple[Places, Hashes]:
    """Shingles of the words that count, none over a word that doesn't."""
    places, hashes = [np.empty(0, dtype=np.int64)], [np.empty(0, dtype=np.uint64)]
    at = 0
    for is_kept, run in groupby(found, key=lambda word: bool(kept[word[1]])):
        codes = [zlib.crc32(word.encode("utf-8", "surrogatepass")) for word, _, _ in run] if is_kept else []
        values = _rolling(codes, size)
        places.append(np.arange(at, at + len(values)))
        hashes.append(values)
        at += len(codes)
    return np.concatenate(places), np.concatenate(hashes)


def _posts(text: str) -> Iterator[tuple[int, int]]:
    """Posts set into the text: the line with the handle or link, and the line before it, which holds the words."""
    before, at = 0, 0
    for line in text.splitlines(keepends=True):
        if _POST.search(line):
            yield before, at + len(line)
        if line.strip():
            before = at
        at += len(line)


def _is_telling(word: str, first_letter: str) -> bool:
    return word.isdigit() or (len(word) > 2 and not first_letter.isupper() and word not in _SMALL)


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
    for start, end in _posts(text):
        drop(start, end)
    return kept
