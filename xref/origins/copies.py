"""Which articles share copied text, how much of it, and who was earlier."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import pandas as pd

from xref.config import OriginsConfig
from xref.origins import candidates
from xref.origins.dates import is_earlier
from xref.origins.formulas import without_formulas
from xref.origins.rows import rows
from xref.origins.words import Words, words_of
from xref.tables import Copies, checked

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two articles share, quotations and boilerplate left out."""

    a_in_b: float
    """Share of the first article's shingles found in the second."""
    b_in_a: float
    run: int
    """Longest shared run, words."""
    evidence: str

    @property
    def containment(self) -> float:
        """The larger of the two shares: a trimmed reprint lies wholly in its original."""
        return max(self.a_in_b, self.b_in_a)


@dataclass(frozen=True)
class Copied:
    """The pairs of articles that share copied text: `tables.Copies`, and the longest shared run of each, in words."""

    table: pd.DataFrame
    runs: dict[tuple[str, str], int]
    texts: dict[str, Words]
    """Every article's words, by path."""


def find_copies(
    articles: pd.DataFrame, blocks: pd.DataFrame, agencies: Mapping[str, str], config: OriginsConfig
) -> Copied:
    """The pairs of articles that share copied text.

    Parameters
    ----------
    articles, blocks : see `tables.Articles` and `tables.Blocks`.
    agencies : article_id to the agency that the article credits, where it credits one.
    config : thresholds.

    Returns the pairs in the order of paths.
    """
    ordered = articles.sort_values("path", ignore_index=True)
    published, outlets = list(ordered["published"]), list(ordered["outlet"])
    texts = without_formulas(_evidence(ordered, blocks, config.shingle_words), outlets, published)
    search = candidates.exact if len(texts) <= config.exact_below else candidates.winnowed
    proposed = set(search(texts, config.min_run_words)) | _same_text(texts)
    table: list[dict[str, object]] = []
    runs: dict[tuple[str, str], int] = {}
    wires = [agencies.get(one, "") for one in ordered["article_id"]]
    for a, b in sorted(proposed):
        overlap = measure(texts[a], texts[b])
        wire = wires[a] or wires[b]
        is_same_text = texts[a].whole == texts[b].whole
        if kind := _kind(overlap, is_same_text, wire, config):
            runs[texts[a].path, texts[b].path] = overlap.run
            table.append(
                {
                    "path_a": texts[a].path,
                    "path_b": texts[b].path,
                    "kind": kind,
                    "containment_a_in_b": round(overlap.a_in_b, 4),
                    "containment_b_in_a": round(overlap.b_in_a, 4),
                    "wire": wire,
                    "earlier": earlier_of(texts[a].path, texts[b].path, published[a], published[b]),
                    "evidence": overlap.evidence,
                }
            )
    return Copied(checked(Copies, pd.DataFrame(table)), runs, {text.path: text for text in texts})


def measure(a: Words, b: Words) -> Overlap:
    """Containment both ways and the longest shared run of two articles."""
    if a.whole == b.whole:
        count = len(a.words)
        return Overlap(1.0, 1.0, count or len(a.whole.split()), a.stretch(0, count) if count else a.text[:200])
    shared = len(a.distinct & b.distinct)
    run, at = _longest_run(a, b)
    return Overlap(
        shared / max(1, len(a.distinct)), shared / max(1, len(b.distinct)), run, a.stretch(at, run) if run else ""
    )


def _longest_run(a: Words, b: Words) -> tuple[int, int]:
    """Length of the longest shared run in words, and its first word in `a`."""
    places: dict[int, list[int]] = defaultdict(list)
    for at, value in zip(a.places.tolist(), a.hashes.tolist(), strict=True):
        places[value].append(at)
    best, first = 0, 0
    before: dict[int, int] = {}
    last = -2
    for at, value in zip(b.places.tolist(), b.hashes.tolist(), strict=True):
        if at != last + 1:
            before = {}
        here = {place: before.get(place - 1, 0) + 1 for place in places.get(value, ())}
        for place, length in here.items():
            if length > best or (length == best and place - length + 1 < first):
                best, first = length, place - length + 1
        before, last = here, at
    return (best + a.shingle_words - 1, first) if best else (0, 0)


def _kind(overlap: Overlap, is_same_text: bool, wire: str, config: OriginsConfig) -> str:
    """The kind of copy, "" when it is none; the same text throughout is one, however short.

    It never depends on the outlets: a reprint by another outlet must have the kinds of its original.
    """
    if overlap.run < config.min_run_words and not is_same_text:
        return ""
    if overlap.containment >= config.near_verbatim:
        return "near-verbatim"
    if overlap.containment >= config.shared_wire and wire:
        return "shared-wire"
    return "partial" if overlap.containment >= config.partial else ""


def _evidence(ordered: pd.DataFrame, blocks: pd.DataFrame, shingle_words: int) -> list[Words]:
    by_article: dict[str, list[tuple[int, int, str, str]]] = defaultdict(list)
    for article, *block in rows(blocks, "article_id", "start", "end", "kind", "section"):
        by_article[article].append(tuple(block))
    columns = ordered[["article_id", "path", "text", "title"]]
    return [
        words_of(path, text, title, by_article.get(article, []), shingle_words)
        for article, path, text, title in rows(columns)
    ]


def _same_text(texts: Sequence[Words]) -> set[tuple[int, int]]:
    """Pairs with the same words throughout, however short."""
    groups: dict[str, list[int]] = defaultdict(list)
    for at, text in enumerate(texts):
        if text.whole:
            groups[text.whole].append(at)
    return {pair for group in groups.values() for pair in combinations(group, 2)}


def earlier_of(path_a: str, path_b: str, published_a: str, published_b: str) -> str:
    """The path of the earlier article, `unknown` where the dates don't tell."""
    if is_earlier(published_a, published_b):
        return path_a
    return path_b if is_earlier(published_b, published_a) else UNKNOWN
