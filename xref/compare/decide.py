"""From probabilities to a relation with its basis and a reason in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
import numpy.typing as npt

from xref.compare.model import RELATIONS, JudgeModel
from xref.compare.sides import Comparison
from xref.compare.signals import COLUMNS, SIGNALS
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


def judgements(
    pairs: Sequence[Comparison], rows: Floats, probabilities: Floats, model: JudgeModel, config: CompareConfig
) -> list[Judgement]:
    """Relation, score, deciding signal and reason of each pair from its signal values and probabilities."""
    relations = [relation_of(chances, config) for chances in probabilities]
    by_signal = model.contributions(rows, relations) @ _COLUMNS_OF_SIGNALS
    return [
        _judgement(pair, relation, float(chances[RELATIONS.index(relation)]), added)
        for pair, relation, chances, added in zip(pairs, relations, probabilities, by_signal.tolist(), strict=True)
    ]


_COLUMNS_OF_SIGNALS = np.array([[float(column in signal.columns) for signal in SIGNALS] for column in COLUMNS])


def _judgement(pair: Comparison, relation: str, score: float, added: Sequence[float]) -> Judgement:
    backing = [(step, signal, signal.backs(pair)) for step, signal in zip(added, SIGNALS, strict=True) if step > 0]
    speaking = [entry for entry in backing if relation in entry[2]]
    # what is a reason for any relation ("both name X") comes after what tells one from the others
    speaking.sort(key=lambda entry: (entry[2] == RELATED, -entry[0]))
    sentences = ((signal.name, sentence) for _, signal, _ in speaking if (sentence := signal.describe(pair)))
    told = list(islice(sentences, TOLD))
    words = "; ".join(sentence for _, sentence in told) or NO_REASON[relation == "unrelated"]
    basis = told[0][0] if told else "meaning"
    return Judgement(relation, min(max(score, 0.0), 1.0), basis, f"{OPENINGS[relation]}: {words}.")
