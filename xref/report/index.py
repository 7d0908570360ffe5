"""The tables of a run, looked up by identifier."""

from __future__ import annotations

from collections import defaultdict, namedtuple
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from xref.report.public import plain_rows
from xref.tables import Result
from xref.texts import Texts

Record = Any
"""A row of a table: a named tuple with the table's columns."""


@dataclass(frozen=True)
class Index:
    """Rows by what refers to them."""

    articles: dict[str, Record]
    claims: dict[str, Record]
    position_claims: dict[str, list[Record]]
    cluster_positions: dict[str, list[Record]]
    cluster_pairs: dict[str, list[Record]]
    origin_of: dict[str, Record]
    texts: Texts


def build_index(result: Result, tables: dict[str, pd.DataFrame]) -> Index:
    """Index of the joined `tables` of a run; positions of a cluster by their origins, then articles, then date.

    `cluster_pairs` holds the pairs that conflict or update, within one cluster.
    """
    claims = list(rows(tables["claims"]))
    pairs = tables["pairs"]
    told = pairs[pairs["relation"].isin(["conflict", "update"]) & (pairs["cluster_id"] != "")]
    positions = sorted(rows(tables["positions"]), key=_weight)
    return Index(
        articles={row.article_id: row for row in rows(result.articles)},
        claims={row.claim_id: row for row in claims},
        position_claims=_grouped(sorted(claims, key=_when), "position_id"),
        cluster_positions=_grouped(positions, "cluster_id"),
        cluster_pairs=_grouped(rows(told), "cluster_id"),
        origin_of={row.claim_id: row for row in rows(tables["origins"])},
        texts=Texts(tables["copies"]),
    )


def rows(frame: pd.DataFrame) -> Iterable[Record]:
    """The table's rows as named tuples."""
    row = namedtuple("Row", list(frame.columns))  # type: ignore[misc]
    return map(row._make, plain_rows(frame))


def _weight(position: Record) -> tuple[Any, ...]:
    return (-position.origins, -position.articles, position.first_published or "9999", position.position_id)


def _when(claim: Record) -> tuple[Any, ...]:
    return (claim.published or "9999", claim.path, claim.start, claim.claim_id)


def _grouped(records: Iterable[Record], key: str) -> dict[str, list[Record]]:
    groups: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        groups[getattr(record, key)].append(record)
    return dict(groups)
