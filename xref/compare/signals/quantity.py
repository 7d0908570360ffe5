"""Numbers: the same thing counted or measured, with the same, compatible or excluding values."""

from __future__ import annotations

from xref.compare.aligned import Aligned, Standing
from xref.compare.sides import Comparison
from xref.compare.signals.signal import Signal

WORDS = {
    Standing.SAME: "the same figure",
    Standing.COMPATIBLE: "figures that can both hold",
    Standing.APART: "figures that exclude each other",
}
MOVED = "two figures of one count"
BACKS = {
    Standing.SAME: frozenset({"agree"}),
    Standing.COMPATIBLE: frozenset({"agree", "update"}),
    Standing.APART: frozenset({"conflict", "update"}),
}


def _measure(pair: Comparison) -> tuple[float, ...]:
    found = pair.aligned
    count = {how: sum(pairing.standing is how for pairing in found) for how in Standing}
    moved = [p for p in found if p.is_running and p.standing is not Standing.SAME]
    return (
        float(bool(found)),
        min(count[Standing.SAME], 2) / 2,
        float(count[Standing.COMPATIBLE] > 0),
        float(count[Standing.APART] > 0),
        max((p.nearness for p in found if p.standing is Standing.APART), default=0.0),
        float(bool(moved)),
        float(any(_shrank(pair, p) for p in moved)),
    )


def _describe(pair: Comparison) -> str:
    first: dict[Standing, Aligned] = {}
    for pairing in pair.aligned:
        first.setdefault(pairing.standing, pairing)
    return ", but ".join(_told(first[how]) for how in Standing if how in first)


def _backs(pair: Comparison) -> frozenset[str]:
    return frozenset[str]().union(*(BACKS[pairing.standing] for pairing in pair.aligned))


def _told(pairing: Aligned) -> str:
    if pairing.a.text.casefold() == pairing.b.text.casefold() and pairing.standing is Standing.SAME:
        return f"both say “{pairing.a.text}”"
    moved = pairing.standing is Standing.APART and pairing.is_running
    joint = "and" if pairing.standing is Standing.SAME else "against"
    return f"“{pairing.a.text}” {joint} “{pairing.b.text}”: {MOVED if moved else WORDS[pairing.standing]}"


def _shrank(pair: Comparison, pairing: Aligned) -> bool:
    """Whether the later report has the smaller figure, on the word of somebody else. The missing do become fewer."""
    if "missing" in (pairing.a.measure, pairing.b.measure):
        return False
    if pair.a.published is None or pair.b.published is None or pair.a.speaker == pair.b.speaker:
        return False
    return (pair.b.published - pair.a.published) * pairing.growth < 0


SIGNAL = Signal(
    "quantity",
    (
        "quantity_aligned",
        "quantity_same",
        "quantity_compatible",
        "quantity_apart",
        "quantity_near",
        "count_moved",
        "count_shrank",
    ),
    _measure,
    _describe,
    _backs,
)
