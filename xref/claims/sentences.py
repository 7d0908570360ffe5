"""Sentences of a passage: boundaries that quotation marks and line breaks fix before the parser sees the text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc, Span

from xref.claims.attribution.quotes import find_quotations

_SAID = frozenset(
    [
        "said",
        "says",
        "asked",
        "asks",
        "shouted",
        "cried",
        "wondered",
        "wrote",
        "yelled",
        "exclaimed",
        "added",
        "told",
        "replied",
        "screamed",
    ]
)
_CLOSED = frozenset(".!?")


def prepare(nlp: Language, text: str) -> Doc:
    """`text` as a tokenised document with the sentence boundaries that its marks fix; the parser finds the others."""
    doc = nlp.make_doc(text)
    for before, token in pairwise(doc):
        if before.is_space and "\n" in before.text:
            token.is_sent_start = True
    for quotation in find_quotations(text):
        span = doc.char_span(quotation.start, quotation.end, alignment_mode="expand")
        if span is not None:
            _fix_opening(doc, span.start)
            _fix_closing(doc, span.end)
    return doc


def _fix_opening(doc: Doc, at: int) -> None:
    """A quotation after a full stop begins a sentence; after a colon or comma it goes on with one."""
    before = doc[at - 1].text if at else ""
    if before[-1:] in _CLOSED and before not in ("Mr.", "Mrs.", "Ms.", "Dr."):
        doc[at].is_sent_start = True
    elif before in (":", ",") or before.islower():
        doc[at].is_sent_start = False


def _fix_closing(doc: Doc, at: int) -> None:
    """After a quotation: `... here," she said` goes on, `... here." The` does not."""
    if not 2 <= at < len(doc) or doc[at].is_space:
        return
    last = doc[at - 2].text[-1:]
    if (
        (last in ("?", "!") and any(t.lower_ in _SAID for t in doc[at : at + 5]))
        or last == ","
        or doc[at].text[:1].islower()
        or doc[at].is_punct
    ):
        doc[at].is_sent_start = False
    elif last == ".":
        doc[at].is_sent_start = True


def sentences(doc: Doc) -> Iterator[Span]:
    """The sentences of a parsed passage, trimmed; a lone closing mark joins what it closes."""
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
