"""Witness: what a reader sees: bylines, author links and dates beside the headline, as markup or as plain words."""

from __future__ import annotations

import itertools
import re

from xref.ingest.bylines import authors_of
from xref.ingest.page.places import is_aside, names_of
from xref.ingest.page.testimony import Element, Testimony, one_line, text_of
from xref.ingest.structure.bylines import FULL_DATE, byline

_AUTHOR_NAMES = re.compile(
    r"(?:\A|[-_ ])(?:p-)?(?:author\w*|by-?line\w*|autor\w*|auteur\w*|writer|writtenby|posted-?by"
    r"|verfasser|contributors?|fn)(?:\Z|[-_ ])",
    re.IGNORECASE,
)
_DATE_NAMES = re.compile(
    r"(?:\A|[-_ ])\w*(?:date|datum|published|pubdate|posted-?on|time|timestamp|fecha|entry-meta|post-meta"
    r"|article-meta|article-info|byline|meta)(?:\Z|[-_ ])",
    re.IGNORECASE,
)
_LABEL = (
    r"(?:(?:written|posted|story|words|text|reported|reporting|published|created|photos? and text)\s+by"
    r"|by|author|authors"
    r"|(?:(?:geschrieben|verfasst|erstellt|veröffentlicht|gepostet|beitrag|artikel|text|kommentar"
    r"|interview)\s+)?von|autor(?:in)?|redaktion|text"
    r"|(?:(?:écrit|publié|propos recueillis)\s+)?par|auteure?|(?:(?:escrito|publicado)\s+)?por|autora?"
    r"|door|автор|作者|责任编辑|记者|文)"
)
_BY = re.compile(rf"\W*{_LABEL}(?:\s*[:：]\s*|\s+)(?P<names>\S.{{1,90}})", re.IGNORECASE)
_BY_ALONE = re.compile(rf"\W*{_LABEL}\s*[:：]?\s*", re.IGNORECASE)
_STRONG = re.compile(rf"\W*(?:{_LABEL}\s*[:：]|\w+ by\b|(?:geschrieben|verfasst|écrit|escrito)\b)", re.IGNORECASE)
"""Labels that mark an author wherever they stand; "by" and "von" alone do so only below the headline."""
_NEAR = 40
_BARE_LABELS = {"text", "redaktion", "author", "authors", "文"}
_LONGEST = 160
_MAX_ELEMENTS = 4000


def marked_authors(tree: Element) -> Testimony:
    """Authors in elements that say so themselves: itemprop, rel, and the usual class names."""
    for elements in (
        tree.xpath("//*[@itemprop='author']//*[@itemprop='name']"),
        tree.xpath("//*[@itemprop='author' or @itemprop='creator']"),
        tree.xpath("//*[@rel='author']"),
        _named(tree, _AUTHOR_NAMES),
    ):
        named = [(e, name) for e in elements[:50] if not is_aside(e) and authors_of((name := _author_text(e),))]
        if named:
            return Testimony(authors=tuple(dict.fromkeys(name for e, name in named if _are_near(named[0][0], e)))[:5])
    return Testimony()


def worded_authors(tree: Element) -> Testimony:
    """Authors in plain words after "by" in one of the languages known, below the headline first, then anywhere."""
    pieces = _pieces(tree)
    first = next((at for at, (element, _) in enumerate(pieces) if element.tag == "h1"), 0)
    for at in (*range(first, len(pieces)), *range(first)):
        element, words = pieces[at]
        if not first <= at < first + _NEAR and not _STRONG.match(words):
            continue
        if _BY_ALONE.fullmatch(words) and at + 1 < len(pieces) and _is_labelled(words):
            names = pieces[at + 1][1]
        else:
            found = _BY.fullmatch(words)
            names = found["names"] if found and _is_labelled(words[: found.start("names")]) else ""
        if (
            len(names) <= _LONGEST
            and re.match(r"[^\W\d_a-z]", names)
            and authors_of((names,))
            and not is_aside(element)
        ):
            return Testimony(authors=(names,))
    return Testimony()


