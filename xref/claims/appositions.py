"""Facts in appositions: `Hadek, the mayor of Marun since 2011, said ...`, `the convoy, around 100 vehicles, left`."""

from __future__ import annotations

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from xref.claims.clauses import Clause, words_in

MIN_WORDS = 3
_DATED = frozenset({"since", "until", "from", "between"})


def appositions(sentence: DocSpan) -> tuple[Clause, ...]:
    """The appositions of a sentence that say something checkable of their noun; their tokens are contiguous.

    A role alone (`Hadek, the mayor of Marun`) names its noun and asserts nothing that a report would dispute.
    """
    return tuple(
        Clause(token.i, tuple(range(token.left_edge.i, token.right_edge.i + 1)), "apposition")
        for token in sentence
        if token.dep_ == "appos" and _asserts(token)
    )


def _asserts(noun: Token) -> bool:
    of = noun.head
    if noun.pos_ != "NOUN" or of.pos_ not in ("NOUN", "PROPN") or of.i > noun.left_edge.i or _is_listed(noun):
        return False
    if words_in(noun.subtree) < MIN_WORDS or noun.lemma_.lower() in ("year", "age"):
        return False
    if any(t.pos_ in ("VERB", "AUX") and t.tag_ in ("VBD", "VBZ", "VBP") for t in noun.subtree):
        return False  # a clause inside says it, see `embedded`
    counted = any(c.dep_ == "nummod" for c in noun.children) and of.pos_ == "NOUN"
    dated = any(t.lower_ in _DATED and any(c.ent_type_ == "DATE" for c in t.children) for t in noun.subtree)
    return counted or dated


def _is_listed(noun: Token) -> bool:
    """Whether it goes on with a list rather than saying what the noun before is."""
    return any(c.dep_ in ("conj", "appos") for c in noun.children) or any(c.dep_ == "conj" for c in noun.head.children)
