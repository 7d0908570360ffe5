"""From probabilities to a relation with its basis and a reason in words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from xref.compare.model import RELATIONS, JudgeModel
from xref.compare.sides import Comparison
from xref.compare.signals import SIGNALS
from xref.compare.signals.signal import RELATED
from xref.config import CompareConfig

Floats = npt.NDArray[np.float64]

OPENINGS = {
    "agree": "The same fact",
    "conflict": "They can't both be true",
    "update": "A later state of the same thing",
    "unrelated": "Not the same fact",
}

TOLD = 3
"""Signals that a reason names at most."""
NO_REASON = {True: "nothing shows that both answer one question", False: "many small signs, none that tells by itself"}


@dataclass(frozen=True, slots=True)
class Judgement:
    """The relation of a pair."""

    relation: str
    score: float
    basis: str
    reason: str


def relation_of(probabilities: Floats, config: CompareConfig) -> str:
    """The most probable relation that reaches its threshold, else `unrelated`."""
    thresholds = {
        "agree": config.agree_threshold,
        "conflict": config.conflict_threshold,
        "update": config.update_threshold,
    }
    reached = [r for r in thresholds if probabilities[RELATIONS.index(r)] >= thresholds[r]]
    return max(reached, key=lambda r: float(probabilities[RELATIONS.index(r)]), default="unrelated")


def judgement(
    pair: Comparison, row: Floats, probabilities: Floats, model: JudgeModel, config: CompareConfig
) -> Judgement:
    """Relation, score, deciding signal and reason of a pair from its signal values."""
    relation = relation_of(probabilities, config)
    added = model.contributions(row, relation)
    by_signal = {s.name: sum(added[c] for c in s.columns) for s in SIGNALS}
    backing = {s.name: s.backs(pair) for s in SIGNALS if s.describe(pair)}
    speaking = [s for s in SIGNALS if by_signal[s.name] > 0 and relation in backing.get(s.name, ())]
    # what is a reason for any relation ("both name X") comes after what tells one from the others
    speaking.sort(key=lambda s: (backing[s.name] == RELATED, -by_signal[s.name]))
    basis = speaking[0].name if speaking else "meaning"
    told = "; ".join(s.describe(pair) for s in speaking[:TOLD]) or NO_REASON[relation == "unrelated"]
    reason = f"{OPENINGS[relation]}: {told}."
    return Judgement(relation, float(np.clip(probabilities[RELATIONS.index(relation)], 0, 1)), basis, reason)
