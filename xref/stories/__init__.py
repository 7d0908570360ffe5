"""Articles to stories: average linkage over meaning and shared words, inside a window of time.

Whether two articles are of one event depends on how many others there are: of a dozen articles that a reporter put
into one folder most are, of thousands from a crawl few are. The threshold therefore rises with the logarithm of the
number of articles (docs/decisions/0008-stories.md has the measurements). Articles that are alike, but not enough for
one story, are still told as neighbours, so that their claims can be compared.
"""

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
REFERENCE_ARTICLES = 300
EASE_PER_E_FOLD = 0.02
"""How much the threshold falls for a folder e times smaller than the reference, and rises for a larger one."""

__all__ = ["Grouped", "group"]


@dataclass(frozen=True)
class Grouped:
    """Stories, and which articles are near enough for their claims to be compared."""

    stories: pd.DataFrame
    """Table of `Stories`."""
    neighbours: pd.DataFrame
    """Columns article_a, article_b: pairs of articles of one story or of near ones, smaller identifier first."""


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


def group(articles: pd.DataFrame, vectors: Floats, config: StoriesConfig) -> Grouped:
    """The story of every article, and its neighbours.

    Parameters
    ----------
    articles : table of `Articles`.
    vectors : unit vectors of shape (articles, dimensions), row by row.
    """
    names = articles["article_id"].to_numpy().astype(str)
    order = np.argsort(names)
    affinity = _Affinity(vectors, _word_vectors(articles), _days(articles["published"]), config.window_days)
    threshold = threshold_for(len(articles), config.min_similarity)
    labels = np.arange(len(articles))
    for members in _components(affinity, order, threshold):
        labels[members] = members[0]
        if len(members) > 2:
            labels[members] = members[_average_linkage(affinity.rows(members, members), threshold)]
    stories = pd.DataFrame({"article_id": names, "story_id": [f"s{names[label][1:]}" for label in labels]})
    near = _neighbours(affinity, order, labels, max(threshold - config.neighbour_margin, 0.0))
    return Grouped(checked(Stories, stories), pd.DataFrame({"article_a": names[near[0]], "article_b": names[near[1]]}))


def threshold_for(articles: int, reference: float) -> float:
    """The likeness from which articles are one story, in a folder of so many; `reference` holds for 300."""
    return float(np.clip(reference + EASE_PER_E_FOLD * np.log(max(articles, 1) / REFERENCE_ARTICLES), 0.0, 1.0))


def _neighbours(affinity: _Affinity, order: Ints, labels: Ints, threshold: float) -> tuple[Ints, Ints]:
    """Rows of pairs of articles of one story or at least `threshold` alike, the earlier in `order` first."""
    left, right = _alike(affinity, order, threshold)
    story = coo_matrix((np.ones(len(order), dtype=np.int8), (np.arange(len(order)), labels[order]))).tocsr()
    same = (story @ story.T).tocoo()
    one, two = np.concatenate([left, same.row]), np.concatenate([right, same.col])
    pairs = np.unique(np.stack([one, two], axis=1)[one < two], axis=0)
    return order[pairs[:, 0]], order[pairs[:, 1]]


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


def _alike(affinity: _Affinity, order: Ints, threshold: float) -> tuple[Ints, Ints]:
    """Places in `order` of all pairs of articles that are at least `threshold` alike."""
    found: list[tuple[Ints, Ints]] = []
    for at in range(0, len(order), CHUNK):
        left, right = np.nonzero(affinity.rows(order[at : at + CHUNK], order) >= threshold)
        found.append((left + at, right))
    one, two = zip(*found, strict=True)
    return np.concatenate(one), np.concatenate(two)


def _components(affinity: _Affinity, order: Ints, threshold: float) -> Iterator[Ints]:
    """Groups of articles that a chain of likenesses above the threshold joins, each in the order of `order`.

    Average linkage can only merge inside such a group, so that each may be clustered by itself.
    """
    left, right = _alike(affinity, order, threshold)
    count = len(order)
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
