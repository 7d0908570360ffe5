"""The clearest wording of a position: close to the others, with name and figure, neither short nor long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

_COMFORTABLE_WORDS = (6, 32)


def clearest(rows: Sequence[Any]) -> str:
    """The statement of a position's claims that says it best; ties go to the earlier, then to the smaller claim_id.

    Parameters
    ----------
    rows : ledger rows of one position, see `ledger.grouped`.
    """
    if len(rows) == 1:
        return str(rows[0].statement)
    words = [frozenset(row.statement.casefold().split()) for row in rows]
    common = Counter(word for some in words for word in some)
    centrality = [sum(common[w] for w in some) / (len(words) * len(some)) if some else 0.0 for some in words]
    clarity = [
        round(central + (row.names != "[]") * 0.3 + (row.quantities != "[]") * 0.2 - row.headline * 0.3
              - _discomfort(row.statement), 9)
        for central, row in zip(centrality, rows, strict=True)
    ]  # fmt: skip
    ranked = sorted(
        zip(clarity, rows, strict=True), key=lambda item: (-item[0], item[1].published or "9999", item[1].claim_id)
    )
    return str(ranked[0][1].statement)


def _discomfort(statement: str) -> float:
    """How far a statement's length is from comfortable; 0 inside."""
    low, high = _COMFORTABLE_WORDS
    count = len(statement.split())
    return max(0, low - count) / low + max(0, count - high) / high
