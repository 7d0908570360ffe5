"""The estimator for use alone: from a table of claims to every question's winner and every source's standing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.special import betaincinv

from xref.reliability.arrays import Codes, Floats
from xref.reliability.copying import CopyModel, CopyWatch, Ties
from xref.reliability.guard import Guarded, guarded_fit
from xref.reliability.quantities import Quantities, as_positions
from xref.reliability.variational import Fit
from xref.reliability.votes import Votes, count_votes

_EQUAL = 1e-9


@dataclass(frozen=True)
class TruthEstimate:
    """What the claims say of objects and of sources.

    `winners` has one row an item: `object, attribute, value, probability, unknown, origins` (votes behind the value),
    `effective_origins` (the same without what seems copied), `runner_up` (None when there is one value), `is_tie`,
    and beside the told `value` both `estimated` and `voted` (the per-origin vote).
    `positions` has one row a value: `object, attribute, value, probability, origins, effective_origins`.
    `sources` has one row a source: `source, reliability, low, high` (90 % interval), `n` (items shared with others),
    `enough_data`.
    `quantities` has one row a measured item: `object, attribute, value, median, is_weighted` and `leaves_median`:
    where it is false, weighting brought nothing beyond the tolerance.
    `converged_` is false when the iterations were cut off. `stable_` is false when the estimate leaves the per-origin
    vote on more than 20 % of contested items or hangs on its start: then `winners` tells the vote.
    """

    winners: pd.DataFrame
    positions: pd.DataFrame
    sources: pd.DataFrame
    quantities: pd.DataFrame
    converged_: bool
    stable_: bool


def estimate_truth(
    claims: pd.DataFrame,
    *,
    closed: bool | None = None,
    measured: Mapping[str, float] | None = None,
    families: Mapping[object, object] | None = None,
    known_copies: Iterable[tuple[object, object]] = (),
    copying: CopyModel | None = CopyModel(),  # noqa: B008 (frozen, no state)
    enough_claims: int = 5,
    max_interval: float = 0.4,
) -> TruthEstimate:
    """Estimates which value of each object and attribute is right, and how reliable each source is.

    Parameters
    ----------
    claims : columns `source, object, attribute, value`, one row a report; optional `origin` (the source, or the name of
        anything else, that the report goes back to: it then counts under that origin) and `time` (number, datetime or
        ISO 8601 text; of a source's reports on one item the latest counts).
    closed : whether values come from a small fixed set; None tells it by attribute (20 values or fewer that recur).
    measured : attributes whose values are measured numbers, with their absolute tolerance; values within it or 1 %
        are one answer.
    families : publisher family by source.
    known_copies : pairs of sources of whom one is known to have copied the other.
    copying : how copying is judged; None takes all sources as independent.
    enough_claims, max_interval : when a source's standing may be told.

    Raises ValueError for a missing column, a None, NaN or blank cell, or text where a number is measured.
    """
    numbers: Quantities | None = None
    if measured:
        claims, numbers = as_positions(claims, measured)
    votes = count_votes(claims, closed)
    watch = CopyWatch(votes, copying, _ties(votes, families or {}, known_copies)) if copying else None
    guarded = guarded_fit(votes, watch)
    return TruthEstimate(
        _winners(votes, guarded),
        _positions(votes, guarded),
        _sources(votes, guarded.fit, enough_claims, max_interval),
        numbers.table if numbers else Quantities.none().table,
        guarded.fit.has_converged,
        guarded.is_stable,
    )


def _ties(votes: Votes, families: Mapping[object, object], copies: Iterable[tuple[object, object]]) -> Ties:
    """Families and known copies as codes; sources that are not in the table are passed over."""
    known = {name: code for code, name in enumerate(votes.voters)}
    family = pd.factorize(np.array([str(families.get(name, ("", code))) for name, code in known.items()], dtype=object))
    pairs = {
        min(known[a], known[b]) * len(known) + max(known[a], known[b])
        for a, b in copies
        if a in known and b in known and a != b
    }
    return Ties(family[0].astype(np.int64), np.array(sorted(pairs), dtype=np.int64))


def _winners(votes: Votes, guarded: Guarded) -> pd.DataFrame:
    won = guarded.winners
    second, gap = _runners_up(votes, guarded.q, won)
    runner_up = np.full(votes.items, None, dtype=object)
    runner_up[second >= 0] = votes.values[second[second >= 0]]
    counted = _counted(votes)
    return pd.DataFrame(
        {
            "object": votes.objects,
            "attribute": votes.attributes,
            "value": votes.values[won],
            "probability": guarded.q[won],
            "unknown": guarded.unknown,
            "origins": counted[won],
            "effective_origins": guarded.fit.support[won],
            "runner_up": runner_up,
            "is_tie": (second >= 0) & (np.abs(gap) <= _EQUAL),
            "estimated": votes.values[guarded.estimated],
            "voted": votes.values[guarded.voted],
        }
    )


def _runners_up(votes: Votes, q: Floats, won: Codes) -> tuple[Codes, Floats]:
    """By item, its best value after the winner (-1 none) and how far that is behind."""
    second = np.full(votes.items, -1, dtype=np.int64)
    rest = np.setdiff1d(np.arange(len(q)), won)
    order = rest[np.lexsort((rest, -q[rest], votes.value_item[rest]))]
    items, first = np.unique(votes.value_item[order], return_index=True)
    second[items] = order[first]
    gap = np.where(second >= 0, q[won] - q[second], np.inf) if len(q) else np.empty(0)
    return second, gap


def _positions(votes: Votes, guarded: Guarded) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "object": votes.objects[votes.value_item],
            "attribute": votes.attributes[votes.value_item],
            "value": votes.values,
            "probability": guarded.q,
            "origins": _counted(votes),
            "effective_origins": guarded.fit.support,
        }
    )


def _counted(votes: Votes) -> Codes:
    return np.bincount(votes.value, minlength=len(votes.values)).astype(np.int64)


def _sources(votes: Votes, found: Fit, enough_claims: int, max_interval: float) -> pd.DataFrame:
    low, high = interval(found.alpha, found.beta)
    n = found.shared.astype(np.int64)
    return pd.DataFrame(
        {
            "source": votes.voters,
            "reliability": found.accuracy,
            "low": low,
            "high": high,
            "n": n,
            "enough_data": (n >= enough_claims) & (high - low <= max_interval),
        }
    )


def interval(alpha: Floats, beta: Floats) -> tuple[Floats, Floats]:
    """90 % intervals of Beta distributions: their 5 and 95 % quantiles."""
    return np.asarray(betaincinv(alpha, beta, 0.05)), np.asarray(betaincinv(alpha, beta, 0.95))
