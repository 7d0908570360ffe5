"""Judged pairs to positions and clusters: average linkage, so that a chain of likenesses never merges by itself.

First positions: claims that agree. None holds two claims that were judged to conflict, to be an update, or to exclude
each other. Then clusters: positions that answer the same question, joined by the pairs judged between them.
"""

from __future__ import annotations

from hashlib import sha256

import numpy as np
import numpy.typing as npt
import pandas as pd

from xref.cluster.linkage import NEVER, Edges, average_linkage
from xref.config import ClusterConfig
from xref.tables import Memberships, checked

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

__all__ = ["group"]


def group(pairs: pd.DataFrame, claims: pd.DataFrame, config: ClusterConfig) -> pd.DataFrame:
    """The cluster and position of every claim, as a table of `Memberships`.

    Parameters
    ----------
    pairs : table of `Pairs`.
    claims : table of `Claims`.
    config : `min_agree` and `min_core` merge claims into positions, `min_link` positions into clusters.
    """
    ids = np.sort(claims["claim_id"].to_numpy().astype(str))
    article = claims.set_index("claim_id")["article_id"].loc[ids]
    articles = pd.factorize(article)[0]
    left, right = (np.searchsorted(ids, pairs[side].to_numpy().astype(str)) for side in ("claim_a", "claim_b"))
    agree = pairs["p_agree"].to_numpy(dtype=np.float64)
    # agreement of 0: excluded by `compare.grounds`; no regression comes so low by itself
    apart = pairs["relation"].isin(["conflict", "update"]).to_numpy() | (agree == 0)
    position = average_linkage(
        Edges(left, right, np.where(apart, NEVER, agree)), articles, config.min_agree, config.min_core
    )
    linked = pairs[["p_agree", "p_conflict", "p_update"]].sum(axis=1).to_numpy(dtype=np.float64)
    cluster = _clusters(position, Edges(left, right, linked), config.min_link)
    frame = pd.DataFrame(
        {"claim_id": ids, "cluster_id": _names("c", ids, cluster), "position_id": _names("p", ids, position)}
    )
    return checked(Memberships, frame)


def _clusters(position: Ints, edges: Edges, threshold: float) -> Ints:
    """The cluster of every claim: positions joined by the mean of the judged pairs between them."""
    one, two = position[edges.left], position[edges.right]
    between = one != two
    frame = pd.DataFrame(
        {
            "one": np.minimum(one, two)[between],
            "two": np.maximum(one, two)[between],
            "weight": edges.weight[between],
        }
    )
    means = frame.groupby(["one", "two"], as_index=False)["weight"].mean()
    # only the positions stand here, so no two are of one article and none is without judgement
    whole = Edges(*(means[c].to_numpy() for c in ("one", "two", "weight")))
    joined = average_linkage(whole, np.arange(len(position)), threshold)
    return np.asarray(joined[position])


def _names(letter: str, ids: npt.NDArray[np.str_], labels: Ints) -> list[str]:
    """A stable name for each label, from the first claim that has it."""
    first: dict[int, str] = {}
    for claim, label in zip(ids, labels, strict=True):
        first.setdefault(int(label), str(claim))
    name = {label: letter + sha256(claim.encode()).hexdigest()[:10] for label, claim in first.items()}
    return [name[int(label)] for label in labels]
