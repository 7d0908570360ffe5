"""Stories: pairs of articles put into one story, against those that editors put into one.

    python benchmarks/quality/stories.py --data FOLDER [--json OUT]

FOLDER/news/basil (96 events, three outlets each) and FOLDER/news/allsides (1,293 roundups of editors; some events are
split over two roundups, so that F1 is a lower bound). Told is pairwise precision, recall and F1 with the defaults,
beside the best F1 that a threshold on TF-IDF cosine reaches when it takes every pair above it.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from recorded import arguments, f1, lines, record
from rooms import articles_of, cache

from xref import embed, stories
from xref.config import Config
from xref.progress import Silent

Bools = npt.NDArray[np.bool_]


def main() -> None:
    """Scores both sets."""
    args = arguments(__doc__)
    figures = {name: scored(args.data / "news" / name) for name in ("basil", "allsides")}
    record({"stories": figures, "min_similarity": Config().stories.min_similarity}, args.json)


def scored(folder: Path) -> dict[str, Any]:
    """Pairwise figures of one set."""
    rows, config = lines(folder / "articles.jsonl.gz"), Config()
    articles = articles_of(rows)
    vectors = embed.embed(articles.iloc[:0].assign(statement=""), articles, config.embed, cache(), Silent())
    begun = time.perf_counter()
    told = stories.group(articles, vectors.articles, config.stories).stories["story_id"]
    seconds = time.perf_counter() - begun
    gold = gold_pairs(folder, rows)
    found = same(told.to_numpy().astype(str))
    return {
        "articles": len(rows),
        **f1(int((found & gold).sum()), int(found.sum()), int(gold.sum())),
        "tfidf_best_f1": tfidf_floor(articles, gold),
        "seconds": round(seconds, 2),
    }


def gold_pairs(folder: Path, rows: list[dict[str, Any]]) -> Bools:
    """Which two articles are of one story, upper triangle, shape (articles, articles)."""
    if not (folder / "gold_stories.jsonl.gz").is_file():
        return same(np.array([row["event_id"] for row in rows]))
    place = {row["id"]: at for at, row in enumerate(rows)}
    gold = np.zeros((len(rows), len(rows)), dtype=bool)
    for story in lines(folder / "gold_stories.jsonl.gz"):
        members = [place[name] for name in story["articles"] if name in place]
        gold[np.ix_(members, members)] = True
    return np.triu(gold, 1)


def same(labels: npt.NDArray[np.str_]) -> Bools:
    """Which two rows have one label, upper triangle."""
    codes = pd.factorize(labels)[0]
    return np.triu(codes[:, None] == codes[None, :], 1)


def tfidf_floor(articles: pd.DataFrame, gold: Bools) -> float:
    """The best F1 of a threshold on TF-IDF cosine."""
    words = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(
        articles["title"] + " " + articles["text"]
    )
    alike = (words @ words.T).toarray()
    upper = np.triu_indices(len(articles), 1)
    order = np.argsort(-alike[upper], kind="stable")
    hits = np.cumsum(gold[upper][order])
    best = 2 * hits / (np.arange(1, len(hits) + 1) + gold.sum())
    return round(float(best.max()), 4)


if __name__ == "__main__":
    main()
