"""Shared and differing places."""

from __future__ import annotations

from xref.compare.signals.names import backs, shared_and_apart, told
from xref.compare.signals.signal import Signal

PLACES = frozenset({"place"})

SIGNAL = Signal(
    "place",
    ("places_shared", "places_apart"),
    lambda pair: shared_and_apart(pair, PLACES),
    lambda pair: told(pair, PLACES),
    lambda pair: backs(pair, PLACES),
)
