"""The clearest wording of a position: close to the others, with name and figure, neither short nor long."""

from __future__ import annotations

from collections import Counter

import pandas as pd

_COMFORTABLE_WORDS = (6, 32)


def clearest(rows: pd.DataFrame) -> str:
    """The statement of a position's claims that says it best; ties go to the earlier, then to the smaller claim_id.

    Parameters
    ----------
    rows : ledger rows of one position.
    """
    if len(rows) == 1:
        return str(rows["statement"].iloc[0])
    words = [frozenset(statement.casefold().split()) for statement in rows["statement"]]
    common = Counter(word for some in words for word in some)
    centrality = [sum(common[w] for w in some) / (len(words) * len(some)) if some else 0.0 for some in words]
    clarity = centrality + rows["names"].ne("[]") * 0.3 + rows["quantities"].ne("[]") * 0.2 - rows["headline"] * 0.3
    ranked = rows.assign(
        clarity=(clarity - rows["statement"].map(_discomfort)).round(9),
        when=rows["published"].where(rows["published"].ne(""), "9999"),
    ).sort_values(["clarity", "when", "claim_id"], ascending=[False, True, True])
    return str(ranked["statement"].iloc[0])


def _discomfort(statement: str) -> float:
    """How far a statement's length is from comfortable; 0 inside."""
    low, high = _COMFORTABLE_WORDS
    count = len(statement.split())
    return max(0, low - count) / low + max(0, count - high) / high
