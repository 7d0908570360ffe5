"""Which parts of a page are about its article, and which are about the site, its readers or other articles."""

from __future__ import annotations

import re

from xref.ingest.page.testimony import Element

_ASIDE_TAGS = {"nav", "aside", "footer", "form", "noscript", "template"}
_ASIDE_NAMES = re.compile(
    r"(?:\A|[-_ ])(?:comments?|commentlist|respond|reply|sidebar|widget\w*|related|recommend\w*|footer"
    r"|nav\w*|menu|breadcrumbs?|teaser\w*|"
    r"popular|trending|more-stories|cookie\w*|newsletter|social|share\w*|copyright|imprint|latest\w*"
    r"|blogroll|cart|search\w*|login)(?:\Z|[-_ ])",
    re.IGNORECASE,
)
_COMMENTS = re.compile(
    r"(?:\A|\s)(?:comments?|comment-?list|comments-area|respond|disqus_thread)(?:\s|\Z)", re.IGNORECASE
)
_MAX_DEPTH = 60


def is_aside(element: Element) -> bool:
    """Whether an element stands in a part of the page that is not about its article."""
    for depth, here in enumerate([element, *element.iterancestors()]):
        if depth > _MAX_DEPTH or here.tag in ("body", "html", "main", "article"):
            return False
        if here.tag in _ASIDE_TAGS or _ASIDE_NAMES.search(names_of(here)):
            # "right-sidebar" also names the frame around a whole article that has a sidebar
            return here.find(".//h1") is None
    return False


def names_of(element: Element) -> str:
    """Class and identifier of an element."""
    return f"{element.get('class') or ''} {element.get('id') or ''}".strip()


def drop_comments(tree: Element) -> None:
    """Takes readers' comments out of a page: their names and dates are not the article's."""
    for element in tree.xpath("//body//*[@class or @id]"):
        if _COMMENTS.search(names_of(element)) and element.find(".//h1") is None and element.find(".//article") is None:
            element.drop_tree()
