"""When what happened did: `a suicide bombing killed nine on Friday` and `Friday's bombing` date one bombing.

A report that tells of an event mostly dates it in passing, in sentences that say something else. The day of an event
is a claim of its own beside them: "The suicide bombing was on 2024-05-17".
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from xref.claims.attribution.lexicon import word_set
from xref.claims.clauses import HAPPENINGS, Clause
from xref.claims.embedded import OPEN

_OTHERS = word_set("another other previous earlier every each any no several many some")
_PARTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "prep", "agent", "attr"})
_TIME_BESIDE = word_set("after before since until following amid despite")
"""Prepositions before an event that say when something else was: "days after the attack"."""
_MAYBE = frozenset({"may", "might", "could", "would", "should"})
_UNTOLD = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL"})


def dated(sentence: DocSpan) -> Iterator[Clause]:
    """The events of a sentence that it gives a date; the wording of each lacks the day, which is read later."""
    happenings = [t for t in sentence if t.tag_ == "NN" and t.lemma_.lower() in HAPPENINGS]
    if happenings and any(token.lower_ in OPEN for token in sentence):
        return
    for noun in happenings:
        if any(c.dep_ in ("nummod", "det", "amod") and c.lower_ in _OTHERS for c in noun.children):
            continue
        day = _day_of(noun)
        if day is not None:
            first, last = min(noun.i, day.left_edge.i), max(noun.i, day.right_edge.i)
            yield Clause(noun.i, tuple(range(first, last + 1)), "dated", _named(noun))


def _named(noun: Token) -> str:
    """`The suicide bombing`: the noun with what it is called, dates and numbers aside."""
    before = noun.doc[noun.left_edge.i : noun.i]
    kept = [t.text for t in before if t.head == noun and t.dep_ in ("compound", "amod") and t.ent_type_ not in _UNTOLD]
    return " ".join(["The", *kept, noun.text])


def _day_of(noun: Token) -> Token | None:
    """The date of a noun: its own, else that of the clause it is a part of, if that says that it is so."""
    at = noun
    while True:
        if any(c.dep_ == "neg" or c.lower_ in _MAYBE for c in at.children):
            return None
        if (date := _date_beside(at)) is not None:
            return date
        if at.pos_ in ("VERB", "AUX") or at.dep_ not in _PARTS or at.head == at or at.lower_ in _TIME_BESIDE:
            return None
        at = at.head


def _date_beside(word: Token) -> Token | None:
    """The date that modifies a word: `Friday's`, `last Friday`, `on Friday`."""
    for child in word.children:
        if child.ent_type_ == "DATE" and child.dep_ in ("npadvmod", "tmod", "poss", "compound", "nmod"):
            return child
        if child.dep_ == "prep" and child.lower_ in ("on", "in"):
            date = next((c for c in child.children if c.dep_ == "pobj" and c.ent_type_ == "DATE"), None)
            if date is not None:
                return date
    return None
