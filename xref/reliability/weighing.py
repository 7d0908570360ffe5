"""The estimator on a corpus: positions are values, whoever stands at an origin is the voter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import networkx as nx
import numpy as np
import pandas as pd

from xref.config import ReliabilityConfig
from xref.reliability.arrays import Floats
from xref.reliability.copying import CopyModel, CopyWatch, Ties
from xref.reliability.firsts import span
from xref.reliability.guard import Guarded, guarded_fit
from xref.reliability.leave_one_out import without_own_vote
from xref.reliability.ledger import Ledger
from xref.reliability.truth import interval
from xref.reliability.votes import Votes, count_votes


@dataclass(frozen=True, slots=True)
class Worth:
    """Estimated reliability of a source: mean, 90 % interval, shared items it rests on."""

    mean: float
    low: float
    high: float
    items: int


@dataclass(frozen=True)
class Weighed:
    """Probability by position, worth by witness, what is said of anyone else, and whether the estimate is stable."""

    probability: Mapping[str, float]
    worth: Mapping[str, Worth]
    stranger: Worth
    is_stable: bool


def weigh(ledger: Ledger, families: Mapping[str, str], config: ReliabilityConfig) -> Weighed:
    """Estimates positions and witnesses from one vote a witness and question.

    Positions that conflict, directly or through others, are the values of one item; a position without conflict is an
    item of its own, so that an earlier figure that was updated is held against nobody.

    Parameters
    ----------
    families : publisher family by witness.
    """
    votes = count_votes(_ballots(ledger), closed=False)
    names = [str(name) for name in votes.voters]
    family, _ = pd.factorize(np.array([families.get(name, name) for name in names], dtype=object))
    ties = Ties(family.astype(np.int64), np.empty(0, dtype=np.int64))
    guarded = guarded_fit(votes, CopyWatch(votes, CopyModel(config.copy_rate, config.copy_prior), ties))
    return Weighed(
        {**dict.fromkeys(ledger.rows["position_id"].unique(), 0.0), **_probabilities(votes, guarded)},
        _worths(votes, guarded, names),
        _stranger(guarded),
        guarded.is_stable,
    )


def _ballots(ledger: Ledger) -> pd.DataFrame:
    """Claims as the estimator takes them: witness, item, position, and when the witness was first seen with it."""
    rows = ledger.rows
    witness = _witness_of_origin(rows)
    item = _items(ledger)
    when = [moments[0].timestamp() if (moments := span(text)) else np.nan for text in rows["published"]]
    table = pd.DataFrame(
        {
            "source": rows["origin_id"].map(witness),
            "object": rows["position_id"].map(item),
            "attribute": "answer",
            "value": rows["position_id"],
            "time": pd.Series(when, dtype=float),
        }
    )
    # An undated report leaves open when its witness first said so, whatever later reprints carry as date.
    return table.groupby(["source", "object", "attribute", "value"])["time"].min(skipna=False).reset_index()


def _witness_of_origin(rows: pd.DataFrame) -> Mapping[str, str]:
    """One witness an origin: that of its earliest claim, ties by claim."""
    ordered = rows.assign(when=rows["published"].where(rows["published"].ne(""), "9999"))
    first = ordered.sort_values(["when", "claim_id"]).drop_duplicates("origin_id")
    return dict(zip(first["origin_id"], first["witness"], strict=True))


def _items(ledger: Ledger) -> Mapping[str, str]:
    """By position, its item: the smallest of the positions it conflicts with, directly or through others."""
    graph = nx.Graph()
    graph.add_nodes_from(ledger.rows["position_id"].unique())
    conflicts = ledger.relations.loc[ledger.relations["relation"] == "conflict", ["a", "b"]]
    graph.add_edges_from(conflicts.itertuples(index=False, name=None))
    return {position: min(some) for some in nx.connected_components(graph) for position in some}


def _probabilities(votes: Votes, guarded: Guarded) -> dict[str, float]:
    """q by position; one voice that nobody joins or opposes is worth its own accuracy, and no more."""
    alone = (np.bincount(votes.item, minlength=votes.items) == 1)[votes.value_item]
    accuracy = np.ones(len(votes.values))
    accuracy[votes.value] = guarded.fit.accuracy[votes.voter]
    q = np.where(alone, np.minimum(guarded.q, accuracy), guarded.q)
    return {str(position): float(p) for position, p in zip(votes.values, np.clip(q, 0, 1), strict=True)}


def _worths(votes: Votes, guarded: Guarded, names: list[str]) -> dict[str, Worth]:
    """By witness, how its votes fared in the eyes of the others."""
    found = guarded.fit
    is_shared = (np.bincount(votes.item, minlength=votes.items) >= 2)[votes.item]
    held = votes.by_voter(without_own_vote(votes, found) * is_shared)
    alpha, beta = found.prior_alpha + held, found.prior_beta + found.shared - held
    low, high = interval(alpha, beta)
    mean = alpha / (alpha + beta)
    return {name: _worth(mean, low, high, found.shared, at) for at, name in enumerate(names)}


def _worth(mean: Floats, low: Floats, high: Floats, shared: Floats, at: int) -> Worth:
    return Worth(float(mean[at]), float(low[at]), float(high[at]), int(shared[at]))


def _stranger(guarded: Guarded) -> Worth:
    """What is expected of a source without a shared claim: the prior of the least active."""
    shared = guarded.fit.shared
    least = int(np.argmin(shared)) if len(shared) else -1
    alpha = np.array([guarded.fit.prior_alpha[least] if least >= 0 else 3.2])
    beta = np.array([guarded.fit.prior_beta[least] if least >= 0 else 0.8])
    low, high = interval(alpha, beta)
    return _worth(alpha / (alpha + beta), low, high, np.zeros(1), 0)
