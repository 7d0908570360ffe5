"""Sentences that tell of one event, against sentences that don't.

    python benchmarks/quality/ecbplus.py --data FOLDER [--topics 12] [--json OUT]

FOLDER/news/ecbplus: a topic holds articles of two alike events, "NNecb" and "NNecbplus" (two arrests, two quakes). Only
annotated sentences are read. A pair of sentences of two articles belongs together when an event chain, reporting verbs
aside, has mentions in both. xref finds it when some claim of one is judged to agree with, conflict with or update some
claim of the other. Told are precision, recall and F1 over pairs within an event and with the pairs across the two alike
events as hard negatives, how many of those xref joins, and the best F1 of any one threshold on the cosine of sentences.
Sharing one event is less than saying the same, so recall counts many pairs that xref rightly keeps apart.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from recorded import arguments, f1, lines, record
from rooms import compared

from xref.config import Config, EmbedConfig
from xref.embed import Encoder
from xref.embed.model import SentenceTransformerEncoder

Sentence = tuple[str, int]
"""Article and number of the sentence."""
Pair = tuple[Sentence, Sentence]


def main() -> None:
    """Scores the first topics."""
    args = arguments(__doc__, topics=(int, 12, "topics, in the order of their numbers"))
    folder = args.data / "news" / "ecbplus"
    articles, mentions = lines(folder / "articles.jsonl.gz"), lines(folder / "gold_mentions.jsonl.gz")
    topics = sorted({row["topic"] for row in articles}, key=int)[: args.topics]
    tallies: dict[str, dict[str, set[Pair]]] = {"within": defaultdict(set), "across": defaultdict(set)}
    cosines: dict[Pair, float] = {}
    encoder = SentenceTransformerEncoder(EmbedConfig())
    for topic in topics:
        rows = [row for row in articles if row["topic"] == topic]
        told = [row for row in mentions if row["topic"] == topic and row["in_selected_sentence"]]
        score_topic(rows, told, encoder, tallies, cosines)
        print(topic, file=sys.stderr, flush=True)
    within, across = tallies["within"], tallies["across"]
    gold, found, hard = within["gold"], within["found"], across["found"] - across["gold"]
    wanted = gold | across["gold"]
    figures = {
        "within events": f1(len(gold & found), len(found), len(gold)),
        "with hard negatives": f1(len(wanted & (found | across["found"])), len(found | across["found"]), len(wanted)),
        "hard negatives joined": f"{len(hard)} of {len(across['all'] - across['gold'])}",
        "best cosine f1 within events": best_f1(cosines, within["all"], gold),
        "best cosine f1 with hard negatives": best_f1(cosines, within["all"] | across["all"], wanted),
        "pairs": len(within["all"]) + len(across["all"]),
        "topics": len(topics),
    }
    record({"ecbplus": figures}, args.json)


def score_topic(
    rows: list[dict[str, Any]],
    mentions: list[dict[str, Any]],
    encoder: Encoder,
    tallies: dict[str, dict[str, set[Pair]]],
    cosines: dict[Pair, float],
) -> None:
    """Adds one topic's pairs: all, gold and found, within an event and across the two."""
    chains: dict[Sentence, set[str]] = defaultdict(set)
    for mention in mentions:
        sentence = (mention["article_id"], int(mention["sentence"]))
        chains[sentence]  # a sentence with entities only is annotated too
        if mention["kind"] == "event" and "REPORTING" not in mention["type"]:
            chains[sentence].add(mention["chain"])
    event = {row["id"]: row["event_id"] for row in rows}
    texts = {
        (row["id"], number): row["text"][start:end] for row in rows for number, start, end in row["meta"]["sentences"]
    }
    found = joined(rows, sorted(chains), texts)
    known = sorted(chains)
    vectors = dict(zip(known, encoder.encode([texts[sentence] for sentence in known]), strict=True))
    for one, two in combinations(known, 2):
        if one[0] == two[0]:
            continue
        tally = tallies["within" if event[one[0]] == event[two[0]] else "across"]
        tally["all"].add((one, two))
        cosines[one, two] = float(vectors[one] @ vectors[two])
        if chains[one] & chains[two]:
            tally["gold"].add((one, two))
        if (one, two) in found:
            tally["found"].add((one, two))


def joined(rows: list[dict[str, Any]], known: list[Sentence], texts: dict[Sentence, str]) -> set[Pair]:
    """Pairs of sentences that xref relates; its articles are the annotated sentences, one a line."""
    line_of: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in known:
        line_of[sentence[0]].append(sentence)
    articles = [
        {"id": row["id"], "outlet": row["id"], "text": "\n".join(flat(texts[s]) for s in line_of[row["id"]])}
        for row in rows
        if row["id"] in line_of
    ]
    result = compared(articles, Config())
    text = {row["id"]: row["text"] for row in articles}
    claims = zip(result.claims["claim_id"], result.claims["article_id"], result.claims["start"], strict=True)
    sentence_of = {c: line_of[a][text[a].count("\n", 0, int(start))] for c, a, start in claims}
    related = result.pairs[result.pairs["relation"] != "unrelated"]
    ends = zip(related["claim_a"], related["claim_b"], strict=True)
    return {tuple(sorted((sentence_of[a], sentence_of[b]))) for a, b in ends}


def flat(text: str) -> str:
    """A sentence on one line."""
    return re.sub(r"\s+", " ", text).strip()


def best_f1(cosines: dict[Pair, float], pairs: Iterable[Pair], gold: set[Pair]) -> float:
    """The best F1 of a threshold on the cosine of the sentences."""
    order = sorted(pairs, key=lambda pair: (-cosines[pair], pair))
    hits = np.cumsum([pair in gold for pair in order])
    return round(float((2 * hits / (np.arange(1, len(order) + 1) + len(gold))).max()), 4)


if __name__ == "__main__":
    main()
