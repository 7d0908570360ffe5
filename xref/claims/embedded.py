"""Facts told in passing: a clause on a noun of a claim asserts something of it, and is a claim of its own beside it.

"More than 5,000 people who had lived under siege for two years left" needs its relative clause to say who left, so that
the clause stays in the claim; but it also says something that other reports say in a sentence of their own.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from xref.claims.attribution.subjects import SUBJECTS
from xref.claims.clauses import MIN_CLAUSE_WORDS, Clause, words_in

_TELLING = frozenset({"PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "DATE", "TIME", "CARDINAL", "MONEY", "QUANTITY"})
"""Entities that make a clause checkable by itself."""
_CAUSING = frozenset({"see", "have", "get", "want", "leave", "keep", "find", "need", "order"})
"""Verbs whose object is what shall happen or be seen to happen, not what has: `to see 900 people evacuated`."""
OPEN = frozenset({"if", "whether", "unless"})
"""Words of a sentence that leaves open what is so."""


def embedded(sentence: DocSpan, clauses: Sequence[Clause], frames: frozenset[int]) -> tuple[Clause, ...]:
    """The clauses inside the claims of a sentence that are claims of their own; their tokens are contiguous.

    Parameters
    ----------
    sentence : a sentence of a parsed passage.
    clauses : its claims, see `clauses.cut`.
    frames : tokens that attribute, which belong to no claim.
    """
    heads = {clause.head for clause in clauses}
    if any(token.lower_ in OPEN for token in sentence):
        return ()
    return tuple(
        Clause(token.i, tuple(range(token.left_edge.i, token.right_edge.i + 1)), "embedded")
        for token in sentence
        if token.i not in heads and _asserts(token) and not frames.intersection(t.i for t in token.subtree)
    )


def _asserts(verb: Token) -> bool:
    """Whether a verb heads a clause on a noun that says something checkable of it."""
    if verb.pos_ not in ("VERB", "AUX") or verb.head.pos_ not in ("NOUN", "PROPN") or verb.head.dep_ == "ROOT":
        return False  # a noun without a verb above it is a sentence misread: `A fire swept through the market`
    if verb.dep_ == "acl" and any(c.dep_ in (*SUBJECTS, "aux") for c in verb.children):
        return False  # what the noun says, not what is said of it: `a sign it is pulling out`
    if verb.dep_ == "acl" and (verb.tag_ not in ("VBN", "VBG") or verb.head.head.lemma_.lower() in _CAUSING):
        return False
    if verb.dep_ == "relcl" and not any(c.dep_ in SUBJECTS and c.tag_ in ("WDT", "WP") for c in verb.children):
        return False
    if verb.dep_ not in ("acl", "relcl") or words_in(verb.subtree) < MIN_CLAUSE_WORDS:
        return False
    return any(t.ent_type_ in _TELLING or t.dep_ == "agent" for t in verb.subtree)
