"""A draft made an article: outlet, authors, date and language settled, text parted into blocks."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from xref.config import IngestConfig
from xref.ingest import dates
from xref.ingest.bylines import authors_of
from xref.ingest.drafts import Draft, folded
from xref.ingest.languages import language_of
from xref.ingest.outlet_names import outlet_of
from xref.ingest.structure import Block, laid_out
from xref.outlets import Directory
from xref.progress import Progress

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_TAIL_MARKS = (" - ", " – ", " — ", " | ")
_SILENT_KINDS = ("boilerplate", "byline", "source", "caption")


@dataclass(frozen=True)
class Article:
    """One row of `tables.Articles` with its blocks, before it has an identifier."""

    path: str
    outlet: str
    outlet_from: str
    title: str
    authors: tuple[str, ...]
    published: dates.Published
    url: str
    language: str
    sha256: str
    text: str
    blocks: tuple[Block, ...]

    @property
    def words(self) -> int:
        """Words of the text without boilerplate, bylines, source lines and captions."""
        return _words(self.text, self.blocks)

    def fingerprint(self) -> str:
        """Digest of what makes two files the same article: text, outlet and all else that is told of it."""
        parts = (self.text, self.outlet, self.title, "; ".join(self.authors), self.published.text, self.url)
        return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()

    def row(self, identifier: str, blocks: Sequence[Block]) -> dict[str, object]:
        """The row of `tables.Articles`; `blocks` are its own after repeated lines were found."""
        return {
            "article_id": identifier,
            "path": self.path,
            "outlet": self.outlet,
            "title": self.title,
            "authors": "; ".join(self.authors),
            "published": self.published.text,
            "url": self.url,
            "language": self.language,
            "words": _words(self.text, blocks),
            "sha256": self.sha256,
            "text": self.text,
            "utc_offset": self.published.utc_offset,
            "outlet_from": self.outlet_from,
        }


def article_of(
    draft: Draft, path: str, digest: str, config: IngestConfig, directory: Directory, progress: Progress
) -> Article:
    """The article that a draft at `path` is. What of its metadata was not believed is told to `progress`."""
    for warning in draft.warnings:
        progress.warn(f"{path}: {warning}")
    layout = laid_out(draft, directory)
    named = outlet_of(draft, path, directory, config.folder_is_outlet)
    return Article(
        path=path,
        outlet=named.outlet,
        outlet_from=named.told_by,
        title=_without_outlet(layout.title, draft.outlet, named.outlet, directory),
        authors=_authors(draft, layout.authors, named.outlet),
        published=_published((draft.published, layout.published), path, config, progress),
        url=draft.url,
        language=language_of(draft.language, _prose(draft.text, layout.blocks)),
        sha256=digest,
        text=draft.text,
        blocks=layout.blocks,
    )


def _published(wordings: tuple[str, ...], path: str, config: IngestConfig, progress: Progress) -> dates.Published:
    """The first wording that states a date; what is no date is told."""
    reckoning = dates.Reckoning(config.timezone, config.day_first)
    for wording in wordings:
        found = dates.published(wording, reckoning)
        if found.refused:
            progress.warn(f"{path}: date not taken: {found.refused}")
        if found.text:
            return found
    return dates.Published()


def _authors(draft: Draft, byline: str, outlet: str) -> tuple[str, ...]:
    """Names of the metadata, else of the byline; the outlet's own name only where there is no other."""
    names = authors_of(draft.authors) or authors_of((byline,))
    return tuple(name for name in names if folded(name) != folded(outlet)) or names


def _without_outlet(title: str, told: str, outlet: str, directory: Directory) -> str:
    """The title without the publisher's own name at its end, as feeds have it."""
    head, mark, tail = next((title.rpartition(m) for m in _TAIL_MARKS if m in title), ("", "", ""))
    is_publisher = bool(mark) and (folded(tail) == folded(told) or directory.normal(tail) == outlet)
    return head.strip() if is_publisher and len(head.split()) >= 2 else title


def _prose(text: str, blocks: Sequence[Block]) -> str:
    return " ".join(text[b.start : b.end] for b in blocks if b.kind not in _SILENT_KINDS) or text


def _words(text: str, blocks: Sequence[Block]) -> int:
    return sum(
        len(_WORD.findall(text, b.body if b.body >= 0 else b.start, b.end))
        for b in blocks
        if b.kind not in _SILENT_KINDS
    )
