"""Articles that are one text: reprints and prints of one agency's text, as the table of copies tells."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import networkx as nx
import pandas as pd

ONE_TEXT = ("near-verbatim", "shared-wire")
"""Kinds of copy that make two articles one text. Shared parts alone do not: who quotes or reuses tells it himself."""


class Texts:
    """Looks up which articles are one text.

    Parameters
    ----------
    copies : see `tables.Copies`.
    """

    def __init__(self, copies: pd.DataFrame) -> None:
        alike = copies.loc[copies["kind"].isin(ONE_TEXT), ["path_a", "path_b"]]
        self._alike = nx.Graph(alike.itertuples(index=False, name=None))

    def among(self, paths: Iterable[str]) -> list[tuple[str, ...]]:
        """The articles by text: each a tuple of paths in their order, the tuples in the order of their first paths.

        Only copies between the given articles count, so that a collection that holds two reports does not make them
        one where it is not itself among them.
        """
        given = set(paths)
        alone = [(path,) for path in given if path not in self._alike]
        texts = nx.connected_components(self._alike.subgraph(given))
        return sorted([*alone, *(tuple(sorted(text)) for text in texts)])

    def are_several(self, paths: Collection[str]) -> bool:
        """Whether the articles are more than one text."""
        return len(paths) > 1 and len(self.among(paths)) > 1
