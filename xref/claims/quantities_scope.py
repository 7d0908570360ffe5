"""Which place or period limits a figure: "in Qudsayya", "over the past week"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xref.claims.quantities_tree import Counted, Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_PERIODS = frozenset({"DATE", "TIME"})
_PREPOSITIONS = frozenset({
    "in", "at", "near", "inside", "outside", "around", "across", "throughout", "over", "during", "since", "within",
    "from", "between", "among",
})  # fmt: skip
_MAX_LENGTH = 60


def scope_of(reading: Reading, counted: Counted, start: int) -> str:
    """The place and the period that hang on the figure or on what happened to it; "" when none is plain."""
    nodes = [counted.node]
    if counted.node.head is not counted.node and reading.holds(counted.node.head):
        nodes.append(counted.node.head)
    phrases: dict[str, str] = {}
    for node in nodes:
        for child in node.children:
            kind = _kind(child)
            if kind and kind not in phrases and (words := _phrase(reading, child, counted, start)):
                phrases[kind] = words
    return " ".join(phrases[kind] for kind in ("place", "period") if kind in phrases)


def _kind(preposition: Token) -> str:
    if preposition.dep_ != "prep" or preposition.lower_ not in _PREPOSITIONS:
        return ""
    for child in preposition.children:
        if child.dep_ == "pobj":
            return "place" if child.ent_type_ in _PLACES else "period" if child.ent_type_ in _PERIODS else ""
    return ""


def _phrase(reading: Reading, preposition: Token, counted: Counted, start: int) -> str:
    """The preposition with its noun phrase, up to the first comma; "" when it holds the figure itself or is long."""
    left = preposition.idx - reading.base
    noun = next(child for child in preposition.children if child.dep_ == "pobj")
    right = noun.idx - reading.base + len(noun)
    for child in noun.rights:
        if child.ent_type_ and child.ent_type_ == noun.ent_type_ and child.dep_ in ("compound", "flat", "nummod"):
            right = child.idx - reading.base + len(child)
    if left <= start < right or not 0 <= left < right <= len(reading.text) or right - left > _MAX_LENGTH:
        return ""
    return reading.text[left:right]
