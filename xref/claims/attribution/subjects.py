"""The subject of a verb that attributes: where it stands, how far its phrase reaches, and how far the cue does."""

from __future__ import annotations

from spacy.tokens import Token

from xref.claims.attribution.model import Span

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
"""Dependencies of a subject."""
_APART = frozenset({"relcl", "acl", "advcl", "ccomp", "parataxis", "punct"})
"""Dependents of a noun that don't name it."""


def speaker_of(verb: Token) -> Span | None:
    """The noun phrase that speaks, looked for where the grammar lets a subject be shared."""
    noun = speaker_head(verb)
    if noun is None:
        return None
    start, end = noun_phrase(noun)
    gap = [verb.doc[i] for i in range(end, cue_span(verb)[0])]
    if 0 < len(gap) <= 6 and all(t.pos_ in ("PROPN", "CCONJ") for t in gap):
        end = gap[-1].i + 1  # `the news media A and B said`, where the parser leaves the names hanging
    return start, end


def speaker_head(verb: Token) -> Token | None:
    """Head noun of the speaker of `verb`, None when the sentence names none."""
    seen = 0
    at = verb
    while seen < 6:
        seen += 1
        for child in sorted(at.children, key=lambda c: abs(c.i - at.i)):  # of two, the nearer: `the dam held," said X`
            if child.dep_ in SUBJECTS and not (
                child.dep_ == "nsubjpass" and at == verb and verb.lemma_ not in ("quote",)
            ):
                if child.tag_ in ("WP", "WDT") and at.dep_ == "relcl":
                    return at.head
                return None if child.lower_ in ("it", "there") and at != verb else child
        agent = next((c for c in at.children if c.dep_ == "agent"), None)
        if agent is not None:
            return next((c for c in agent.children if c.dep_ == "pobj"), None)
        if at.dep_ in ("acl", "relcl"):
            return at.head
        if at.dep_ == "ROOT":
            return None
        at = at.head
    return None


def noun_phrase(noun: Token) -> Span:
    """The noun's phrase with its descriptions, without relative clauses, the clauses that follow, and what stands
    beyond the verb: `the hospital confirmed: a brother and a sister`."""
    end = noun.i + 1
    start = noun.i
    for child in noun.children:
        is_beyond = noun.i < noun.head.i < child.left_edge.i
        if is_beyond or child.dep_ in _APART:
            continue
        start = min(start, child.left_edge.i)
        end = max(end, child.right_edge.i + 1)
    return start, end


def cue_span(verb: Token) -> Span:
    """The verb with its auxiliaries, particle and negation."""
    start = end = verb.i
    for child in verb.children:
        if child.dep_ in ("aux", "auxpass", "neg") and child.i < verb.i:
            start = min(start, child.i)
        if child.dep_ == "prt" and child.i == end + 1:
            end = child.i
    if any(verb.doc[i].dep_ in SUBJECTS for i in range(start, verb.i)):
        start = verb.i
    return start, end + 1
