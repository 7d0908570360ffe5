"""Outlets of one publisher: what they report themselves, or print in the same words, is one origin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from xref.origins.evidence import Evidence
from xref.origins.nodes import Graph, Source
from xref.origins.passages import is_same_passage
from xref.outlets import Directory

_FEWEST_WORDS = 8
"""Shorter statements are alike by chance."""


def with_families(graph: Graph, directory: Directory) -> Graph:
    """The graph of one position with the outlets of each publisher family joined, as far as nobody else is behind them.

    Newsrooms of one publisher share desks and copy, and nobody outside can tell two reports of theirs apart. Speakers
    whom they quote stay whoever they are: two witnesses quoted by two papers of one house are two origins. Unnamed ones
    are one only where the words are the same.

    Parameters
    ----------
    graph : as `graph.build` made it; steps are added to it.
    directory : known outlets with their families.
    """
    for a, b, family in _of_one_family(_own_reporting(graph), directory):
        reason = f"{a.key} and {b.key} are both of {family}: one publisher's own reporting is one origin"
        graph.add(a, b, reason, is_sure_of_direction=False)
    for one, other, family in _in_the_same_words(graph, directory):
        reason = f"the same words as in {other.path}; both outlets are of {family}"
        graph.add(one.claim_id, other.claim_id, reason, is_sure_of_direction=False)
    return graph


def _own_reporting(graph: Graph) -> list[Source]:
    """Outlets that have it from nobody else, as far as is told."""
    led_on = {e.lower for e in graph.edges if not (isinstance(e.upper, Source) and e.upper.kind == "anonymous")}
    return sorted((s for s in graph.shown if s.kind == "outlet" and s not in led_on), key=str)


def _of_one_family(outlets: list[Source], directory: Directory) -> Iterator[tuple[Source, Source, str]]:
    families: dict[str, list[Source]] = defaultdict(list)
    for outlet in outlets:
        if family := directory.group(outlet.key):
            families[family].append(outlet)
    for family, (first, *others) in sorted(families.items()):
        yield from ((other, first, family) for other in others)


def _in_the_same_words(graph: Graph, directory: Directory) -> Iterator[tuple[Evidence, Evidence, str]]:
    """Claims without a named speaker that two outlets of one family word alike."""
    families: dict[str, list[Evidence]] = defaultdict(list)
    for one in sorted(graph.claims.values(), key=lambda c: (c.path, c.start, c.claim_id)):
        is_long = len(one.quote.split()) >= _FEWEST_WORDS
        if is_long and not one.is_named and (family := directory.group(one.outlet)):
            families[family].append(one)
    for family, claims in sorted(families.items()):
        for one, other in combinations(claims, 2):
            if one.outlet != other.outlet and is_same_passage(one.quote, other.quote):
                yield other, one, family
