"""Values inside table cells: to JSON and back."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xref.values import Name, Quantity, Role, from_json, to_json

NUMBERS = st.none() | st.floats(allow_nan=False, allow_infinity=False)
QUANTITIES = st.builds(
    Quantity, low=NUMBERS, high=NUMBERS, value=NUMBERS, unit=st.text(), counted=st.text(), measure=st.text(),
    text=st.text(),
    start=st.integers(0), end=st.integers(0), approximate=st.booleans(), part=st.booleans(), scope=st.text(),
)  # fmt: skip
NAMES = st.builds(Name, text=st.text(), norm=st.text(), kind=st.text(), start=st.integers(0), end=st.integers(0))
ROLES = st.builds(
    Role, predicate=st.text(), agent=st.text(), patient=st.text(), negated=st.booleans(), hedged=st.booleans()
)


@given(st.lists(QUANTITIES, max_size=4))
def test_quantities_come_back_as_they_went(values: list[Quantity]) -> None:
    assert from_json(Quantity, to_json(values)) == tuple(values)


@given(st.lists(NAMES, max_size=4))
def test_names_come_back_as_they_went(values: list[Name]) -> None:
    assert from_json(Name, to_json(values)) == tuple(values)


@given(st.lists(ROLES, max_size=4))
def test_roles_come_back_as_they_went(values: list[Role]) -> None:
    assert from_json(Role, to_json(values)) == tuple(values)


def test_no_values_are_an_empty_list_and_so_is_an_empty_cell() -> None:
    assert to_json([]) == "[]"
    assert from_json(Name, "[]") == from_json(Name, "") == ()


def test_letters_stay_readable_in_the_cell() -> None:
    assert "Küste" in to_json([Name("Küste", "Küste", "place", 0, 5)])


def test_a_cell_of_another_kind_is_refused_by_name() -> None:
    cell = to_json([Role("leave", "Maren Holt", "Port Ellery")])
    with pytest.raises(
        ValueError, match=r"not a Name: unknown keys \['agent', 'hedged', 'negated', 'patient', 'predicate'\]"
    ):
        from_json(Name, cell)


def test_keys_that_later_versions_add_may_be_missing_in_older_cells() -> None:
    old = [
        {
            "low": 1,
            "high": 1,
            "value": 1,
            "unit": "",
            "counted": "boat",
            "measure": "",
            "text": "one boat",
            "start": 0,
            "end": 8,
        }
    ]
    (quantity,) = from_json(Quantity, json.dumps(old))
    assert not quantity.approximate
    assert quantity.scope == ""


def test_values_can_not_be_changed() -> None:
    with pytest.raises(AttributeError):
        Name("a", "a", "place", 0, 1).norm = "b"  # type: ignore[misc]
