"""Articles that are one text: reprints and prints of one agency's text, as the table of copies tells."""

from __future__ import annotations

from collections.abc import Iterable

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
        self._beside: dict[str, set[str]] = {}
        alike = copies.loc[copies["kind"].isin(ONE_TEXT), ["path_a", "path_b"]]
        for a, b in alike.itertuples(index=False):
            self._beside.setdefault(a, set()).add(b)
            self._beside.setdefault(b, set()).add(a)

    def among(self, paths: Iterable[str]) -> list[tuple[str, ...]]:
        """The articles by text: each a tuple of paths in their order, the tuples in the order of their first paths.

        Only copies between the given articles count, so that a collection that holds two reports does not make them
        one where it is not itself among them.
        """
        left = set(paths)
        found = []
        while left:
            text, waiting = set[str](), [min(left)]
            while waiting:
                path = waiting.pop()
                if path in left:
                    left.remove(path)
                    text.add(path)
                    waiting += self._beside.get(path, set()) & left
            found.append(tuple(sorted(text)))
        return found