def _is_labelled(label: str) -> bool:
    """Whether words before a name mark an author; a bare noun does so only with a colon."""
    return ":" in label or "：" in label or label.strip(" |-–—").casefold() not in _BARE_LABELS


def dated_byline(tree: Element) -> Testimony:
    """Author and date in one line beside the headline: "16.12.2024 | Ada Venn"."""
    pieces = _pieces(tree)
    first = next((at for at, (element, _) in enumerate(pieces) if element.tag in ("h1", "h2")), 0)
    for element, _ in pieces[max(0, first - _NEAR // 2) : first + _NEAR]:
        if (
            element.tag in ("p", "div", "span", "small", "time", "li", "em", "i", "strong", "b", "td")
            and len(element) <= 6
        ):
            words = text_of(element)
            line = byline(words) if 8 < len(words) <= 100 else None
            if line and line.authors and line.published and not is_aside(element):
                return Testimony(authors=(line.authors,), published=line.published)
    return Testimony()


def signature(tree: Element) -> Testimony:
    """A name by itself, emphasised, as the last paragraph of the article."""
    paragraphs = [p for p in tree.xpath("//body//p") if len(text_of(p)) > 1 and not is_aside(p)]
    for paragraph in paragraphs[-3:]:
        words = text_of(paragraph)
        emphasised = text_of(paragraph[0]) if len(paragraph) and paragraph[0].tag in ("strong", "b", "em", "i") else ""
        if emphasised == words and re.fullmatch(r"(?:[^\W\d_a-z][\w.’'-]+\s+){1,3}[^\W\d_a-z][\w’'-]+", words):
            return Testimony(authors=(words,))
    return Testimony()


def _pieces(tree: Element) -> list[tuple[Element, str]]:
    """The text nodes of a page in order, each with the element it stands in."""
    nodes = tree.xpath("//body//text()[not(ancestor::script or ancestor::style or ancestor::template)]")[:_MAX_ELEMENTS]
    return [
        (node.getparent() if not node.is_tail else node.getparent().getparent(), words)
        for node in nodes
        if (words := one_line(node))
    ]


def marked_date(tree: Element) -> Testimony:
    """Date in microdata or in the first time element of the article."""
    for element in tree.xpath("//*[@itemprop='datePublished' or @itemprop='dateCreated']"):
        told = one_line(element.get("datetime") or element.get("content") or text_of(element))
        if told:
            return Testimony(published=told)
    times = [e for e in tree.xpath("//time") if not is_aside(e)]
    first = sorted(times, key=lambda e: _is_change(e) or not _is_publication(e))[:1]
    for element in first:
        return Testimony(published=one_line(element.get("datetime") or text_of(element)))
    return Testimony()


def worded_date(tree: Element) -> Testimony:
    """The first full date in an element that is named as a date or as the line below the headline."""
    for element in _named(tree, _DATE_NAMES):
        found = FULL_DATE.search(text_of(element)[:300]) if not is_aside(element) else None
        if found:
            return Testimony(published=found.group())
    return Testimony()


def _named(tree: Element, names: re.Pattern[str]) -> list[Element]:
    elements = tree.xpath("//body//*[@class or @id]")[:_MAX_ELEMENTS]
    return [e for e in elements if names.search(names_of(e))]


def _are_near(first: Element, other: Element) -> bool:
    """Whether two elements stand in one line or list: no more than three levels below a common element."""
    above = list(itertools.islice(first.iterancestors(), 3))
    return other is first or any(a in above for a in itertools.islice(other.iterancestors(), 3))


def _author_text(element: Element) -> str:
    words = text_of(element) or one_line(element.get("content"))
    return words if len(words) <= _LONGEST else ""


def _is_change(element: Element) -> bool:
    return bool(re.search(r"updat|modif", f"{names_of(element)} {element.get('itemprop') or ''}", re.IGNORECASE))


def _is_publication(element: Element) -> bool:
    return element.get("pubdate") is not None or bool(
        re.search(r"publish|entry-date|posted", names_of(element), re.IGNORECASE)
    )
