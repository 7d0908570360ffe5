"""Candidate pairs: claims that may answer one question, by meaning, names, counted things and speaker."""

from __future__ import annotations

import pandas as pd

from xref.config import MatchConfig
from xref.match.keys import Keys
from xref.match.search import Matrix, Pairing, pair_rows
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
    found = pair_rows(Keys.of(claims, stories, neighbours, config.across_stories), vectors, config)
    ids = claims["claim_id"].tolist()
    rows = [_row(ids, pairing) for pairing in found]
    frame = pd.DataFrame(rows, columns=["claim_a", "claim_b", "similarity", "why"])
    return checked(Candidates, frame.sort_values(["claim_a", "claim_b"]))


def _row(ids: list[str], pairing: Pairing) -> tuple[str, str, float, str]:
    one, two = sorted((ids[pairing.left], ids[pairing.right]))
    return one, two, round(pairing.similarity, 3), "+".join(pairing.why)
