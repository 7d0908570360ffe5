"""Writes the articles of a data set as one JSON Lines file that `xref check` reads.

    make_jsonl.py --data FOLDER --out FOLDER [SET ...]

`--data` holds a folder per set with `articles.jsonl.gz` (title, outlet, author, published, url, text); the file becomes
`OUT/SET/articles.jsonl`. Without a SET: basil and allsides.
"""

from __future__ import annotations

import argparse
import gzip
import json
from pathlib import Path

FIELDS = ("title", "outlet", "author", "published", "url", "text")


def write(source: Path, target: Path) -> int:
    """Writes the articles of `source` to `target`, without what xref doesn't read; returns how many."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(source, "rt", encoding="utf-8") as rows, target.open("w", encoding="utf-8") as out:
        articles = [json.loads(row) for row in rows]
        for told in articles:
            out.write(json.dumps({field: told.get(field) or "" for field in FIELDS}, ensure_ascii=False) + "\n")
    return len(articles)


def main() -> None:
    """Writes each set, and prints how many articles it has."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", default=["basil", "allsides"], metavar="SET")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    for name in options.sets:
        source = options.data / name / "articles.jsonl.gz"
        if not source.exists():
            print(f"{name}: skipped, {source} is not there")
            continue
        target = options.out / name / "articles.jsonl"
        print(f"{name}: {write(source, target)} articles in {target}")


if __name__ == "__main__":
    main()
