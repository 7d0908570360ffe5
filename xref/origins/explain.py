"""The origins behind a position as a tree in words: `7 articles, 5 outlets, 2 origins: ...`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

import pandas as pd

from xref.origins.dates import in_time
from xref.origins.rows import rows

_KINDS = {
    "speaker": "a speaker",
    "anonymous": "unnamed",
    "agency": "an agency in this folder",
    "outlet": "an outlet in this folder",
    "document": "a document",
    "social": "a post",
    "missing": "missing",
}


def explain_position(claims: pd.DataFrame, origins: pd.DataFrame, claim_ids: Iterable[str]) -> Iterator[str]:
    """The tree behind some claims, normally those of one position, line by line.

    Parameters
    ----------
    claims : see `tables.Claims`; needed are claim_id, path, outlet, published.
    origins : see `tables.Origins`.
    claim_ids : the claims; those that the tables lack are passed over.
    """
    told = claims[["claim_id", "path", "outlet", "published"]].merge(origins, on="claim_id")
    told = told[told["claim_id"].isin(list(claim_ids))]
    groups = [group for _, group in told.groupby("origin_id")]
    groups.sort(
        key=lambda group: (-group["path"].nunique(), str(group["origin"].iloc[0]), str(group["origin_id"].iloc[0]))
    )
    counts = (
        _count(told["path"].nunique(), "article"),
        _count(told["outlet"].nunique(), "outlet"),
        _count(len(groups), "origin"),
    )
    yield ", ".join(counts) + (":" if groups else "")
    for group in groups:
        yield from _branch(group)


def _branch(group: pd.DataFrame) -> Iterator[str]:
    """One origin, and below it each article that has it from there, with its ways and their reasons."""
    first = group.iloc[0]
    articles = _count(group["path"].nunique(), "article")
    yield f"  {first['origin']} ({_KINDS.get(str(first['origin_kind']), first['origin_kind'])}): {articles}"
    ordered = sorted(rows(group), key=lambda row: (*in_time(str(row.published), str(row.path)), str(row.claim_id)))
    for path, some in groupby(ordered, key=lambda row: str(row.path)):
        told = list(some)
        when = str(told[0].published) or "no date"
        yield f"    {path} ({told[0].outlet}, {when})"
        # Several claims of one article often go one way: it is told once.
        for chain, reason in dict.fromkeys((str(row.chain), str(row.reason)) for row in told):
            yield f"      {chain}: {reason}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
