"""What to do next about a weak claim, after SIFT: stop, investigate the source, find better coverage, trace it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from xref.report.index import Index, Record
from xref.report.wording import listed, shown
from xref.values import ABSENT

MOST = 3


def next_steps(cluster: Record, positions: Sequence[Record], index: Index) -> tuple[str, ...]:
    """Up to `MOST` steps, the most useful first; none for what independent origins agree on.

    A lone claim gets only what is particular to it: that it wants a second origin holds for all of them.
    """
    claims = [claim for position in positions for claim in index.position_claims.get(position.position_id, [])]
    steps = [step for rule in _RULES if (step := rule(cluster, claims, index))]
    return tuple(steps[:MOST])


def _trace(cluster: Record, claims: Sequence[Record], index: Index) -> str:
    if cluster.status == "corroborated":
        return ""
    origins = [index.origin_of[claim.claim_id] for claim in claims if claim.claim_id in index.origin_of]
    missing = sorted(
        {
            shown(o.origin.removesuffix(ABSENT))
            for o in origins
            if not o.in_corpus and o.origin_kind in ("agency", "document", "social", "outlet", "missing")
        }
    )
    return f"Trace: {listed(missing, 4)}, not in this folder." if missing else ""


def _compare(cluster: Record, claims: Sequence[Record], index: Index) -> str:
    if cluster.status != "disputed":
        return ""
    return "Compare: do the answers mean the same place, time and group? Then ask each origin what it counted and when."


def _latest(cluster: Record, claims: Sequence[Record], index: Index) -> str:
    return "Check: is there a later figure than the newest article here?" if cluster.status == "updated" else ""


def _name(cluster: Record, claims: Sequence[Record], index: Index) -> str:
    kinds = {index.origin_of[claim.claim_id].origin_kind for claim in claims if claim.claim_id in index.origin_of}
    unnamed = kinds == {"anonymous"} and cluster.status != "corroborated"
    return "Find: a named person or a document; every report rests on an unnamed source." if unnamed else ""


def _second(cluster: Record, claims: Sequence[Record], index: Index) -> str:
    if cluster.status != "echoed":
        return ""
    speakers = sorted({shown(c.speaker) for c in claims if c.speaker and c.speaker_kind in ("person", "organisation")})
    beside = f" beside {listed(speakers, 2)}" if speakers else ""
    return f"Find: a second origin{beside} who was there or holds the record."


def _read(cluster: Record, claims: Sequence[Record], index: Index) -> str:
    documents = sorted({shown(c.speaker) for c in claims if c.speaker and c.speaker_kind in ("document", "social")})
    return f"Read: {listed(documents, 3)} itself." if documents and cluster.status != "corroborated" else ""


_RULES: tuple[Callable[[Record, Sequence[Record], Index], str], ...] = (
    _trace,
    _compare,
    _latest,
    _read,
    _name,
    _second,
)
