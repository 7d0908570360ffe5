"""From positions and origins to the status of clusters and the standing of sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.stats import beta

from xref.config import ReliabilityConfig, SourceConfig
from xref.reliability.firsts import first_of
from xref.reliability.ledger import Ledger, open_ledger
from xref.reliability.standing import Worth, letters, stand
from xref.reliability.status import Answer, Question, agreement, credibility, evidence, leading, status
from xref.reliability.topic import topic
from xref.reliability.wording import clearest
from xref.tables import Clusters, Positions, Sources, checked


@dataclass(frozen=True)
class Assessed:
    """What the room hands on; see `xref.tables` for the columns."""

    positions: pd.DataFrame
    clusters: pd.DataFrame
    sources: pd.DataFrame


def assess(
    articles: pd.DataFrame,
    claims: pd.DataFrame,
    stories: pd.DataFrame,
    pairs: pd.DataFrame,
    memberships: pd.DataFrame,
    copies: pd.DataFrame,
    origins: pd.DataFrame,
    findings: pd.DataFrame,
    config: ReliabilityConfig,
    sources: tuple[SourceConfig, ...] = (),
) -> Assessed:
    """Status of clusters, probability of positions, standing of outlets and speakers.

    Parameters
    ----------
    articles, claims, stories, pairs, memberships, copies, origins, findings : tables of the rooms before.
    config : thresholds.
    sources : the user's `[[sources]]`, for their Admiralty letters.
    """
    ledger = open_ledger(claims, pairs, memberships, origins)
    probability, worth, fallback = _estimate(ledger)
    positions = checked(Positions, _positions(ledger.rows, probability))
    clusters = checked(Clusters, _clusters(ledger, positions, stories, config))
    updates = pairs.loc[pairs["relation"] == "update"]
    standing = stand(ledger, articles, copies, findings, updates, worth, fallback)
    return Assessed(positions, clusters, checked(Sources, _graded(standing, config, sources)))


def _positions(rows: pd.DataFrame, probability: Mapping[str, float]) -> pd.DataFrame:
    table = []
    for position, group in rows.groupby("position_id"):
        first = first_of(zip(group["outlet"], group["published"], strict=True))
        table.append(
            {
                "position_id": position,
                "cluster_id": group["cluster_id"].iloc[0],
                "statement": clearest(group),
                "articles": group["article_id"].nunique(),
                "outlets": group["outlet"].nunique(),
                "origins": group["origin_id"].nunique(),
                "probability": probability[str(position)],
                "first_outlet": first.outlet,
                "first_published": first.published,
            }
        )
    table.sort(key=lambda row: (row["cluster_id"], -int(row["origins"]), -row["probability"], row["position_id"]))
    return pd.DataFrame(table)


def _clusters(
    ledger: Ledger, positions: pd.DataFrame, stories: pd.DataFrame, config: ReliabilityConfig
) -> pd.DataFrame:
    rows = ledger.rows.merge(stories, on="article_id", how="left").fillna({"story_id": ""})
    relations = {str(cluster): some for cluster, some in ledger.relations.groupby("cluster_id")}
    answers = {str(cluster): some for cluster, some in positions.groupby("cluster_id")}
    table = []
    for cluster, group in rows.groupby("cluster_id"):
        mine = answers[str(cluster)]
        question = _question(group, mine, relations.get(str(cluster), ledger.relations.iloc[:0]))
        lead = leading(question.answers)
        statement = mine.set_index("position_id")["statement"][lead.position_id]
        first = first_of(zip(group["outlet"], group["published"], strict=True))
        table.append(
            {
                "cluster_id": cluster,
                "story_id": sorted(group["story_id"].mode())[0],
                "question_or_topic": topic(
                    list(group["statement"]), list(group["quantities"]), list(group["names"]), statement
                ),
                "status": status(question, config),
                "positions": len(mine),
                "articles": question.articles,
                "outlets": question.outlets,
                "origins": len(question.origins),
                "evidence": evidence(question),
                "agreement": agreement(question),
                "information_credibility": credibility(question, lead),
                "first_outlet": first.outlet,
                "first_published": first.published,
            }
        )
    return pd.DataFrame(table)


def _question(group: pd.DataFrame, positions: pd.DataFrame, relations: pd.DataFrame) -> Question:
    """A cluster's claims, positions and relations as the status sees them."""
    conflicts: dict[str, set[str]] = {}
    for a, b in relations.loc[relations["relation"] == "conflict", ["a", "b"]].itertuples(index=False):
        conflicts.setdefault(a, set()).add(b)
        conflicts.setdefault(b, set()).add(a)
    is_weak = group["stance_of_speaker"].eq("hedges") | group["origin_kind"].eq("anonymous")
    weak = is_weak.groupby(group["position_id"]).all()
    origins = group.groupby("position_id")["origin_id"].agg(frozenset)
    probability = positions.set_index("position_id")["probability"]
    answers = tuple(Answer(p, origins[p], float(probability[p]), bool(weak[p])) for p in sorted(origins.index))
    return Question(
        answers,
        {position: frozenset(others) for position, others in conflicts.items()},
        bool((relations["relation"] == "update").any()),
        group["article_id"].nunique(),
        group["outlet"].nunique(),
    )


def _graded(standing: pd.DataFrame, config: ReliabilityConfig, sources: Sequence[SourceConfig]) -> pd.DataFrame:
    """Adds what depends on the config: whether there is enough data, and the user's own letter."""
    if standing.empty:
        return standing
    wide = standing["high"] - standing["low"] > config.max_interval
    standing["enough_data"] = standing["items"].ge(config.enough_claims) & ~wide
    grades = letters(sources)
    standing["source_reliability"] = [grades.get(name, "") for name in standing["source"]]
    return standing


def _estimate(ledger: Ledger) -> tuple[dict[str, float], dict[str, Worth], Worth]:
    """Probability by position, and reliability by witness, from one vote an origin."""
    votes = ledger.rows.drop_duplicates(["origin_id", "position_id"])
    support = votes.groupby("position_id")["origin_id"].nunique()
    opponents: dict[str, set[str]] = {str(p): set() for p in support.index}
    for a, b in ledger.relations.loc[ledger.relations["relation"] == "conflict", ["a", "b"]].itertuples(index=False):
        opponents[a].add(b)
        opponents[b].add(a)
    odds = {str(p): 4.0 ** min(int(n), 12) for p, n in support.items()}
    probability = {p: odds[p] / (0.05 + odds[p] + sum(odds[o] for o in opponents[p])) for p in odds}
    held: dict[str, list[float]] = {}
    for position, witness, n in votes.assign(n=votes["position_id"].map(support))[
        ["position_id", "witness", "n"]
    ].itertuples(index=False):
        against = sum(odds[o] for o in opponents[position])
        if n > 1 or against:
            held.setdefault(witness, []).append(odds[position] / 4 / (0.05 + odds[position] / 4 + against))
    return probability, {w: _worth(q) for w, q in held.items()}, _worth([])


def _worth(held: Sequence[float]) -> Worth:
    """Beta mean and 90 % interval of a source whose shared claims held up with these probabilities."""
    alpha, beta_ = 4 * 0.8 + sum(held), 4 * 0.2 + sum(1 - q for q in held)
    low, high = np.clip(beta.ppf([0.05, 0.95], alpha, beta_), 0, 1)
    return Worth(alpha / (alpha + beta_), float(low), float(high), len(held))
