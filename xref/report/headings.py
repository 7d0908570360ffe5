"""What a cluster is called on the page."""

from __future__ import annotations

from xref.report.index import Index, Record
from xref.report.wording import clipped, readable_dates, sentence_case, shown

_FEW_WORDS = 4


def heading(cluster: Record, index: Index, limit: int) -> str:
    """Its one answer where it has one, else its question or topic; at most `limit` characters."""
    positions = index.cluster_positions.get(cluster.cluster_id, [])
    text = positions[0].statement if len(positions) == 1 else cluster.question_or_topic
    return clipped(sentence_case(readable_dates(shown(text))), limit)


def telling_heading(cluster: Record, index: Index, limit: int) -> str:
    """The heading, and after a topic of few words ("Soldiers") the leading answer, for places where none stands by."""
    positions = index.cluster_positions.get(cluster.cluster_id, [])
    name = heading(cluster, index, limit)
    if len(positions) < 2 or len(name.split()) >= _FEW_WORDS:
        return name
    return clipped(f"{name} – {readable_dates(shown(positions[0].statement))}", limit)
