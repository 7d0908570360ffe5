"""From positions and origins to the status of clusters and the standing of sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from xref.config import ReliabilityConfig, SourceConfig
from xref.outlets import Directory
from xref.reliability.firsts import first_of
from xref.reliability.ledger import Ledger, grouped, open_ledger
from xref.reliability.standing import letters, stand
from xref.reliability.status import Answer, Question, agreement, credibility, evidence, leading, status
from xref.reliability.topic import topic
from xref.reliability.weighing import weigh
from xref.reliability.wording import clearest
from xref.tables import Clusters, Positions, Sources, checked
from xref.texts import Texts


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
    texts = Texts(copies)
    clusters = checked(Clusters, _clusters(ledger, positions, stories, texts, config))
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
    for position, group in grouped(rows, "position_id").items():
        first = first_of((row.outlet, row.published) for row in group)
        table.append(
            {
                "position_id": position,
                "cluster_id": group[0].cluster_id,
                "statement": clearest(group),
                "articles": len({row.article_id for row in group}),
                "outlets": len({row.outlet for row in group}),
                "origins": len({row.origin_id for row in group}),
                "probability": probability[position],
                "first_outlet": first.outlet,
                "first_published": first.published,
            }
        )
    table.sort(key=lambda row: (row["cluster_id"], -int(row["origins"]), -row["probability"], row["position_id"]))
    return pd.DataFrame(table)


def _clusters(
    ledger: Ledger, positions: pd.DataFrame, stories: pd.DataFrame, texts: Texts, config: ReliabilityConfig
) -> pd.DataFrame:
    rows = ledger.rows.merge(stories, on="article_id", how="left").fillna({"story_id": ""})
    relations, answers = grouped(ledger.relations, "cluster_id"), grouped(positions, "cluster_id")
    table = []
    for cluster, group in grouped(rows, "cluster_id").items():
        mine = answers[cluster]
        question = _question(group, mine, relations.get(cluster, ()), texts)
        lead = leading(question.answers)
        statement = next(answer.statement for answer in mine if answer.position_id == lead.position_id)
        first = first_of((row.outlet, row.published) for row in group)
        table.append(
            {
                "cluster_id": cluster,
                "story_id": _commonest(row.story_id for row in group),
                "question_or_topic": topic(
                    [row.statement for row in group], [row.quantities for row in group],
                    [row.names for row in group], statement,
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
        )  # fmt: skip
    return pd.DataFrame(table)


def _commonest(values: Iterable[str]) -> str:
    """The value that is there most often, of equals the smallest."""
    return min(Counter(values).items(), key=lambda item: (-item[1], item[0]))[0]


def _question(group: Sequence[Any], positions: Sequence[Any], relations: Sequence[Any], texts: Texts) -> Question:
    """A cluster's claims, positions and relations as the status sees them."""
    conflicts: dict[str, set[str]] = {}
    for found in relations:
        if found.relation == "conflict":
            conflicts.setdefault(found.a, set()).add(found.b)
            conflicts.setdefault(found.b, set()).add(found.a)
    origins: dict[str, set[str]] = {}
    strong: set[str] = set()
    for row in group:
        origins.setdefault(row.position_id, set()).add(row.origin_id)
        if row.stance_of_speaker != "hedges" and row.origin_kind != "anonymous":
            strong.add(row.position_id)
    probability = {answer.position_id: float(answer.probability) for answer in positions}
    answers = tuple(Answer(p, frozenset(origins[p]), probability[p], p not in strong) for p in sorted(origins))
    return Question(
        answers,
        {position: frozenset(others) for position, others in conflicts.items()},
        any(found.relation == "update" for found in relations),
        _is_retold(group, texts),
        len({row.article_id for row in group}),
        len({row.outlet for row in group}),
    )


def _is_retold(group: Sequence[Any], texts: Texts) -> bool:
    """Whether one origin is told in several texts."""
    carrying: dict[str, set[str]] = {}
    for row in group:
        carrying.setdefault(row.origin_id, set()).add(row.path)
    return any(texts.are_several(paths) for paths in carrying.values())


def _graded(standing: pd.DataFrame, config: ReliabilityConfig, sources: Sequence[SourceConfig]) -> pd.DataFrame:
    """Adds what depends on the config: whether there is enough data, and the user's own letter."""
    if standing.empty:
        return standing
    wide = standing["high"] - standing["low"] > config.max_interval
    standing["enough_data"] = standing["items"].ge(config.enough_claims) & ~wide
    grades = letters(sources)
    standing["source_reliability"] = [grades.get(name, "") for name in standing["source"]]
    return standing
