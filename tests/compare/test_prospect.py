"""What was expected and then happened is an update, not a second report of the same."""

from __future__ import annotations

import numpy as np
import pytest
from claim_rows import claim, claims_table

from xref.compare.grounds import grounded
from xref.compare.model import RELATIONS
from xref.compare.sides import Comparison, Verdicts, Weights, sides_of
from xref.compare.signals import COLUMNS
from xref.compare.signals.prospect import SIGNAL
from xref.compare.signals.time import scaled


def pair(first: str, second: str, days: tuple[str, str]) -> Comparison:
    rows = [claim("a.1", first, published=days[0]), claim("b.1", second, published=days[1])]
    sides = sides_of(claims_table(rows))
    a, b = sides.values()
    return Comparison(a, b, 0.8, Verdicts(), Weights(sides.values()), ())


@pytest.mark.parametrize(
    ("first", "second", "days", "came_true"),
    [
        ("The bridge is expected to open on Sunday", "The bridge opened", ("2025-03-01", "2025-03-02"), 1.0),
        ("The bridge opened", "The mayor plans to open the bridge", ("2025-03-02", "2025-03-01"), 1.0),
        ("The bridge is expected to open", "The bridge opened", ("2025-03-02", "2025-03-01"), 0.0),
        ("The bridge is due to open", "The bridge is expected to open", ("2025-03-01", "2025-03-02"), 0.0),
        ("The bridge opened", "The bridge was opened", ("2025-03-01", "2025-03-02"), 0.0),
        ("The bridge is set to open", "The bridge will open in May", ("2025-03-01", "2025-03-02"), 0.0),
        ("The bridge is due to open", "The bridge is set for opening", ("2025-03-01", "2025-03-02"), 0.0),
    ],
)
def test_only_a_later_report_of_what_was_expected_says_that_it_came_true(
    first: str, second: str, days: tuple[str, str], came_true: float
) -> None:
    found = pair(first, second, days)
    assert SIGNAL.measure(found) == (came_true,)
    assert bool(SIGNAL.describe(found)) == bool(came_true)


def chances(has_encoder: bool = False, **values: float) -> dict[str, float]:
    row = np.array([[values.get(column, 0.0) for column in COLUMNS]])
    before = np.array([[0.6, 0.2, 0.1, 0.1]])
    return dict(zip(RELATIONS, grounded(row, before, has_encoder)[0].round(6).tolist(), strict=True))


def test_without_a_ground_a_conflict_is_told_as_unrelated() -> None:
    assert chances() == {"agree": 0.6, "conflict": 0.0, "update": 0.1, "unrelated": 0.3}


def test_a_denial_in_the_same_words_is_ground_enough() -> None:
    plain = {"denied_differs": 1.0, "words_plain": 0.25}
    assert chances(**plain, words_most=0.5)["conflict"] == 0.2
    assert chances(**plain, words_most=0.3)["conflict"] == 0.0
    assert chances(denied_differs=1.0, words_most=0.5)["conflict"] == 0.0  # names in common say nothing
    assert chances(**plain, entails_most=0.9, denied_entailed=0.9)["conflict"] == 0.2
    assert chances(**plain, entails_most=0.9, denied_entailed=0.1, words_most=0.5)["conflict"] == 0.0


def test_a_negation_is_a_ground_where_it_reads_as_a_contradiction_either_way() -> None:
    plain = {"negated_differs": 1.0, "words_most": 0.5, "words_plain": 0.25, "similarity": 0.6}
    read = {"contradicts_most": 0.9, "contradicts_least": 0.5}
    assert chances(**plain)["conflict"] == 0.2
    assert chances(**plain, **read)["conflict"] == 0.2
    assert chances(**plain, contradicts_most=0.3)["conflict"] == 0.0
    assert chances(**plain, contradicts_most=0.9)["conflict"] == 0.0
    assert chances(**plain, **read, closest_margin=0.5)["conflict"] == 0.0  # the other article has a closer passage
    assert chances(**{**plain, "words_plain": 0.0}, **read)["conflict"] == 0.0  # names in common say nothing
    assert chances(**{**plain, "similarity": 0.3}, **read)["conflict"] == 0.0


def test_what_the_cross_encoder_was_not_shown_has_no_ground_that_needs_reading() -> None:
    plain = {"negated_differs": 1.0, "words_most": 0.5, "words_plain": 0.25, "similarity": 0.6}
    dates = {"date_apart": 1.0, "predicate_same": 1.0, "words_most": 0.5, "words_plain": 0.25}
    assert chances(**plain)["conflict"] == chances(**dates)["conflict"] == 0.2
    assert chances(True, **plain)["conflict"] == chances(True, **dates)["conflict"] == 0.0
    assert chances(True, quantity_apart=1.0, quantity_near=0.8)["conflict"] == 0.2


def test_an_accusation_and_its_denial_are_a_ground() -> None:
    assert chances(accusation_denied=1.0)["conflict"] == 0.2


def test_an_article_that_tells_an_accusation_and_its_denial_does_not_contradict_itself() -> None:
    same_words = {"words_most": 0.9, "words_least": 0.9, "same_article": 1.0}
    assert chances(accusation_denied=1.0, **same_words)["conflict"] == 0.0


def test_figures_reported_long_after_each_other_are_no_conflict_unless_dated_alike() -> None:
    figures = {"quantity_apart": 1.0, "quantity_near": 0.8}
    assert chances(**figures, days_apart=scaled(2.0))["conflict"] == 0.2
    assert chances(**figures, days_apart=scaled(3.0))["conflict"] == 0.0
    assert chances(**figures, days_apart=scaled(3.0), date_same=1.0)["conflict"] == 0.2


def test_figures_of_other_sizes_are_of_one_thing_only_in_the_same_words() -> None:
    figures = {"quantity_apart": 1.0, "quantity_near": 0.3}
    assert chances(**figures)["conflict"] == 0.0
    assert chances(**figures, words_least=0.5)["conflict"] == 0.2


@pytest.mark.parametrize("elsewhere", ["places_apart", "date_apart", "persons_apart"])
def test_figures_of_another_person_place_or_time_are_no_conflict(elsewhere: str) -> None:
    figures = {"quantity_apart": 1.0, "quantity_near": 0.8}
    assert chances(**figures)["conflict"] == 0.2
    assert chances(**figures, **{elsewhere: 1.0})["conflict"] == 0.0


def test_an_article_contradicts_itself_only_in_much_the_same_words() -> None:
    figures = {"quantity_apart": 1.0, "quantity_near": 0.8, "same_article": 1.0}
    assert chances(**figures, words_least=0.6, words_most=0.6)["conflict"] == 0.2
    assert chances(**figures, words_least=0.2, words_most=0.6)["conflict"] == 0.0


def test_excluding_figures_or_dates_are_no_agreement() -> None:
    assert chances(quantity_apart=1.0)["agree"] == 0.0
    assert chances(date_apart=1.0)["agree"] == 0.0
    assert chances(quantity_apart=1.0, quantity_same=0.5)["agree"] == 0.6


def test_what_came_true_is_an_update_and_no_chance_is_lost() -> None:
    found = chances(came_true=1.0, predicate_same=1.0)
    assert found["agree"] == 0.0 and found["update"] == pytest.approx(0.7)
    assert sum(found.values()) == pytest.approx(1.0)
