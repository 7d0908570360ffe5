"""Quantities of two claims: which are about one thing, and how their values stand to each other."""

from __future__ import annotations

from dataclasses import replace

import pytest
from claim_rows import exactly, quantity
from hypothesis import given
from hypothesis import strategies as st

from xref.compare.aligned import Aligned, Standing, align, same_thing, size, standing
from xref.compare.sides import around, stem
from xref.values import Quantity

SAME, COMPATIBLE, APART = Standing.SAME, Standing.COMPATIBLE, Standing.APART
KILLED = {"measure": "killed"}
UNKNOWN = Quantity(None, None, None, "", "people", "", "many people", 0, 11)


def at_least(n: float) -> Quantity:
    return quantity(f"at least {n}", n, None, **KILLED)


def about(n: float) -> Quantity:
    return quantity(f"about {n}", n * 0.975, n * 1.025, value=n, approximate=True, **KILLED)


def between(low: float, high: float) -> Quantity:
    return quantity(f"{low} to {high}", low, high, **KILLED)


def vague(low: float, high: float) -> Quantity:
    return quantity("dozens", low, high, value=None, approximate=True, **KILLED)


@pytest.mark.parametrize(
    ("a", "b", "how"),
    [
        (exactly(9, **KILLED), exactly(9, **KILLED), SAME),
        (exactly(9, **KILLED), exactly(14, **KILLED), APART),
        (exactly(1000, **KILLED), exactly(1004, **KILLED), SAME),
        (at_least(400), exactly(450, **KILLED), COMPATIBLE),
        (at_least(400), exactly(400, **KILLED), SAME),
        (at_least(400), exactly(40, **KILLED), APART),
        (at_least(400), at_least(40), COMPATIBLE),
        (about(100), exactly(98, **KILLED), SAME),
        (about(100), exactly(140, **KILLED), APART),
        (between(10, 15), exactly(12, **KILLED), COMPATIBLE),
        (between(10, 15), exactly(20, **KILLED), APART),
        (vague(24, 99), exactly(30, **KILLED), COMPATIBLE),
        (vague(24, 99), exactly(300, **KILLED), APART),
        (exactly(0, **KILLED), exactly(0, **KILLED), SAME),
    ],
)
def test_two_values_are_the_same_compatible_or_apart_whichever_comes_first(
    a: Quantity, b: Quantity, how: Standing
) -> None:
    assert standing(a, b, 0.01) is how
    assert standing(b, a, 0.01) is how


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (exactly(9, **KILLED), exactly(3, **KILLED), True),
        (exactly(9, **KILLED), exactly(9, measure="wounded"), False),
        (exactly(9, **KILLED), exactly(9), True),  # one measure is unknown
        (exactly(9, counted="person", **KILLED), exactly(9, counted="victim", **KILLED), True),
        (exactly(9, counted="soldier", **KILLED), exactly(9, counted="child", **KILLED), False),
        (exactly(9, counted="child", part=True, **KILLED), exactly(9, counted="child", **KILLED), False),
        (exactly(5, unit="m", counted="wave"), exactly(5, unit="m", counted=""), True),
        (exactly(5, unit="m", counted="wave"), exactly(5, unit="m", counted="road"), False),
        (exactly(5, unit="m", counted=""), exactly(5, unit="s", counted=""), False),
        (exactly(5, unit="USD", counted=""), exactly(5, unit="USD", counted=""), True),
        (exactly(5, counted=""), exactly(5, counted=""), False),  # bare numbers tell nothing
    ],
)
def test_only_figures_of_the_same_thing_are_aligned(a: Quantity, b: Quantity, same: bool) -> None:
    assert same_thing(a, b) is same_thing(b, a) is same
    assert bool(list(align((a,), (b,), 0.01))) is same


def test_each_quantity_is_used_once_and_the_closest_find_each_other() -> None:
    a = (exactly(14, **KILLED), exactly(9, **KILLED))
    b = (exactly(9, **KILLED), exactly(20, **KILLED))
    found = [(p.a.value, p.b.value, p.standing) for p in align(a, b, 0.01)]
    assert found == [(9, 9, SAME), (14, 20, APART)]


def price(value: float, text: str) -> Quantity:
    return replace(exactly(value, unit="USD", counted=""), text=text)


def test_of_a_list_of_prices_those_with_a_word_in_common_are_compared() -> None:
    one = "They spent $466 on a dinner in Halven and $5,587 on a holiday at the Vineyard Retreat"
    two = "The bills name $300 for toys, $4,272 for a cruise and $5,687 at the Vineyard Retreat"
    a = (price(466, "$466"), price(5587, "$5,587"))
    b = (price(300, "$300"), price(4272, "$4,272"), price(5687, "$5,687"))
    found = [(p.a.value, p.b.value) for p in align(a, b, 0.01, around(one, a), around(two, b))]
    assert found == [(5587, 5687)]


