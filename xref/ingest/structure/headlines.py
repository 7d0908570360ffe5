"""Where an article's headline stands in its text, and whom its last words credit ("… – Financial Times")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from xref.ingest.drafts import folded
from xref.ingest.structure.labels import Credits
from xref.ingest.structure.stretches import Stretch

_SUFFIX = re.compile(r"(?P<head>.{12,300}?)\s+[–—|-]\s+(?P<who>[A-Z][^–—|\n]{1,50})\Z", re.DOTALL)
_OUTLET_WORD = re.compile(
    r"\b(?:times|post|news|herald|tribune|journal|agency|press|gazette|guardian|observer|tv|radio|media"
    r"|magazine|review|telegraph|ledger|courier|"
    r"chronicle|mail|wire|network|broadcasting|pravda|zeitung)\Z",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.;,:]['\"”’]?\Z")
_MAX_CHARACTERS = 220
_MAX_WORDS = 35


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline's stretch, the rest of the stretch it stands in, and the credited name at its end, if any."""

    words: Stretch
    rest: Stretch | None = None
    credit: Stretch | None = None


def headline(first: Stretch, title: str, has_more: bool, credits: Credits) -> Headline | None:
    """The headline at the top of a text; None when the text begins with its first paragraph."""
    length = _title_length(first.text, title) if title else 0
    if length:
        words = first.part(first.start, first.start + length)
        rest = first.part(first.start + length, first.end) if length < len(first.text) else None
        return _credited(words, rest, credits)
    if not title and has_more and _looks_like_headline(first):
        return _credited(first, None, credits)
    return None


def _title_length(text: str, title: str) -> int:
    """Characters of `text` that repeat the title; 0 when it does not begin with it, or goes on in the same sentence."""
    wanted = folded(title).replace(" ", "")
    if not wanted:
        return 0
    at = matched = 0
    while matched < len(wanted) and at < len(text):
        for character in text[at].casefold():
            if character.isalnum():
                if matched >= len(wanted) or wanted[matched] != character:
                    return 0
                matched += 1
        at += 1
    if matched < len(wanted):
        return 0
    while at < len(text) and text[at] in ".!?…’”\"')»*_":
        at += 1
    rest = text[at:]
    is_end = not rest.strip() or bool(re.match(r"\s+[A-Z“\"‘'(\d]", rest)) or bool(re.match(r"\s+[–—|-]\s+[A-Z]", rest))
    return len(text.rstrip()) if re.fullmatch(r"\s+[–—|-]\s+[A-Z][^–—|]{1,50}", rest) else at if is_end else 0


def _looks_like_headline(first: Stretch) -> bool:
    words = len(first.text.split())
    is_marked = first.text.startswith("#")
    return (
        2 <= words <= _MAX_WORDS
        and len(first.text) <= _MAX_CHARACTERS
        and (is_marked or (not _SENTENCE_END.search(first.text) and (first.is_alone or words <= 20)))
    )


def _credited(words: Stretch, rest: Stretch | None, credits: Credits) -> Headline:
    found = _SUFFIX.fullmatch(words.text)
    if found and (credits.knows(found["who"].strip()) or _OUTLET_WORD.search(found["who"].strip())):
        head = words.part(words.start, words.start + found.end("head"))
        return Headline(head, rest, words.part(words.start + found.start("who"), words.end))
    return Headline(words, rest)
