"""Witness: meta elements (OpenGraph, Twitter, Dublin Core, citation and publishers' own) and the canonical link."""

from __future__ import annotations

from collections import defaultdict

from xref.ingest.page.testimony import Element, Testimony, one_line

_TITLE = (
    "og:title",
    "citation_title",
    "parsely-title",
    "twitter:title",
    "dc.title",
    "dcterms.title",
    "headline",
    "sailthru.title",
)
_AUTHORS = (
    "citation_author", "author", "article:author", "parsely-author", "sailthru.author", "dc.creator",
    "dcterms.creator", "byl",
    "og:article:author", "cxenseparse:author", "shareaholic:article_author_name", "twitter:creator:name", "authors",
    "article.author",
)  # fmt: skip
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
    "citation_online_date",
    "citation_publication_date", "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created",
    "article.published", "pubdate",
    "publishdate", "publish-date", "publish_date", "publication_date", "date.created",
    "cxenseparse:recs:publishtime", "originalpublicationdate",
    "rnews:datepublished",    "article_date_original",
)  # fmt: skip
_DOUBTFUL_DATES = ("dc.date", "dcterms.date", "date")
"""Dates that many sites set to the last change."""
_OUTLET = (
    "og:site_name",
    "citation_journal_title",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "application-name",
)
_LANGUAGE = ("content-language", "og:locale", "dc.language", "language")
_MAX_TAGS = 500


def read(tree: Element) -> Testimony:
    """What the head's meta elements say."""
    told = _told(tree)

    def first(keys: tuple[str, ...]) -> str:
        return next((told[key][0] for key in keys if told.get(key)), "")

    canonical = tree.xpath("//link[contains(concat(' ', @rel, ' '), ' canonical ')]/@href")
    return Testimony(
        title=first(_TITLE),
        authors=next((names for key in _AUTHORS if (names := _names(told.get(key, ())))), ()),
        published=first(_PUBLISHED),
        outlet=first(_OUTLET),
        url=one_line(str(canonical[0])) if canonical else first(("og:url", "twitter:url")),
        language=first(_LANGUAGE) or one_line("".join(tree.xpath("string(/html/@lang)"))),
    )


def doubtful_date(tree: Element) -> Testimony:
    """The date of a bare `date` element, which may be that of the last change."""
    told = _told(tree)
    return Testimony(published=next((told[key][0] for key in _DOUBTFUL_DATES if told.get(key)), ""))


def _told(tree: Element) -> dict[str, list[str]]:
    """Contents of the meta elements by name, in order."""
    told: dict[str, list[str]] = defaultdict(list)
    for element in tree.xpath("//meta[@content]")[:_MAX_TAGS]:
        words = one_line(element.get("content"))
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            key = (element.get(attribute) or "").strip().casefold()
            if key and words:
                told[key].append(words)
    return told


def _names(told: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in told[:20] if "://" not in name))
