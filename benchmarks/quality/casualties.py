"""Differing tolls of one incident: found or not.

    python benchmarks/quality/casualties.py --data FOLDER [--json OUT]

FOLDER/news/fakes: incidents of a war with the number of dead that each of several reports gives, by the consensus of
several readers (0 where a report gives none). Of two reports of one incident that give a figure each, xref should mark
the pair when the figures differ: some claims of theirs conflict, or update each other. Told are precision and recall
over pairs of reports, and over incidents, in which any pair is marked.
"""

from __future__ import annotations

import sys
from itertools import combinations
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from recorded import arguments, f1, lines, record
from rooms import compared

from xref.config import Config

Pair = frozenset[str]


def main() -> None:
    """Scores every incident by itself."""
    args = arguments(__doc__)
    folder = args.data / "news" / "fakes"
    articles = {row["id"]: row for row in lines(folder / "articles.jsonl.gz")}
    gold: set[Pair] = set()
    known: set[Pair] = set()
    marked: set[Pair] = set()
    incidents = []
    for incident in lines(folder / "gold_events.jsonl.gz"):
        tolls = {one["article_id"]: dead(one) for one in incident["reported"] if dead(one)}
        pairs = {frozenset(pair): pair for pair in combinations(sorted(tolls), 2)}
        differing = {key for key, (one, two) in pairs.items() if tolls[one] != tolls[two]}
        found = disagreeing([articles[name] for name in incident["articles"]]) & set(pairs)
        known, gold, marked = known | set(pairs), gold | differing, marked | found
        if pairs:
            incidents.append((bool(differing), bool(found)))
    hits = sum(wanted and found for wanted, found in incidents)
    record(
        {
            "pairs of reports": {
                **f1(len(gold & marked), len(marked), len(gold)),
                "of": len(known),
                "differing": len(gold),
            },
            "incidents": {
                **f1(hits, sum(found for _, found in incidents), sum(wanted for wanted, _ in incidents)),
                "of": len(incidents),
                "differing": sum(wanted for wanted, _ in incidents),
            },
        },
        args.json,
    )


def dead(report: dict[str, Any]) -> int:
    """The number of dead that a report gives, 0 for none."""
    return int(report["civilians"] or 0) + int(report["noncivilians"] or 0)


def disagreeing(rows: list[dict[str, Any]]) -> set[Pair]:
    """Pairs of articles with claims whose figures conflict or update each other."""
    result = compared(rows, Config())
    article = dict(zip(result.claims["claim_id"], result.claims["article_id"], strict=True))
    pairs = result.pairs.assign(
        apart=result.signals["quantity_apart"].to_numpy() + result.signals["count_moved"].to_numpy()
    )
    told = pairs[pairs["relation"].isin(["conflict", "update"]) & (pairs["apart"] > 0)]
    ends = zip(told["claim_a"], told["claim_b"], strict=True)
    return {frozenset((article[a], article[b])) for a, b in ends} - {frozenset((name,)) for name in article.values()}


if __name__ == "__main__":
    main()
