"""Labels for pairs of claims from hand-annotated events (gold.json and pairs.jsonl beside an articles folder)."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path
from typing import Any

import pandas as pd

Mention = dict[str, str]
Label = str


WHOLE = 0.5
"""How well claims must cover two mentions for each pair of them to be `unrelated`: a phrase inside may be shared."""


def squeezed(text: str) -> str:
    """Text with runs of white space folded to one blank."""
    return re.sub(r"\s+", " ", text).strip()


class GoldEvent:
    """One event's labels over the claims of a run.

    Parameters
    ----------
    folder : the event's folder with gold.json and pairs.jsonl.
    articles : table of `Articles` of the run.
    claims : table of `Claims` of the run.
    """

    def __init__(self, folder: Path, articles: pd.DataFrame, claims: pd.DataFrame) -> None:
        self.gold: dict[str, Any] = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        judged = folder / "pairs.jsonl"
        lines = judged.read_text(encoding="utf-8").splitlines() if judged.exists() else []
        self.judged = [json.loads(line) for line in lines]
        self._texts = {str(r.path): squeezed(r.text) for r in articles.itertuples(index=False)}
        self._spans: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for row in claims.itertuples(index=False):
            name, quote = str(row.path), squeezed(str(row.quote))
            at = self._texts[name].find(quote)
            if at >= 0:
                self._spans[name].append((at, at + len(quote), str(row.claim_id)))

    def claims_at(self, mention: Mention) -> dict[str, float]:
        """Claims whose quote overlaps the mention by half of the shorter of the two, with how well (Jaccard)."""
        name, quote = mention["article"], squeezed(mention["quote"])
        start = self._texts[name].find(quote)
        end = start + len(quote)
        if start < 0:
            return {}
        shared = {c: (min(end, b) - max(start, a), end - start, b - a) for a, b, c in self._spans[name]}
        return {c: s / (one + two - s) for c, (s, one, two) in shared.items() if s >= 0.5 * min(one, two)}

    def mention_pairs(self) -> Iterator[tuple[Mention, Mention, Label]]:
        """Pairs of mentions in different articles with their label: a relation, or `compatible`."""
        for fact in self.gold["facts"]:
            positions = {p["id"]: p["mentions"] for p in fact["positions"]}
            for mentions in positions.values():
                yield from ((one, two, "agree") for one, two in combinations(mentions, 2))
            told = {frozenset((r["a"], r["b"])): r["relation"] for r in fact.get("relations", [])}
            for a, b in combinations(positions, 2):
                label = told.get(frozenset((a, b)), "compatible")
                yield from ((one, two, label) for one, two in product(positions[a], positions[b]))
        yield from ((pair["a"], pair["b"], pair["relation"]) for pair in self.judged)
        yield from ((trap["a"], trap["b"], "unrelated") for trap in self.gold.get("traps", []))

    def labels(self, similarity: dict[tuple[str, str], float]) -> dict[tuple[str, str], Label]:
        """Label of each candidate pair that gold says something about; `ambiguous` where a claim holds several facts.

        `similarity` has the candidate pairs. Where several claims make up a mention, the pair carries the label of the
        two mentions that is the most alike and covers them best; the others are `ambiguous`.
        """
        found: dict[tuple[str, str], set[Label]] = defaultdict(set)
        for one, two, label in self.mention_pairs():
            if one["article"] == two["article"]:
                continue
            here, there = self.claims_at(one), self.claims_at(two)
            cover = {_ordered(x, y): (here[x] * there[y]) ** 0.5 for x, y in product(here, there)}
            known = sorted((p for p in cover if p in similarity), key=lambda p: (-similarity[p] - cover[p], p))
            for rank, pair in enumerate(known):
                is_told = rank == 0 or (label == "unrelated" and cover[pair] >= WHOLE)
                found[pair].add(label if is_told else "ambiguous")
        return {pair: _single(labels) for pair, labels in found.items()}


def _ordered(x: str, y: str) -> tuple[str, str]:
    return (x, y) if x < y else (y, x)


def _single(labels: set[Label]) -> Label:
    for strong in ("conflict", "update", "agree"):
        if strong in labels:
            return strong
    return "unrelated" if labels == {"unrelated"} else "ambiguous"
