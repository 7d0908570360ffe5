"""What judging costs over reading: time of the whole room against the bare cross-encoder on the same pairs.

    python benchmarks/speed/compare.py --folder FOLDER [--json OUT]

The claims and candidates are those of the articles in FOLDER. The room runs without a cache; then the bare model scores
the pairs that the room read, in both directions, in one list sorted by length. Told are both in seconds of processor
time, so that other work on the machine does not count, the better of two runs each; their ratio; and how many
candidates a claim the model read at most and on average.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pandas as pd

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from recorded import record
from rooms import cache

from xref import claims, compare, embed, ingest, match, stories
from xref.cache import Cache
from xref.compare.cross_encoder import ShippedCrossEncoder, TextPair
from xref.config import Config
from xref.outlets import Directory
from xref.progress import Silent

T = TypeVar("T")


def main() -> None:
    """Times the room and the bare model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, required=True, help="folder of articles")
    parser.add_argument("--json", type=Path, help="file to write")
    args = parser.parse_args()
    if not args.folder.is_dir():
        raise SystemExit(f"skipped: {args.folder} is not there")
    config = Config()
    found, candidates = candidates_of(args.folder, config)
    encoder = ShippedCrossEncoder(config.compare)
    encoder.score([("A warm-up", "of the model")] * 64)

    def room() -> compare.Judged:
        return compare.judge(candidates, found, config.compare, Cache(None), Silent(), lambda _: encoder)

    judged, room_seconds = best_of_two(room)
    read = judged.signals[judged.signals["read"]]
    texts = pairs_of(read, found)
    _, bare_seconds = best_of_two(lambda: encoder.score(texts))
    reads = pd.concat([read["claim_a"], read["claim_b"]]).value_counts()
    record(
        {
            "claims": len(found),
            "candidates": len(candidates),
            "read": len(read),
            "reads_a_claim": {"most": int(reads.max()), "mean": round(2 * len(read) / len(found), 1)},
            "room_seconds": round(room_seconds, 2),
            "model_seconds": round(bare_seconds, 2),
            "ratio": round(room_seconds / bare_seconds, 3),
            "pairs_a_second": round(len(texts) / bare_seconds, 1),
        },
        args.json,
    )


def candidates_of(folder: Path, config: Config) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Claims and candidates of a folder."""
    quiet, directory = Silent(), Directory(config.sources)
    read = ingest.read_folder(folder, config.ingest, directory, quiet)
    found = claims.extract(read.articles, read.blocks, config.claims, directory, quiet).claims
    vectors = embed.embed(found, read.articles, config.embed, cache(), quiet)
    grouped = stories.group(read.articles, vectors.articles, config.stories)
    return found, match.propose(found, grouped.stories, grouped.neighbours, vectors.claims, config.match)


def pairs_of(read: pd.DataFrame, found: pd.DataFrame) -> list[TextPair]:
    """The distinct ordered texts of the pairs that were read, in both directions, by length."""
    statement = dict(zip(found["claim_id"], found["statement"], strict=True))
    forth = {(statement[a], statement[b]) for a, b in zip(read["claim_a"], read["claim_b"], strict=True)}
    return sorted(forth | {(b, a) for a, b in forth}, key=lambda pair: (sum(map(len, pair)), pair))


def best_of_two(run: Callable[[], T]) -> tuple[T, float]:
    """What `run` returns, and the processor seconds of its faster run."""
    seconds = []
    for _ in range(2):
        begun = time.process_time()
        result = run()
        seconds.append(time.process_time() - begun)
    return result, min(seconds)


if __name__ == "__main__":
    main()
