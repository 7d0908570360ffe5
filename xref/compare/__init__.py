"""Each candidate pair to a relation, a score, the signals that decided it, and a reason in words.

Two passes: the cheap signals judge every candidate; then the cross-encoder reads the likeliest of each claim, and the
judge that knows its verdicts decides those again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from xref.cache import Cache
from xref.compare import cross_encoder
from xref.compare.aligned import align
from xref.compare.cross_encoder import CrossEncoder
from xref.compare.decide import judgement
from xref.compare.explain import Term, explain_pair
from xref.compare.grounds import grounded
from xref.compare.model import RELATIONS, load
from xref.compare.reading import likeliest, with_verdicts
from xref.compare.sides import Comparison, Side, Verdicts, Weights, sides_of
from xref.compare.signals import COLUMNS, values
from xref.config import CompareConfig
from xref.progress import Progress
from xref.tables import Pairs, checked

Floats = npt.NDArray[np.float64]

__all__ = ["Judged", "Term", "comparisons", "explain_pair", "judge", "rows_of"]


@dataclass(frozen=True)
class Judged:
    """The judged pairs."""

    pairs: pd.DataFrame
    """Table of `Pairs`."""
    signals: pd.DataFrame
    """claim_a, claim_b, read (by the cross-encoder) and one column a signal value, row by row as `pairs`."""
    models: dict[str, str]
    """Name and version of the cross-encoder, for run.json."""


def judge(
    candidates: pd.DataFrame,
    claims: pd.DataFrame,
    config: CompareConfig,
    cache: Cache,
    progress: Progress,
    load_encoder: Callable[[CompareConfig], CrossEncoder | None] = cross_encoder.load,
) -> Judged:
    """Judges every candidate pair; tables of `Candidates` and `Claims` in, `Judged` out.

    Raises ModelMissing when the cross-encoder the config names is not on this machine.
    """
    encoder = load_encoder(config) if len(candidates) else None
    pairs = comparisons(candidates, claims, config)
    rows = rows_of(pairs)
    probabilities = load("judge-none.json").probabilities(rows)
    read = np.zeros(len(pairs), dtype=bool)
    if encoder:
        read[likeliest(pairs, 1.0 - probabilities[:, RELATIONS.index("unrelated")], config.max_read)] = True
        pairs = with_verdicts(pairs, read, encoder, cache, progress)
        rows[read] = rows_of([pair for pair, is_read in zip(pairs, read, strict=True) if is_read])
        probabilities[read] = load("judge.json").probabilities(rows[read])
    probabilities = grounded(rows, probabilities)
    signals = pd.DataFrame(rows.round(4), columns=list(COLUMNS))
    signals.insert(0, "claim_a", [pair.a.claim_id for pair in pairs])
    signals.insert(1, "claim_b", [pair.b.claim_id for pair in pairs])
    signals.insert(2, "read", read)
    name = encoder.name if encoder else "none"
    return Judged(_judged(pairs, rows, probabilities, read, config), signals, {"cross-encoder": name})


def comparisons(candidates: pd.DataFrame, claims: pd.DataFrame, config: CompareConfig) -> list[Comparison]:
    """The two sides of every candidate pair, in the order of `candidates`, not yet read by the cross-encoder."""
    sides = sides_of(claims)
    weights = Weights(sides.values())
    known = list(zip(candidates["claim_a"], candidates["claim_b"], candidates["similarity"], strict=True))
    closest = _closest(known, sides)
    found = []
    for a, b, similarity in known:
        one, two = sides[a], sides[b]
        margins = (closest[a, two.article_id] - similarity, closest[b, one.article_id] - similarity)
        aligned = tuple(align(one.quantities, two.quantities, config.number_tolerance))
        found.append(Comparison(one, two, similarity, Verdicts(), weights, aligned, margins))
    return found


def _closest(known: list[tuple[str, str, float]], sides: dict[str, Side]) -> dict[tuple[str, str], float]:
    """Likeness of the closest candidate that each claim has in each other article."""
    best: dict[tuple[str, str], float] = {}
    for a, b, similarity in known:
        for claim, other in ((a, b), (b, a)):
            key = (claim, sides[other].article_id)
            best[key] = max(best.get(key, -1.0), similarity)
    return best


def rows_of(pairs: list[Comparison]) -> Floats:
    """Signal values of pairs, shape (pairs, columns)."""
    return np.array([values(pair) for pair in pairs], dtype=np.float64).reshape(len(pairs), len(COLUMNS))


def _judged(
    pairs: list[Comparison], rows: Floats, probabilities: Floats, read: npt.NDArray[np.bool_], config: CompareConfig
) -> pd.DataFrame:
    judges = (
        {True: load("judge.json"), False: load("judge-none.json")} if read.any() else {False: load("judge-none.json")}
    )
    found = [
        judgement(pair, row, chances, judges[bool(is_read)], config)
        for pair, row, chances, is_read in zip(pairs, rows, probabilities, read, strict=True)
    ]
    frame = pd.DataFrame(
        {
            "claim_a": [pair.a.claim_id for pair in pairs],
            "claim_b": [pair.b.claim_id for pair in pairs],
            "relation": [one.relation for one in found],
            "score": [round(one.score, 4) for one in found],
            **{f"p_{r}": probabilities[:, RELATIONS.index(r)].round(4) for r in ("agree", "conflict", "update")},
            "basis": [one.basis for one in found],
            "reason": [one.reason for one in found],
        }
    )
    return checked(Pairs, frame)
