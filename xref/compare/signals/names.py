"""Shared and differing names of persons and organisations."""

from __future__ import annotations

from xref.compare.sides import Comparison, Side
from xref.compare.signals.signal import RELATED, Signal


def norms(side: Side, kinds: frozenset[str]) -> frozenset[str]:
    """Normal forms of a side's names of some kinds, case folded."""
    return frozenset(name.norm.casefold() for name in side.names if name.kind in kinds)


ACTORS = frozenset({"person", "organisation", "other"})
PERSONS = frozenset({"person"})


def shared_and_apart(pair: Comparison, kinds: frozenset[str]) -> tuple[float, float]:
    """Weight of the names of some kinds that both have, and whether both have names and none in common."""
    a, b = norms(pair.a, kinds), norms(pair.b, kinds)
    shared = sum(pair.weights.of_name(name) for name in a & b)
    return min(shared / 6.0, 1.5), float(bool(a and b and not a & b))


def told(pair: Comparison, kinds: frozenset[str]) -> str:
    """The shared names in words, else those that differ; "" when a side has none."""
    a, b = norms(pair.a, kinds), norms(pair.b, kinds)
    written = {name.norm.casefold(): name.norm for side in (pair.a, pair.b) for name in side.names}
    both, one, two = (", ".join(written[n] for n in sorted(some)) for some in (a & b, a, b))
    if both:
        return f"both name {both}"
    return f"one names {one}, the other {two}" if one and two else ""


def backs(pair: Comparison, kinds: frozenset[str]) -> frozenset[str]:
    """Shared names speak for a relation, others for none or for a conflict."""
    shared, _ = shared_and_apart(pair, kinds)
    return RELATED if shared else frozenset({"conflict", "unrelated"})


def _measure(pair: Comparison) -> tuple[float, float, float]:
    a, b = (norms(side, PERSONS) for side in (pair.a, pair.b))
    return *shared_and_apart(pair, ACTORS), float(bool(a and b and not a & b))


SIGNAL = Signal(
    "name",
    ("names_shared", "names_apart", "persons_apart"),
    _measure,
    lambda pair: told(pair, ACTORS),
    lambda pair: backs(pair, ACTORS),
)
