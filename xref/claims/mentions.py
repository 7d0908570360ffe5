"""Nouns that a later pronoun may stand for: their number, whether they are people, and their wording when repeated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from xref.claims.attribution.lexicon import ANONYMOUS, ORGANISATION, PERSON_NOUN, SPOKES, word_set
from xref.claims.attribution.subjects import SUBJECTS
from xref.claims.phrases import phrase

MAX_WORDS = 9
"""A longer phrase is not repeated in place of a pronoun."""
_ARGUMENTS = frozenset({*SUBJECTS, "dobj", "attr", "dative", "agent"})
_PEOPLE = ANONYMOUS | word_set(
    """president king queen prince princess pope emperor sultan candidate nominee suspect defendant plaintiff child boy
    girl baby client pilot patient nurse prisoner hostage refugee migrant agent athlete coach celebrity premier deputy
    chancellor secretary ambassador envoy dictator detective sheriff justice bride groom priest imam monk nun widow"""
)
_VAGUE = frozenset(
    {"no", "none", "nobody", "nothing", "everyone", "everything", "someone", "anyone", "something", "anything", "most"}
    | {"few", "all", "each", "every", "any", "neither", "either", "both", "some", "many", "this", "that", "these"}
    | {"those", "what", "who", "which", "there", "such"}
)
_PLURAL_BY_SENSE = frozenset({"police", "people", "troops", "forces", "authorities", "rebels"})
_NO_THING = frozenset({"time", "day", "week", "month", "year", "hour", "minute", "moment", "way", "reason", "part"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A noun phrase that a pronoun after it may stand for."""

    noun: Token
    """Its head."""
    kind: str
    """`person`, `thing` (one thing or body), `either` (a tanker or a farmer, by its ending) or `plural`."""
    is_subject: bool
    is_animate: bool
    """Whether it is people, or a body that acts as people do."""


def candidates(words: DocSpan) -> list[Candidate]:
    """The subjects and objects among the words, in order; pronouns are none."""
    return [_candidate(token) for token in words if _is_argument(token)]


def _is_argument(token: Token) -> bool:
    if token.pos_ not in ("NOUN", "PROPN") or token.lemma_.lower() in _NO_THING or token.ent_type_ in ("DATE", "TIME"):
        return False
    if token.dep_ == "pobj":
        return token.head.dep_ == "agent"
    return token.dep_ in _ARGUMENTS or (token.dep_ == "ROOT" and token.pos_ in ("NOUN", "PROPN"))


def _candidate(noun: Token) -> Candidate:
    kind = "plural" if is_plural(noun) else "person" if is_person(noun) else "thing"
    if kind == "person" and noun.ent_type_ != "PERSON" and noun.lemma_.lower() not in _PEOPLE:
        kind = "either"
    acts = (
        is_person(noun) or noun.ent_type_ in ("ORG", "NORP", "GPE") or bool(ORGANISATION.search(noun.text.capitalize()))
    )
    return Candidate(noun, kind, noun.dep_ in SUBJECTS, acts)


def is_plural(noun: Token) -> bool:
    """Whether `they` would stand for it."""
    if noun.lower_ in _PLURAL_BY_SENSE or any(c.dep_ == "conj" for c in noun.children):
        return True
    return noun.tag_ in ("NNS", "NNPS") and noun.ent_type_ not in ("GPE", "ORG", "FAC", "EVENT")


def is_person(noun: Token) -> bool:
    """Whether `he` or `she` would stand for it."""
    if noun.ent_type_ == "PERSON":
        return True
    lemma = noun.lemma_.lower()
    if noun.pos_ != "NOUN" or noun.ent_type_ in ("DATE", "TIME", "GPE", "ORG"):
        return False
    return lemma in _PEOPLE or bool(SPOKES.match(noun.lower_)) or bool(PERSON_NOUN.match(lemma))


def repeated(noun: Token) -> str:
    """The noun's phrase as it is repeated: the first mention's `a` becomes `the`; "" where that says too little."""
    text = phrase(noun, {}).strip(' ,;:–—-"“”')
    words = text.split()
    if not words or len(words) > MAX_WORDS or words[0].lower() in _VAGUE or "\n" in text:
        return ""
    if any(t.pos_ == "PRON" or t.tag_ in ("PRP$", "WDT", "WP") for t in noun.subtree if t.i <= noun.i):
        return ""
    if words[0].lower() in ("a", "an", "another", "one"):
        return " ".join(["the", *words[1:]])
    if noun.pos_ == "NOUN" and not noun.ent_type_ and not any(c.dep_ in ("det", "poss") for c in noun.children):
        return "the " + text[:1].lower() + text[1:]
    return text if noun.pos_ == "PROPN" or words[0].lower() != "the" else "the " + " ".join(words[1:])


def persons_before(token: Token, start: int) -> Iterator[Token]:
    """Heads of the phrases that name or describe one person between `start` and the token."""
    for other in token.doc[start : token.i]:
        is_head = not (other.dep_ in ("compound", "flat") and is_person(other.head))
        if is_head and other.pos_ in ("NOUN", "PROPN") and is_person(other) and not is_plural(other):
            yield other
