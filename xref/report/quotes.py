"""Passages as the page shows them: the exact quote in a little of its article, with who says it and how."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from xref.report.index import Index, Record
from xref.report.views import Chip, Quote
from xref.report.wording import clipped, clipped_start, day, listed, shown

CONTEXT_CHARACTERS = 110
PASSAGE_CHARACTERS = 420
SAME_SHOWN = 5

_STANCES = {"hedges": Chip("hedge", "hedged"), "denies": Chip("denial", "denial")}


def quote_view(same: Sequence[Record], index: Index) -> Quote:
    """The first claim's passage with up to `CONTEXT_CHARACTERS` of its paragraph before and after.

    `same` are claims whose passages have the same words; the others are named only.
    """
    claim = same[0]
    article = index.articles[claim.article_id]
    before, after = _context(article.text, claim.start, claim.end)
    passage = shown(claim.quote)
    return Quote(
        claim_id=claim.claim_id,
        outlet=shown(claim.outlet),
        date=day(claim.published) or "undated",
        before=clipped_start(before, CONTEXT_CHARACTERS),
        passage=clipped(passage, PASSAGE_CHARACTERS),
        after=clipped(after, CONTEXT_CHARACTERS) if len(passage) <= PASSAGE_CHARACTERS else "",
        said=_said(claim),
        chips=_chips(claim),
        path=shown(claim.path),
        title=clipped(shown(article.title), 120),
        url=followable(article.url),
        same_words=listed([_place(other) for other in same[1:]], SAME_SHOWN),
    )


def _place(claim: Record) -> str:
    return f"{shown(claim.outlet)} ({clipped(shown(claim.path), 50)})"


def followable(url: str) -> str:
    """The address when it is one of the web, else ""."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return url.strip() if parts.scheme in ("http", "https") and parts.netloc else ""


def _context(text: str, start: int, end: int) -> tuple[str, str]:
    before = text[max(0, start - 3 * CONTEXT_CHARACTERS) : start].rsplit("\n", 1)[-1]
    after = text[end : end + 3 * CONTEXT_CHARACTERS].split("\n", 1)[0]
    blank_before = " " if before[-1:].isspace() else ""
    blank_after = " " if after[:1].isspace() else ""
    return shown(before) + blank_before, blank_after + shown(after)


def _said(claim: Record) -> str:
    """Who says it: "Mira Holt, harbour master, via Coast Wire", or "own voice"."""
    if claim.voice != "attributed":
        return f"own voice, credited to {shown(claim.relayed_from)}" if claim.relayed_from else "own voice"
    role = clipped(shown(claim.speaker_role), 60)
    speaker = shown(claim.speaker) or role or "an unnamed source"
    role = f", {role}" if role and claim.speaker else ""
    informant = f", who had it from {shown(claim.informant)}" if claim.informant else ""
    via = f", via {shown(claim.relayed_from)}" if claim.relayed_from else ""
    return f"{speaker}{role}{informant}{via}"


def _chips(claim: Record) -> tuple[Chip, ...]:
    chips = []
    if claim.stance_of_speaker in _STANCES:
        chips.append(_STANCES[claim.stance_of_speaker])
    if claim.speaker_kind == "anonymous":
        chips.append(Chip("anonymous", "unnamed source"))
    if claim.headline:
        chips.append(Chip("headline", "headline"))
    return tuple(chips)
