"""Two sides of a comparison, made up for the tests of signals."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from claim_rows import claim

from xref.compare.sides import Comparison, Side, Verdicts, Weights, aligned_quantities

TOLERANCE = 0.01


def side(key: str = "a.1", statement: str = "Nine boats sank", **options: Any) -> Side:
    """One side; options as for `claim_rows.claim`."""
    return Side.of(SimpleNamespace(**claim(key, statement, **options)))


def comparison(a: Side, b: Side, similarity: float = 0.5, **options: Any) -> Comparison:
    """Both sides together; verdicts are in the order of `Verdicts`."""
    verdicts = Verdicts(*options.pop("verdicts", ()))
    aligned = aligned_quantities(a, b, TOLERANCE)
    return Comparison(a, b, similarity, verdicts, Weights([a, b]), aligned, **options)


def pair(statement_a: str = "Nine boats sank", statement_b: str = "The mayor resigned", **options: Any) -> Comparison:
    """A comparison of two outlets' statements, where `a_` and `b_` begin the options of one side."""
    own = {
        letter: {name[2:]: options.pop(name) for name in list(options) if name.startswith(f"{letter}_")}
        for letter in "ab"
    }
    return comparison(side("a.1", statement_a, **own["a"]), side("b.1", statement_b, **own["b"]), **options)


def exchanged(found: Comparison) -> Comparison:
    """The same comparison, its sides the other way round."""
    v = found.verdicts
    verdicts = Verdicts(v.entails_ba, v.entails_ab, v.contradicts_ba, v.contradicts_ab)
    aligned = aligned_quantities(found.b, found.a, TOLERANCE)
    return replace(found, a=found.b, b=found.a, verdicts=verdicts, aligned=aligned, margins=found.margins[::-1])
