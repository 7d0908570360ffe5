"""Two articles of one agency's report that has been rewritten between them: each shares text with one that credits it.

An alert of two sentences grows into a report within hours, and hardly a word of it stays. Where an article in
between credits the agency and shares text with both, both are told as parts of the agency's reporting. Such a pair is
listed and merges nothing: what makes claims one origin is the text that each of them shares with the one in between.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

import pandas as pd

from xref.origins.copies import Copied, earlier_of, measure
from xref.origins.dates import moment
from xref.origins.rows import rows
from xref.tables import Copies, checked

MOST_DAYS = 2
"""Versions of one report follow each other within days; an agency's name alone joins nothing."""


def with_same_wire(copied: Copied, articles: pd.DataFrame, agencies: Mapping[str, str]) -> pd.DataFrame:
    """The table of `Copies` with those pairs added, as `partial`.

    Parameters
    ----------
    copied : pairs that share text.
    articles : see `tables.Articles`.
    agencies : article_id to the agency that the article credits, where it credits one.
    """
    copies = copied.table
    credited = {path: agencies.get(one, "") for one, path in rows(articles, "article_id", "path")}
    published = dict(rows(articles, "path", "published"))
    known = set(rows(copies, "path_a", "path_b"))
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for a, b, between, wire in _through(copies, credited):
        if (a, b) not in known and _are_near(published[a], published[b]):
            found.setdefault((a, b), (between, wire))
    added = [_row(a, b, how, copied, published) for (a, b), how in sorted(found.items())]
    table = pd.concat([copies, pd.DataFrame(added, columns=copies.columns)], ignore_index=True) if added else copies
    return checked(Copies, table.sort_values(["path_a", "path_b"]))


def _through(copies: pd.DataFrame, credited: Mapping[str, str]) -> Iterator[tuple[str, str, str, str]]:
    """Both articles, the one between them, and the agency that it credits and that neither denies."""
    beside: dict[str, set[str]] = defaultdict(set)
    for a, b, wire in rows(copies, "path_a", "path_b", "wire"):
        for one, other in ((a, b), (b, a)):
            if wire and credited[one] == wire and credited[other] in ("", wire):
                beside[one].add(other)
    for between, others in sorted(beside.items()):
        for a, b in combinations(sorted(others), 2):
            yield a, b, between, credited[between]


def _are_near(one: str, other: str) -> bool:
    days = [pd.Timestamp(day) for published in (one, other) if len(day := moment(published)[0]) == len("2024-01-31")]
    return len(days) == 2 and abs((days[0] - days[1]).days) <= MOST_DAYS


def _row(a: str, b: str, how: tuple[str, str], copied: Copied, published: Mapping[str, str]) -> dict[str, object]:
    overlap = measure(copied.texts[a], copied.texts[b])
    between, wire = how
    return {
        "path_a": a,
        "path_b": b,
        "kind": "partial",
        "containment_a_in_b": round(overlap.a_in_b, 4),
        "containment_b_in_a": round(overlap.b_in_a, 4),
        "wire": wire,
        "earlier": earlier_of(a, b, published[a], published[b]),
        "evidence": f"each shares text with {between}, which credits {wire}",
    }
