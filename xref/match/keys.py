"""What two claims can share beside meaning: names, counted things, speaker, written as sparse rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.sparse import csr_matrix

from xref.values import Name, Quantity, from_json

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Keys:
    """Per claim: its article, the story of that, and what it shares with others. Rows are claims."""

    story: Ints
    article: Ints
    near: csr_matrix
    """Shape (articles, articles): whether the claims of two articles may be compared."""
    sentence: Ints
    names: csr_matrix
    """Inverse document frequency of every name, each row scaled to length 1."""
    counted: csr_matrix
    """1 for every counted thing or measure."""
    speaker: Ints
    """Number of the speaker, -1 for the outlet's own voice."""

    @classmethod
    def of(cls, claims: pd.DataFrame, stories: pd.DataFrame, neighbours: pd.DataFrame, across_stories: bool) -> Keys:
        """The keys of a table of claims; with `across_stories` every two articles are near."""
        article, names = pd.factorize(claims["article_id"])
        story_of = dict(zip(stories["article_id"], stories["story_id"], strict=True))
        near = _near(names, neighbours, across_stories)
        speakers = pd.factorize(claims["speaker"])[0]
        return cls(
            story=pd.factorize(claims["article_id"].map(story_of))[0],
            article=article,
            near=near,
            sentence=claims["sentence"].to_numpy(dtype=np.int64),
            names=_weighted([_names(text) for text in claims["names"]]),
            counted=_binary([_counted(text) for text in claims["quantities"]]),
            speaker=np.where(claims["speaker"].to_numpy() == "", -1, speakers),
        )


def _near(names: pd.Index[str], neighbours: pd.DataFrame, all_near: bool) -> csr_matrix:
    """Symmetric matrix of the articles `names`, every article near itself."""
    count = len(names)
    if all_near:
        return csr_matrix(np.ones((count, count), dtype=bool))
    known = neighbours[neighbours["article_a"].isin(names) & neighbours["article_b"].isin(names)]
    one, two = (names.get_indexer(pd.Index(known[side])) for side in ("article_a", "article_b"))
    rows, columns = np.concatenate([one, two, np.arange(count)]), np.concatenate([two, one, np.arange(count)])
    return csr_matrix((np.ones(len(rows), dtype=bool), (rows, columns)), shape=(count, count))


def _names(text: str) -> set[str]:
    return {name.norm.casefold() for name in from_json(Name, text)}


def _counted(text: str) -> set[str]:
    """What each quantity is about: the measure and the thing ("killed", "soldier"), else the unit."""
    found: set[str] = set()
    for quantity in from_json(Quantity, text):
        found.update(word for word in (quantity.measure, quantity.counted) if word)
        if quantity.unit:
            found.add(f"unit {quantity.unit}")
    return found


def _binary(rows: Iterable[set[str]]) -> csr_matrix:
    rows = list(rows)
    places = {key: place for place, key in enumerate(sorted(set().union(*rows)))}
    pairs = [(row, places[key]) for row, keys in enumerate(rows) for key in sorted(keys)]
    left, right = zip(*pairs, strict=True) if pairs else ((), ())
    shape = (len(rows), max(1, len(places)))
    return csr_matrix((np.ones(len(pairs), dtype=np.float32), (left, right)), shape=shape)


def _weighted(rows: list[set[str]]) -> csr_matrix:
    matrix = _binary(rows)
    frequency = Counter(key for keys in rows for key in keys)
    weights = np.array(
        [np.log((1 + len(rows)) / frequency[key]) for key in sorted(frequency)] or [0.0], dtype=np.float32
    )
    weighted = matrix.multiply(weights).tocsr()
    lengths = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1)).ravel())
    scale = np.divide(1.0, lengths, out=np.zeros_like(lengths), where=lengths > 0)
    return weighted.multiply(scale[:, None]).tocsr()
