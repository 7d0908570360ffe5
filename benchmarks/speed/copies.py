"""Seconds and memory of the two searches for copies, and whether they find the same pairs.

    python benchmarks/speed/copies.py --data FOLDER [--articles 6000]

`--data` is searched for articles.jsonl.gz files, whose rows have `text`, `title`, `outlet` and `published`.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import time
import tracemalloc
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from xref.config import OriginsConfig
from xref.origins import candidates
from xref.origins.copies import measure
from xref.origins.formulas import without_formulas
from xref.origins.words import Words, words_of


def main() -> None:
    """Measures and prints one line a search."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--articles", type=int, default=6000)
    options = parser.parse_args()
    texts = sample(options.data, options.articles)
    print(f"{len(texts)} articles, {sum(len(text.hashes) for text in texts) / len(texts):.0f} shingles each")
    for search in (candidates.exact, candidates.winnowed):
        print(json.dumps({"search": search.__name__, **measured(search, texts, OriginsConfig().min_run_words)}))


def sample(folder: Path, count: int) -> list[Words]:
    """`count` articles of all files, drawn with one seed."""
    rows = [row for row in articles(folder) if row.get("text")]
    random.Random(1).shuffle(rows)
    rows = rows[:count]
    size = OriginsConfig().shingle_words
    texts = [words_of(str(at), row["text"], row.get("title") or "", [], size) for at, row in enumerate(rows)]
    outlets = [row.get("outlet") or "unknown" for row in rows]
    return without_formulas(texts, outlets, [row.get("published") or "" for row in rows])


def articles(folder: Path) -> Iterator[dict[str, Any]]:
    """The rows of every articles.jsonl.gz, in the order of paths."""
    for file in sorted(folder.rglob("articles.jsonl.gz")):
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def measured(search: Any, texts: Sequence[Words], run_words: int) -> dict[str, float]:
    """Pairs proposed, pairs with a run of `run_words`, CPU seconds of both steps, peak memory of the first in MB."""
    begun = time.process_time()
    proposed = search(texts, run_words)
    searched = time.process_time()
    found = sum(measure(texts[a], texts[b]).run >= run_words for a, b in proposed)
    done = time.process_time()
    tracemalloc.start()
    search(texts, run_words)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    seconds = {"search_seconds": round(searched - begun, 2), "measure_seconds": round(done - searched, 2)}
    return {"proposed": len(proposed), "with_run": found, **seconds, "peak_mb": round(peak / 1e6)}


if __name__ == "__main__":
    main()
