"""Copies against annotated events and against pairs computed from n-grams.

    python benchmarks/quality/copies.py --events FOLDER --data FOLDER

`--events` holds one folder an event (articles/*.txt, gold.json): recall is over its near-verbatim and shared-wire
pairs, precision over all pairs it calls copies. `--data` holds news/allsides and news/fakes with `silver_copy_pairs`:
they were computed without regard to quotations, so a pair with little shared text outside quotation marks is a shared
speech. Told are the share of silver pairs marked, by their label, and how many other pairs were marked.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pandas as pd

from xref.config import Config
from xref.ingest import read_folder
from xref.origins.copies import find_copies
from xref.origins.same_wire import with_same_wire
from xref.origins.trace import agencies_credited
from xref.outlets import Directory
from xref.progress import Silent
from xref.tables import Articles, Blocks, checked, empty


def main() -> None:
    """Prints one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=Path)
    parser.add_argument("--data", type=Path)
    arguments = parser.parse_args()
    found: dict[str, Any] = {}
    if arguments.events:
        found["events"] = events(arguments.events)
    for name in ("fakes", "allsides") if arguments.data else ():
        found[name] = silver(arguments.data / "news" / name)
    print(json.dumps(found, indent=1))


def events(folder: Path) -> dict[str, Any]:
    """Recall and precision over all events."""
    want, right, marked, missed = 0, 0, 0, []
    for event in sorted(path.parent for path in folder.glob("*/gold.json")):
        gold = json.loads((event / "gold.json").read_text(encoding="utf-8"))["copies"]
        read = read_folder(event / "articles", Config().ingest, Directory(), Silent())
        got = pairs(read.articles, read.blocks)
        told = {frozenset((one["a"], one["b"])) for one in gold}
        needed = {frozenset((c["a"], c["b"])) for c in gold if c["kind"] in ("near_verbatim", "shared_wire")}
        want, right, marked = want + len(needed), right + len(got & told), marked + len(got)
        missed += [f"{event.name}: {' ~ '.join(sorted(pair))}" for pair in sorted(needed - got, key=sorted)]
    recall, precision = 1 - len(missed) / max(want, 1), right / max(marked, 1)
    return {
        "recall": round(recall, 4),
        "of": want,
        "precision": round(precision, 4),
        "marked": marked,
        "missed": missed,
    }


def silver(folder: Path) -> dict[str, Any]:
    """Share of computed pairs marked, and other pairs marked."""
    rows = _lines(folder / "articles.jsonl.gz")
    table = {name: [row[name] or "" for row in rows] for name in ("outlet", "title", "published", "text")}
    names = [row["id"] for row in rows]
    rest = dict.fromkeys(("authors", "url", "sha256", "utc_offset"), "")
    fixed = {"article_id": names, "path": names, "language": "en", "words": 1, "outlet_from": "metadata"}
    got = pairs(checked(Articles, pd.DataFrame({**table, **rest, **fixed})), empty(Blocks))
    labels = {frozenset((row["a"], row["b"])): row["label"] for row in _lines(folder / "silver_copy_pairs.jsonl.gz")}
    of = Counter(labels.values())
    hit = Counter(label for pair, label in labels.items() if pair in got)
    return {
        "marked by label": {label: f"{hit[label]} of {of[label]}" for label in sorted(of)},
        "other": len(got - set(labels)),
    }


def pairs(articles: pd.DataFrame, blocks: pd.DataFrame) -> set[frozenset[str]]:
    """The pairs of paths that the room marks."""
    agencies = agencies_credited(articles, blocks, Directory())
    copied = find_copies(articles, blocks, agencies, Config().origins)
    table = with_same_wire(copied, articles, agencies)
    return {frozenset(pair) for pair in zip(table["path_a"], table["path_b"], strict=True)}


def _lines(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as handle:
        return [json.loads(line) for line in handle]


if __name__ == "__main__":
    main()
