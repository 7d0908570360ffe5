"""Time of the claims room against spaCy's own pipeline over the same text.

    python benchmarks/speed/claims.py --data FILE.jsonl.gz [--articles 60] [--out FILE]

FILE holds articles with `text`, one a line. Both are timed in one process in seconds of processor time, so that other
work on the machine does not count; spaCy first, the better of `--repeats` runs each. Writes JSON with words, seconds,
their ratio, the machine and the commit.
"""

# ruff: noqa: E501 - tables and article text keep one entry a line

from __future__ import annotations

import argparse
import gzip
import json
import platform
import re
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd

from xref import claims
from xref.claims.parser import load_parser, parser_name
from xref.config import ClaimsConfig
from xref.outlets import Directory
from xref.progress import Silent


def tables_of(texts: list[str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Articles and blocks of the texts, a block a line."""
    articles, blocks = [], []
    for number, text in enumerate(texts):
        key = f"a{number:08x}"
        articles.append(
            {
                "article_id": key, "path": f"{number}.txt", "outlet": "unknown", "title": "", "authors": "", "published": "2024-05-16",
                "url": "", "language": "en", "words": 0, "sha256": "", "text": text, "utc_offset": "", "outlet_from": "unknown",
            }
        )  # fmt: skip
        for line in re.finditer(r"[^\n]+", text):
            blocks.append(
                {
                    "article_id": key, "start": line.start(), "end": line.end(), "kind": "paragraph", "section": "", "credited": "",
                    "body": line.start(),
                }
            )  # fmt: skip
    return pd.DataFrame(articles), pd.DataFrame(blocks)


def spacy_seconds(texts: list[str]) -> float:
    """Seconds of the bare pipeline over the lines of the texts."""
    nlp = load_parser("")
    lines = [line for text in texts for line in text.split("\n") if line.strip()]
    begun = time.process_time()
    for _ in nlp.pipe(lines, batch_size=64):
        pass
    return time.process_time() - begun


def claims_seconds(texts: list[str]) -> tuple[float, int]:
    """Seconds of the whole room, and how many claims it made."""
    articles, blocks = tables_of(texts)
    begun = time.process_time()
    found = claims.extract(articles, blocks, ClaimsConfig(), Directory(), Silent())  # type: ignore[call-arg]
    return time.process_time() - begun, len(found.claims)


def main() -> int:
    """Measures and prints the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--repeats", type=int, default=2)
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    if not args.data.exists():
        print(f"{args.data}: not there", file=sys.stderr)
        return 2
    with gzip.open(args.data, "rt", encoding="utf-8") as handle:
        texts = [json.loads(line)["text"] for line, _ in zip(handle, range(args.articles), strict=False)]
    spacy_seconds(texts[:2])
    bare = min(spacy_seconds(texts) for _ in range(args.repeats))
    runs = [claims_seconds(texts) for _ in range(args.repeats)]
    room = min(seconds for seconds, _ in runs)
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False
    ).stdout.strip()
    result = {
        "articles": len(texts),
        "words": sum(len(t.split()) for t in texts),
        "claims": runs[0][1],
        "spacy_seconds": round(bare, 2),
        "claims_seconds": round(room, 2),
        "ratio": round(room / bare, 2),
        "model": parser_name(""),
        "machine": f"{platform.machine()}, {platform.system()}, Python {platform.python_version()}",
        "commit": commit,
    }
    text = json.dumps(result, indent=1)
    print(text)
    if args.out:
        args.out.write_text(text + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
