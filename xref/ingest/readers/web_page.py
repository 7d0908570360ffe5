"""Saved web pages: the body by trafilatura, and what it misses of the metadata from the page's own markup."""

from __future__ import annotations

from collections.abc import Iterator

import trafilatura

from xref.ingest.decoding import decode
from xref.ingest.drafts import Draft, Refused, with_title


def read(content: bytes) -> Iterator[Draft]:
    """The one article of a page. Raises Refused for `empty`, `binary` and `no-text`."""
    page = decode(content)
    found = trafilatura.bare_extraction(page, favor_precision=True, include_comments=False, with_metadata=True)
    if found is None or not (found.text or "").strip():
        raise Refused("no-text", "the page holds no article text")
    yield Draft(
        with_title(found.title or "", found.text),
        title=found.title or "",
        outlet=found.sitename or "",
        authors=(found.author,) if found.author else (),
        published=found.date or "",
        url=found.url or "",
        language=found.language or "",
    )
