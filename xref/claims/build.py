"""Claims of one parsed article: sentences, clauses, voices, wording and values, as rows of the tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from xref.claims.appositions import appositions
from xref.claims.attribution import Attribution, attribute
from xref.claims.attribution.outlets import OutletFinder
from xref.claims.clauses import Clause, cut
from xref.claims.credits import Credit, article_credit, relay_of
from xref.claims.dates import TimeExpression, find_times
from xref.claims.drops import drop_reason
from xref.claims.embedded import embedded
from xref.claims.extents import extents
from xref.claims.happenings import dated
from xref.claims.names import NameBook
from xref.claims.nominal import described
from xref.claims.passages import SPOKEN_KINDS, Article, Passage
from xref.claims.phrases import entity_of, sentence_of
from xref.claims.quantities import find_quantities
from xref.claims.references import Replacer
from xref.claims.roles import find_roles
from xref.claims.sentences import sentences
from xref.claims.stance import is_hedged, is_negated
from xref.claims.statements import polished, word_statement
from xref.claims.voices import Voice, around, voice_of
from xref.config import ClaimsConfig
from xref.values import Quantity, to_json

Row = dict[str, Any]


@dataclass
class Rows:
    """Rows of the three tables that the room hands on."""

    claims: list[Row] = field(default_factory=list)
    dropped: list[Row] = field(default_factory=list)
    attributions: list[Row] = field(default_factory=list)


class ClaimBuilder:
    """Makes the rows of articles, one article at a time.

    Parameters
    ----------
    config : the room's settings.
    names : names of all articles, closed.
    finder : finds outlets in text.
    """

    def __init__(self, config: ClaimsConfig, names: NameBook, finder: OutletFinder) -> None:
        self._config = config
        self._names = names
        self._finder = finder

    def add(self, article: Article, docs: Sequence[Doc], rows: Rows) -> None:
        """Appends the article's claims, dropped sentences and attributions to `rows`."""
        found = attribute(article, docs, self._names, self._finder)
        rows.attributions += [row for a in found for row in attribution_rows(article, docs, a)]
        credit = article_credit(article, self._finder)
        replacer = Replacer(article, self._names)
        number = 0
        for index, (passage, doc) in enumerate(zip(article.passages, docs, strict=True)):
            if passage.kind not in SPOKEN_KINDS:
                _drop_block(article, passage, rows)
                continue
            here = [a for a in found if a.passage == index]
            frames = frozenset(_frame_tokens(here))
            for sentence in sentences(doc):
                self._sentence(article, passage, sentence, here, frames, credit, replacer, number, rows)
                replacer.see(sentence)
                number += 1

    def _sentence(
        self, article: Article, passage: Passage, sentence: DocSpan, found: Sequence[Attribution],
        frames: frozenset[int], credit: Credit, replacer: Replacer, number: int, rows: Rows,
    ) -> None:  # fmt: skip
        here = [a for a in found if any(s < sentence.end and sentence.start < e for s, e in a.contents)]
        framed = frames.intersection(range(sentence.start, sentence.end))
        reason = drop_reason(sentence, self._config.min_words, passage.kind == "headline", bool(here))
        if reason:
            rows.dropped.append(dropped_row(article, passage, sentence, reason))
            return
        clauses = cut(sentence, framed, self._config.max_words)
        if not clauses:
            rows.dropped.append(dropped_row(article, passage, sentence, "fragment"))
            return
        relay = relay_of(passage, credit, self._finder)
        inside = (*embedded(sentence, clauses, framed), *appositions(sentence), *described(sentence), *dated(sentence))
        spans = [*extents(sentence, clauses), *((c.tokens[0], c.tokens[-1] + 1) for c in inside)]
        for clause, (start, end) in _distinct([*clauses, *inside], spans):
            voice = voice_of(around(clause.head, here), relay, is_hedged(sentence.doc, clause.head, clause.tokens))
            row = self._claim(article, passage, sentence.doc[start:end], clause, voice, framed, replacer, number)
            if row["statement"]:
                rows.claims.append(row)

    def _claim(
        self, article: Article, passage: Passage, quote: DocSpan, clause: Clause, voice: Voice,
        frames: frozenset[int], replacer: Replacer, number: int,
    ) -> Row:  # fmt: skip
        doc = quote.doc
        start, end = passage.start + quote.start_char, passage.start + quote.end_char
        framed = _char_ranges(quote, frames.difference(clause.tokens))
        every = find_times(quote, article.published, article.utc_offset)
        times = [t for t in every if not _inside(t.start, framed)]
        when = next((t for t in times if t.event_from), times[0] if times else None)
        told = next((t for t in every if t.event_to and t not in times), None) if when is None else None
        return {
            "claim_id": f"{article.article_id}-{start}-{end}",
            "article_id": article.article_id,
            "path": article.path,
            "outlet": article.outlet,
            "start": start,
            "end": end,
            "quote": article.text[start:end],
            "statement": _of_phrase(clause, when, article.published)
            if clause.wording
            else word_statement(doc, clause, replacer.words(clause, voice, quote, times)),
            "voice": voice.name,
            "speaker": voice.speaker,
            "speaker_kind": voice.kind,
            "speaker_role": voice.role,
            "cue": voice.cue,
            "relayed_from": voice.relayed_from,
            "informant": voice.informant,
            "stance_of_speaker": voice.stance,
            "quantities": to_json([q for q in _quantities(quote, clause) if not _inside(q.start, framed)]),
            "names": to_json(
                [n for n in self._names.names_in(article.article_id, quote) if not _inside(n.start, framed)]
            ),
            "roles": to_json(find_roles(doc, clause.head, clause.tokens, self._namer(article))),
            "negated": is_negated(doc, clause.head, clause.tokens),
            "headline": passage.kind == "headline",
            "event_from": when.event_from if when else "",
            "event_to": when.event_to if when else _no_later(told, article.published),
            "published": article.published,
            "date_text": when.text if when else told.text if told else "",
            "sentence": number,
        }

    def _namer(self, article: Article) -> Any:
        def name_of(token: Token) -> str:
            if not token.ent_type_ or token.ent_type_ not in ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP"):
                return ""
            return self._names.normal(article.article_id, entity_of(token).text)

        return name_of


