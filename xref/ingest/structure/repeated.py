"""Blocks that an outlet repeats word for word at the ends of its articles: boilerplate that no form foresaw.

A passage that two reports of one event share is repeated too, so a block only counts where it stands in at least three
articles of the outlet that have hardly anything else in common.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from xref.ingest.drafts import folded
from xref.ingest.structure.blocks import Block

_MIN_ARTICLES = 3
_MAX_WORDS = 16
_EDGE = 4
_MAX_SHARED = 0.4


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
    standing = {key for key, found in repeated.items() if _are_unlike([words[a] for a in sorted(found)])}
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


def _are_unlike(articles: list[list[str]]) -> bool:
    """Whether most words of the articles stand in passages that only one of them has."""
    carriers = Counter(block for article in articles for block in set(article))
    lengths = [(len(block.split()), carriers[block] > 1) for article in articles for block in article]
    shared = sum(length for length, is_shared in lengths if is_shared)
    return shared <= _MAX_SHARED * sum(length for length, _ in lengths)
