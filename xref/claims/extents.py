"""Where the claims of a sentence begin and end in the text: contiguous quotes that share the sentence among them."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from xref.claims.clauses import Clause
from xref.claims.phrases import sentence_of

_OPENING = frozenset({"“", "«", "„", "(", "[", "‘"})
_DROPPED = frozenset({",", ";", ":", "-", "–", "—", "--", "...", "…", "•", "*"})
_JOINING = frozenset({"and", "but", "or", "nor", "yet"})


def extents(sentence: DocSpan, clauses: Sequence[Clause]) -> tuple[tuple[int, int], ...]:
    """Token range of each clause's quote; who says it goes to the clause that it introduces or closes.

    Clauses in the order of their first token.
    """
    bounds = [_words_of(sentence.doc, c) for c in clauses]
    for at, bound in enumerate(bounds):
        nested = any(other[0] < bound[0] and bound[1] < other[1] for j, other in enumerate(bounds) if j != at)
        if nested:
            continue
        following = [b[0] for b in bounds if b[0] >= bound[1]]
        bound[1] = _end(sentence.doc, bound[1], min(following, default=sentence.end))
        if all(b[0] >= bound[0] for b in bounds):
            bound[0] = sentence.start
    for at, bound in enumerate(bounds):
        before = [b[1] for j, b in enumerate(bounds) if j != at and b[1] <= bound[0]]
        if before and max(before) < bound[0]:
            bound[0] = max(before)
    return tuple(_trimmed(sentence.doc, start, end) for start, end in bounds)


def _words_of(doc: Doc, clause: Clause) -> list[int]:
    """First and after-last token of a clause, the punctuation at its edges left to whom it falls."""
    words = [i for i in clause.tokens if not (doc[i].is_punct or doc[i].is_space or doc[i].dep_ == "cc")]
    return [words[0], words[-1] + 1] if words else [clause.tokens[0], clause.tokens[-1] + 1]


def _end(doc: Doc, end: int, limit: int) -> int:
    """How far a clause reaches into the gap before the next: up to a comma after the frame that closes it."""
    gap = range(end, limit)
    if limit == len(doc) or limit >= sentence_of(doc[end - 1]).end:
        return limit
    closing = [i for i in gap if doc[i].text in (",", ";", ".", "”", '"')]
    opens_with_mark = closing and closing[0] == end
    if opens_with_mark and len(closing) > 1:
        return closing[-1] + 1
    return end


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    while start < end - 1 and (
        doc[start].is_space
        or doc[start].text in _DROPPED
        or (doc[start].lower_ in _JOINING and doc[start].dep_ == "cc")
    ):
        start += 1
    while end > start + 1 and (
        doc[end - 1].dep_ == "cc"
        or doc[end - 1].is_space
        or doc[end - 1].text in _DROPPED
        or doc[end - 1].text in _OPENING
    ):
        end -= 1
    return start, end