def _frame_tokens(found: Sequence[Attribution]) -> Iterator[int]:
    """The tokens that attribute; what a speaker adds (`said Doe, adding that ...`) is none of the words before it."""
    words_of = {a.head: {i for s, e in a.contents for i in range(s, e)} for a in found if a.is_clause}
    for one in found:
        if one.is_clause:
            others = [words_of[i] for i in one.tokens if i in words_of and i != one.head]
            yield from one.tokens.difference(*(words for words in others if one.head not in words))


def _of_phrase(clause: Clause, when: TimeExpression | None, published: str) -> str:
    """The statement of a clause that has its wording, with its day; "" where the day it needs is not known."""
    if clause.kind != "dated":
        return polished(clause.wording)
    day = when.event_from[:10] if when else ""
    if not when or not day or day != when.event_to[:10]:
        return ""
    return f"{clause.wording} {'will be' if published and day > published[:10] else 'was'} on {day}"


def _no_later(told: TimeExpression | None, published: str) -> str:
    """The last day of what was said on a day: that day, and no day after the article's."""
    if told is None:
        return ""
    return min(told.event_to, published) if published and told.event_to[:10] > published[:10] else told.event_to


def _distinct(clauses: Sequence[Clause], spans: Sequence[tuple[int, int]]) -> list[tuple[Clause, tuple[int, int]]]:
    """Clauses with their spans; of clauses so entangled that they share a span, the one of most words."""
    best: dict[tuple[int, int], Clause] = {}
    for clause, span in zip(clauses, spans, strict=True):
        if span not in best or len(clause.tokens) > len(best[span].tokens):
            best[span] = clause
    return [(clause, span) for span, clause in best.items()]


def _quantities(quote: DocSpan, clause: Clause) -> list[Quantity]:
    """The quantities of a claim, read in its whole sentence, which may say what is counted; offsets in the quote."""
    sentence = sentence_of(quote.doc[clause.head])
    at = quote.start_char - sentence.start_char
    if at < 0 or quote.end_char > sentence.end_char:
        return list(find_quantities(quote))
    found = [q for q in _quantities_of(sentence) if at <= q.start < at + len(quote.text)]
    if any(q.end > at + len(quote.text) for q in found):
        return list(find_quantities(quote))
    return [replace(q, start=q.start - at, end=q.end - at) for q in found]


@lru_cache(maxsize=1)
def _quantities_of(sentence: DocSpan) -> tuple[Quantity, ...]:
    """The quantities of a sentence, kept for its next claim."""
    return tuple(find_quantities(sentence))


def _char_ranges(quote: DocSpan, tokens: frozenset[int]) -> list[tuple[int, int]]:
    """Character ranges of tokens, relative to the quote."""
    return [(t.idx - quote.start_char, t.idx - quote.start_char + len(t)) for t in quote if t.i in tokens]


def _inside(at: int, ranges: Sequence[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in ranges)


def _drop_block(article: Article, passage: Passage, rows: Rows) -> None:
    if len(passage.text.split()) < 3:
        return
    reason = "caption" if passage.kind == "caption" else "boilerplate"
    rows.dropped.append(_dropped(article, passage.start, passage.start + len(passage.text), reason))


def dropped_row(article: Article, passage: Passage, sentence: DocSpan, reason: str) -> Row:
    """A row of `tables.Dropped`."""
    return _dropped(article, passage.start + sentence.start_char, passage.start + sentence.end_char, reason)


def _dropped(article: Article, start: int, end: int, reason: str) -> Row:
    return {
        "article_id": article.article_id,
        "path": article.path,
        "start": start,
        "end": end,
        "quote": article.text[start:end],
        "reason": reason,
    }


def drop_article(article: Article, rows: Rows) -> None:
    """Drops every passage of an article in a language that is not read."""
    for passage in article.passages:
        if len(passage.text.split()) >= 3:
            rows.dropped.append(_dropped(article, passage.start, passage.start + len(passage.text), "language"))


def attribution_rows(article: Article, docs: Sequence[Doc], found: Attribution) -> list[Row]:
    """Rows of `tables.Attributions`: one for each stretch of content, with the same cue and speaker."""
    offset = article.passages[found.passage].start
    doc = docs[found.passage]
    cue, speaker = found.cue or (-1, -1), found.speaker_at or (-1, -1)
    return [
        {
            "article_id": article.article_id,
            "content_start": offset + doc[s].idx,
            "content_end": offset + doc[e - 1].idx + len(doc[e - 1]),
            "cue_start": cue[0],
            "cue_end": cue[1],
            "speaker_start": speaker[0],
            "speaker_end": speaker[1],
            "speaker": found.speaker.name,
            "speaker_kind": found.speaker.kind,
            "relayed_from": found.relayed_from,
            "kind": found.form,
        }
        for s, e in found.contents
    ]
