"""The cross-encoder by itself, on development sets of sentence pairs.

    python benchmarks/quality/pairs.py --data FOLDER [--pairs 2000] [--model NAME] [--json OUT]

FOLDER/pairs holds one gzipped JSON Lines file a set, with text_a, text_b and label. Told is the share of right labels
over at most --pairs pairs a set (an evenly spaced sample). Sets without a neutral label are judged two-way: where only
"not entailed" is known, a pair is entailed when entailment is the likeliest of the three; where all pairs are entailed
or contradicted, the likelier of the two counts. Of claimdiff (claims of two outlets that strengthen or weaken each
other) told is Spearman's rank correlation between agree/disagree and entailment less contradiction.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.stats import spearmanr

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from recorded import arguments, lines, record

from xref.compare.cross_encoder import LABELS, CrossEncoder, load
from xref.config import CompareConfig

THREE_WAY = (
    "mnli.dev_gold", "snli.dev", "cad_snli.dev", "healthver.dev", "anli.r1_dev", "anli.r2_dev", "anli.r3_dev",
    "sick.trial", "conjnli.dev", "control.dev", "superglue_cb.dev", "superglue_cb.train", "mpe.dev", "cliff.val",
)  # fmt: skip
ENTAILED_OR_CONTRADICTED = ("fever_symmetric.v0.2_dev", "covidfact.dev")
ENTAILED_OR_NOT = ("rte.rte1_dev", "rte.rte2_dev", "rte.rte3_dev")
RANKED = "claimdiff.train"
ENTAILED, NEUTRAL, CONTRADICTED = range(3)

Floats = npt.NDArray[np.float32]


def main() -> None:
    """Scores every set that is there."""
    args = arguments(
        __doc__, pairs=(int, 2000, "pairs a set at most"), model=(str, "", "cross-encoder; empty: shipped")
    )
    encoder = load(CompareConfig(nli_model=args.model))
    if encoder is None:
        raise SystemExit("skipped: no cross-encoder")
    sets = {
        name: scored(args.data / "pairs" / f"{name}.jsonl.gz", encoder, args.pairs)
        for name in (*THREE_WAY, *ENTAILED_OR_CONTRADICTED, *ENTAILED_OR_NOT, RANKED)
    }
    judged = {name: right(name, *found) for name, found in sets.items() if name != RANKED}
    rows, chances = sets[RANKED]
    known = [at for at, row in enumerate(rows) if row["label"] in ("agree", "disagree")]
    signs = [1 if rows[at]["label"] == "agree" else -1 for at in known]
    leaning = (chances[:, ENTAILED] - chances[:, CONTRADICTED])[known]
    record(
        {
            "model": encoder.name,
            "accuracy": judged,
            "claimdiff": {"spearman": round(float(spearmanr(signs, leaning).statistic), 4), "pairs": len(known)},
        },
        args.json,
    )


def scored(path: Path, encoder: CrossEncoder, most: int) -> tuple[list[dict[str, Any]], Floats]:
    """An evenly spaced sample of a set's labelled rows, and the probabilities of `LABELS`."""
    known = (*LABELS, "not_entailment", "agree", "disagree")
    rows = [row for row in lines(path) if row["label"] in known]
    rows = [rows[int(at)] for at in np.linspace(0, len(rows) - 1, min(most, len(rows)))]
    rows.sort(key=lambda row: len(row["text_a"]) + len(row["text_b"]))  # batches of alike length are faster
    print(path.name, len(rows), file=sys.stderr, flush=True)
    return rows, encoder.score([(row["text_a"], row["text_b"]) for row in rows])


def right(name: str, rows: list[dict[str, Any]], chances: Floats) -> dict[str, float]:
    """Share of right labels of a set, and how many pairs it was measured on."""
    if name in ENTAILED_OR_CONTRADICTED:
        chances = np.delete(chances, NEUTRAL, axis=1)
        told = [("entailment", "contradiction")[at] for at in chances.argmax(axis=1)]
    else:
        told = [LABELS[at] for at in chances.argmax(axis=1)]
    if name in ENTAILED_OR_NOT:
        told = [label if label == "entailment" else "not_entailment" for label in told]
    return {
        "accuracy": round(float(np.mean([row["label"] == label for row, label in zip(rows, told, strict=True)])), 4),
        "pairs": len(rows),
    }


if __name__ == "__main__":
    main()
