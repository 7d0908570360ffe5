"""Verb frames: a verb of speech or belief with its speaker and what is said, read from the parse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from xref.claims.attribution.complements import (
    EDGES,
    SHOWING,
    agent_of,
    complement_kind,
    is_spoken_of,
    phrase_contents,
    trimmed,
)
from xref.claims.attribution.cues import COMPLEMENTS, NOT_STRIPPED, STANCE_OF_ADJECTIVE, STANCE_OF_VERB, TALK
from xref.claims.attribution.model import Frame, Span
from xref.claims.attribution.quotes import QUOTATION_MARKS
from xref.claims.attribution.subjects import SUBJECTS, cue_span, speaker_of
from xref.claims.phrases import sentence_of

_CLAUSES = frozenset({"conj", "advcl", "parataxis", "relcl", "ccomp"})
_CONCEDING = frozenset({"while", "although", "though", "because", "since", "if", "whereas"})
_TELLING = frozenset({"tell", "inform", "remind", "assure", "warn", "notify"})
"""Verbs whose object hears what is said: `told a hearing that ...`."""
_ACCUSING = frozenset({"of", "for", "with"})
_CITING = frozenset({"citing", "quoting"})
_MOST_BETWEEN = 8
"""Tokens between a quotation and the verb behind its speaker: `"..." Jane Doe of the board said`."""
_HANDING_ON = frozenset({"inform", "notify"})
_MARKS = QUOTATION_MARKS | {"'", "‘", "’"}


def verb_frames(doc: Doc, quotes: Sequence[Span]) -> Iterator[Frame]:
    """Every attribution that a verb governs, in the order of the verbs.

    Parameters
    ----------
    doc : a parsed passage.
    quotes : token ranges of its quotations, marks included.
    """
    for verb in doc:
        if not may_attribute(verb):
            continue
        if _quote_around(verb.i, quotes):
            continue  # what a quoted speaker says of others' words stays part of the quotation
        if frame := _frame(verb, quotes):
            yield frame


def may_attribute(token: Token) -> bool:
    """Whether the word can be a cue by its lemma and part of speech."""
    lemma = token.lemma_.lower()
    if token.pos_ == "ADJ":
        return lemma in STANCE_OF_ADJECTIVE
    return lemma in STANCE_OF_VERB and (token.pos_ in ("VERB", "AUX") or token.lower_ == "said")


def _frame(verb: Token, quotes: Sequence[Span]) -> Frame | None:
    inside = _quote_around(verb.i, quotes)
    contents = contents_of(verb, quotes, inside)
    if not contents:
        return None
    raised = is_spoken_of(verb, contents)
    speaker = agent_of(verb) if raised else _beside_quotation(verb, quotes) or speaker_of(verb)
    covered = {i for start, end in contents for i in range(start, end)}
    if speaker and any(i in covered for i in range(*speaker)):
        if speaker[1] < verb.i - 4 or speaker[0] > verb.i + 4:
            speaker = None
        else:
            contents = _without(contents, (min(speaker[0], verb.i), max(speaker[1], verb.i + 1)))
            covered = {i for start, end in contents for i in range(start, end)}
        if not contents:
            return None
    tokens = _frame_tokens(verb, speaker, covered)
    if (speaker is None and verb.dep_ in ("amod", "compound")) or (speaker and _is_nobody(verb.doc[speaker[0]])):
        return None
    quoted = [q for q in quotes if q != inside and any(q[0] < e and s < q[1] for s, e in contents)]
    form = "indirect"
    if quoted:
        rest = covered - {i for q in quoted for i in range(*q)}
        form = "mixed" if sum(verb.doc[i].is_alpha for i in rest) > 1 else "direct"
    is_clause = (form == "direct") or not (raised or _is_phrase(verb, contents) or not _is_stripped(verb))
    return Frame(
        contents, cue_span(verb), speaker, verb.i, form, stance_of(verb), tokens, is_clause, verb.lemma_ in _HANDING_ON
    )


def _is_nobody(first: Token) -> bool:
    """Whether a phrase says that none speaks: `no one claimed responsibility`."""
    return first.lower_ in ("no", "nobody", "none", "neither")


def _beside_quotation(verb: Token, quotes: Sequence[Span]) -> Span | None:
    """The speaker between a quotation and the verb that ends the sentence: `"..." Jane Doe said.`"""
    doc = verb.doc
    for quote in quotes:
        if not 0 < verb.i - quote[1] <= _MOST_BETWEEN:
            continue
        gap = [doc[i] for i in range(quote[1], verb.i)]
        if quote[1] >= sentence_of(verb).start and verb.lemma_.lower() in TALK:
            words = [t for t in gap if t.is_alpha]
            if (
                words
                and words[-1].pos_ in ("PROPN", "PRON", "NOUN")
                and all(t.pos_ not in ("VERB", "AUX") for t in words)
            ):
                start = gap[0].i + (1 if gap[0].text in EDGES else 0)
                return (start, words[-1].i + 1)
    return None


def _is_stripped(verb: Token) -> bool:
    """Whether a claim loses these words: not where the frame only describes a noun, or nothing is said."""
    if verb.pos_ == "ADJ" or verb.lemma_.lower() in NOT_STRIPPED:
        return False
    if verb.dep_ == "pcomp":
        return verb.head.lower_ not in _ACCUSING  # `accused him of saying that ...`
    if verb.dep_ == "acl":  # `said Doe, adding that ...`, but `a report saying that ...`
        return verb.tag_ == "VBG" and verb.head.dep_ in SUBJECTS and verb.head.head.lemma_.lower() in TALK
    return verb.dep_ != "relcl"


def _is_phrase(verb: Token, contents: Sequence[Span]) -> bool:
    """Whether the content is a part of the verb's own clause rather than a clause that stands by itself."""
    start, end = contents[0]
    kinds = COMPLEMENTS.get(verb.lemma_.lower(), frozenset())
    if verb.lemma_.lower() in SHOWING:
        kinds = frozenset({"object"})
    return start > verb.i and any(
        complement_kind(c) in kinds and c.dep_ != "ccomp" for c in verb.children if start - 1 <= c.i < end
    )


