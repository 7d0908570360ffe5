"""The judge's model: multinomial logistic regression over the signals, its coefficients in a readable file.

p(relation) = softmax(intercept + sum over terms of coefficient x value); a term is the value of one signal column or
the product of two. `training/train_judge.py` fits it (scikit-learn) and writes `judge.json`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from xref.compare.signals import COLUMNS

Floats = npt.NDArray[np.float64]

RELATIONS = ("agree", "conflict", "update", "unrelated")
GATED = ("polarity_differs",)
"""Columns that tell nothing by themselves: only together with signs that both claims are about one thing."""
PRODUCTS: tuple[str, ...] = (
    "quantity_same*words_most",
    "quantity_same*similarity",
    "quantity_apart*words_most",
    "quantity_apart*similarity",
    "quantity_apart*contradicts_most",
    "count_moved*days_apart",
    "count_moved*words_most",
    "count_moved*similarity",
    "scope_other*similarity",
    "contradicts_most*words_most",
    "contradicts_most*similarity",
    "entails_most*similarity",
    "entails_most*words_most",
    "polarity_differs*similarity",
    "polarity_differs*words_most",
    "polarity_differs*contradicts_most",
    "polarity_differs*parts_same",
    "date_apart*similarity",
    "similarity*similarity",
    "words_most*names_shared",
)
TERMS: tuple[str, ...] = (*(column for column in COLUMNS if column not in GATED), *PRODUCTS)


@dataclass(frozen=True)
class JudgeModel:
    """Coefficients of the judge."""

    terms: tuple[str, ...]
    coefficients: Floats
    """Shape (relations, terms)."""
    intercepts: Floats
    """Shape (relations,)."""
    trained_on: str

    def probabilities(self, rows: Floats) -> Floats:
        """Probability of each relation, shape (pairs, relations), from signal values of shape (pairs, columns)."""
        logits = term_values(rows, self.terms) @ self.coefficients.T + self.intercepts
        odds = np.exp(logits - logits.max(axis=1, keepdims=True))
        return np.asarray(odds / odds.sum(axis=1, keepdims=True))

    def contributions(self, row: Floats, relation: str) -> dict[str, float]:
        """What each column adds to the log-odds of `relation` against the mean of the others.

        A product of two columns is shared evenly between them.
        """
        at = RELATIONS.index(relation)
        others = [i for i in range(len(RELATIONS)) if i != at]
        weights = self.coefficients[at] - self.coefficients[others].mean(axis=0)
        added = dict.fromkeys(COLUMNS, 0.0)
        for term, weight, value in zip(self.terms, weights, term_values(row[None, :], self.terms)[0], strict=True):
            columns = term.split("*")
            for column in columns:
                added[column] += float(weight * value) / len(columns)
        return added


def term_values(rows: Floats, terms: Sequence[str]) -> Floats:
    """Values of the terms, shape (pairs, terms), from signal values of shape (pairs, columns)."""
    place = {column: at for at, column in enumerate(COLUMNS)}
    return np.stack([np.prod([rows[:, place[c]] for c in term.split("*")], axis=0) for term in terms], axis=1)


@lru_cache(maxsize=2)
def load(name: str) -> JudgeModel:
    """The judge of a file beside this module: `judge.json`, or `judge-none.json` for runs without a cross-encoder."""
    document = json.loads((files("xref.compare") / name).read_text(encoding="utf-8"))
    return JudgeModel(
        terms=tuple(document["terms"]),
        coefficients=np.array([document["coefficients"][relation] for relation in RELATIONS]),
        intercepts=np.array([document["intercepts"][relation] for relation in RELATIONS]),
        trained_on=document["trained_on"],
    )
