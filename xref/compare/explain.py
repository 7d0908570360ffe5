"""Why a pair was judged as it was: what each signal added, from the stored run."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from xref.compare.model import RELATIONS, load
from xref.compare.sides import Comparison, Side, Verdicts, Weights, aligned_quantities, sides_of
from xref.compare.signals import COLUMNS, SIGNALS


@dataclass(frozen=True, slots=True)
class Term:
    """One step of the waterfall."""

    signal: str
    values: dict[str, float]
    """The signal's values by column."""
    sentence: str
    """What the signal says of the pair; "" when nothing."""
    contribution: float
    """What it added to the log-odds of the relation against the mean of the others."""


def explain_pair(claims: pd.DataFrame, signals: pd.Series[float], relation: str, number_tolerance: float) -> list[Term]:
    """What each signal added to the judgement, the largest first.

    Parameters
    ----------
    claims : the run's `Claims`; the pair's sentences are made from its two rows.
    signals : one row of the run's signals: claim_a, claim_b, read, and the value of every column.
    relation : the judged relation, one of `xref.compare.model.RELATIONS`.
    number_tolerance : `[compare] number_tolerance` of the run.
    """
    if relation not in RELATIONS:
        raise ValueError(f"no relation {relation!r}; known: {', '.join(RELATIONS)}")
    sides = sides_of(claims)
    a, b = sides[str(signals["claim_a"])], sides[str(signals["claim_b"])]
    pair = _comparison(a, b, signals, Weights(sides.values()), number_tolerance)
    row = np.array([float(signals[column]) for column in COLUMNS])
    added = load("judge.json" if signals["read"] else "judge-none.json").contributions(row[None, :], (relation,))[0]
    by_column = dict(zip(COLUMNS, added, strict=True))
    terms = [
        Term(
            signal.name,
            {column: float(signals[column]) for column in signal.columns},
            signal.describe(pair),
            float(sum(by_column[column] for column in signal.columns)),
        )
        for signal in SIGNALS
    ]
    return sorted(terms, key=lambda term: (-abs(term.contribution), term.signal))


def _comparison(a: Side, b: Side, signals: pd.Series[float], weights: Weights, tolerance: float) -> Comparison:
    entails, contradicts = float(signals["entails_most"]), float(signals["contradicts_most"])
    verdicts = Verdicts(entails, float(signals["entails_least"]), contradicts, float(signals["contradicts_least"]))
    aligned = aligned_quantities(a, b, tolerance)
    margin = 0.0 if signals["closest_both"] else max(float(signals["closest_margin"]), 1e-6)
    return Comparison(
        a, b, float(signals["similarity"]), verdicts, weights, aligned, not signals["other_story"], (margin, margin)
    )
