"""An article's text as blocks: each stretch is asked what it is, in a fixed order; sections last until a label."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from xref.ingest.drafts import Draft
from xref.ingest.structure import bylines, labels
from xref.ingest.structure.boilerplate import is_bio, is_boilerplate
from xref.ingest.structure.captions import is_caption
from xref.ingest.structure.datelines import dateline_length
from xref.ingest.structure.headlines import headline
from xref.ingest.structure.stretches import Stretch, stretches
from xref.outlets import Directory

_BULLET = re.compile(r"(?:[•*–·‣▪◦●■-]|\d{1,2}[.)])\s+(?=\S)")
_MARKUP = re.compile(r"#{1,6}\s+|>\s+")
_SENTENCE_GAP = re.compile(r"(?<=[.!?…:])[\"”’)]*\s+(?=[A-Z“\"(©[])")
_TOP = 6
_BOTTOM = 4
_LONG = 300


@dataclass(frozen=True, slots=True)
class Block:
    """One row of `tables.Blocks`, without the article's identifier."""

    start: int
    end: int
    kind: str = "paragraph"
    section: str = ""
    credited: str = ""
    body: int = -1
    """-1 stands for `start`."""


@dataclass(frozen=True, slots=True)
class Layout:
    """An article's blocks in order, and what its text itself says of title, authors and date."""

    blocks: tuple[Block, ...]
    title: str = ""
    authors: str = ""
    published: str = ""


@dataclass
class _Walk:
    """The state of one pass over an article."""

    text: str
    directory: Directory
    credits: labels.Credits
    section: str = ""
    is_quote_open: bool = False
    credited: str = ""
    found: list[Block] = field(default_factory=list)
    byline: bylines.Byline = field(default_factory=bylines.Byline)

    def add(self, stretch: Stretch, kind: str, credited: str = "", body: int = 0, section: str = "") -> None:
        """Adds a block; `body` counts from the stretch's start."""
        self.found.append(Block(stretch.start, stretch.end, kind, section, credited, stretch.start + body))


def laid_out(draft: Draft, directory: Directory) -> Layout:
    """The blocks of a draft's text. They lie inside the text, in order, without overlaps, and none is empty."""
    walk = _Walk(draft.text, directory, labels.Credits(directory))
    parts = stretches(draft.text)
    for part in parts:  # a source line at the end already names what a headline credits
        labels.source_line(part.text, walk.credits)
    title, parts = _headline(walk, draft.title, parts)
    parts = [piece for part in parts for piece in _pieces(part)]
    for at, part in enumerate(parts):
        _place(walk, part, at < _TOP, len(parts) - at <= _BOTTOM)
    return Layout(tuple(walk.found), title, walk.byline.authors, walk.byline.published)


def _headline(walk: _Walk, title: str, parts: list[Stretch]) -> tuple[str, list[Stretch]]:
    """Places the headline; returns the article's title and the stretches that are left."""
    while parts and (is_boilerplate(parts[0].text) or bylines.byline(parts[0].text)) and len(parts) > 1 and not title:
        _place(walk, parts[0], True, False)
        parts = parts[1:]
    found = headline(parts[0], title, len(parts) > 1, walk.credits) if parts else None
    if found is None:
        return title, parts
    markup = _MARKUP.match(found.words.text)
    credited = walk.credits.normal(found.credit.text) if found.credit else ""
    body = markup.end() if markup else 0
    walk.add(found.words, "headline", credited, body)
    if found.credit:
        walk.add(found.credit, "source", credited)
    rest = [found.rest] if found.rest and found.rest.text else []
    return title or found.words.text[body:].strip("* _"), [*rest, *parts[1:]]


def _pieces(part: Stretch) -> Iterator[Stretch]:
    """A long stretch without the standing lines that were run together with it at its ends."""
    if len(part.text) < _LONG:
        yield part
        return
    cuts = [0, *(m.end() for m in _SENTENCE_GAP.finditer(part.text)), len(part.text)]
    first, last = 0, len(cuts) - 1
    while last - first > 1 and _is_standing(part.text[cuts[first] : cuts[first + 1]]):
        first += 1
    while last - first > 1 and _is_standing(part.text[cuts[last - 1] : cuts[last]]):
        last -= 1
    bounds = [*cuts[: first + 1], *cuts[last:]]
    for start, end in itertools.pairwise(bounds):
        piece = part.part(part.start + start, part.start + end)
        if piece.text:
            yield piece


def _is_standing(sentence: str) -> bool:
    return is_boilerplate(sentence) or bylines.is_sign_off(sentence)


def _place(walk: _Walk, part: Stretch, is_top: bool, is_bottom: bool) -> None:
    """Adds the block, or blocks, of one stretch."""
    line = bylines.byline(part.text) if is_top else None
    if line:
        _keep_byline(walk, part, line)
    elif credited := labels.source_line(part.text, walk.credits):
        walk.add(part, "source", credited)
    elif section := labels.heading(part.text):
        walk.section, walk.credited, walk.is_quote_open = section, "", False
        walk.add(part, "boilerplate", section=section)
    elif is_bottom and bylines.is_sign_off(part.text):
        walk.add(part, "byline")
    elif is_boilerplate(part.text) or (is_bottom and is_bio(part.text)):
        walk.add(part, "boilerplate")
    elif is_caption(part.text):
        walk.add(part, "caption")
    else:
        _place_words(walk, part)


def _keep_byline(walk: _Walk, part: Stretch, line: bylines.Byline) -> None:
    walk.byline = replace(
        walk.byline, authors=walk.byline.authors or line.authors, published=walk.byline.published or line.published
    )
    walk.add(part, "byline")


def _place_words(walk: _Walk, part: Stretch) -> None:
    """Adds a paragraph or bullet, with its label, and keeps track of the section it stands in."""
    bullet = _BULLET.match(part.text)
    body = bullet.end() if bullet else 0
    if markup := _MARKUP.match(part.text):
        body = markup.end()
    label = labels.label(part.text[body:], walk.credits)
    if label:
        walk.section, walk.credited = label.section, label.credited
        body += label.length
    elif walk.section == "quote" and not walk.is_quote_open and part.text[body : body + 1] not in ("“", '"', "«", "‘"):
        walk.section, walk.credited = "", ""
    words = part.text[body:]
    if walk.section == "quote":
        walk.is_quote_open = _is_open(words)
    credited = walk.credited if walk.section == "quote" or label else ""
    body += dateline_length(words, walk.directory)
    walk.add(part, "bullet" if bullet else "paragraph", credited, body, walk.section)


def _is_open(words: str) -> bool:
    """Whether a quotation that begins in `words` goes on in the next paragraph."""
    return words.count("“") > words.count("”") or words.count("«") > words.count("»") or words.count('"') % 2 == 1
