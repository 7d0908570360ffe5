"""Moved on: a further stage of a case, and an answer to what was not known, are updates."""

from __future__ import annotations

import numpy as np
import pytest
from claim_rows import exactly, name

from xref.compare.grounds import grounded
from xref.compare.model import RELATIONS
from xref.compare.signals import COLUMNS
from xref.compare.signals.stages import LADDERS, SIGNAL

from .sides_made_up import comparison, side

LORN = [name("Ada Lorn")]
BEFORE, AFTER = "2025-03-01", "2025-03-02"


def moved(first: str, then: str, days: tuple[str, str] = (BEFORE, AFTER), **options: object) -> float:
    one = side("a.1", first, published=days[0], names=LORN, **options)
    two = side("b.1", then, published=days[1], names=LORN, **options)
    found = comparison(one, two)
    assert SIGNAL.measure(found) == SIGNAL.measure(comparison(two, one))
    assert bool(SIGNAL.describe(found)) == bool(SIGNAL.measure(found)[0])
    return SIGNAL.measure(found)[0]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("Ada Lorn was arrested", "Ada Lorn was charged with fraud"),
        ("Ada Lorn was charged with fraud", "Ada Lorn pleaded guilty"),
        ("Ada Lorn was convicted", "Ada Lorn was sentenced to two years"),
        ("Ada Lorn is missing", "Ada Lorn was found alive"),
        ("Ada Lorn was injured in the crash", "Ada Lorn has died"),
        ("Ada Lorn was kidnapped", "Ada Lorn was released"),
        ("Ada Lorn declined to comment", "Ada Lorn rejected the charge"),
        ("No one claimed responsibility for the attack", "The Lorn group said it had carried out the attack"),
        ("It was not immediately clear who fired", "A guard fired"),
    ],
)
def test_a_later_stage_or_answer_moves_on(first: str, then: str) -> None:
    assert moved(first, then) == 1.0
    assert moved(first, then, (AFTER, BEFORE)) == 0.0  # the earlier report can't go beyond the later


def test_another_person_a_toll_and_the_same_stage_do_not() -> None:
    assert moved("Ada Lorn was arrested", "Ada Lorn was detained") == 0.0
    assert moved("Nine people were wounded", "Two people died", quantities=[exactly(9)]) == 0.0
    one = side("a.1", "Ada Lorn was arrested", published=BEFORE, names=LORN)
    two = side("b.1", "Ben Moss was charged", published=AFTER, names=[name("Ben Moss")])
    assert SIGNAL.measure(comparison(one, two)) == (0.0,)


def test_what_moved_on_is_neither_an_agreement_nor_a_conflict() -> None:
    row = np.array([[{"moved_on": 1.0, "words_most": 0.5}.get(column, 0.0) for column in COLUMNS]])
    found = dict(zip(RELATIONS, grounded(row, np.array([[0.4, 0.3, 0.1, 0.2]]), False)[0], strict=True))
    assert (found["agree"], found["conflict"]) == (0.0, 0.0)


def test_every_ladder_has_a_way_up() -> None:
    assert all(len(ladder) >= 2 for ladder in LADDERS)
