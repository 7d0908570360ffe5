"""Whether the truth estimator finds the right values more often than the vote and its peers.

    truth.py --data FOLDER [--json OUT] [--only NAME ...]

FOLDER holds a folder a data set: `claims.csv.gz` (source, object, attribute, value), `truth.csv.gz` (object, attribute,
value) and a README whose line "Kind:" says whether values are numeric (right within 1 %) or exact. Each method chooses
a value an item from the same votes. Beside accuracy stand the calibration error (ten bins of the winner's probability)
and, against the estimator, the exact McNemar test: the two-sided binomial test over the items that one of the two has
right and the other wrong.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import truth_peers as peers
from scipy.stats import binomtest

from xref.reliability import estimate_truth
from xref.reliability.variational import choose
from xref.reliability.votes import Votes, count_votes

_WITHIN = 0.01
_BINS = 10

PEERS: dict[str, Callable[[Votes], np.ndarray | None]] = {
    "vote": lambda votes: choose(votes, peers.majority_vote(votes)),
    "TruthFinder": lambda votes: choose(votes, peers.truth_finder(votes)),
    "PooledInvestment": lambda votes: choose(votes, peers.pooled_investment(votes)),
    "Dawid-Skene": peers.dawid_skene,
}


@dataclass(frozen=True)
class Outcome:
    """One method on one data set. `better`, `worse`: items it alone, or the estimator alone, has right; `p` of both."""

    data: str
    method: str
    items: int
    accuracy: float
    better: int | None = None
    worse: int | None = None
    p: float | None = None
    calibration_error: float | None = None
    converged: bool | None = None
    stable: bool | None = None
    seconds: float | None = None


def run(folder: Path) -> list[Outcome]:
    """Every method on one data set; the estimator first."""
    claims, gold = (_read(folder / name) for name in ("claims.csv.gz", "truth.csv.gz"))
    begun = time.perf_counter()
    estimate = estimate_truth(claims)
    seconds = time.perf_counter() - begun
    is_right = _judge(_kind_is_near(folder))
    told = gold.merge(estimate.winners, on=["object", "attribute"], suffixes=("_gold", ""))
    ours = is_right(told["value"], told["value_gold"])
    outcomes = [
        Outcome(
            folder.name,
            "xref",
            len(told),
            _percent(ours),
            calibration_error=round(calibration_error(told["probability"].to_numpy(), ours), 4),
            converged=estimate.converged_,
            stable=estimate.stable_,
            seconds=round(seconds, 2),
        )
    ]
    votes = count_votes(claims)
    for name, method in PEERS.items():
        chosen = method(votes)
        if chosen is None:
            continue
        picked = pd.DataFrame({"object": votes.objects, "attribute": votes.attributes, "value": votes.values[chosen]})
        theirs_told = gold.merge(picked, on=["object", "attribute"], suffixes=("_gold", ""))
        theirs = is_right(theirs_told["value"], theirs_told["value_gold"])
        better, worse = int((theirs & ~ours).sum()), int((ours & ~theirs).sum())
        p = binomtest(min(better, worse), better + worse).pvalue if better + worse else 1.0
        outcomes.append(Outcome(folder.name, name, len(told), _percent(theirs), better, worse, round(float(p), 5)))
    return outcomes


def _read(path: Path) -> pd.DataFrame:
    return pd.read_csv(path, dtype=str, keep_default_na=False)


def _kind_is_near(folder: Path) -> bool:
    """Whether a number within 1 % is right, by the README's line "Kind:"."""
    kind = next((line for line in (folder / "README.md").read_text().splitlines() if line.startswith("- Kind:")), "")
    return "numeric" in kind and "exact" not in kind


def _judge(is_near: bool) -> Callable[[pd.Series, pd.Series], np.ndarray]:
    def judge(value: pd.Series, gold: pd.Series) -> np.ndarray:
        right = value.astype(str).to_numpy() == gold.to_numpy()
        if is_near:
            a, b = (pd.to_numeric(some, errors="coerce").to_numpy() for some in (value, gold))
            right |= np.abs(a - b) <= _WITHIN * np.abs(b)
        return right

    return judge


def calibration_error(probability: np.ndarray, is_right: np.ndarray) -> float:
    """Expected calibration error: mean over items of |mean probability - accuracy| of their bin."""
    bins = np.minimum((probability * _BINS).astype(int), _BINS - 1)
    share = np.bincount(bins, minlength=_BINS)
    gaps = np.abs(np.bincount(bins, probability, _BINS) - np.bincount(bins, is_right, _BINS))
    return float(gaps.sum() / share.sum())


def _percent(right: np.ndarray) -> float:
    return round(100 * float(right.mean()), 2)


def machine() -> dict[str, Any]:
    """What it was measured on."""
    commit = subprocess.run(["git", "rev-parse", "HEAD"], capture_output=True, text=True, cwd=Path(__file__).parent)
    return {
        "commit": commit.stdout.strip() or "unknown",
        "measured": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "processor": platform.processor() or platform.machine(),
        "cores": os.cpu_count(),
        "system": platform.platform(),
        "python": platform.python_version(),
    }


def main() -> None:
    """Prints the table, and writes it as JSON when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--only", nargs="+", metavar="NAME", help="data sets, by folder name")
    options = parser.parse_args()
    folders = [path.parent for path in sorted(options.data.glob("*/claims.csv.gz"))]
    folders = [path for path in folders if not options.only or path.name in options.only]
    if not folders:
        parser.exit(0, f"skipped: {options.data} holds no data sets\n")
    if not peers.has_crowd_kit():
        print("crowd-kit is not installed: no Dawid-Skene (pip install 'xref[benchmarks]')")
    rows = []
    print(
        f"{'data':16}{'method':18}{'items':>8}{'right %':>9}{'only it':>9}{'only xref':>10}{'p':>9}{'calibration':>12}"
    )
    for folder in folders:
        for row in run(folder):
            rows.append(row)
            test = f"{row.better:9}{row.worse:10}{row.p:9.4f}" if row.p is not None else " " * 28
            error = f"{row.calibration_error:12.3f}" if row.calibration_error is not None else ""
            notes = "" if row.stable in (None, True) else "  not stable: the vote is told"
            print(f"{row.data:16}{row.method:18}{row.items:8}{row.accuracy:9.2f}{test}{error}{notes}", flush=True)
    if options.json:
        document = {"machine": machine(), "outcomes": [asdict(row) for row in rows]}
        options.json.write_text(json.dumps(document, indent=1) + "\n")


if __name__ == "__main__":
    main()
