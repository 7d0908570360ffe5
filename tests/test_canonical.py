"""Statements with names in one spelling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xref.canonical import canonical
from xref.values import Name


def name(text: str, norm: str, kind: str = "place") -> Name:
    """A name that stands anywhere."""
    return Name(text, norm, kind, 0, len(text))


@pytest.mark.parametrize(
    ("statement", "names", "expected"),
    [
        ("Dravec and Kesch fell", [name("Dravec", "al-Dravets"), name("Kesch", "Kesh")], "al-Dravets and Kesh fell"),
        ("Marun's mayor left", [name("Marun", "Maroun")], "Maroun's mayor left"),
        ("Marunia is no Marun", [name("Marun", "Maroun")], "Marunia is no Maroun"),
        ("Hadek denied it", [name("Hadek", "Paul Hadek", "person")], "Hadek denied it"),
        ("The UN left", [name("UN", "Norvia", "organisation")], "The UN left"),
        ("Norvians left", [name("Norvians", "Norvian", "other")], "Norvians left"),
        ("A (Marun) B", [name("Marun", "M.a+run")], "A (M.a+run) B"),
    ],
)
def test_only_other_spellings_are_changed(statement: str, names: list[Name], expected: str) -> None:
    assert canonical(statement, names) == expected


@given(st.text(), st.lists(st.builds(name, st.text(min_size=1), st.text(min_size=1)), max_size=4))
def test_a_statement_without_the_names_stays_as_it_is(statement: str, names: list[Name]) -> None:
    absent = [name for name in names if name.text not in statement or name.text == name.norm]
    assert canonical(statement, absent) == statement


@given(*[st.from_regex(r"[B-S][a-z]{6,9}", fullmatch=True)] * 2)
def test_two_spellings_of_one_name_read_the_same(one: str, norm: str) -> None:
    names = [name(one, norm)]
    assert canonical(f"The mayor left {one} on Friday", names) == f"The mayor left {norm} on Friday"
