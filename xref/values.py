"""Small values that cross borders inside table cells, with their JSON form.

A claim's quantities, names and roles are lists of small records. Inside a room they are the frozen
dataclasses below; in a table they are JSON text, so that a table stays a plain DataFrame. Origins and chains are told
in words there, which have the same marks in every room.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any, TypeVar

ARROW = " ← "
"""Between the steps of a chain: `Daily ← AFP (not in this folder) ← Kamal Lababidi`."""
ABSENT = " (not in this folder)"
"""Behind the name of an origin or a step that has no article in the folder."""
OWN_REPORTING = ", own reporting"
"""Behind the name of an outlet that is an origin itself."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity as an interval, in a base unit.

    `low` and `high` bound the value (inclusive, in `unit`); None is unbounded: "at least 400" is
    low=400, high=None. "about 100" has `approximate` set and low, high 2.5 % around it; "dozens" is an
    approximate interval. `value` is the number as stated (midpoint of a range; None for "dozens").
    """

    low: float | None
    high: float | None
    value: float | None
    unit: str
    """Base unit: "" for counts, else "m", "s" (durations), "kg", "m2", "USD", "percent", "percentage point",
    "year of age", "degC", ..."""
    counted: str
    """Lemma of what is counted or measured: "soldier", "people", "vote", "child"; "" when unknown."""
    measure: str
    """What happened to it or which measure it is: "killed", "wounded", "arrested", "displaced", "toll", "cost",
    "age"; "" when unknown."""
    text: str
    """The words, as they stand in the quote: "at least 400 soldiers"."""
    start: int
    end: int
    """Span of `text` relative to the claim's quote."""
    approximate: bool = False
    part: bool = False
    """True when it is a part of a larger figure in the same sentence ("including 11 children")."""
    scope: str = ""
    """Place, group or period that limits the figure ("in Qudsayya", "over the past week"); "" when none."""


@dataclass(frozen=True, slots=True)
class Name:
    """A named person, organisation or place in a claim."""

    text: str
    norm: str
    """Normal form shared across articles: "Bashar al-Assad" for "Assad"; a place in one spelling."""
    kind: str
    """"person", "organisation", "place" or "other"."""
    start: int
    end: int
    """Span of `text` relative to the claim's quote."""


@dataclass(frozen=True, slots=True)
class Role:
    """Who did what to whom: one predicate with its arguments, as lemmas or normal names."""

    predicate: str
    agent: str
    patient: str
    negated: bool = False
    hedged: bool = False


T = TypeVar("T", Quantity, Name, Role)


def to_json(values: Iterable[Quantity] | Iterable[Name] | Iterable[Role]) -> str:
    """JSON text of a list of values; "[]" for none."""
    rows = [{f.name: getattr(v, f.name) for f in fields(v)} for v in values]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def from_json(kind: type[T], text: str) -> tuple[T, ...]:
    """The values that `to_json` wrote. Unknown keys are refused with ValueError."""
    rows: list[dict[str, Any]] = json.loads(text or "[]")
    known = {f.name for f in fields(kind)}
    for row in rows:
        if unknown := set(row) - known:
            raise ValueError(f"not a {kind.__name__}: unknown keys {sorted(unknown)}")
    return tuple(kind(**row) for row in rows)
