"""Speed of the embedding model in half and in full precision, and how far the vectors differ.

    python benchmarks/speed/embed.py --data FOLDER [--sentences 2000] [--json OUT]

The sentences are the second texts of FOLDER/pairs/mnli.dev_gold. Both precisions run in one process after a warm-up,
full precision first; told are sentences a second of processor time, the better of two, and the least cosine between
both vectors of a sentence.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from recorded import arguments, lines, record

from xref.config import EmbedConfig
from xref.embed.model import Matrix, SentenceTransformerEncoder
from xref.torch_setup import has_bfloat16


def main() -> None:
    """Times both precisions."""
    args = arguments(__doc__, sentences=(int, 2000, "sentences"))
    texts = [row["text_b"] for row in lines(args.data / "pairs" / "mnli.dev_gold.jsonl.gz")][: args.sentences]
    texts.sort(key=len)
    speeds: dict[str, float] = {}
    vectors: list[Matrix] = []
    for precision in ("float32", "bfloat16"):
        encoder = SentenceTransformerEncoder(EmbedConfig(precision=precision))
        encoder.encode(texts[:64])
        seconds, found = min((timed(encoder, texts) for _ in range(2)), key=lambda run: run[0])
        speeds[precision] = round(len(texts) / seconds, 1)
        vectors.append(found)
    cosines = np.sum(vectors[0] * vectors[1], axis=1)
    record(
        {
            "sentences": len(texts),
            "sentences_a_second": speeds,
            "gain": round(speeds["bfloat16"] / speeds["float32"], 2),
            "least_cosine": round(float(cosines.min()), 4),
            "bfloat16_in_hardware": has_bfloat16(),
        },
        args.json,
    )


def timed(encoder: SentenceTransformerEncoder, texts: list[str]) -> tuple[float, Matrix]:
    """Processor seconds of one run, and its vectors."""
    begun = time.process_time()
    found = encoder.encode(texts)
    return time.process_time() - begun, found


if __name__ == "__main__":
    main()
