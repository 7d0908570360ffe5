"""From the graph of a position to one origin a claim: components, their root, the chain and the reason in words."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

import networkx as nx

from xref.origins.dates import in_time
from xref.origins.nodes import Edge, Graph, Node, Source
from xref.outlets import Directory
from xref.values import ABSENT, ARROW, OWN_REPORTING

_RANK = {"speaker": 0, "document": 1, "social": 2, "anonymous": 3, "outlet": 4}


@dataclass(frozen=True, slots=True)
class Origin:
    """The origin of one claim, as in `tables.Origins`."""

    claim_id: str
    origin_id: str
    origin: str
    origin_kind: str
    in_corpus: bool
    chain: str
    reason: str


@dataclass(frozen=True, slots=True)
class Circle:
    """Outlets that cite each other for one position."""

    outlets: tuple[str, ...]
    claim_ids: tuple[str, ...]


@dataclass(frozen=True)
class Corpus:
    """What the folder holds: the normal names of its outlets, and of those that nobody credits and that only
    print what others print, too."""

    outlets: frozenset[str]
    directory: Directory
    printing: frozenset[str] = frozenset()


def resolve(graph: Graph, corpus: Corpus) -> tuple[list[Origin], list[Circle]]:
    """One origin for each claim of the graph, and the circles found."""
    whole = nx.DiGraph()
    whole.add_nodes_from(graph.claims)
    whole.add_edges_from((edge.lower, edge.upper) for edge in graph.edges)
    leading_on = {edge.lower for edge in graph.edges if edge.is_sure_of_direction}
    found: list[Origin] = []
    circles: list[Circle] = []
    for component in nx.weakly_connected_components(whole):
        circle = _circle(graph, whole.subgraph(component))
        if circle:
            circles.append(circle)
        root = _root(graph, component, leading_on, corpus.printing)
        if root is None:
            origins = _in_circle(graph, component, circle, corpus)
        else:
            origins = _from_root(graph, component, root, corpus)
        found.extend(origins)
    return sorted(found, key=lambda one: one.claim_id), sorted(circles, key=lambda one: one.claim_ids)


def _root(graph: Graph, component: set[Node], leading_on: set[Node], printing: Set[str]) -> Source | None:
    """The best of the sources that lead no further, then the first that is known; None when all lead in a circle.

    Of outlets that share a text nobody is known to have had first, one that only prints others' texts comes last.
    """
    ends = [node for node in component if isinstance(node, Source) and node not in leading_on]
    if not ends:
        ends = [node for node in component if isinstance(node, Source) and node.kind != "outlet"]
    first: dict[Node, tuple[bool, str, str, str]] = {}
    for edge in graph.edges:
        if isinstance(edge.lower, str):
            claim = graph.claims[edge.lower]
            when = in_time(claim.published, claim.path)
            first[edge.upper] = min(first.get(edge.upper, when), when)
    # A source that is only led to from other sources comes last among its like.
    last = (True, "~", "", "")
    return min(
        ends,
        key=lambda s: (
            _RANK[s.kind],
            s.kind in ("outlet", "anonymous") and s.key in printing,
            first.get(s, last),
            s.key,
        ),
        default=None,
    )


def _circle(graph: Graph, part: nx.DiGraph) -> Circle | None:
    """Outlets that cite each other, if any do."""
    if len({graph.claims[node].outlet for node in part if isinstance(node, str)}) < 2:
        return None
    sure = nx.DiGraph(
        (edge.lower, edge.upper) for edge in graph.edges if edge.is_sure_of_direction and edge.lower in part
    )
    for ring in sorted(nx.strongly_connected_components(sure), key=lambda r: sorted(map(str, r))):
        outlets = sorted({graph.claims[node].outlet for node in ring if isinstance(node, str)})
        if len(outlets) > 1:
            return Circle(tuple(outlets), tuple(sorted(node for node in ring if isinstance(node, str))))
    return None


def _from_root(graph: Graph, component: set[Node], root: Source, corpus: Corpus) -> list[Origin]:
    words, kind, is_here = describe(graph, root, corpus)
    # What an outlet has on unnamed speakers' word is what others have from it when they credit it.
    origin_id = _identifier(f"outlet:{root.key}" if root.kind == "anonymous" else str(root))
    steps = _steps(graph, component, root)
    return [
        Origin(
            claim,
            origin_id,
            words,
            kind,
            is_here,
            _chain(graph, claim, steps, words, corpus),
            _reason(graph, claim, steps),
        )
        for claim in sorted(node for node in component if isinstance(node, str))
    ]


def _in_circle(graph: Graph, component: set[Node], circle: Circle | None, corpus: Corpus) -> list[Origin]:
    """Claims that end in a circle: one origin, named after the earliest of them."""
    claims = sorted((node for node in component if isinstance(node, str)),
                    key=lambda c: in_time(graph.claims[c].published, graph.claims[c].path))  # fmt: skip
    outlets = circle.outlets if circle else (graph.claims[claims[0]].outlet,)
    listed = " and ".join(filter(None, (", ".join(outlets[:-1]), outlets[-1])))
    words = f"{listed}, citing each other" if circle else listed + OWN_REPORTING
    kind = "agency" if all(corpus.directory.is_agency(outlet) for outlet in outlets) else "outlet"
    first = graph.claims[claims[0]]
    reason = f"circular: {listed} cite each other; the first of them here is {first.path}"
    if not circle:
        reason = f"where {first.outlet} has it from is not told; the first here is {first.path}"
    origin_id = _identifier("circle:" + "|".join(outlets))
    return [
        Origin(claim, origin_id, words, kind, True, ARROW.join((graph.claims[claim].outlet, words)), reason)
        for claim in sorted(claims)
    ]


def describe(graph: Graph, source: Source, corpus: Corpus) -> tuple[str, str, bool]:
    """A source in words, its kind as in `tables.Origins`, and whether it is in the folder."""
    name = graph.shown[source]
    if source.kind != "outlet":
        return name, source.kind, False
    if source.key in corpus.outlets or source.key.startswith("unknown ("):
        has_it = any(one.outlet == source.key for one in graph.claims.values())
        kind = "agency" if corpus.directory.is_agency(name) else "outlet"
        return name + OWN_REPORTING if has_it else name, kind, True
    return name + ABSENT, "missing", False


def _steps(graph: Graph, component: set[Node], root: Source) -> Mapping[Node, Edge]:
    """The next step of each node on its shortest way to the root; sure steps before unsure, in a stable order."""
    towards: dict[Node, list[tuple[Node, Edge]]] = {}
    for edge in sorted(graph.edges, key=lambda e: (not e.is_sure_of_direction, str(e.lower), str(e.upper), e.reason)):
        if edge.lower in component:
            towards.setdefault(edge.upper, []).append((edge.lower, edge))
    steps: dict[Node, Edge] = {}
    reached: set[Node] = {root}
    queue: deque[Node] = deque([root])
    while queue or len(reached) < len(component):
        if not queue:
            # What is left leans on the reached by a step whose direction is turned: take it backwards.
            turned = next(
                e for e in graph.edges if e.lower in reached and e.upper in component and e.upper not in reached
            )
            steps[turned.upper] = turned
            reached.add(turned.upper)
            queue.append(turned.upper)
        node = queue.popleft()
        for lower, edge in towards.get(node, ()):
            if lower not in reached:
                steps[lower] = edge
                reached.add(lower)
                queue.append(lower)
    return steps


def _chain(graph: Graph, claim: str, steps: Mapping[Node, Edge], end: str, corpus: Corpus) -> str:
    """`Daily ← AFP (not in this folder) ← Kamal Lababidi`."""
    names = [graph.claims[claim].outlet]
    node: Node = claim
    while edge := steps.get(node):
        names.extend(_placed(name, corpus) for name in edge.via)
        node = edge.upper if edge.lower == node else edge.lower
        if isinstance(node, str):
            names.append(graph.claims[node].outlet)
        elif node in steps:
            names.append(describe(graph, node, corpus)[0].removesuffix(OWN_REPORTING))
    names.append(end)
    told: list[str] = []
    for name in names:
        if told and (told[-1] == name or name.startswith(told[-1] + OWN_REPORTING)):
            told[-1] = name
        else:
            told.append(name)
    return ARROW.join(told)


def _placed(name: str, corpus: Corpus) -> str:
    return name if name == "own interview" or name in corpus.outlets else name + ABSENT


def _reason(graph: Graph, claim: str, steps: Mapping[Node, Edge]) -> str:
    """The step that leads away from the claim, and whom it shares that with."""
    edge = steps[claim]
    others = {
        graph.claims[other].path
        for other, step in steps.items()
        if isinstance(other, str) and other != claim and step.upper == edge.upper and isinstance(edge.upper, Source)
    } - {graph.claims[claim].path}
    if edge.lower != claim:
        return (
            f"the origin is told in {graph.claims[str(edge.lower)].path}: {edge.reason}"
            if isinstance(edge.lower, str)
            else edge.reason
        )
    reason = "; ".join(dict.fromkeys((edge.reason, *_onward(edge, steps))))
    if not others:
        return reason
    return f"{reason}; so has {min(others)}" + (f" and {len(others) - 1} more" if len(others) > 1 else "")


def _onward(edge: Edge, steps: Mapping[Node, Edge]) -> Iterator[str]:
    """Why the source that a claim leans on is led on to another source."""
    node = edge.upper
    while isinstance(node, Source) and (step := steps.get(node)):
        yield step.reason
        node = step.upper if step.lower == node else step.lower


def _identifier(key: str) -> str:
    return "o" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:8]
