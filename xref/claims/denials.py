"""What a denial denies, in positive wording: `X denied doing it`, `X rejected the claim that Y did it`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from xref.claims.attribution.cues import STANCE_OF_NOUN, STANCE_OF_VERB
from xref.claims.attribution.subjects import SUBJECTS
from xref.claims.phrases import joined, phrase, possessive
from xref.claims.roles import subject_of
from xref.claims.verbs import past_tense

_OF_NOUN = {
    "involvement": "was involved",
    "responsibility": "was responsible",
    "complicity": "was complicit",
    "participation": "took part",
    "knowledge": "knew",
    "role": "had a role",
    "link": "had links",
    "tie": "had ties",
    "contact": "had contact",
    "presence": "was present",
}
"""Nouns whose denial denies a state of the one who denies, and that state."""
_OWN = {"his", "her", "its", "their"}


def denied_content(head: Token, tokens: Sequence[int], words: Mapping[int, str]) -> str:
    """What the clause denies, in positive wording; "" for any other clause.

    Parameters
    ----------
    head : the clause's predicate.
    tokens : its own tokens.
    words : wordings for single tokens.
    """
    subject = subject_of(head)
    if STANCE_OF_VERB.get(head.lemma_.lower()) != "denies" or subject is None:
        return ""
    if any(c.dep_ == "neg" for c in head.children):
        return ""
    for child in head.children:
        if child.i not in tokens:
            continue
        if child.dep_ in ("xcomp", "pcomp") and head.lemma_.lower() == "deny" and _is_gerund(child):
            return _done(child, phrase(subject, words), tokens, words)
        if child.dep_ == "dobj":
            return _told(child, phrase(subject, words), words)
    return ""


def _done(act: Token, who: str, tokens: Sequence[int], words: Mapping[int, str]) -> str:
    auxiliaries = [c for c in act.children if c.dep_ in ("aux", "auxpass") and c.i < act.i]
    verb = "was " + act.text if any(c.lower_ == "being" for c in auxiliaries) else ""
    verb = verb or (f"had {act.text}" if auxiliaries else past_tense(act.lemma_))
    rest = [t.i for t in act.subtree if t.i in tokens and t.i > act.i]
    return f"{who} {verb} {joined(act.doc, rest, words)}"


def _told(noun: Token, who: str, words: Mapping[int, str]) -> str:
    """`any involvement in X` and `the claim that X`."""
    lemma = noun.lemma_.lower()
    if lemma in _OF_NOUN:
        rest = [t.i for c in noun.children if c.dep_ == "prep" and c.i > noun.i for t in c.subtree]
        return f"{who} {_OF_NOUN[lemma]} {joined(noun.doc, rest, words)}" if rest else ""
    if lemma not in STANCE_OF_NOUN:
        return ""
    for clause in noun.children:
        marked = [m for m in clause.children if m.lower_ == "that" and m.dep_ == "mark"]
        if clause.dep_ in ("acl", "ccomp", "relcl") and marked:
            end = _before_verdict(clause)
            told = [t.i for t in clause.subtree if t not in marked and t.i < end]
            return joined(noun.doc, told, {**words, **_same(clause, who)})
    return ""


def _before_verdict(clause: Token) -> int:
    """Where the clause ends: before the `as`-phrase of the verb above that the parser hangs on it."""
    last = [t for t in clause.subtree if t.lower_ == "as" and t.dep_ == "prep" and t.right_edge == clause.right_edge]
    return last[0].i if last else clause.right_edge.i + 1


def _same(clause: Token, who: str) -> dict[int, str]:
    """The one who denies in place of a pronoun that leads the clause that is denied."""
    subject = next((c for c in clause.children if c.dep_ in SUBJECTS), None)
    if subject is None:
        return {}
    if subject.lower_ in ("he", "she", "it", "they"):
        return {subject.i: who}
    return {c.i: possessive(who) for c in subject.children if c.dep_ == "poss" and c.lower_ in _OWN}


def _is_gerund(verb: Token) -> bool:
    return verb.tag_ == "VBG" or any(c.lower_ in ("having", "being") for c in verb.lefts)
