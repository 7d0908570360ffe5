"""Articles to stories: average linkage over meaning and shared words, inside a window of time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse import coo_matrix, csr_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial.distance import squareform
from sklearn.feature_extraction.text import TfidfVectorizer

from xref.config import StoriesConfig
from xref.tables import Stories, checked

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

WORDS_SHARE = 0.5
"""Weight of shared words (TF-IDF cosine) beside meaning (embedding cosine); benchmarks/quality/stories.py compares."""
CHUNK = 2048
SECONDS_A_DAY = 86_400.0

__all__ = ["group"]


@dataclass(frozen=True)
class _Affinity:
    """What the likeness of two articles is computed from; rows are articles."""

    vectors: Floats
    words: csr_matrix
    days: npt.NDArray[np.float64]
    """Date in days since 1970, NaN when unknown."""
    window_days: float

    def rows(self, left: Ints, right: Ints) -> Floats:
        """Likeness of each article of `left` with each of `right`; 0 outside the window of time."""
        meaning = self.vectors[left] @ self.vectors[right].T
        shared = (self.words[left] @ self.words[right].T).toarray()
        alike = ((1 - WORDS_SHARE) * meaning + WORDS_SHARE * shared).astype(np.float32)
        apart = np.abs(self.days[left][:, None] - self.days[right][None, :])
        alike[apart > self.window_days] = 0.0  # unknown dates compare false and stay
        return np.asarray(np.clip(alike, 0.0, 1.0), dtype=np.float32)


def group(articles: pd.DataFrame, vectors: Floats, config: StoriesConfig) -> pd.DataFrame:
    """The story of every article, as a table of `Stories`.

    Parameters
    ----------
    articles : table of `Articles`.
    vectors : unit vectors of shape (articles, dimensions), row by row.
    """
    order = np.argsort(articles["article_id"].to_numpy().astype(str))
    affinity = _Affinity(vectors, _word_vectors(articles), _days(articles["published"]), config.window_days)
    labels = np.arange(len(articles))
    for members in _components(affinity, order, config.min_similarity):
        labels[members] = members[0]
        if len(members) > 2:
            labels[members] = members[_average_linkage(affinity.rows(members, members), config.min_similarity)]
    names = articles["article_id"].to_numpy()
    return checked(
        Stories, pd.DataFrame({"article_id": names, "story_id": [f"s{names[label][1:]}" for label in labels]})
    )


def _word_vectors(articles: pd.DataFrame) -> csr_matrix:
    texts = [f"{title} {text[:3000]}" for title, text in zip(articles["title"], articles["text"], strict=True)]
    try:
        return TfidfVectorizer(sublinear_tf=True, stop_words="english", dtype=np.float32).fit_transform(texts)
    except ValueError:  # no word at all in any article
        return csr_matrix((len(texts), 1), dtype=np.float32)


def _days(published: pd.Series[str]) -> npt.NDArray[np.float64]:
    return np.array([_day(text) for text in published], dtype=np.float64)


def _day(text: str) -> float:
    if not text:
        return float("nan")
    return (datetime.fromisoformat(text).replace(tzinfo=None) - datetime(1970, 1, 1)).total_seconds() / SECONDS_A_DAY


def _components(affinity: _Affinity, order: Ints, threshold: float) -> Iterator[Ints]:
    """Groups of articles that a chain of likenesses above the threshold joins, each in the order of `order`.

    Average linkage can only merge inside such a group, so that each may be clustered by itself.
    """
    count = len(order)
    found: list[tuple[Ints, Ints]] = []
    for at in range(0, count, CHUNK):
        left, right = np.nonzero(affinity.rows(order[at : at + CHUNK], order) >= threshold)
        found.append((left + at, right))
    left, right = (np.concatenate(side) for side in zip(*found, strict=True))
    graph = coo_matrix((np.ones(len(left), dtype=np.int8), (left, right)), shape=(count, count))
    labels = connected_components(graph, directed=False)[1]
    for label in np.unique(labels):
        yield order[labels == label]


def _average_linkage(alike: Floats, threshold: float) -> Ints:
    """For each article of a group the place of the first article of its story."""
    distance = 1.0 - (alike + alike.T) / 2.0
    np.fill_diagonal(distance, 0.0)
    labels = fcluster(linkage(squareform(distance, checks=False), "average"), 1.0 - threshold, "distance")
    first = {label: place for place, label in reversed(list(enumerate(labels)))}
    return np.array([first[label] for label in labels])
