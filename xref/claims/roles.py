"""Who did what to whom: predicates of a clause with agent and patient, active or passive."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from spacy.tokens import Doc, Token

from xref.claims.attribution.subjects import SUBJECTS
from xref.claims.clauses import is_result
from xref.claims.stance import is_hedged, is_negated
from xref.values import Role

Namer = Callable[[Token], str]
"""Gives the normal name of a noun that heads a name, else ""."""

_LIGHT = frozenset({"be", "have", "do", "get", "seem", "appear"})


def find_roles(doc: Doc, head: int, tokens: Sequence[int], name_of: Namer) -> tuple[Role, ...]:
    """The roles in a clause, one for each verb among its own tokens, the main predicate first."""
    own = set(tokens)
    verbs = [doc[i] for i in tokens if doc[i].pos_ in ("VERB", "AUX") and doc[i].dep_ not in ("aux", "auxpass")]
    verbs.sort(key=lambda v: (v.i != head, v.i))
    found = []
    for verb in verbs[:4]:
        agent, patient = _arguments(verb)
        if agent is None and patient is None:
            continue
        found.append(
            Role(
                predicate=_predicate(verb),
                agent=_word(agent, name_of),
                patient=_word(patient, name_of),
                negated=is_negated(doc, verb.i, [*own]),
                hedged=is_hedged(doc, verb.i, [verb.i]),
            )
        )
    return tuple(found)


def _predicate(verb: Token) -> str:
    particle = next((c.lower_ for c in verb.children if c.dep_ == "prt"), "")
    lemma = verb.lemma_.lower()
    if lemma in _LIGHT:
        complement = next((c for c in verb.children if c.dep_ in ("acomp",)), None)
        if complement is not None:
            return complement.lemma_.lower()
    return f"{lemma} {particle}".strip()


def _arguments(verb: Token) -> tuple[Token | None, Token | None]:
    """Agent and patient of a verb; a shared subject is looked up along coordination and raising."""
    passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)
    subject = subject_of(verb)
    if passive or (verb.tag_ == "VBN" and verb.dep_ == "acl"):
        by = next((c for c in verb.children if c.dep_ == "agent"), None)
        agent = next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None
        return agent, subject if subject is not None else (verb.head if verb.dep_ == "acl" else None)
    patient = next((c for c in verb.children if c.dep_ in ("dobj", "attr", "oprd")), None)
    if patient is None:
        prep = next((c for c in verb.children if c.dep_ == "prep" and c.i == verb.i + 1), None)
        patient = next((c for c in prep.children if c.dep_ == "pobj"), None) if prep is not None else None
    return subject, patient


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, its own or the one it shares; a relative pronoun gives what it stands for."""
    at = verb
    for _ in range(6):
        for child in at.children:
            if child.dep_ in SUBJECTS:
                if child.tag_ in ("WDT", "WP") and at.dep_ == "relcl":
                    return at.head
                return child
        if at.dep_ == "acl" and at == verb and not is_result(at):
            return at.head
        if is_result(at):
            at = next((a for a in at.ancestors if any(c.dep_ in SUBJECTS for c in a.children)), at.head)
            continue
        if at.dep_ not in ("conj", "xcomp", "advcl", "pcomp") or at.head == at:
            return None
        if at.dep_ == "pcomp":
            at = at.head
        at = at.head
    return None


def _word(token: Token | None, name_of: Namer) -> str:
    if token is None:
        return ""
    return name_of(token) or token.lemma_.lower()
