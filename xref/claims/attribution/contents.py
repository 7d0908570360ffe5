"""What a verb of speech attributes: the clause after it, what stands before it, and the quotation beside it."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from xref.claims.attribution.complements import EDGES, phrase_contents, trimmed
from xref.claims.attribution.cues import CITING, TALK, may_attribute
from xref.claims.attribution.model import Span
from xref.claims.attribution.quotes import QUOTATION_MARKS
from xref.claims.attribution.subjects import SUBJECTS
from xref.claims.phrases import sentence_of
from xref.claims.verbs import FINITE

_CONCEDING = frozenset({"while", "although", "though", "because", "since", "if", "whereas"})
_TELLING = frozenset({"tell", "inform", "remind", "assure", "warn", "notify"})
"""Verbs whose object hears what is said: `told a hearing that ...`."""
_MARKS = QUOTATION_MARKS | {"'", "‘", "’"}


def contents_of(verb: Token, quotes: Sequence[Span], inside: Span | None) -> tuple[Span, ...]:
    """Token ranges of what `verb` attributes; () when it attributes nothing here."""
    sent = sentence_of(verb)
    limits = inside or (sent.start, sent.end)
    lemma = verb.lemma_.lower()
    after = _complement(verb, limits)
    if after:
        after = (*_conceded(verb, limits), *after)
        return tuple(_grown(span, quotes, inside) for span in after)
    if lemma in TALK and (around := _fronted(verb, quotes, inside)):
        return _disjoint([_grown(span, quotes, inside) for span in around])
    return tuple(_grown(span, quotes, inside) for span in phrase_contents(verb, limits))


def _complement(verb: Token, limits: Span) -> tuple[Span, ...]:
    """The clause after the verb: `said that ...`, `said ...`, `told reporters ...`."""
    clauses = [
        c
        for c in verb.children
        if c.dep_ == "ccomp" and c.i > verb.i and c.pos_ in ("VERB", "AUX", "ADJ", "NOUN", "PROPN", "ADV")
    ]
    if not clauses:
        clauses = _in_statement(verb)
    if not clauses:
        return ()
    start = after_time(verb, max(min(c.left_edge.i for c in clauses), verb.i + 1))
    joined = [c for c in verb.children if c.dep_ == "conj" and c.i > start and _goes_on(c)]
    end = max(c.right_edge.i for c in (*clauses, *joined)) + 1
    return trimmed(verb.doc, start, end, limits)


def after_time(verb: Token, start: int) -> int:
    """Where the clause begins behind the day of the utterance: `said on Monday | it would close the bridge`."""
    doc, at = verb.doc, start
    if start != verb.i + 1 or start + 2 >= len(doc):
        return start
    if doc[at].lower_ in ("on", "late", "early", "in") and doc[at + 1].ent_type_ in ("DATE", "TIME"):
        at += 1
    while at < len(doc) - 1 and doc[at].ent_type_ in ("DATE", "TIME"):
        at += 1
    is_subject_next = doc[at].dep_ in ("det", "poss", "compound", "mark", *SUBJECTS) and doc[at].ent_type_ not in (
        "DATE",
        "TIME",
    )
    return at if at > start and is_subject_next and doc[at].text != "," else start


def _in_statement(verb: Token) -> list[Token]:
    """The clause that the parser hangs on a noun between: `said in a statement that ...`."""
    nouns = [
        n
        for p in verb.children
        if p.dep_ in ("prep", "advcl") and p.i > verb.i and p.lower_ != "as" and not _adds(p)
        for n in (p, *p.children)
    ]
    if verb.lemma_ in _TELLING:
        nouns += [n for n in verb.children if n.dep_ in ("dobj", "dative") and n.i > verb.i]
    return [
        c
        for noun in nouns
        for c in noun.children
        if c.i > noun.i
        and c.dep_ in ("acl", "ccomp", "relcl")
        and any(m.lower_ == "that" and m.dep_ == "mark" for m in c.children)
    ]


def _adds(word: Token) -> bool:
    """Whether a participle says something of its own: `said ..., adding that ...`, but `said, citing Doe, that ...`."""
    return may_attribute(word) and word.lower_ not in CITING


def _goes_on(verb: Token) -> bool:
    """Whether a coordinated verb belongs to what is said: `said that A left and had taken B`."""
    past = any(c.dep_ in ("aux", "auxpass") and c.lower_ in ("had", "would", "was", "were") for c in verb.children)
    return past and not any(c.dep_ in SUBJECTS for c in verb.children) and not may_attribute(verb)


def _conceded(verb: Token, limits: Span) -> tuple[Span, ...]:
    """A clause before the speaker that is said as well: `While no bridge was hit, she said the road was closed`."""
    for clause in verb.children:
        marked = any(m.dep_ == "mark" and m.lower_ in _CONCEDING for m in clause.children)
        if (
            clause.dep_ == "advcl"
            and clause.i < verb.i
            and marked
            and any(c.dep_ in (*SUBJECTS, "expl") for c in clause.children)
        ):
            return trimmed(verb.doc, clause.left_edge.i, clause.right_edge.i + 1, limits)
    return ()


def _fronted(verb: Token, quotes: Sequence[Span], inside: Span | None) -> tuple[Span, ...]:
    """What stands before the verb, or on both sides of it: `..., she said, ...`, or a quotation beside it."""
    doc, sent = verb.doc, sentence_of(verb)
    begin, stop = inside or (sent.start, sent.end)
    frame_start, frame_end = _interposed(verb, begin, stop)
    beside = [q for q in quotes if q != inside and _touches(q, begin, stop, verb.i) and _is_speech(doc, q)]
    before_clause = any(c.dep_ in ("ccomp", "advcl") and c.i < verb.i for c in verb.children)
    interposed = verb.dep_ in ("parataxis", "advcl", "ccomp", "conj") and verb.head.i != verb.i and not before_clause
    if before_clause or (interposed and _is_enclosed(doc, frame_start, frame_end, begin, stop) and _has_subject(verb)):
        spans = list(trimmed(doc, begin, frame_start, (begin, stop)))
        if frame_end < stop and (
            not before_clause or any(q[0] >= frame_end for q in beside) or _resumes(verb, frame_end, stop)
        ):
            spans += trimmed(doc, frame_end, stop, (begin, stop))
        if spans and sum(doc[i].is_alpha for s, e in spans for i in range(s, e)) > 1:
            return tuple(spans)
    return tuple(sorted(q for q in beside))


def _resumes(verb: Token, start: int, stop: int) -> bool:
    """Whether what is said goes on after the cue: `..., the agency said, and those in the north paid less`."""
    doc = verb.doc
    if start + 3 >= stop or doc[start].text != ",":
        return False
    first = doc[start + 1]
    opens = first.lower_ in ("and", "but") or first.dep_ in (*SUBJECTS, "det", "expl")
    finite = any(doc[i].tag_ in FINITE for i in range(start + 1, stop))
    return opens and finite and not any(may_attribute(doc[i]) for i in range(start + 1, stop))


def _touches(quote: Span, begin: int, stop: int, verb: int) -> bool:
    """Whether a quotation has words in the sentence and the verb is none of them."""
    return quote[0] < stop and begin < quote[1] and not quote[0] <= verb < quote[1]


def _disjoint(spans: list[Span]) -> tuple[Span, ...]:
    """Spans in order, those that touch or overlap made one."""
    kept: list[Span] = []
    for start, end in sorted(spans):
        if kept and start <= kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((start, end))
    return tuple(kept)


def _is_speech(doc: Doc, quote: Span) -> bool:
    """Whether a quotation is an utterance rather than a word in scare quotes."""
    words = [doc[i] for i in range(*quote) if doc[i].is_alpha]
    return len(words) >= 4 or (len(words) >= 2 and any(t.pos_ in ("VERB", "AUX") for t in words))


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in SUBJECTS for c in verb.children)


def _interposed(verb: Token, begin: int, stop: int) -> Span:
    """The stretch around the verb between the nearest commas or quotation marks that hold its subject."""
    doc = verb.doc
    subject = [c for c in verb.children if c.dep_ in SUBJECTS]
    first = min([verb.i, *(c.left_edge.i for c in subject)])
    last = max([verb.i, *(c.right_edge.i for c in subject)])
    kept = ("prep", "npadvmod", "dobj", "dative", "advmod", "prt", "oprd", "tmod")
    for child in verb.children:
        if (
            child.i > last
            and child.dep_ in kept
            and not any(doc[i].text in _MARKS for i in range(last + 1, child.right_edge.i + 1))
        ):
            last = child.right_edge.i
    for child in verb.children:
        if child.i < first and child.dep_ in ("advmod", "aux", "neg") and child.i >= first - 2:
            first = min(first, child.i)
    return max(first, begin), min(last + 1, stop)


def _is_enclosed(doc: Doc, start: int, end: int, begin: int, stop: int) -> bool:
    left = start <= begin or doc[start - 1].text in EDGES | _MARKS
    right = end >= stop or doc[end].text in EDGES | _MARKS
    return left and right and not (start <= begin and end >= stop)


def _grown(span: Span, quotes: Sequence[Span], inside: Span | None) -> Span:
    """`span` with every quotation it cuts taken in whole."""
    start, end = span
    for q in quotes:
        if q != inside and q[0] < end and start < q[1]:
            start, end = min(start, q[0]), max(end, q[1])
    return start, end