def _without(spans: Sequence[Span], cut: Span) -> tuple[Span, ...]:
    """The spans with the tokens of `cut` taken out."""
    kept: list[Span] = []
    for start, end in spans:
        kept += [(start, min(end, cut[0])), (max(start, cut[1]), end)]
    return tuple((s, e) for s, e in kept if e - s > 1)


def _quote_around(i: int, quotes: Sequence[Span]) -> Span | None:
    return next((q for q in quotes if q[0] <= i < q[1]), None)


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
    start = _after_time(verb, max(min(c.left_edge.i for c in clauses), verb.i + 1))
    joined = [c for c in verb.children if c.dep_ == "conj" and c.i > start and _goes_on(c)]
    end = max(c.right_edge.i for c in (*clauses, *joined)) + 1
    return trimmed(verb.doc, start, end, limits)


def _after_time(verb: Token, start: int) -> int:
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
    return may_attribute(word) and word.lower_ not in _CITING


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
    finite = any(doc[i].tag_ in ("VBD", "VBZ", "VBP", "MD") for i in range(start + 1, stop))
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


def stance_of(verb: Token) -> str:
    """The stance a verb gives its speaker; negated assertion ("did not confirm") hedges."""
    lemma = verb.lemma_.lower()
    stance = STANCE_OF_VERB.get(lemma) or STANCE_OF_ADJECTIVE.get(lemma, "asserts")
    if any(c.dep_ == "neg" for c in verb.children):
        return "asserts" if stance == "denies" else "hedges"
    return stance


def _is_told_of(token: Token, speaker: Token) -> bool:
    """Whether a word belongs to a fact told of the speaker in passing: `Reuel, who had left in May, said ...`."""
    for clause in speaker.children:
        if clause.dep_ == "relcl" and clause.left_edge.i <= token.i <= clause.right_edge.i:
            return clause.left_edge.i > 0 and speaker.doc[clause.left_edge.i - 1].text == ","
    return False


def _frame_tokens(verb: Token, speaker: Span | None, covered: set[int]) -> frozenset[int]:
    tokens = {verb.i}
    begin = min((i for i in covered if i > verb.i), default=verb.i)
    tokens.update(range(verb.i + 1, begin if begin == _after_time(verb, verb.i + 1) else verb.i + 1))
    for child in verb.children:
        if child.dep_ not in _CLAUSES or child.lower_ in _CITING:
            tokens.update(t.i for t in child.subtree if not (child.dep_ in SUBJECTS and _is_told_of(t, child)))
    if verb.dep_ == "xcomp" and verb.head.dep_ in ("ROOT", "conj", "ccomp"):
        tokens.update(t.i for c in verb.head.children if c.dep_ not in _CLAUSES for t in c.subtree)
        tokens.add(verb.head.i)
    owner = verb.doc[speaker[0] : speaker[1]].root.head if speaker else verb
    if speaker and (
        owner == verb or owner.i in tokens or abs(speaker[0] - verb.i) <= 2 or abs(verb.i - speaker[1]) <= 1
    ):
        tokens.update(range(*speaker))  # a subject shared with another verb stays with that verb's claim
    return frozenset(t for t in tokens if t not in covered)
