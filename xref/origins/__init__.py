"""Who copies, credits and quotes whom, and the independent origins behind every claim."""

from xref.origins.explain import explain_position
from xref.origins.trace import Traced, trace

__all__ = ["Traced", "explain_position", "trace"]
