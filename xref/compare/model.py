"""The judge's model: two logistic regressions over the signals, their coefficients in a readable file.

First: do both claims answer one question (`link`)? Then, if so: do they agree, conflict, or is one an update
(`contrast`)? p(agree) = p(link) x p(agree | link), and so on; p(unrelated) = 1 - p(link). A term is the value of one
signal column or the product of two. Asked at once, the two questions spoil each other: among claims of one event,
differing numbers mostly mean different things, while on one question they mean a conflict
(docs/decisions/0007-comparison.md). `training/train_judge.py` fits both (scikit-learn) and writes `judge.json`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import numpy as np
import numpy.typing as npt

from xref.compare.signals import COLUMNS

Floats = npt.NDArray[np.float64]

RELATIONS = ("agree", "conflict", "update", "unrelated")
LINKED = RELATIONS[:3]
LINK_TERMS: tuple[str, ...] = (
    *("similarity", "words_least", "words_most", "words_rare", "words_fewest"),
    *("names_shared", "names_apart", "places_shared", "places_apart", "predicate_same", "parts_same"),
    *("closest_both", "closest_margin", "quantity_aligned", "quantity_same", "scope_other", "numbers_spare"),
    *("date_same", "date_apart", "speaker_same", "speaker_other", "days_apart", "same_article", "other_story"),
    *("entails_least", "entails_most", "contradicts_least", "contradicts_most", "denied_entailed", "accusation_denied"),
    "similarity*similarity",
    "similarity*words_most",
    "similarity*closest_both",
    "similarity*quantity_aligned",
    "similarity*quantity_same",
    "similarity*entails_most",
    "similarity*scope_other",
    "words_most*words_fewest",
    "words_most*names_shared",
    "words_most*quantity_aligned",
    "words_most*quantity_same",
    "words_most*entails_most",
    "words_most*closest_both",
    "quantity_aligned*places_apart",
    "quantity_aligned*date_apart",
    "quantity_aligned*numbers_spare",
    "quantity_near*quantity_aligned",
    "quantity_near*similarity",
    "entails_most*words_fewest",
    "entails_most*closest_both",
    "contradicts_most*closest_both",
)
CONTRAST_TERMS: tuple[str, ...] = (
    *("quantity_same", "quantity_compatible", "quantity_apart", "count_moved", "count_shrank", "numbers_spare"),
    *("date_same", "date_apart", "negated_differs", "denied_differs", "parts_exchanged", "days_apart", "same_article"),
    *("came_true", "moved_on", "predicate_same", "name_exchanged", "denied_entailed", "accusation_denied"),
    *("entails_least", "entails_most", "contradicts_least", "contradicts_most", "similarity", "words_most"),
    "quantity_apart*contradicts_most",
    "quantity_apart*quantity_same",
    "quantity_apart*count_moved",
    "count_moved*days_apart",
    "count_moved*quantity_same",
    "negated_differs*contradicts_most",
    "negated_differs*entails_most",
    "negated_differs*words_most",
    "denied_differs*entails_most",
    "denied_differs*similarity",
    "date_apart*predicate_same",
    "date_apart*contradicts_most",
    "came_true*predicate_same",
)


@dataclass(frozen=True)
class Regression:
    """One logistic regression."""

    terms: tuple[str, ...]
    coefficients: Floats
    """Shape (outcomes, terms)."""
    intercepts: Floats
    """Shape (outcomes,)."""

    def logits(self, rows: Floats) -> Floats:
        """Shape (pairs, outcomes), from signal values of shape (pairs, columns)."""
        return np.asarray(term_values(rows, self.terms) @ self.coefficients.T + self.intercepts)

    def added(self, rows: Floats, weights: Floats) -> Floats:
        """What each column adds to the sum of the outcomes' logits by `weights`; a product is shared evenly.

        `rows` and the result have shape (pairs, columns), `weights` (outcomes,) or (pairs, outcomes).
        """
        steps = (weights @ self.coefficients) * term_values(rows, self.terms)
        return np.asarray(steps @ _shares(self.terms))


@dataclass(frozen=True)
class JudgeModel:
    """Both regressions."""

    link: Regression
    """One outcome: that the claims answer one question."""
    contrast: Regression
    """Three outcomes: `LINKED`."""

    def probabilities(self, rows: Floats) -> Floats:
        """Probability of each relation, shape (pairs, relations), from signal values of shape (pairs, columns)."""
        linked = 1.0 / (1.0 + np.exp(-self.link.logits(rows)))
        logits = self.contrast.logits(rows)
        odds = np.exp(logits - logits.max(axis=1, keepdims=True))
        return np.concatenate([linked * odds / odds.sum(axis=1, keepdims=True), 1.0 - linked], axis=1)

    def contributions(self, rows: Floats, relations: Sequence[str]) -> Floats:
        """What each column adds for the relation of each row, in log-odds; shape (pairs, columns) in and out.

        For `unrelated` the log-odds of not being linked; for the others those of the link, plus those of the relation
        against the mean of the other two.
        """
        told = np.array(relations, dtype=np.str_)[:, None]
        is_linked = told != RELATIONS[-1]
        against = np.where(is_linked, -1.0 / (len(LINKED) - 1), 0.0)
        contrast = np.where(told == np.array(LINKED), 1.0, against)
        return self.link.added(rows, np.where(is_linked, 1.0, -1.0)) + self.contrast.added(rows, contrast)


def term_values(rows: Floats, terms: Sequence[str]) -> Floats:
    """Values of the terms, shape (pairs, terms), from signal values of shape (pairs, columns)."""
    place = {column: at for at, column in enumerate(COLUMNS)}
    return np.stack([np.prod([rows[:, place[c]] for c in term.split("*")], axis=0) for term in terms], axis=1)


@lru_cache(maxsize=4)
def _shares(terms: tuple[str, ...]) -> Floats:
    """How much of a term's step each of its columns gets, shape (terms, columns)."""
    found = np.zeros((len(terms), len(COLUMNS)))
    for at, term in enumerate(terms):
        columns = term.split("*")
        for column in columns:
            found[at, COLUMNS.index(column)] += 1 / len(columns)
    return found


@lru_cache(maxsize=2)
def load(name: str) -> JudgeModel:
    """The judge of a file beside this module: `judge.json`, or `judge-none.json` for pairs no cross-encoder read."""
    document = json.loads((files("xref.compare") / name).read_text(encoding="utf-8"))
    return JudgeModel(_regression(document["link"], ("link",)), _regression(document["contrast"], LINKED))


def _regression(section: dict[str, Any], outcomes: tuple[str, ...]) -> Regression:
    by_term: dict[str, dict[str, float]] = section["coefficients"]
    coefficients = np.array([[by_term[term][outcome] for term in by_term] for outcome in outcomes])
    return Regression(tuple(by_term), coefficients, np.array([section["intercepts"][o] for o in outcomes]))
