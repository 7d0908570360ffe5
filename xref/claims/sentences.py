"""Sentences of a passage: boundaries that quotation marks and line breaks fix before the parser sees the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

_CLOSERS = frozenset({'"', "”", "’", "'", "»", "''"})
_GLUED = re.compile(r"(?<=[a-z\d)][.!?][\"”»])(?=[A-Z“\"])|(?<=[a-z)][.!?])(?=[“\"][A-Z])")


def prepare(nlp: Language, text: str) -> Doc:
    """`text` as a tokenised document with the sentence boundaries that its marks fix; the parser finds the others."""
    doc = nlp.make_doc(text)
    for token in doc[1:] if len(doc) > 1 else ():
        before = doc[token.i - 1]
        if before.is_space and "\n" in before.text:
            token.is_sent_start = True
        elif before.text in _CLOSERS and token.i >= 2 and not token.is_space:
            last = doc[token.i - 2].text
            if last in (",", "?", "!") or (last[-1:] == "," and len(last) > 1):
                token.is_sent_start = None if last != "," else False
            elif token.text[:1].islower():
                token.is_sent_start = False
    return doc


def sentences(doc: Doc) -> Iterator[Span]:
    """The sentences of a parsed passage without white space at their edges; a lone closing mark joins what it closes."""
    for start, end in _bounds(doc):
        while start < end and doc[start].is_space:
            start += 1
        while end > start and doc[end - 1].is_space:
            end -= 1
        if end > start:
            yield doc[start:end]


def _bounds(doc: Doc) -> list[tuple[int, int]]:
    bounds: list[tuple[int, int]] = []
    for sent in doc.sents:
        words = any(token.is_alpha or token.like_num for token in sent)
        if bounds and not words:
            bounds[-1] = (bounds[-1][0], sent.end)
        else:
            bounds.append((sent.start, sent.end))
    return bounds
