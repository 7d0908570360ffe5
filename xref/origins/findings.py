"""Findings about sourcing: circles, misquotations, outlets that contradict themselves, origins not in the folder."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TypedDict

import pandas as pd

from xref.origins.dates import moment
from xref.origins.evidence import Evidence
from xref.origins.roots import Circle, Origin
from xref.origins.rows import rows
from xref.origins.speakers import key_of
from xref.outlets import UNKNOWN
from xref.tables import Findings, checked
from xref.values import ABSENT, ARROW

OCCASION_DAYS = 2
"""Reports of one speaker's words further apart than this may be of two occasions."""


class Row(TypedDict):
    """One row of `tables.Findings`."""

    kind: str
    subject: str
    detail: str
    claim_ids: str


def find(
    evidence: Sequence[Evidence],
    pairs: pd.DataFrame,
    origins: Sequence[Origin],
    circles: Sequence[Circle],
    outlets: frozenset[str],
    texts: Mapping[str, str],
) -> pd.DataFrame:
    """All findings (`tables.Findings`), in a stable order.

    Parameters
    ----------
    evidence : every claim's evidence.
    pairs : see `tables.Pairs`.
    origins, circles : what the ways back of all positions led to.
    outlets : normal names of the outlets in the folder.
    texts : text by article_id.
    """
    by_claim = {one.claim_id: one for one in evidence}
    table = [*_circular(circles), *_conflicting(by_claim, pairs, texts), *_missing(by_claim, origins, outlets)]
    table.sort(key=lambda row: (row["kind"], row["subject"], row["claim_ids"]))
    return checked(Findings, pd.DataFrame(table).drop_duplicates() if table else pd.DataFrame())


def _circular(circles: Sequence[Circle]) -> Iterator[Row]:
    for circle in circles:
        ring = (
            " cites ".join((*circle.outlets, circle.outlets[0]))
            if len(circle.outlets) == 2
            else f"{', '.join(circle.outlets[:-1])} and {circle.outlets[-1]} cite each other in a circle"
        )
        detail = f"{ring}: nobody among them has it from elsewhere, so that together they are one origin."
        yield {
            "kind": "circular-citation",
            "subject": ", ".join(circle.outlets),
            "detail": detail,
            "claim_ids": " ".join(circle.claim_ids),
        }


def _conflicting(by_claim: Mapping[str, Evidence], pairs: pd.DataFrame, texts: Mapping[str, str]) -> Iterator[Row]:
    conflicts = pairs.loc[pairs["relation"] == "conflict", ["claim_a", "claim_b"]]
    for claim_a, claim_b in rows(conflicts.sort_values(["claim_a", "claim_b"])):
        a, b = by_claim.get(claim_a), by_claim.get(claim_b)
        if a is None or b is None:
            continue
        if row := _misquotation(a, b, texts) or _self_contradiction(a, b):
            yield row


def _is_printed(one: Evidence, other: Evidence, texts: Mapping[str, str]) -> bool:
    """Whether the other's article has the one's words, too."""
    return " ".join(one.quote.split()) in " ".join(texts.get(other.article_id, "").split())


def _misquotation(a: Evidence, b: Evidence, texts: Mapping[str, str]) -> Row | None:
    """One speaker, one occasion, two outlets that have them say what can't both be said."""
    is_one_speaker = a.is_named and b.is_named and key_of(a.speaker) == key_of(b.speaker)
    if not is_one_speaker or a.outlet == b.outlet or not _is_one_occasion(a.published, b.published):
        return None
    if _is_printed(a, b, texts) or _is_printed(b, a, texts):
        return None  # one text in two papers can't be quoted in two ways
    return {
        "kind": "misquotation",
        "subject": max(a.speaker, b.speaker, key=lambda name: (len(name), name)),
        "detail": f"{a.outlet} and {b.outlet} give {a.speaker}'s words in ways that conflict: "
        f"“{_short(a.quote)}” ({a.path}) and “{_short(b.quote)}” ({b.path}). One of them may misquote.",
        "claim_ids": f"{a.claim_id} {b.claim_id}",
    }


def _self_contradiction(a: Evidence, b: Evidence) -> Row | None:
    """An outlet that says both in its own voice, in one article or on one day."""
    if not (a.is_own_voice and b.is_own_voice) or a.relayed_from or b.relayed_from or a.outlet != b.outlet:
        return None
    day, other = moment(a.published)[0], moment(b.published)[0]
    if a.article_id != b.article_id and not (day and day == other):
        return None
    where = f"in {a.path}" if a.article_id == b.article_id else f"on one day, in {a.path} and {b.path}"
    return {
        "kind": "self-contradiction",
        "subject": UNKNOWN if a.outlet.startswith(f"{UNKNOWN} (") else a.outlet,
        "detail": f"{a.outlet} contradicts itself {where}: “{_short(a.quote)}” and “{_short(b.quote)}”.",
        "claim_ids": f"{a.claim_id} {b.claim_id}",
    }


def _is_one_occasion(one: str, other: str) -> bool:
    day, other_day = moment(one)[0], moment(other)[0]
    if len(day) < 10 or len(other_day) < 10:
        return True
    return abs((date.fromisoformat(day) - date.fromisoformat(other_day)).days) <= OCCASION_DAYS


def _missing(by_claim: Mapping[str, Evidence], origins: Sequence[Origin], outlets: frozenset[str]) -> Iterator[Row]:
    """Outlets outside the folder on which claims lean."""
    leaning: dict[str, set[str]] = defaultdict(set)
    for origin in origins:
        one = by_claim[origin.claim_id]
        absent = {name.removesuffix(ABSENT) for name in origin.chain.split(ARROW) if name.endswith(ABSENT)}
        for name in absent | ({one.relayed_from} - outlets - {""}):
            leaning[name].add(one.claim_id)
    for name, claims in leaning.items():
        paths = {by_claim[claim].path for claim in claims}
        lean = "leans" if len(claims) == 1 else "lean"
        yield {
            "kind": "missing-origin",
            "subject": name,
            "detail": f"{_count(len(claims), 'claim')} in {_count(len(paths), 'article')} {lean} on {name}, "
            "of which no article is in this folder. Next step: find its report.",
            "claim_ids": " ".join(sorted(claims)),
        }


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")


def _short(quote: str, most: int = 160) -> str:
    folded = " ".join(quote.split())
    return folded if len(folded) <= most else folded[:most].rsplit(" ", 1)[0] + " ..."
