"""Saved web pages: the body by trafilatura, and title, authors, date, outlet and address from the page's own markup."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from copy import deepcopy

import trafilatura
from lxml import etree, html

from xref.ingest.decoding import decode
from xref.ingest.drafts import Draft, Refused, with_title
from xref.ingest.page import facts_of
from xref.ingest.page.places import drop_comments
from xref.ingest.page.testimony import Element, Testimony

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_MANY_ELEMENTS = 20_000
"""Pages with more are read without trafilatura's second opinions, which take time by the square of the paragraphs."""
_MOST_ELEMENTS = 50_000
"""Pages with more are no news article, and would hold up a run for minutes."""
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")


def read(content: bytes) -> Iterator[Draft]:
    """The one article of a page. Raises Refused for `empty`, `binary`, `too-large` and `no-text`."""
    declared = _CHARSET.search(content[:4096])
    page = decode(content, declared[1].decode("ascii") if declared else "")
    tree = _tree(page)
    _require_sane(tree)
    drop_comments(tree)
    extracted = _extracted(tree)
    body = str(extracted.get("text") or "").strip()
    if not body:
        raise Refused("no-text", "the page holds no article text")
    last = Testimony(
        title=extracted.get("title") or "",
        authors=(extracted["author"],) if extracted.get("author") else (),
        published=extracted.get("date") or "",
        url=extracted.get("url") or "",
        language=extracted.get("language") or "",
    )
    facts = facts_of(tree, last)
    yield Draft(
        with_title(facts.title, body),
        title=facts.title,
        outlet=facts.outlet,
        authors=facts.authors,
        published=facts.published,
        url=facts.url,
        language=facts.language,
    )


def _tree(page: str) -> Element:
    """Raises Refused when there is no markup at all."""
    try:
        tree = html.document_fromstring(_DECLARATION.sub("", page))
    except (etree.ParserError, ValueError) as error:
        raise Refused("no-text", f"no HTML: {error}") from None
    return tree


def _require_sane(tree: Element) -> None:
    """Raises Refused when the page is larger than any article."""
    if next(itertools.islice(tree.iter(), _MOST_ELEMENTS, None), None) is not None:
        raise Refused("too-large", f"the page has more than {_MOST_ELEMENTS:,} elements, far more than an article")


def _extracted(tree: Element) -> dict[str, str]:
    """trafilatura's reading; precise first, as a menu taken for news costs more than a paragraph lost."""
    is_huge = sum(1 for _ in itertools.islice(tree.iter(), _MANY_ELEMENTS)) == _MANY_ELEMENTS
    for is_precise in (True, False):
        found = trafilatura.bare_extraction(
            deepcopy(tree), favor_precision=is_precise, include_comments=False, with_metadata=True, fast=is_huge
        )
        values = found if isinstance(found, dict) else found.as_dict() if found is not None else {}
        if values.get("text"):
            return values
    return {}
