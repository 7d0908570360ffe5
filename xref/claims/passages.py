"""Articles and their blocks as passages: stretches of text that are parsed by themselves."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from xref.claims.front import front_end

SPOKEN_KINDS = frozenset({"headline", "paragraph", "bullet"})
"""Kinds of block that hold claims; the others are dropped whole."""

MAX_PASSAGE_CHARS = 20_000
"""A longer block is cut at a sentence or white space, so that the parser's memory stays bounded."""

_CUT = re.compile(r"(?<=[.!?][\"”’»\s])\s*(?=\S)|\n+")
_AGENCY = r"(?:REUTERS|Reuters|AFP|EPA|AP|Getty Images|GETTY IMAGES)"
_PICTURE = re.compile(
    rf"\b{_AGENCY}(?:\s*/\s*[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){{0,3}})?\s+"
    r"(?:Social Media Website|Handout|File Photo|via (?:REUTERS|Reuters|AP))(?=\s|$)"
    rf"|(?<![\w])\(?(?:Photo|Image|Picture|Photograph)(?: credit| by)?:? ?[^.()\n]{{0,50}}/ ?{_AGENCY}\)?"
)
"""Credits of pictures that run into a paragraph where a page's layout was lost."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one article that is parsed by itself."""

    start: int
    """Offset of `text` in the article's text."""
    text: str
    kind: str
    section: str
    credited: str


@dataclass(frozen=True, slots=True)
class Article:
    """What the room needs of one row of `articles`, with its passages in order."""

    article_id: str
    path: str
    outlet: str
    title: str
    published: str
    language: str
    utc_offset: str
    text: str
    passages: tuple[Passage, ...]


def read_articles(articles: pd.DataFrame, blocks: pd.DataFrame) -> Iterator[Article]:
    """The articles in the table's order, each cut into passages (`tables.Articles`, `tables.Blocks`)."""
    of_article = {key: group.to_dict("records") for key, group in blocks.groupby("article_id", sort=False)}
    for row in articles.to_dict("records"):
        rows = sorted(of_article.get(row["article_id"], []), key=lambda block: block["start"])
        text = row["text"]
        if not rows:
            rows = [{"start": 0, "end": len(text), "kind": "paragraph", "section": "", "credited": "", "body": 0}]
        passages = tuple(p for block in rows for p in _passages(text, str(row["title"]), block))
        yield Article(
            row["article_id"], row["path"], row["outlet"], row["title"], row["published"],
            row["language"], row["utc_offset"], text, passages,
        )  # fmt: skip


def _passages(text: str, title: str, block: Mapping[Hashable, object]) -> Iterator[Passage]:
    start, end = int(str(block["body"])), min(int(str(block["end"])), len(text))
    start = max(start, int(str(block["start"])))
    kind, section, credited = str(block["kind"]), str(block["section"]), str(block["credited"])
    if kind == "paragraph" and _letters(title) and _letters(text[start:end]) == _letters(title):
        kind = "headline"
    if kind == "paragraph":
        for piece_end, piece_kind in _front(text, title, start, end):
            yield from _cut(text, start, piece_end, piece_kind, section, credited)
            start = piece_end
    for piece_start, piece_end, piece_kind in _without_credits(text, start, end, kind):
        yield from _cut(text, piece_start, piece_end, piece_kind, section, credited)


def _without_credits(text: str, start: int, end: int, kind: str) -> Iterator[tuple[int, int, str]]:
    """A paragraph's own words and the picture credits that run into them."""
    at = start
    if kind == "paragraph":
        for found in _PICTURE.finditer(text, start, end):
            yield at, found.start(), kind
            yield found.start(), found.end(), "boilerplate"
            at = found.end()
    yield at, end, kind


def _front(text: str, title: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Ends and kinds of what stands before a paragraph's own words: front matter and a headline that runs in."""
    body = front_end(text, start, end)
    if body >= end:
        return
    if body > start:
        yield body, "boilerplate"
    if head := _run_in_title(text, title, body, end):
        yield head, "headline"
        if head < (rest := front_end(text, head, end)) < end:
            yield rest, "boilerplate"


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold() if len(text) < 400 else ""


def _run_in_title(text: str, title: str, start: int, end: int) -> int:
    """Where a headline that runs into the first sentence ends; 0 when the text does not begin with the title."""
    words = re.findall(r"\w+", title)
    if len(words) < 3 or start > 2 * len(title) + 40:
        return 0
    pattern = r"\W*" + r"\W{0,4}".join(re.escape(word) for word in words) + r"(?:[\"”’.!?)]*)(?=\s+\S)"
    found = re.compile(pattern, re.IGNORECASE).match(text, start, end)
    return found.end() if found else 0


def _cut(text: str, start: int, end: int, kind: str, section: str, credited: str) -> Iterator[Passage]:
    while start < end:
        stop = end
        if end - start > MAX_PASSAGE_CHARS:
            cuts = [m.end() for m in _CUT.finditer(text, start + MAX_PASSAGE_CHARS // 2, start + MAX_PASSAGE_CHARS)]
            space = text.rfind(" ", start + 1, start + MAX_PASSAGE_CHARS)
            stop = cuts[-1] if cuts else space if space > start else start + MAX_PASSAGE_CHARS
        piece = text[start:stop]
        lead = len(piece) - len(piece.lstrip())
        if piece.strip():
            yield Passage(start + lead, piece.strip(), kind, section, credited)
        start = stop
