"""Each candidate pair to a relation, a score, the signals that decided it, and a reason in words.

Two passes: the cheap signals judge every candidate; then the cross-encoder reads the likeliest of each claim, and the
judge that knows its verdicts decides those again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from xref.cache import Cache
from xref.compare import cross_encoder
from xref.compare.cross_encoder import CrossEncoder
from xref.compare.decide import Judgement, judgements
from xref.compare.explain import Term, explain_pair
from xref.compare.grounds import grounded
from xref.compare.model import RELATIONS, load
from xref.compare.reading import CHUNK_PAIRS, likeliest, with_verdicts
from xref.compare.sides import NOT_READ, Comparison, Side, Weights, aligned_quantities, sides_of
from xref.compare.signals import COLUMNS, values
from xref.compare.signals.negation import says_no
from xref.config import CompareConfig
from xref.progress import Progress
from xref.tables import Pairs, checked

Floats = npt.NDArray[np.float64]

__all__ = ["Judged", "Term", "comparisons", "explain_pair", "judge", "rows_of"]


@dataclass(frozen=True)
class Judged:
    """The judged pairs."""

    pairs: pd.DataFrame
    """Table of `Pairs`."""
    signals: pd.DataFrame
    """claim_a, claim_b, read (by the cross-encoder) and one column a signal value, row by row as `pairs`."""
    models: dict[str, str]
    """Name and version of the cross-encoder, for run.json."""


def judge(
    candidates: pd.DataFrame,
    claims: pd.DataFrame,
    config: CompareConfig,
    cache: Cache,
    progress: Progress,
    load_encoder: Callable[[CompareConfig], CrossEncoder | None] = cross_encoder.load,
) -> Judged:
    """Judges every candidate pair; tables of `Candidates` and `Claims` in, `Judged` out.

    Raises ModelMissing when the cross-encoder the config names is not on this machine.
    """
    encoder = load_encoder(config) if len(candidates) else None
    pairs = comparisons(candidates, claims, config)
    rows = rows_of(pairs)
    probabilities = load("judge-none.json").probabilities(rows)
    read = np.zeros(len(pairs), dtype=bool)
    if encoder:
        read[likeliest(pairs, rows, 1.0 - probabilities[:, RELATIONS.index("unrelated")], config.max_read)] = True
        pairs = with_verdicts(pairs, read, encoder, cache, progress)
        rows[read] = rows_of([pair for pair, is_read in zip(pairs, read, strict=True) if is_read])
        probabilities[read] = load("judge.json").probabilities(rows[read])
    probabilities = grounded(rows, probabilities, encoder is not None)
    signals = pd.DataFrame(rows.round(4), columns=list(COLUMNS))
    signals.insert(0, "claim_a", [pair.a.claim_id for pair in pairs])
    signals.insert(1, "claim_b", [pair.b.claim_id for pair in pairs])
    signals.insert(2, "read", read)
    name = encoder.name if encoder else "none"
    return Judged(_judged(pairs, rows, probabilities, read, config), signals, {"cross-encoder": name})


def comparisons(candidates: pd.DataFrame, claims: pd.DataFrame, config: CompareConfig) -> list[Comparison]:
    """The two sides of every candidate pair, in the order of `candidates`, not yet read by the cross-encoder."""
    sides = sides_of(claims)
    weights = Weights(sides.values())
    ones, others = ([sides[claim] for claim in candidates[column]] for column in ("claim_a", "claim_b"))
    similarity, same_story = candidates["similarity"].tolist(), candidates["same_story"].tolist()
    closest = _closest(ones, others, similarity).tolist()
    found = []
    for a, b, alike, is_same, (to_a, to_b) in zip(ones, others, similarity, same_story, closest, strict=True):
        aligned = aligned_quantities(a, b, config.number_tolerance)
        found.append(Comparison(a, b, alike, NOT_READ, weights, aligned, is_same, (to_a - alike, to_b - alike)))
    return found


def _closest(ones: list[Side], others: list[Side], similarity: list[float]) -> Floats:
    """Likeness of the closest candidate that each side of a pair has in the other's article, shape (pairs, 2).

    A claim that says no is measured against others that do: to what it opposes, other denials come no closer.
    """
    claim = pd.Series([side.claim_id for side in (*ones, *others)])
    article = pd.Series([side.article_id for side in (*others, *ones)])
    polarity = pd.Series([says_no(side) for side in (*others, *ones)])
    best = pd.Series([*similarity, *similarity]).groupby([claim, article, polarity], sort=False).transform("max")
    return best.to_numpy().reshape(2, -1).T


def rows_of(pairs: Sequence[Comparison]) -> Floats:
    """Signal values of pairs, shape (pairs, columns)."""
    found = np.empty((len(pairs), len(COLUMNS)))
    for at, pair in enumerate(pairs):
        found[at] = values(pair)
    return found


def _judged(
    pairs: list[Comparison], rows: Floats, probabilities: Floats, read: npt.NDArray[np.bool_], config: CompareConfig
) -> pd.DataFrame:
    found: dict[int, Judgement] = {}
    for name, places in (("judge.json", np.flatnonzero(read)), ("judge-none.json", np.flatnonzero(~read))):
        for chosen in (places[at : at + CHUNK_PAIRS] for at in range(0, len(places), CHUNK_PAIRS)):
            some = [pairs[at] for at in chosen]
            told = judgements(some, rows[chosen], probabilities[chosen], load(name), config)
            found.update(zip(chosen.tolist(), told, strict=True))
    judged = [found[at] for at in range(len(pairs))]
    frame = pd.DataFrame(
        {
            "claim_a": [pair.a.claim_id for pair in pairs],
            "claim_b": [pair.b.claim_id for pair in pairs],
            "relation": [one.relation for one in judged],
            "score": [round(one.score, 4) for one in judged],
            **{f"p_{r}": probabilities[:, RELATIONS.index(r)].round(4) for r in ("agree", "conflict", "update")},
            "basis": [one.basis for one in judged],
            "reason": [one.reason for one in judged],
        }
    )
    return checked(Pairs, frame)
