"""What is said where it is no clause: the complements that a verb or adjective asks for, read from the parse."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from xref.claims.attribution.cues import COMPLEMENTS
from xref.claims.attribution.lexicon import DOCUMENT
from xref.claims.attribution.model import Span
from xref.claims.attribution.subjects import SUBJECTS, noun_phrase, speaker_head

EDGES = frozenset({",", ".", ";", ":", "-", "–", "—", "--", "…"})
"""Punctuation that belongs to no content at its edges."""


def trimmed(doc: Doc, start: int, end: int, limits: Span) -> tuple[Span, ...]:
    """The range within `limits` without punctuation at its edges, as () or one span."""
    start, end = max(start, limits[0]), min(end, limits[1])
    while start < end and (doc[start].text in EDGES or doc[start].is_space):
        start += 1
    while end > start and (doc[end - 1].text in EDGES or doc[end - 1].is_space):
        end -= 1
    return ((start, end),) if end > start else ()


def phrase_contents(verb: Token, limits: Span) -> tuple[Span, ...]:
    """What is said where it is no clause: `vowed to return`, `accused them of fraud`, `denied the charge`."""
    kinds = COMPLEMENTS.get(verb.lemma_.lower(), frozenset())
    if verb.lemma_.lower() in SHOWING and _is_document(verb):
        kinds = frozenset({"object", "complement"})
    if not kinds or _is_unrealised(verb):
        return ()
    parts = [c for c in verb.children if c.i > verb.i and complement_kind(c) in kinds]
    if "as" in kinds and not any(c.lower_ == "as" for c in parts):
        parts += [
            c for d in verb.children if d.dep_ == "dobj" for c in d.children if c.lower_ == "as" and c.dep_ == "prep"
        ]
    if not parts:
        return ()
    whole = _judged(verb, parts)
    start = max(min(c.left_edge.i for c in (*parts, *whole)), verb.i + 1)
    if not whole and len(parts) == 1 and parts[0].dep_ == "prep" and parts[0].lower_ in _OPENING_PREPOSITIONS:
        start = parts[0].i + 1
    end = _before_aside(verb, start, max(c.right_edge.i for c in (*parts, *_joined(verb, parts))) + 1)
    spans = trimmed(verb.doc, start, end, limits)
    if spans and parts[0].dep_ != "dobj" and (raised := _raised(verb)) is not None:
        return *trimmed(verb.doc, raised.left_edge.i, raised.right_edge.i + 1, limits), *spans
    return spans


def _joined(verb: Token, parts: Sequence[Token]) -> list[Token]:
    """Verbs that go on with what is said but hang beside the cue: `agreed to share X and rely on Y`."""
    forms = {c.tag_ for c in parts if c.dep_ in ("xcomp", "advcl")} & {"VB", "VBG"}
    return [
        c for c in verb.children if c.dep_ == "conj" and c.i > parts[-1].i and c.tag_ in forms and c.tag_ != verb.tag_
    ]


def _before_aside(verb: Token, start: int, end: int) -> int:
    """Where what is said ends: before a loose relative clause that the writer adds (`..., which include Z`)."""
    doc = verb.doc
    for at in range(start + 2, end - 1):
        if doc[at].text == "," and doc[at + 1].tag_ in ("WDT", "WP") and doc[at + 1].dep_ != "pobj":
            return at
    return end


def _raised(verb: Token) -> Token | None:
    """The subject that is spoken of, not speaking: `[the bridge] is expected to reopen`, `[he] seems to agree`."""
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    if not passive and verb.lemma_.lower() not in ("seem", "appear"):
        return None
    if passive and verb.tag_ != "VBN":
        return None
    return next((c for c in verb.children if c.dep_ in SUBJECTS and c.tag_ not in ("WDT", "WP")), None)


def is_spoken_of(verb: Token, contents: Sequence[Span]) -> bool:
    """Whether the verb's subject is a part of what is said."""
    raised = _raised(verb) if len(contents) > 1 and contents[0][0] < verb.i else None
    return raised is not None and contents[0][0] <= raised.i < contents[0][1]


def agent_of(verb: Token) -> Span | None:
    """The `by`-phrase of a passive verb."""
    by = next((c for c in verb.children if c.dep_ == "agent"), None)
    noun = next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None
    return noun_phrase(noun) if noun is not None else None


_OPENING_PREPOSITIONS = frozenset({"for", "about", "to", "at", "on", "with", "against", "in"})
"""Prepositions that a verb asks for and that are no part of what is said: `called for [a strike]`."""


def _judged(verb: Token, parts: Sequence[Token]) -> list[Token]:
    """The object that the complement is said of: `called [the plan] a disgrace`, `accused [the firm] of fraud`."""
    judging = verb.lemma_.lower() == "accuse" or any(c.lower_ == "as" or c.dep_ == "oprd" for c in parts)
    return [c for c in verb.children if judging and c.dep_ == "dobj" and c.i > verb.i]


_REALISING = frozenset({"do", "did", "does", "has", "have", "had"})


def _is_unrealised(verb: Token) -> bool:
    """Whether the verb itself is only wanted, possible or asked for: `could endorse X`, `asked her to support X`."""
    if verb.tag_ != "VB" or (verb.dep_ == "ROOT" and not any(c.dep_ == "aux" for c in verb.children)):
        return False
    return not any(c.dep_ == "neg" or c.lower_ in _REALISING for c in verb.children)


SHOWING = frozenset({"show", "depict", "capture"})
"""Verbs whose object a document presents: `the video showed smoke`."""


def _is_document(verb: Token) -> bool:
    """Whether a video, report or the like is the verb's subject."""
    subject = speaker_head(verb)
    return subject is not None and subject.lemma_.lower() in DOCUMENT


def complement_kind(child: Token) -> str:
    """The kind of complement a token heads, in the words of `cues.COMPLEMENTS`."""
    if child.dep_ in ("xcomp", "advcl") and child.tag_ == "VB" and any(c.lower_ == "to" for c in child.children):
        return "to"
    if child.dep_ == "xcomp":
        is_gerund = child.tag_ == "VBG" or any(c.lower_ in ("having", "being") for c in child.lefts)
        return "-ing" if is_gerund else "complement"
    if child.dep_ == "prep":
        return "to-phrase" if child.lower_ == "to" else child.lower_
    return {"dobj": "object", "oprd": "complement", "ccomp": "complement"}.get(child.dep_, "")
