"""From positions and origins to the status of clusters and the standing of sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from xref.config import ReliabilityConfig, SourceConfig
from xref.outlets import Directory
from xref.reliability.firsts import first_of
from xref.reliability.ledger import Ledger, open_ledger
from xref.reliability.standing import letters, stand
from xref.reliability.status import Answer, Question, agreement, credibility, evidence, leading, status
from xref.reliability.topic import topic
from xref.reliability.weighing import weigh
from xref.reliability.wording import clearest
from xref.tables import Clusters, Positions, Sources, checked


@dataclass(frozen=True)
class Assessed:
    """What the room hands on; see `xref.tables` for the columns.

    `is_stable` is false when the estimate strays from the per-origin vote: probabilities are then those of the vote.
    """

    positions: pd.DataFrame
    clusters: pd.DataFrame
    sources: pd.DataFrame
    is_stable: bool = True


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
    weighed = weigh(ledger, _families(ledger, sources), config)
    positions = checked(Positions, _positions(ledger.rows, weighed.probability))
    clusters = checked(Clusters, _clusters(ledger, positions, stories, config))
    updates = pairs.loc[pairs["relation"] == "update"]
    standing = stand(ledger, articles, copies, findings, updates, weighed)
    return Assessed(positions, clusters, checked(Sources, _graded(standing, config, sources)), weighed.is_stable)


def _families(ledger: Ledger, sources: Sequence[SourceConfig]) -> dict[str, str]:
    """Publisher family by witness, for outlets and agencies."""
    directory = Directory(sources)
    names = {witness.removeprefix("outlet:") for witness in ledger.rows["witness"] if witness.startswith("outlet:")}
    return {f"outlet:{name}": f"family:{directory.family(name)}" for name in names}


def _positions(rows: pd.DataFrame, probability: Mapping[str, float]) -> pd.DataFrame:
    table = []
    for position, group in rows.groupby("position_id"):
        first = first_of(zip(group["outlet"], group["published"], strict=True))
        table.append(
            {
                "position_id": position,
                "cluster_id": group["cluster_id"].iloc[0],
                "statement": clearest(group),
                "articles": len(set(group["article_id"])),
                "outlets": len(set(group["outlet"])),
                "origins": len(set(group["origin_id"])),
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
        statement = dict(zip(mine["position_id"], mine["statement"], strict=True))[lead.position_id]
        first = first_of(zip(group["outlet"], group["published"], strict=True))
        table.append(
            {
                "cluster_id": cluster,
                "story_id": _commonest(group["story_id"]),
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


def _commonest(values: Iterable[str]) -> str:
    """The value that is there most often, of equals the smallest."""
    return min(Counter(values).items(), key=lambda item: (-item[1], item[0]))[0]


def _question(group: pd.DataFrame, positions: pd.DataFrame, relations: pd.DataFrame) -> Question:
    """A cluster's claims, positions and relations as the status sees them."""
    conflicts: dict[str, set[str]] = {}
    for a, b, relation in zip(relations["a"], relations["b"], relations["relation"], strict=True):
        if relation == "conflict":
            conflicts.setdefault(a, set()).add(b)
            conflicts.setdefault(b, set()).add(a)
    # most clusters are one claim, and there are many: plain loops, since a frame's operation costs more than they do
    origins: dict[str, set[str]] = {}
    strong: set[str] = set()
    columns = ("position_id", "origin_id", "stance_of_speaker", "origin_kind")
    for position, origin, stance, kind in zip(*(group[column] for column in columns), strict=True):
        origins.setdefault(position, set()).add(origin)
        if stance != "hedges" and kind != "anonymous":
            strong.add(position)
    probability = dict(zip(positions["position_id"], positions["probability"], strict=True))
    answers = tuple(Answer(p, frozenset(origins[p]), float(probability[p]), p not in strong) for p in sorted(origins))
    return Question(
        answers,
        {position: frozenset(others) for position, others in conflicts.items()},
        "update" in set(relations["relation"]),
        len(set(group["article_id"])),
        len(set(group["outlet"])),
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
