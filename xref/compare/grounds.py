"""What a conflict must rest on, and what no agreement survives.

The model weighs all signals and may call a pair a conflict on many small ones. A false conflict costs the reader's
trust, so that a pair without a plain ground for it is not told as one. And claims whose figures or dates exclude each
other are no agreement, however alike the words; what came true is an update of what was expected, as are
a further stage and an answer to what was not known (docs/decisions/0007-comparison.md).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
import numpy.typing as npt

from xref.compare.model import RELATIONS
from xref.compare.signals import COLUMNS
from xref.compare.signals.time import scaled

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Columns = Mapping[str, Floats]
"""Values of each signal column, shape (pairs,)."""
Ground = Callable[[Columns], Flags]

SAME_SIZE, SIZE_IN_SAME_WORDS = 0.4, 0.2
"""Figures of which one is less than this share of the other mostly count different things, unless all else is alike."""
ONE_TIME = scaled(2.5)
"""Reports more than two days apart tell of two moments, unless they date what they tell alike."""
SAME_WORDS = 0.3
DENIED_WORDS = 0.4
REPEATED_WORDS = 0.5
CONTRADICTION = ENTAILED = 0.8
CONTRADICTED_BACK = 0.25
"""A contradiction holds either way round; a cross-encoder that finds it one way alone has mostly misread."""
ALIKE, CLOSEST = 0.5, 0.05
"""Likeness of the statements, and how much closer another claim of the other's article may come."""
MUTUAL = 0.5
HAS_ENCODER = "has_encoder"
"""Beside the signals' columns: whether a cross-encoder read the likeliest pairs of the run."""


def _figures(values: Columns) -> Flags:
    """Excluding figures of one size for one thing, at one place and time, that not also state two same ones."""
    elsewhere = (values["places_apart"] > 0) | (values["date_apart"] > 0)
    one_time = _is_one_time(values) | (values["count_shrank"] > 0)
    in_same_words = values["words_least"] >= REPEATED_WORDS
    one_size = values["quantity_near"] >= np.where(in_same_words, SIZE_IN_SAME_WORDS, SAME_SIZE)
    one_size &= values["quantity_same"] < 1
    return (values["quantity_apart"] > 0) & one_size & one_time & ~elsewhere


def _is_one_time(values: Columns) -> Flags:
    """Whether the reports are close in time, or date what they tell alike."""
    return np.asarray((values["days_apart"] <= ONE_TIME) | (values["date_same"] > 0))


def _shared_and_contradicting(values: Columns) -> Flags:
    """Enough words in common, and read as a contradiction where they were read."""
    reads_apart = ~_was_read(values) | (values["contradicts_most"] >= CONTRADICTION)
    return (values["words_most"] >= SAME_WORDS) & (values["words_plain"] > 0) & reads_apart


def _was_read(values: Columns) -> Flags:
    """Whether the cross-encoder has read a pair, or could have: what it was not shown reads as no contradiction."""
    return np.asarray((values["entails_most"] + values["contradicts_most"] > 0) | (values[HAS_ENCODER] > 0))


def _negation(values: Columns) -> Flags:
    """A negation, read as a contradiction either way, of what nothing else in the other's article comes closer to."""
    either_way = ~_was_read(values) | (values["contradicts_least"] >= CONTRADICTED_BACK)
    in_one_place = (values["similarity"] >= ALIKE) & (values["closest_margin"] <= CLOSEST)
    is_told = (values["negated_differs"] > 0) & _is_one_time(values)
    return is_told & _shared_and_contradicting(values) & either_way & in_one_place


def _denial(values: Columns) -> Flags:
    """What one denies is what the other says: it follows from it, or unread is in much the same words."""
    same_words = ~_was_read(values) & (values["words_most"] >= DENIED_WORDS) & (values["words_plain"] > 0)
    return (values["denied_differs"] > 0) & ((values["denied_entailed"] >= ENTAILED) | same_words)


def _answered(values: Columns) -> Flags:
    """An accusation, and that the accused denies it; one article that tells both does not contradict itself."""
    return np.asarray((values["accusation_denied"] > 0) & (values["same_article"] == 0))


def _date(values: Columns) -> Flags:
    is_told_apart = (values["date_apart"] > 0) & (values["quantity_same"] == 0)
    return np.asarray(is_told_apart & (values["predicate_same"] > 0) & _shared_and_contradicting(values))


def _parts(values: Columns) -> Flags:
    """The parts in what happened exchanged, or one name put in another's place."""
    return (values["parts_exchanged"] > 0) | (values["name_exchanged"] > 0)


GROUNDS: tuple[Ground, ...] = (_figures, _negation, _denial, _answered, _date, _parts)


def _is_one_question(values: Columns) -> Flags:
    """Not of two persons; and in one article only in much the same words, since a text has many figures."""
    repeated = np.where(values["quantity_apart"] > 0, values["words_least"], values["words_most"]) >= REPEATED_WORDS
    return np.asarray((values["persons_apart"] == 0) & ((values["same_article"] == 0) | repeated))


def _excludes(values: Columns) -> Flags:
    """Whether the claims can't state one fact: other figures of one thing, or other dates and no mutual entailment."""
    other_figures = ((values["quantity_apart"] > 0) | (values["count_moved"] > 0)) & (values["quantity_same"] == 0)
    other_dates = (values["date_apart"] > 0) & (values["entails_least"] < MUTUAL)
    return np.asarray(other_figures | other_dates)


def _came_true(values: Columns) -> Flags:
    return (values["came_true"] > 0) & (values["predicate_same"] > 0)


def _moved_on(values: Columns) -> Flags:
    return (values["moved_on"] > 0) & (values["words_most"] >= SAME_WORDS)


def grounded(rows: Floats, probabilities: Floats, has_encoder: bool) -> Floats:
    """The probabilities of relations that nothing backs moved to those that hold instead; one row a pair in both.

    With a cross-encoder, whose verdicts stand in the rows of the pairs that it has read, those it has not read have no
    ground that needs reading.
    """
    found = probabilities.copy()
    values = {**dict(zip(COLUMNS, rows.T, strict=True)), HAS_ENCODER: np.full(len(rows), float(has_encoder))}
    has_ground = np.logical_or.reduce([ground(values) for ground in GROUNDS]) & _is_one_question(values)
    _move(found, ~has_ground, "conflict", "unrelated")
    _move(found, _excludes(values), "agree", "unrelated")
    _move(found, _came_true(values) | _moved_on(values), "agree", "update")
    _move(found, _moved_on(values), "conflict", "update")
    return found


def _move(chances: Floats, where: Flags, source: str, target: str) -> None:
    chances[where, RELATIONS.index(target)] += chances[where, RELATIONS.index(source)]
    chances[where, RELATIONS.index(source)] = 0.0
