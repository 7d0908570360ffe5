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
)
from xref.claims.attribution.contents import after_time, contents_of
from xref.claims.attribution.cues import (
    CITING,
    COMPLEMENTS,
    NOT_STRIPPED,
    STANCE_OF_ADJECTIVE,
    STANCE_OF_VERB,
    TALK,
    may_attribute,
)
from xref.claims.attribution.model import Frame, Span
from xref.claims.attribution.subjects import SUBJECTS, cue_span, speaker_of
from xref.claims.phrases import sentence_of

_CLAUSES = frozenset({"conj", "advcl", "parataxis", "relcl", "ccomp"})
_ACCUSING = frozenset({"of", "for", "with"})
"""Prepositions between an accusation and what is held against someone."""
_MOST_BETWEEN = 8
"""Tokens between a quotation and the verb behind its speaker: `"..." Jane Doe of the board said`."""
_HANDING_ON = frozenset({"inform", "notify"})


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
    tokens.update(range(verb.i + 1, begin if begin == after_time(verb, verb.i + 1) else verb.i + 1))
    for child in verb.children:
        if child.dep_ not in _CLAUSES or child.lower_ in CITING:
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