def test_the_words_beside_a_figure_end_at_the_next() -> None:
    figures = (price(466, "$466"), price(5587, "$5,587"))
    first, second = around("They paid $466 for dinner and $5,587 for a holiday", figures)
    assert stem("dinner") in first and stem("holiday") not in first
    assert stem("holiday") in second


NEARLY = quantity("nearly 100", 90, 100, value=100, approximate=True)
NEARLY_TWO_YEARS = quantity("nearly two years", 1, 2, value=2, approximate=True, unit="s")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (NEARLY, quantity("more than 100", 101, None, value=100), APART),
        (NEARLY, quantity("at least 100", 100, None, value=100), SAME),
        (NEARLY_TWO_YEARS, quantity("more than two years", 2, None, value=2, unit="s"), APART),
        (quantity("up to 900", None, 900), quantity("as many as 1,100", None, 1100), APART),
        (quantity("up to 900", None, 900), quantity("as many as 900", None, 900), SAME),
    ],
)
def test_bounds_from_both_sides_of_a_number(a: Quantity, b: Quantity, expected: Standing) -> None:
    assert standing(a, b, 0.01) is standing(b, a, 0.01) is expected


@pytest.mark.parametrize(
    ("measures", "running"),
    [(("killed", "killed"), True), (("killed", ""), True), (("", ""), False), (("cost", "cost"), False)],
)
def test_tolls_run_and_prices_do_not(measures: tuple[str, str], running: bool) -> None:
    one, two = (exactly(9, measure=measure) for measure in measures)
    assert Aligned(one, two, APART).is_running is running


def test_growth_is_told_from_a_to_b() -> None:
    assert Aligned(exactly(9), exactly(14), APART).growth == 1.0
    assert Aligned(exactly(14), exactly(9), APART).growth == -1.0
    assert Aligned(exactly(9), exactly(9), SAME).growth == 0.0
    assert Aligned(UNKNOWN, exactly(9), COMPATIBLE).growth == 0.0


def test_nearness_is_the_smaller_as_a_share_of_the_larger() -> None:
    assert Aligned(exactly(9), exactly(12), APART).nearness == pytest.approx(0.75)
    assert Aligned(exactly(-9), exactly(12), APART).nearness == 0.0


numbers = st.floats(0, 1e6).map(lambda n: round(n, 2))
quantities = st.one_of(
    numbers.map(lambda n: exactly(n, **KILLED)),
    numbers.map(at_least),
    numbers.map(about),
    st.tuples(numbers, numbers).map(lambda n: between(min(n), max(n))),
)


@given(quantities, quantities, st.floats(0, 0.5))
def test_the_standing_does_not_depend_on_the_side(a: Quantity, b: Quantity, tolerance: float) -> None:
    assert standing(a, b, tolerance) is standing(b, a, tolerance)


@given(quantities, quantities, st.floats(0, 0.4), st.floats(0, 0.1))
def test_more_tolerance_never_drives_values_apart(a: Quantity, b: Quantity, tolerance: float, more: float) -> None:
    order = [APART, COMPATIBLE, SAME]
    assert order.index(standing(a, b, tolerance)) <= order.index(standing(a, b, tolerance + more))


@given(quantities)
def test_every_quantity_is_the_same_as_itself(a: Quantity) -> None:
    assert size(a) is not None
    assert standing(a, a, 0.01) is SAME


@given(st.lists(quantities, max_size=5), st.lists(quantities, max_size=5))
def test_alignment_uses_each_figure_once(a: list[Quantity], b: list[Quantity]) -> None:
    found = list(align(tuple(a), tuple(b), 0.01))
    assert len(found) == min(len(a), len(b))  # all count the killed


def years(words: str, low: float, high: float) -> Quantity:
    return quantity(words, low, high, value=None, unit="s", counted="", approximate=True)


def test_the_word_of_a_unit_is_no_word_in_common() -> None:
    one, two = "The war has lasted six years", "The port was closed for two years"
    a, b = years("six years", 6, 6), years("two years", 2, 2)
    beside = [around(text, (q,)) for text, q in ((one, a), (two, b))]
    assert not list(align((a,), (b,), 0.01, *beside))


def test_a_word_with_a_prefix_is_that_word() -> None:
    one, two = "Under siege for two years", "They were besieged for three years"
    a, b = years("two years", 2, 2), years("three years", 3, 3)
    beside = [around(text, (q,)) for text, q in ((one, a), (two, b))]
    assert [pairing.standing for pairing in align((a,), (b,), 0.01, *beside)] == [APART]


def test_ages_are_of_one_person_only_with_a_word_in_common() -> None:
    ages = [quantity(f"{n}-year-old", n, n, unit="year of age", counted="", measure="age") for n in (16, 17)]
    texts = ("A 16-year-old cellist", "A 17-year-old survivor"), ("A 16-year-old cellist", "The 17-year-old cellist")
    found = [
        list(align((ages[0],), (ages[1],), 0.01, *(around(t, (q,)) for t, q in zip(pair, ages, strict=True))))
        for pair in texts
    ]
    assert [len(pairings) for pairings in found] == [0, 1]
