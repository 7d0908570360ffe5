"""Candidate pairs: claims that may answer one question, by meaning, names, counted things and speaker."""

from __future__ import annotations

import numpy as np
import pandas as pd

from xref.config import MatchConfig
from xref.match.keys import Keys
from xref.match.search import WHY, Matrix, pair_rows
from xref.tables import Candidates, checked

__all__ = ["propose"]


def propose(
    claims: pd.DataFrame, stories: pd.DataFrame, neighbours: pd.DataFrame, vectors: Matrix, config: MatchConfig
) -> pd.DataFrame:
    """Pairs of claims worth a comparison, as a table of `Candidates`.

    Parameters
    ----------
    claims : table of `Claims`.
    stories : table of `Stories`.
    neighbours : article_a, article_b of the articles whose claims may be compared (see `stories.Grouped`).
    vectors : unit vectors of the statements, shape (claims, dimensions), row by row.
    config : thresholds; no claim stands in more than `max_candidates` pairs.
    """
    if len(claims) < 2:
        return checked(Candidates, pd.DataFrame())
    keys = Keys.of(claims, stories, neighbours, config.across_stories)
    found = pair_rows(keys, vectors, config)
    ids = claims["claim_id"].to_numpy(dtype=object)
    one, two = ids[found.left], ids[found.right]
    swapped = one > two
    told = np.array([_told(bits) for bits in range(1 << len(WHY))], dtype=object)
    frame = pd.DataFrame(
        {
            "claim_a": np.where(swapped, two, one),
            "claim_b": np.where(swapped, one, two),
            "similarity": found.similarity.astype(np.float64).round(3),
            "why": told[found.why],
            "same_story": keys.story[found.left] == keys.story[found.right],
        }
    )
    return checked(Candidates, frame.sort_values(["claim_a", "claim_b"]))


def _told(bits: int) -> str:
    """What a pair shares, in words: "meaning+names"."""
    return "+".join(name for bit, name in enumerate(WHY) if bits >> bit & 1)
