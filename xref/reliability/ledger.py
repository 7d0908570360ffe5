"""One row a claim with what the standing of clusters and sources needs: position, origin, who answers for it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import pandas as pd

from xref.values import ABSENT, OWN_REPORTING

_CLAIM_COLUMNS = [
    "claim_id", "article_id", "path", "outlet", "published", "quote", "statement", "voice", "speaker", "speaker_kind",
    "relayed_from", "stance_of_speaker", "quantities", "names", "headline",
]  # fmt: skip


@dataclass(frozen=True)
class Ledger:
    """The claims with their places, and how positions of one cluster stand to each other.

    `rows` has one row a claim: the columns of claims that are used here, `cluster_id`, `position_id`, `origin_id`,
    `origin_kind`, `chain` and `witness` (who stands at the origin: `outlet:NAME`, `speaker:NAME` or
    `anonymous:ORIGIN`).
    `relations` has one row a pair of positions of one cluster: `a` < `b`, `relation` (`conflict` or `update`).
    """

    rows: pd.DataFrame
    relations: pd.DataFrame


def open_ledger(claims: pd.DataFrame, pairs: pd.DataFrame, memberships: pd.DataFrame, origins: pd.DataFrame) -> Ledger:
    """Joins the tables of the rooms before, in an order that does not depend on theirs."""
    rows = claims[_CLAIM_COLUMNS].merge(memberships, on="claim_id", validate="one_to_one")
    rows = rows.merge(
        origins[["claim_id", "origin_id", "origin", "origin_kind", "chain"]], on="claim_id", validate="one_to_one"
    )
    rows = rows.sort_values("claim_id", kind="stable", ignore_index=True)
    rows["witness"] = _witnesses(rows)
    return Ledger(rows, _relations(pairs, memberships))


def grouped(rows: pd.DataFrame, key: str) -> dict[str, list[Any]]:
    """The rows as plain tuples with the columns' names, by the values of column `key`, these in ascending order.

    Most clusters and positions are one claim, and there are many: a frame a group costs more than all that is done
    with it.
    """
    groups: dict[str, list[Any]] = defaultdict(list)
    for name, row in zip(rows[key].tolist(), rows.astype(object).itertuples(index=False), strict=True):
        groups[str(name)].append(row)
    return {name: groups[name] for name in sorted(groups)}


def _witnesses(rows: pd.DataFrame) -> list[str]:
    """Who stands at each claim's origin; two unnamed speakers are never the same one."""
    witnesses = []
    for origin, kind, origin_id in zip(rows["origin"], rows["origin_kind"], rows["origin_id"], strict=True):
        if kind == "anonymous":
            witnesses.append(f"anonymous:{origin_id}")
        elif kind in ("outlet", "agency", "missing"):
            witnesses.append("outlet:" + origin.removesuffix(ABSENT).removesuffix(OWN_REPORTING))
        else:
            witnesses.append("speaker:" + origin.removesuffix(ABSENT))
    return witnesses


def _relations(pairs: pd.DataFrame, memberships: pd.DataFrame) -> pd.DataFrame:
    """Conflicts and updates between positions of one cluster; a conflict of any two claims outweighs updates."""
    places = memberships.set_index("claim_id")
    judged = pairs.loc[pairs["relation"].isin(["conflict", "update"]), ["claim_a", "claim_b", "relation"]]
    judged = judged.join(places.add_suffix("_a"), on="claim_a").join(places.add_suffix("_b"), on="claim_b")
    within = judged["cluster_id_a"].eq(judged["cluster_id_b"]) & judged["position_id_a"].ne(judged["position_id_b"])
    judged = judged.loc[within]
    ends = judged[["position_id_a", "position_id_b"]].astype(str)
    table = pd.DataFrame(
        {
            "cluster_id": judged["cluster_id_a"],
            "a": ends.min(axis=1).astype(str),
            "b": ends.max(axis=1).astype(str),
            "relation": judged["relation"],
        }
    )
    table = table.sort_values(["cluster_id", "a", "b", "relation"], ignore_index=True)  # "conflict" before "update"
    return table.drop_duplicates(["cluster_id", "a", "b"], ignore_index=True)
