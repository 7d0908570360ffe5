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


def _measure(pair: Comparison) -> tuple[float, float, float, float, float]:
    found = pair.aligned
    count = {how: sum(pairing.standing is how for pairing in found) for how in Standing}
    moved = [p for p in found if p.is_running and p.standing is not Standing.SAME]
    return (
        min(count[Standing.SAME], 2) / 2,
        float(count[Standing.COMPATIBLE] > 0),
        float(count[Standing.APART] > 0),
        float(bool(moved)),
        float(any(_shrank(pair, p) for p in moved)),
    )


def _describe(pair: Comparison) -> str:
    order = (Standing.APART, Standing.COMPATIBLE, Standing.SAME)
    for how in order:
        for pairing in pair.aligned:
            if pairing.standing is how:
                return f"“{pairing.a.text}” against “{pairing.b.text}”: {WORDS[how]}"
    return ""


def _shrank(pair: Comparison, pairing: Aligned) -> bool:
    """Whether the later report has the smaller figure, on the word of somebody else."""
    if pair.a.published is None or pair.b.published is None or pair.a.speaker == pair.b.speaker:
        return False
    return (pair.b.published - pair.a.published) * pairing.growth < 0


SIGNAL = Signal(
    "quantity",
    ("quantity_same", "quantity_compatible", "quantity_apart", "count_moved", "count_shrank"),
    _measure,
    _describe,
)
