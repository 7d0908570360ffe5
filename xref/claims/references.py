"""What pronouns and relative dates in a claim stand for, where it is safe to say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from xref.claims.attribution.lexicon import ORGANISATION
from xref.claims.attribution.memory import Memory
from xref.claims.attribution.model import Normaliser
from xref.claims.clauses import Clause
from xref.claims.passages import Article
from xref.claims.voices import Voice

_SUBJECTS = ("nsubj", "nsubjpass")


class Replacer:
    """Gives wordings for the tokens of a claim that need their context.

    Parameters
    ----------
    article : the article that is read.
    names : normal forms.
    """

    def __init__(self, article: Article, names: Normaliser) -> None:
        self._article = article
        self._names = names
        self._memory = Memory()

    def see(self, sentence: DocSpan) -> None:
        """Takes notice of a sentence after its claims were worded."""
        self._memory.see(sentence.doc, sentence.start, sentence.end)

    def words(self, clause: Clause, voice: Voice, quote: DocSpan, times: Sequence[Any]) -> dict[int, str]:
        """Wordings by token of the document."""
        words: dict[int, str] = {}
        doc = quote.doc
        for i in clause.tokens:
            token = doc[i]
            if token.dep_ in _SUBJECTS and (name := self._subject(token, clause, voice)):
                words[i] = name
        words.update(_dates(quote, clause, times))
        return words

    def _subject(self, token: Token, clause: Clause, voice: Voice) -> str:
        lower = token.lower_
        if lower not in ("he", "she") or (not voice.speaker and self._named_before(token)):
            return ""
        if voice.speaker and voice.kind != "document":
            # `X said he ...` means X; of an unnamed speaker or inside quotation marks it is not safe to say
            return voice.speaker if voice.kind == "person" and not _in_quotation(token) else ""
        found = self._memory.resolve(lower)
        name = self._normal(found.name) if found.kind == "person" else ""
        return "" if ORGANISATION.search(name) or len(name.split()) > 5 else name

    def _named_before(self, token: Token) -> bool:
        """Whether a person stands before the pronoun in its own sentence: the pronoun may mean them."""
        start = token.sent.start
        return any(t.ent_type_ == "PERSON" for t in token.doc[start : token.i])

    def _normal(self, name: str) -> str:
        return self._names.normal(self._article.article_id, name, "person") or name


def _in_quotation(token: Token) -> bool:
    return sum(t.text in ("“", "”", '"', "«", "»") for t in token.doc[: token.i]) % 2 == 1


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
