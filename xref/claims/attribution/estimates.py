"""Attribution of a figure: `the ministry put the toll at 70`, `police gave a figure of 70 dead`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from spacy.tokens import Doc, Token

from xref.claims.attribution.model import Frame, Span
from xref.claims.attribution.subjects import cue_span, noun_phrase

_LINKS = {"put": ("at",), "set": ("at",), "place": ("at",), "give": ("of", "as", "at"), "peg": ("at",)}
"""Verbs that state a figure, and the prepositions before it."""
_MEASURES = frozenset(
    ["toll", "number", "figure", "count", "total", "estimate", "cost", "loss", "value", "damage", "tally", "price"]
)
_MENTION = re.compile(rf"\b(?:{'|'.join(sorted(_MEASURES))})", re.IGNORECASE)


def estimate_frames(doc: Doc, quotes: Sequence[Span], taken: Collection[int]) -> Iterator[Frame]:
    """Attributions of figures to who states them; the clause stays whole and gets a speaker.

    Parameters
    ----------
    doc : a parsed passage.
    quotes : token ranges of its quotations.
    taken : heads of the frames that were found already.
    """
    if not _MENTION.search(doc.text):
        return
    for verb in doc:
        links = _LINKS.get(verb.lemma_)
        if not links or verb.pos_ != "VERB" or verb.i in taken or any(q[0] <= verb.i < q[1] for q in quotes):
            continue
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        measure = next((c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() in _MEASURES), None)
        if subject is None or measure is None or measure.i <= verb.i:
            continue
        if _figure(verb, measure, links):
            end = max(c.right_edge.i for c in verb.children if c.dep_ in ("dobj", "prep") and c.i > verb.i) + 1
            tokens = frozenset([verb.i, *range(*noun_phrase(subject))])
            yield Frame(
                ((measure.left_edge.i, end),), cue_span(verb), noun_phrase(subject), verb.i, "indirect", "asserts",
                tokens, is_clause=False,
            )  # fmt: skip


def _figure(verb: Token, measure: Token, links: tuple[str, ...]) -> bool:
    """Whether a number follows behind one of the prepositions."""
    preps = [
        c for n in (verb, measure) for c in n.children if c.dep_ == "prep" and c.lower_ in links and c.i > measure.i
    ]
    return any(t.like_num or t.ent_type_ in ("CARDINAL", "MONEY", "QUANTITY") for p in preps for t in p.subtree)
