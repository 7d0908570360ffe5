"""Attribution without a verb: `according to X`, and nouns such as `the allegation that ...`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from xref.claims.attribution.cues import NOUN_COMPLEMENTS, STANCE_OF_NOUN
from xref.claims.attribution.model import Frame, Span
from xref.claims.attribution.subjects import noun_phrase
from xref.claims.phrases import sentence_of


def phrase_frames(doc: Doc, quotes: Sequence[Span]) -> Iterator[Frame]:
    """Every attribution of the passage that a prepositional phrase or a noun makes."""
    for token in doc:
        if any(q[0] <= token.i < q[1] for q in quotes):
            continue
        if token.lower_ == "according" and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to":
            if frame := _according(token, quotes):
                yield frame
        elif token.pos_ == "NOUN" and token.lemma_.lower() in STANCE_OF_NOUN and (frame := _noun(token)):
            yield frame


def _according(token: Token, quotes: Sequence[Span]) -> Frame | None:
    doc = token.doc
    noun = next((c for c in doc[token.i + 1].children if c.dep_ == "pobj"), None)
    if noun is None:
        return None
    start, end = noun_phrase(noun)
    start = max(start, token.i + 2)
    sent = sentence_of(token)
    low, high = _clause(token)
    spans = [s for s in (_trim(doc, low, token.i), _trim(doc, end, high)) if s]
    if token.i - low <= 1:
        spans = [s for s in (_trim(doc, end, high),) if s]
    elif doc[min(end, sent.end - 1)].text in (".", "”", '"') or end >= sent.end:
        spans = spans[:1]
    if not spans:
        return None
    cue = (token.i, token.i + 2)
    tokens = frozenset(range(token.i, max(end, token.i + 2)))
    return Frame(tuple(spans), cue, (start, end), token.i, "according-to", "asserts", tokens)


def _clause(token: Token) -> Span:
    """Range of the clause that the phrase qualifies: a relative clause, or the whole sentence."""
    at = token.head
    while at.head != at and at.dep_ not in ("relcl", "acl"):
        at = at.head
    if at.dep_ in ("relcl", "acl"):
        low, high = at.left_edge.i, at.right_edge.i + 1
        if low <= token.i < high:
            return low, high
    sent = sentence_of(token)
    return sent.start, sent.end


def _noun(noun: Token) -> Frame | None:
    clause = next((c for c in noun.children if c.i > noun.i and _is_content(noun, c)), None)
    if clause is None:
        return None
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if owner is None:
        by = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("by", "from", "of")), None)
        owner = next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None
    span = _trim(noun.doc, clause.left_edge.i, clause.right_edge.i + 1)
    if span is None:
        return None
    tokens = frozenset(t.i for t in noun.subtree if not span[0] <= t.i < span[1])
    stance = STANCE_OF_NOUN[noun.lemma_.lower()]
    speaker = noun_phrase(owner) if owner is not None else None
    return Frame((span,), (noun.i, noun.i + 1), speaker, noun.i, "indirect", stance, tokens, is_clause=False)


def _is_content(noun: Token, child: Token) -> bool:
    kinds = NOUN_COMPLEMENTS.get(noun.lemma_.lower(), frozenset())
    if child.dep_ in ("acl", "ccomp", "relcl"):
        if any(m.lower_ == "that" and m.dep_ == "mark" for m in child.children):
            return True
        return "to" in kinds and child.tag_ == "VB" and any(m.lower_ == "to" for m in child.children)
    return child.dep_ == "prep" and child.lower_ in kinds


def _trim(doc: Doc, start: int, end: int) -> Span | None:
    while start < end and (doc[start].text in ",.;:–—-" or doc[start].is_space):
        start += 1
    while end > start and (doc[end - 1].text in ",.;:–—-" or doc[end - 1].is_space):
        end -= 1
    return (start, end) if end - start > 1 else None
