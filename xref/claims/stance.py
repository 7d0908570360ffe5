"""How strongly a clause is put: hedged or asserted, affirmed or negated."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

_HEDGE_WORDS = frozenset(
    [
        "allegedly",
        "alleged",
        "reportedly",
        "apparently",
        "possibly",
        "probably",
        "perhaps",
        "maybe",
        "supposedly",
        "purportedly",
        "purported",
        "suspected",
        "presumably",
        "likely",
        "unlikely",
        "potentially",
        "seemingly",
        "presumed",
        "rumoured",
        "rumored",
        "unconfirmed",
    ]
)
_HEDGE_MODALS = frozenset({"may", "might", "could"})
_HEDGE_VERBS = frozenset({"appear", "seem", "near", "consider", "mull", "plan", "weigh", "threaten"})
_HEDGE_PASSIVES = frozenset(
    {
        "expect",
        "believe",
        "think",
        "suspect",
        "allege",
        "say",
        "report",
        "feel",
        "presume",
        "rumour",
        "rumor",
        "suppose",
        "understand",
        "accuse",
        "set",
    }
)
_NEGATORS = frozenset({"not", "n't", "n’t", "never", "nor", "neither", "nt"})
_NO_SUBJECT = frozenset({"no", "none", "nobody", "neither", "nothing"})


def is_hedged(doc: Doc, head: int, tokens: Sequence[int]) -> bool:
    """Whether the clause puts its predicate as possible, alleged, expected or not yet done."""
    predicate = doc[head]
    if any(doc[i].lower_ in _HEDGE_WORDS for i in tokens):
        return True
    if any(c.lower_ in _HEDGE_MODALS and c.dep_ == "aux" for c in predicate.children):
        return True
    lemma = predicate.lemma_.lower()
    passive = any(c.dep_ == "auxpass" for c in predicate.children)
    raised = any(c.dep_ in ("xcomp", "ccomp") for c in predicate.children)
    if passive and lemma in _HEDGE_PASSIVES and (raised or lemma in ("expect", "suspect", "allege", "accuse")):
        return True
    return lemma in _HEDGE_VERBS and (
        raised
        or predicate.tag_ == "VBG"
        or (any(c.dep_ == "dobj" for c in predicate.children) and lemma in ("near", "mull"))
    )


def is_negated(doc: Doc, head: int, tokens: Sequence[int]) -> bool:
    """Whether the clause's main predicate is negated: by `not`, `never`, or a `no` on what it is said of."""
    predicate = doc[head]
    own = set(tokens)
    if any(_negates(c) for c in predicate.children if c.i in own):
        return True
    arguments = [c for c in predicate.children if c.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "pobj")]
    about = [p for p in predicate.children if p.dep_ == "prep" and p.lower_ in ("of", "about")]
    arguments += [c for p in about for c in p.children if c.dep_ == "pobj"]
    return any(a.i in own and (a.lower_ in _NO_SUBJECT or _has_no(a)) for a in arguments)


def _has_no(noun: Token) -> bool:
    """`no complaint`, `neither Reyes nor her office`."""
    return any(c.lower_ in ("no", "neither") and c.i < noun.i for c in noun.children)


def _negates(token: Token) -> bool:
    return token.dep_ == "neg" or (token.lower_ in _NEGATORS and token.dep_ in ("neg", "advmod", "preconj"))
