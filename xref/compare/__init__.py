"""Each candidate pair to a relation, a score, the signals that decided it, and a reason in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from xref.cache import Cache
from xref.compare import cross_encoder
from xref.compare.aligned import align
from xref.compare.cross_encoder import CrossEncoder, TextPair
from xref.compare.decide import judgement
from xref.compare.explain import Term, explain_pair
from xref.compare.model import RELATIONS, JudgeModel, load
from xref.compare.sides import Comparison, Side, Verdicts, Weights, sides_of
from xref.compare.signals import COLUMNS, values
from xref.config import CompareConfig
from xref.progress import Progress
from xref.tables import Pairs, checked

__all__ = ["Judged", "Term", "comparisons", "explain_pair", "judge"]

CHUNK_PAIRS = 4096


@dataclass(frozen=True)
class Judged:
    """The judged pairs."""

    pairs: pd.DataFrame
    """Table of `Pairs`."""
    signals: pd.DataFrame
    """claim_a, claim_b and one column a signal value, row by row as `pairs`."""
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
    pairs = comparisons(candidates, claims, encoder, config, cache, progress)
    rows = np.array([values(pair) for pair in pairs], dtype=np.float64).reshape(len(pairs), len(COLUMNS))
    model = load("judge.json" if encoder else "judge-none.json")
    signals = pd.DataFrame(rows.round(4), columns=list(COLUMNS))
    signals.insert(0, "claim_a", [pair.a.claim_id for pair in pairs])
    signals.insert(1, "claim_b", [pair.b.claim_id for pair in pairs])
    name = encoder.name if encoder else "none"
    return Judged(_judged(pairs, rows, model, config), signals, {"cross-encoder": name})


def comparisons(
    candidates: pd.DataFrame,
    claims: pd.DataFrame,
    encoder: CrossEncoder | None,
    config: CompareConfig,
    cache: Cache,
    progress: Progress,
) -> list[Comparison]:
    """The two sides of every candidate pair with the cross-encoder's verdicts, in the order of `candidates`."""
    sides = sides_of(claims)
    weights = Weights(sides.values())
    known = list(zip(candidates["claim_a"], candidates["claim_b"], candidates["similarity"], strict=True))
    ordered = [(sides[a].statement, sides[b].statement) for a, b, _ in known]
    read = {}
    if encoder:
        both = ordered + [(b, a) for a, b in ordered]
        read = cross_encoder.scored(both, encoder, cache, progress, CHUNK_PAIRS)
    return [
        _comparison(sides[a], sides[b], similarity, read, weights, config.number_tolerance)
        for a, b, similarity in known
    ]


def _comparison(
    a: Side, b: Side, similarity: float, read: dict[TextPair, cross_encoder.Floats], weights: Weights, tolerance: float
) -> Comparison:
    forth, back = read.get((a.statement, b.statement)), read.get((b.statement, a.statement))
    verdicts = Verdicts()
    if forth is not None and back is not None:
        verdicts = Verdicts(float(forth[0]), float(back[0]), float(forth[2]), float(back[2]))
    return Comparison(a, b, similarity, verdicts, weights, tuple(align(a.quantities, b.quantities, tolerance)))


def _judged(pairs: list[Comparison], rows: np.ndarray, model: JudgeModel, config: CompareConfig) -> pd.DataFrame:
    probabilities = model.probabilities(rows) if len(rows) else np.zeros((0, len(RELATIONS)))
    found = [judgement(p, r, q, model, config) for p, r, q in zip(pairs, rows, probabilities, strict=True)]
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
