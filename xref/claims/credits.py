"""Outlets that an article credits as a whole or by section: a `Source:` line, a headline's tail, a label."""

from __future__ import annotations

import re
from dataclasses import dataclass

from xref.claims.attribution.outlets import OutletFinder
from xref.claims.passages import Article, Passage

_TAIL = re.compile(r"\s[–—|-]\s*([^–—|]{2,60})$")
_SOURCE_LABEL = re.compile(r"^\s*(?:sources?|via|from)\s*:\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Credit:
    """The outlet an article says it has its story from."""

    outlet: str = ""
    by_source_line: bool = False


def article_credit(article: Article, finder: OutletFinder) -> Credit:
    """What the article credits as a whole, its own outlet excepted."""
    for passage in article.passages:
        if passage.kind == "source":
            named = passage.credited or _SOURCE_LABEL.sub("", passage.text)
            outlet = finder.named(named) or finder.inside(named) or (named if passage.credited else "")
            if outlet and outlet != article.outlet:
                return Credit(outlet, True)
    for passage in article.passages:
        if passage.kind == "headline" and (outlet := tail_outlet(passage.text, finder)) and outlet != article.outlet:
            return Credit(outlet)
    return Credit()


def tail_outlet(headline: str, finder: OutletFinder) -> str:
    """The outlet that stands behind a dash at a headline's end, else ""."""
    found = _TAIL.search(headline)
    return finder.named(found[1].strip()) if found else ""


def relay_of(passage: Passage, credit: Credit, finder: OutletFinder) -> str:
    """The outlet that a passage's claims come from where no other is credited in the sentence."""
    if passage.section == "background":
        return ""
    if passage.credited:
        return finder.named(passage.credited) or finder.inside(passage.credited) or passage.credited
    if credit.by_source_line or passage.kind == "headline":
        return credit.outlet
    return ""
