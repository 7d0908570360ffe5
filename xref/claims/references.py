"""What pronouns, definite descriptions and relative dates in a claim stand for, where it is safe to say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from xref.claims.antecedents import Antecedents
from xref.claims.attribution.model import Normaliser
from xref.claims.attribution.subjects import SUBJECTS
from xref.claims.clauses import Clause
from xref.claims.descriptions import Descriptions, is_bare
from xref.claims.passages import Article
from xref.claims.phrases import phrase_tokens, without_possessive
from xref.claims.roles import subject_of
from xref.claims.verbs import third_person
from xref.claims.voices import Voice


class Replacer:
    """Gives wordings for the tokens of a claim that need their context.

    Parameters
    ----------
    article : the article that is read.
    names : normal forms.
    """

    def __init__(self, article: Article, names: Normaliser) -> None:
        self._antecedents = Antecedents(article, names)
        self._descriptions = Descriptions(article, names)

    def see(self, sentence: DocSpan) -> None:
        """Takes notice of a sentence after its claims were worded."""
        self._antecedents.see(sentence)
        self._descriptions.see(sentence)

    def words(self, clause: Clause, voice: Voice, quote: DocSpan, times: Sequence[Any]) -> dict[int, str]:
        """Wordings by token of the document."""
        words: dict[int, str] = {}
        doc = quote.doc
        own = dict.fromkeys([*_carried(doc, clause), *clause.tokens])
        named = ""
        for i in own:
            name = self._antecedents.of(doc[i], clause, voice)
            owner = without_possessive(name)
            if name and owner == named:
                name = self._antecedents.again(doc[i], named)  # named once, then `he`
            if name:
                words[i] = name
                named = named or owner
                words.update(_agreeing(doc[i]))
        for i in own:
            if doc[i].pos_ == "NOUN" and is_bare(doc[i]) and (found := self._descriptions.stands_for(doc[i], own)):
                words[i] = found
                if found[:1].isupper() and doc[i].text.capitalize() not in found.split():
                    words[i - 1] = ""  # `the Transport Ministry`, but `Norvia` for `the town`
        words.update(_dates(quote, clause, times))
        return words


_THIRD_PERSON = {"am": "is", "'m": " is", "’m": " is", "have": "has", "'ve": " has", "’ve": " has", "do": "does"}
_RUN_ON = {"'ll": " will", "’ll": " will", "'d": " would", "’d": " would"}


def _agreeing(pronoun: Token) -> dict[int, str]:
    """The verb of `I` as it goes with a name: `I am` becomes `... is`."""
    if pronoun.lower_ != "i" or pronoun.dep_ not in SUBJECTS:
        return {}
    verb = pronoun.head
    finite = next((c for c in verb.children if c.dep_ in ("aux", "auxpass") and c.i > pronoun.i), verb)
    if form := _THIRD_PERSON.get(finite.lower_) or _RUN_ON.get(finite.lower_):
        return {finite.i: form}
    if finite == verb and verb.tag_ == "VBP":
        return {verb.i: third_person(verb.text)}
    return {}


def _carried(doc: Doc, clause: Clause) -> Iterable[int]:
    """Tokens of the subject that the clause shares with another."""
    subject = subject_of(doc[clause.head])
    if subject is None or subject.i in clause.tokens:
        return ()
    return phrase_tokens(subject)


def _dates(quote: DocSpan, clause: Clause, times: Sequence[Any]) -> dict[int, str]:
    """Relative dates that were resolved to one day, as `on 2024-12-08`."""
    words: dict[int, str] = {}
    own = set(clause.tokens)
    for time in times:
        day = time.event_from[:10]
        if not day or day != time.event_to[:10] or any(c.isdigit() for c in time.text):
            continue
        span = quote.doc.char_span(quote.start_char + time.start, quote.start_char + time.end, alignment_mode="expand")
        if span is None or not own.issuperset(range(span.start, span.end)):
            continue
        if span.root.dep_ in ("compound", "poss", "amod", "nmod") or span.text.lower().endswith(("'s", "’s", "days")):
            continue
        before = quote.doc[span.start - 1].lower_ if span.start else ""
        words.update(dict.fromkeys(range(span.start, span.end), ""))
        words[span.start] = (
            f"on {day} " if (before != "on" and span[0].lower_ != "last") or span[0].lower_ == "on" else f"{day} "
        )
    return words
