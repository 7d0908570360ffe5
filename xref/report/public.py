"""The tables as users get them: joined, ordered, with the public columns first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from xref.tables import Result
from xref.values import Quantity, from_json

SCHEMA_VERSION = 1

COLUMNS: dict[str, tuple[str, ...]] = {
    "articles": (
        "article_id", "path", "outlet", "title", "authors", "published", "url", "language", "words", "claims",
        "story_id", "sha256",
    ),
    "skipped": ("path", "reason", "detail"),
    "claims": (
        "claim_id", "article_id", "path", "outlet", "start", "end", "quote", "statement", "voice", "speaker",
        "speaker_kind", "cue", "relayed_from", "stance_of_speaker", "quantities", "event_from", "event_to",
        "published", "cluster_id", "position_id", "origin_id",
    ),
    "pairs": ("claim_a", "claim_b", "cluster_id", "relation", "score", "basis", "reason"),
    "positions": (
        "position_id", "cluster_id", "statement", "articles", "outlets", "origins", "probability", "first_outlet",
        "first_published",
    ),
    "clusters": (
        "cluster_id", "story_id", "question_or_topic", "status", "positions", "articles", "outlets", "origins",
        "evidence", "agreement", "information_credibility", "first_outlet", "first_published",
    ),
    "copies": (
        "path_a", "path_b", "kind", "containment_a_in_b", "containment_b_in_a", "wire", "earlier", "evidence",
    ),
    "citations": ("article_id", "outlet", "cited", "kind", "in_corpus", "start", "end", "quote"),
    "sources": (
        "source", "kind", "articles", "claims", "own_voice", "corroborated", "disputed", "echoed", "single_origin",
        "first_reports", "copied_share", "anonymous_share", "reliability", "low", "high", "enough_data",
        "source_reliability",
    ),
    "origins": ("claim_id", "origin_id", "origin", "origin_kind", "in_corpus", "chain", "reason"),
    "findings": ("kind", "subject", "detail", "claim_ids"),
    "dropped": ("article_id", "path", "start", "end", "quote", "reason"),
}  # fmt: skip
"""Columns of each CSV file, in order. A change of a name or of its meaning is a breaking change."""

STATUSES = ("disputed", "corroborated", "updated", "echoed", "single-origin")
"""Order in which a reader meets clusters."""

_SORT_BY: dict[str, tuple[str, ...]] = {
    "articles": ("path",),
    "skipped": ("path", "reason", "detail"),
    "claims": ("path", "start", "end", "claim_id"),
    "pairs": ("claim_a", "claim_b"),
    "copies": ("path_a", "path_b"),
    "citations": ("article_id", "start", "end", "cited", "kind"),
    "sources": ("kind", "source"),
    "origins": ("claim_id",),
    "findings": ("kind", "subject", "detail", "claim_ids"),
    "dropped": ("path", "start", "end"),
}


def public_tables(result: Result) -> dict[str, pd.DataFrame]:
    """Table by name: all columns of the run, those of `COLUMNS` first, rows in an order that files can't change.

    `articles` gets its number of claims and its story, `claims` their cluster, position and origin, `pairs` the
    cluster that both claims stand in ("" when they stand in different ones).
    """
    joined = {name: getattr(result, name) for name in COLUMNS}
    joined["articles"] = _with_counts(result)
    joined["claims"] = _with_places(result)
    joined["pairs"] = _with_cluster(result)
    return {name: _public_first(name, _sorted(name, frame)) for name, frame in joined.items()}


def readable_quantities(cell: str) -> str:
    """The quantities of a claim in the words of its quote: "at least 400 soldiers; about 100 pieces"."""
    return "; ".join(quantity.text for quantity in from_json(Quantity, cell))


def plain_rows(frame: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    """The rows as tuples of plain Python values; by column, which is faster than by row."""
    return zip(*(frame[column].to_numpy(dtype=object).tolist() for column in frame.columns), strict=True)


def _with_counts(result: Result) -> pd.DataFrame:
    articles = result.articles.merge(result.stories, on="article_id", how="left")
    counts = result.claims["article_id"].value_counts()
    return articles.assign(
        claims=articles["article_id"].map(counts).fillna(0).astype(int), story_id=articles["story_id"].fillna("")
    )


def _with_places(result: Result) -> pd.DataFrame:
    claims = result.claims.merge(result.memberships, on="claim_id", how="left")
    claims = claims.merge(result.origins[["claim_id", "origin_id"]], on="claim_id", how="left")
    places = ["cluster_id", "position_id", "origin_id"]
    return claims.assign(**{place: claims[place].fillna("") for place in places})


def _with_cluster(result: Result) -> pd.DataFrame:
    cluster_of = dict(zip(result.memberships["claim_id"], result.memberships["cluster_id"], strict=True))
    ends = zip(result.pairs["claim_a"], result.pairs["claim_b"], strict=True)
    shared = [cluster_of.get(a, "") if cluster_of.get(a) == cluster_of.get(b) else "" for a, b in ends]
    return result.pairs.assign(cluster_id=pd.Series(shared, index=result.pairs.index, dtype="str"))


def _sorted(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    if name == "clusters":
        ranked = frame.assign(
            _rank=frame["status"].map({status: at for at, status in enumerate(STATUSES)}),
            _origins=-frame["origins"],
            _outlets=-frame["outlets"],
            _articles=-frame["articles"],
        )
        frame = ranked.sort_values(["_rank", "_origins", "_outlets", "_articles", "cluster_id"], kind="stable")
        return frame.drop(columns=["_rank", "_origins", "_outlets", "_articles"]).reset_index(drop=True)
    if name == "positions":
        ranked = frame.assign(_origins=-frame["origins"], _articles=-frame["articles"])
        frame = ranked.sort_values(["cluster_id", "_origins", "_articles", "position_id"], kind="stable")
        return frame.drop(columns=["_origins", "_articles"]).reset_index(drop=True)
    return frame.sort_values(list(_SORT_BY[name]), kind="stable").reset_index(drop=True)


def _public_first(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    first = list(COLUMNS[name])
    return frame[first + [column for column in frame.columns if column not in first]]
