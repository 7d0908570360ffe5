"""Attribution by layout: `Name: "..."` before, `..: police` at a headline's end, `"..." — Name` after."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from xref.claims.attribution.model import Frame, Span

_BEFORE = re.compile(r"^[\W_]*(?P<who>[A-Z][\w.'’() -]{1,60}?)\s?(?P<cue>:)\s+(?P<what>\S.*)$", re.DOTALL)
_TAIL = re.compile(r"^(?P<what>.{15,}?)(?P<cue>:| [–—-])\s+(?P<who>(?:[\w.'’&-]+ ?){1,5})$", re.DOTALL)
_AFTER = re.compile(r"[\"”]\s*(?P<cue>[–—―-]+)\s*(?P<who>[A-Z][\w.'’ -]{2,60})\s*$")
_NO_SPEAKER = frozenset(
    [
        "update",
        "photo",
        "photos",
        "video",
        "watch",
        "read",
        "note",
        "related",
        "quote",
        "quotes",
        "details",
        "source",
        "sources",
        "background",
        "location",
        "time",
        "date",
        "tags",
        "filed",
        "breaking",
        "exclusive",
        "opinion",
        "analysis",
        "editorial",
        "live",
        "correction",
        "credit",
        "image",
        "file",
        "more",
        "by",
        "via",
        "also",
        "poll",
        "report",
        "fact",
        "check",
        "factbox",
        "timeline",
        "explainer",
        "q",
        "a",
    ]
)
_VERBS = ("VERB", "AUX")


def label_frames(doc: Doc, quotes: Sequence[Span], is_headline: bool) -> Iterator[Frame]:
    """Attributions that a passage makes by its layout; at most one.

    Parameters
    ----------
    doc : a parsed passage.
    quotes : token ranges of its quotations.
    is_headline : whether it is a headline, where the words need no quotation marks.
    """
    text = doc.text.rstrip()
    for pattern, form in ((_BEFORE, "label"), (_TAIL, "headline"), (_AFTER, "label")):
        found = pattern.search(text)
        if found is None or (pattern is not _AFTER and len(text) > 400 and not quotes):
            continue
        frame = _frame(doc, found, form, quotes, is_headline)
        if frame is not None:
            yield frame
            return


def _frame(doc: Doc, found: re.Match[str], form: str, quotes: Sequence[Span], is_headline: bool) -> Frame | None:
    speaker, cue = _tokens(doc, found.span("who")), _tokens(doc, found.span("cue"))
    if speaker is None or cue is None or not _may_speak(doc, speaker, form):
        return None
    if "what" in found.groupdict():
        content = _tokens(doc, found.span("what"))
        quoted = any(content and q[0] <= content[0] + 1 for q in quotes)
        if content is None or not (is_headline or quoted) or (form == "headline" and not is_headline):
            return None
    else:
        content = next((q for q in quotes if q[1] <= cue[0] and q[1] >= cue[0] - 1), None)
    if content is None or content[1] - content[0] < 3:
        return None
    tokens = frozenset([*range(*speaker), *range(*cue)])
    return Frame((content,), cue, speaker, cue[0], form, "asserts", tokens)


def _tokens(doc: Doc, span: tuple[int, int]) -> Span | None:
    found = doc.char_span(*span, alignment_mode="contract")
    return (found.start, found.end) if found is not None and len(found) else None


def _may_speak(doc: Doc, speaker: Span, form: str) -> bool:
    words = [t for t in doc[speaker[0] : speaker[1]] if t.is_alpha]
    if not words or len(words) > 8 or {w.lower_ for w in words} <= _NO_SPEAKER or words[0].lower_ in _NO_SPEAKER:
        return False
    if form == "headline":
        return all(w.pos_ not in _VERBS for w in words)
    return any(w.pos_ == "PROPN" for w in words) and all(w.pos_ not in _VERBS for w in words)
