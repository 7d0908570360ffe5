"""One frequent misreading of the parser set right before clauses are cut."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from xref.claims.attribution.subjects import SUBJECTS
from xref.claims.verbs import FINITE


def repair(doc: Doc) -> None:
    """Gives a coordinated verb the subject that the parser took for a second noun of the clause before it.

    Of "they were in Moscow and Russia had granted them asylum" the parser reads "in Moscow and Russia" and leaves `had
    granted` without a subject; so it does with "80 people left Marun and 20 left Terin". Changes `doc` in place.
    """
    for verb in doc:
        if (
            verb.dep_ not in ("conj", "ccomp")
            or verb.pos_ not in ("VERB", "AUX")
            or any(c.dep_ in SUBJECTS for c in verb.children)
        ):
            continue
        noun = _stray_subject(verb)
        before = _verb_above(noun.head) if noun is not None else None
        if noun is None or before is None or before == verb or verb.is_ancestor(before):
            continue
        link = doc[noun.left_edge.i - 1]
        noun.head, noun.dep_ = verb, "nsubj"
        verb.head, verb.dep_, link.head = before, "conj", before


def _stray_subject(verb: Token) -> Token | None:
    """The noun between a conjunction and the verb or its finite auxiliary, itself read as coordinated."""
    finite = next((c for c in verb.children if c.dep_ in ("aux", "auxpass") and c.i < verb.i), verb)
    if finite.tag_ not in FINITE or finite.i == 0:
        return None
    noun = verb.doc[finite.i - 1]
    bare = finite == verb  # of `and 200 left` the number; a noun there is mostly read right
    if noun.dep_ != "conj" or noun.pos_ not in (("NUM",) if bare else ("NOUN", "PROPN")):
        return None
    if noun.head.pos_ not in ("NOUN", "PROPN") and not (bare and noun.head.pos_ in ("NUM", "VERB")):
        return None
    first = noun.left_edge.i
    return noun if first > 0 and verb.doc[first - 1].dep_ == "cc" and first - 1 > noun.head.i else None


def _verb_above(token: Token) -> Token | None:
    return next((a for a in (token, *token.ancestors) if a.pos_ in ("VERB", "AUX") and a.tag_ in FINITE), None)
