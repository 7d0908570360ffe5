"""Blocks that an outlet repeats word for word at the ends of its articles: boilerplate that no form foresaw.

A passage that two reports of one event share is repeated too, so a block only counts where it stands in at least three
articles of the outlet that have hardly anything else in common.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from xref.ingest.drafts import folded
from xref.ingest.structure.blocks import Block

_MIN_ARTICLES = 3
_MAX_WORDS = 40
_EDGE = 4
_MAX_SHARED = 0.2


def mark_repeated(
    texts: Sequence[str], blocks: Sequence[tuple[Block, ...]], outlets: Sequence[str]
) -> list[tuple[Block, ...]]:
    """The blocks of every article, with its outlet's standing lines as boilerplate. The three lists go in parallel."""
    words = [[folded(text[b.start : b.end]) for b in own] for text, own in zip(texts, blocks, strict=True)]
    places: dict[tuple[str, str], set[int]] = defaultdict(set)
    for article, own in enumerate(blocks):
        for at in _edges(own):
            if 0 < len(words[article][at].split()) <= _MAX_WORDS:
                places[outlets[article], words[article][at]].add(article)
    repeated = {key: found for key, found in places.items() if len(found) >= _MIN_ARTICLES}
    standing = {
        key
        for key, found in repeated.items()
        if _are_unlike([words[a] for a in sorted(found)], {k[1] for k in repeated})
    }
    marked = []
    for article, own in enumerate(blocks):
        hits = {at for at in _edges(own) if (outlets[article], words[article][at]) in standing}
        marked.append(tuple(replace(b, kind="boilerplate") if at in hits else b for at, b in enumerate(own)))
    return marked


def _edges(own: Sequence[Block]) -> list[int]:
    """Numbers of the blocks near an article's ends that could be a standing line."""
    count = len(own)
    return [
        at
        for at in range(count)
        if (at < _EDGE or at >= count - _EDGE) and own[at].kind in ("paragraph", "bullet", "caption")
    ]


def _are_unlike(articles: list[list[str]], standing: set[str]) -> bool:
    """Whether articles share next to nothing beside the lines that may be standing ones."""
    rests = [{block for block in article if block and block not in standing} for article in articles]
    seen: dict[str, int] = defaultdict(int)
    for rest in rests:
        for block in rest:
            seen[block] += 1
    total = sum(len(rest) for rest in rests)
    shared = sum(count for count in seen.values() if count > 1)
    return total > 0 and shared <= _MAX_SHARED * total
