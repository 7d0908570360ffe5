"""Which articles keep company: those whose claims share a cluster can explain each other's words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import pandas as pd

from xref.origins.evidence import Evidence
from xref.origins.rows import rows


class Company:
    """Looks up positions of claims and neighbours of articles.

    Parameters
    ----------
    evidence : every claim's evidence.
    memberships : see `tables.Memberships`.
    """

    def __init__(self, evidence: Iterable[Evidence], memberships: pd.DataFrame) -> None:
        article = {one.claim_id: one.article_id for one in evidence}
        self._positions: dict[str, str] = {}
        self._clusters: dict[str, set[str]] = defaultdict(set)
        self._articles: dict[str, set[str]] = defaultdict(set)
        self._known: dict[str, frozenset[str]] = {}
        for claim, cluster, position in rows(memberships, "claim_id", "cluster_id", "position_id"):
            self._positions[claim] = position
            if claim in article:
                self._clusters[article[claim]].add(cluster)
                self._articles[cluster].add(article[claim])

    def position(self, claim_id: str) -> str:
        """The position of a claim, the claim itself where it has none."""
        return self._positions.get(claim_id, "") or claim_id

    def neighbours(self, article_id: str) -> frozenset[str]:
        """The articles that share a cluster with the article, itself left out."""
        if article_id not in self._known:
            clusters = (self._articles[cluster] for cluster in self._clusters.get(article_id, ()))
            self._known[article_id] = frozenset[str]().union(*clusters) - {article_id}
        return self._known[article_id]
