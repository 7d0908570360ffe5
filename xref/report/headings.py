"""What a cluster is called on the page."""

from __future__ import annotations

from xref.report.index import Index, Record
from xref.report.wording import clipped, sentence_case, shown


def heading(cluster: Record, index: Index, limit: int) -> str:
    """Its one answer where it has one, else its question or topic; at most `limit` characters."""
    positions = index.cluster_positions.get(cluster.cluster_id, [])
    text = positions[0].statement if len(positions) == 1 else cluster.question_or_topic
    return clipped(sentence_case(shown(text)), limit)
