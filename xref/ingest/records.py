"""The field names that exports use for an article's parts, and the article that a record of such fields describes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from xref.ingest.drafts import Draft, with_title

Record = Mapping[str, Any]

TITLE = ("title", "headline", "articletitle", "webtitle", "heading")
BODY = (
    "text", "maintext", "fulltext", "bodytext", "articlebody", "body", "articletext", "content", "contenttext",
    "article",
    "rawtext", "story", "textbody", "description", "summary", "abstract", "excerpt", "snippet", "leadparagraph", "lead",
)  # fmt: skip
OUTLET = (
    "outlet",
    "publisher",
    "publication",
    "sourcename",
    "sitename",
    "newspaper",
    "website",
    "site",
    "source",
    "media",
    "medianame",
    "newssource",
    "provider",
)
DOMAIN = ("domain", "sourcedomain", "hostname", "host", "sourcehostname", "netloc")
AUTHORS = ("authors", "author", "byline", "creator", "writer", "writers", "journalist")
PUBLISHED = (
    "published", "publishedat", "datepublished", "publishdate", "publisheddate", "publicationdate",
    "webpublicationdate",
    "datepublish", "pubdate", "publishedon", "publishtime", "publishedtime", "publicationtime", "date", "datetime",
    "seendate", "timestamp", "time", "created", "createdat",
)  # fmt: skip
URL = ("url", "link", "canonicalurl", "articleurl", "sourceurl", "weburl", "canonical", "permalink", "href", "source")
LANGUAGE = ("language", "lang", "inlanguage", "languagecode")

_CUT_MARK = re.compile(r"\s*(?:…|\.\.\.)?\s*\[\+\d+ chars\]\s*\Z")
_NAME_KEYS = ("name", "title", "displayname", "text", "value", "headline", "main", "id")
_MAX_NESTED = 50


def normal_keys(record: Record) -> dict[str, Any]:
    """`record` with keys in lower case without separators: `published_at` and `publishedAt` are one."""
    fields: dict[str, Any] = {}
    for key, value in record.items():
        fields.setdefault(re.sub(r"[^a-z0-9]", "", str(key).casefold()), value)
    return fields


def is_article(record: Record) -> bool:
    """Whether a record has a title or body, and something of an article beside it."""
    fields = normal_keys(record)
    has_body = any(isinstance(fields.get(key), str) and fields[key].strip() for key in BODY)
    has_title = bool(_first(fields, TITLE))
    has_circumstance = any(_first(fields, keys) for keys in (OUTLET, AUTHORS, PUBLISHED, URL, DOMAIN))
    return (has_body and (has_title or has_circumstance)) or (has_title and has_circumstance) or _is_bare(fields)


def _is_bare(fields: Mapping[str, Any]) -> bool:
    """A record of a text and next to nothing else, as plain exports have it."""
    return len(fields) <= 3 and any(
        isinstance(fields.get(key), str) and len(fields[key].split()) > 20 for key in BODY[:12]
    )


def described(record: Record, body: str | None = None, part: int = 0, warnings: tuple[str, ...] = ()) -> Draft:
    """The article that `record` describes.

    Parameters
    ----------
    record : fields under any of the names above.
    body : text that stands in the file as it is; None takes it from the record and puts the title before it.
    part : number of the row in a file of many.
    """
    fields = normal_keys(record)
    title = _first(fields, TITLE)
    return Draft(
        text=with_title(title, _body(fields)) if body is None else body,
        title=title,
        outlet=_outlet(fields),
        domain=_first(fields, DOMAIN),
        authors=_names(next((fields[key] for key in AUTHORS if _words(fields.get(key))), "")),
        published=_first(fields, PUBLISHED),
        url=next((word for key in URL if is_url(word := _words(fields.get(key)))), ""),
        language=_first(fields, LANGUAGE),
        part=part,
        is_plain=body is not None,
        warnings=warnings,
    )


def is_url(word: str) -> bool:
    """Whether `word` is a web address."""
    try:
        parts = urlsplit(word.strip())
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and "." in parts.netloc and not re.search(r"\s", word.strip())


def _body(fields: Mapping[str, Any]) -> str:
    for key in BODY:
        value = fields.get(key)
        if isinstance(value, list):
            value = "\n\n".join(v for v in value[:10_000] if isinstance(v, str))
        if isinstance(value, str) and value.strip():
            return _CUT_MARK.sub("", value)
    return ""


def _outlet(fields: Mapping[str, Any]) -> str:
    return next((word for key in OUTLET if (word := _words(fields.get(key))) and not is_url(word)), "")


def _first(fields: Mapping[str, Any], keys: tuple[str, ...]) -> str:
    return next((word for key in keys if (word := _words(fields.get(key)))), "")


def _words(value: Any) -> str:
    """One line of text from a value: itself, a number, the name in a mapping, or the first of a list."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, dict):
        keys = normal_keys(value)
        return next((word for key in _NAME_KEYS if isinstance(keys.get(key), str) and (word := _words(keys[key]))), "")
    if isinstance(value, list):
        return next((word for item in value[:_MAX_NESTED] if not isinstance(item, list) and (word := _words(item))), "")
    return ""


def _names(value: Any) -> tuple[str, ...]:
    items = value if isinstance(value, list) else [value]
    return tuple(word for item in items[:_MAX_NESTED] if not isinstance(item, list) and (word := _words(item)))
