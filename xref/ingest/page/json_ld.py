"""Witness: JSON-LD blocks with a schema.org article in them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from xref.ingest.page.testimony import Element, Testimony, one_line

_ARTICLE = re.compile(r"(?:\w*Article|BlogPosting|\w*Posting|Report|Review|LiveBlogPosting)")
_PAGE = re.compile(r"(?:WebPage|ItemPage|CreativeWork)")
_WRAPPING = re.compile(
    r"\A\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)?|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/)?\s*;?\s*\Z"
)
_MAX_NODES = 3000
_MAX_AUTHORS = 20

Node = Mapping[str, Any]


def read(tree: Element) -> Testimony:
    """The first article of the page's JSON-LD, or its web page when there is none."""
    nodes = [node for script in _scripts(tree) for node in _nodes(script)][:_MAX_NODES]
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    article = _of_type(nodes, _ARTICLE)
    if article is None:
        page = _of_type(nodes, _PAGE) or {}
        return Testimony(published=one_line(page.get("datePublished")), authors=_names(page.get("author"), by_id))
    return Testimony(
        title=_clean(article.get("headline") or article.get("name")),
        authors=_names(article.get("author") or article.get("creator"), by_id),
        published=one_line(article.get("datePublished") or article.get("dateCreated")),
        outlet="; ".join(_names(article.get("publisher"), by_id)[:1]),
        url=one_line(article.get("url") or article.get("@id")),
        language=one_line(article.get("inLanguage")),
    )


def _scripts(tree: Element) -> Iterator[Any]:
    for script in tree.xpath("//script[contains(@type, 'ld+json')]")[:50]:
        try:
            yield json.loads(_WRAPPING.sub("", script.text or ""), strict=False)
        except (ValueError, RecursionError):
            continue


def _nodes(value: Any) -> Iterator[Node]:
    """Every mapping in a document, outer before inner, without recursion, as nesting may be hostile."""
    waiting, count = [value], 0
    while waiting and count < _MAX_NODES:
        here = waiting.pop(0)
        count += 1
        if isinstance(here, dict):
            yield here
            waiting += [v for v in here.values() if isinstance(v, dict | list)]
        elif isinstance(here, list):
            waiting += [v for v in here[:200] if isinstance(v, dict | list)]


def _of_type(nodes: list[Node], form: re.Pattern[str]) -> Node | None:
    """The first node of a type that says anything beyond its identifier; dated ones first."""
    fitting = [node for node in nodes if any(form.fullmatch(t) for t in _types(node)) and len(node) > 2]
    return next((node for node in fitting if node.get("datePublished")), fitting[0] if fitting else None)


def _types(node: Node) -> list[str]:
    told = node.get("@type")
    return [t.rpartition("/")[2] for t in (told if isinstance(told, list) else [told]) if isinstance(t, str)]


def _names(value: Any, by_id: Mapping[str, Node]) -> tuple[str, ...]:
    names = []
    for item in (value if isinstance(value, list) else [value])[:_MAX_AUTHORS]:
        if isinstance(item, dict):
            item = item if item.get("name") else by_id.get(str(item.get("@id")), item)
            told = item.get("name")
            names += [_clean(n) for n in (told if isinstance(told, list) else [told])[:_MAX_AUTHORS]]
        else:
            names.append(_clean(item))
    return tuple(name for name in names if name)


def _clean(words: Any) -> str:
    """Text without entities and tags, which some sites leave in their JSON."""
    return one_line(re.sub(r"<[^<>]{0,200}>", " ", unescape(words))) if isinstance(words, str) else ""
