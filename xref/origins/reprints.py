"""Copied passages in the graph of a position: whose text it is, and who has it from there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xref.origins.evidence import Evidence
from xref.origins.nodes import Graph
from xref.origins.passages import CopiedPassages, Passage

_BY_CREDITS = "; the credits tell whose it is"
_BY_DATES = ""
_UNKNOWN = "; the dates don't tell who was first"


@dataclass(frozen=True, slots=True)
class _Copy:
    """One passage in two articles: `lower` has it from `upper`, as `known` tells."""

    lower: Evidence
    upper: Evidence
    run: int
    known: str


def add_copies(graph: Graph, claims: Sequence[Evidence], copied: CopiedPassages) -> set[str]:
    """Adds the steps between copied passages, and returns the claims that are known to be the copy.

    Where neither credits nor dates tell whose a passage is, each outlet stands behind it, so that all of them are one
    origin with whatever else they report of the same: too few origins rather than one counted twice.
    """
    later: set[str] = set()
    for one, other, passage in copied.among(claims):
        copy = _directed(one, other, passage)
        _add_step(graph, copy)
        if copy.known != _UNKNOWN:
            later.add(copy.lower.claim_id)
        later |= {x.claim_id for x, y in ((one, other), (other, one)) if _add_shared_wire(graph, x, y)}
    return later


def copied_from(graph: Graph, one: Evidence) -> set[str]:
    """Outlets whose passage a claim copies, without those that credit the claim's own outlet for it."""
    found = set()
    for edge in graph.copies.get(one.claim_id, ()):
        other = graph.claims[str(edge.upper if edge.lower == one.claim_id else edge.lower)]
        if (edge.lower == one.claim_id or not edge.is_sure_of_direction) and not _credits(other, one):
            found.add(other.outlet)
    return found


def _directed(one: Evidence, other: Evidence, passage: Passage) -> _Copy:
    """Who has the passage from whom: credits tell before dates, which an article's later versions change."""
    for upper, lower in ((one, other), (other, one)):
        if _owns_text(upper, lower):
            return _Copy(lower, upper, passage.run, _BY_CREDITS)
    for upper, lower in ((one, other), (other, one)):
        if passage.earlier == upper.path:
            return _Copy(lower, upper, passage.run, _BY_DATES)
    return _Copy(other, one, passage.run, _UNKNOWN)


def _owns_text(one: Evidence, other: Evidence) -> bool:
    """Whether a shared text is the one's, whatever the dates.

    An agency's is, one that the other credits to the one, and one that the one alone credits to an agency.
    """
    is_credited, is_crediting = _credits(other, one), _credits(one, other)
    if is_credited or is_crediting:
        return is_credited and not is_crediting
    if one.is_agency != other.is_agency:
        return one.is_agency
    return bool(one.whole_credit) and not other.whole_credit and not other.relayed_from


def _credits(one: Evidence, other: Evidence) -> bool:
    return other.outlet in (one.relayed_from, one.whole_credit)


def _add_step(graph: Graph, copy: _Copy) -> None:
    lower, upper = copy.lower, copy.upper
    how = f"{copy.run} words in a row" if copy.run else "the same text"
    reason = f"copied text: {how} as in {upper.path}{copy.known}"
    graph.add(lower.claim_id, upper.claim_id, reason, is_sure_of_direction=copy.known != _UNKNOWN)
    for end in (lower.claim_id, upper.claim_id):
        graph.copies.setdefault(end, []).append(graph.edges[-1])


def _add_shared_wire(graph: Graph, one: Evidence, other: Evidence) -> bool:
    """A text that the other credits to an agency as a whole and the one in part is the agency's in both."""
    agency = other.whole_credit
    if not agency or one.share_credit != agency or one.is_named or one.relayed_from:
        return False
    reason = f"{agency}'s text, as {other.path} credits it; this article credits {agency} in part"
    graph.add(one.claim_id, graph.source("outlet", agency), reason)
    return True
