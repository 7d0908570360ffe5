"""What the way back of a position is made of: claims, sources, and the steps between them."""

from __future__ import annotations

from dataclasses import dataclass, field

from xref.origins.evidence import Evidence
from xref.origins.speakers import key_of


@dataclass(frozen=True, slots=True)
class Source:
    """A node that is no claim: where claims come from."""

    kind: str
    """`speaker`, `document`, `social`, `outlet` or `anonymous`."""
    key: str
    """Comparison form of the name."""

    def __str__(self) -> str:
        return f"{self.kind}:{self.key}"


Node = str | Source
"""A claim_id or a source."""


@dataclass(frozen=True, slots=True)
class Edge:
    """One step back: `lower` has it from `upper`."""

    lower: Node
    upper: Node
    reason: str
    via: tuple[str, ...] = ()
    """Names on the way that have no node of their own."""
    is_sure_of_direction: bool = True


@dataclass
class Graph:
    """Claims, sources and the steps between them; `shown` names the sources."""

    claims: dict[str, Evidence]
    edges: list[Edge] = field(default_factory=list)
    shown: dict[Source, str] = field(default_factory=dict)
    copies: dict[str, list[Edge]] = field(default_factory=dict)
    """Steps between copied passages, by either claim."""

    def add(
        self, lower: Node, upper: Node, reason: str, via: tuple[str, ...] = (), is_sure_of_direction: bool = True
    ) -> None:
        """Adds a step back."""
        self.edges.append(Edge(lower, upper, reason, via, is_sure_of_direction))

    def source(self, kind: str, name: str, words: str = "") -> Source:
        """The source of that name, remembered with the longest wording it is shown by."""
        source = Source(kind, name if kind in ("outlet", "anonymous") else key_of(name))
        shown = self.shown.get(source, "")
        name = words or name
        self.shown[source] = min((name, shown), key=lambda word: (-len(word), word)) if shown else name
        return source
