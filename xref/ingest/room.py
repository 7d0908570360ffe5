"""The room's one way in: every file of a folder read, named, dated and parted into blocks, or told why not."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from xref.config import IngestConfig
from xref.ingest.articles import Article, article_of
from xref.ingest.drafts import Draft, Refused, Unread
from xref.ingest.folder import Found, files
from xref.ingest.readers import READERS
from xref.ingest.structure import mark_repeated
from xref.outlets import UNKNOWN, Directory
from xref.progress import Progress
from xref.tables import Articles, Blocks, Skipped, checked

_MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Read:
    """What a folder holds: `articles` (tables.Articles), `blocks` (tables.Blocks), `skipped` (tables.Skipped).

    Every file, and every row of a file of many, is in `articles` or in `skipped`, once.
    """

    articles: pd.DataFrame
    blocks: pd.DataFrame
    skipped: pd.DataFrame


@dataclass
class _Shelf:
    """Articles and refusals as they come in."""

    articles: list[Article] = field(default_factory=list)
    skipped: list[tuple[str, str, str]] = field(default_factory=list)
    seen: dict[str, str] = field(default_factory=dict)

    def skip(self, path: str, unread: Unread) -> None:
        """Notes what is not read."""
        self.skipped.append((_numbered(path, unread.part), unread.reason, unread.detail))


def read_folder(folder: Path, config: IngestConfig, directory: Directory, progress: Progress) -> Read:
    """Reads every file below `folder`.

    Parameters
    ----------
    folder : folder of articles, read recursively in sorted order; links are not followed.
    config : limits, and how dates and outlets are told.
    directory : normal forms of outlets.
    progress : receives one unit a file, and warnings on dates and front matter.

    Raises UsageError when `folder` is no folder that can be read.
    """
    found = files(folder)
    progress.start("reading", len(found))
    shelf = _Shelf()
    for file in found:
        for item in _read_file(file, config):
            _shelve(shelf, file, item, config, directory, progress)
        progress.advance()
    return _tables(shelf, progress)


def _read_file(found: Found, config: IngestConfig) -> Iterator[tuple[Draft | Unread, str]]:
    """The drafts of a file, each with the file's SHA-256."""
    if found.unread:
        yield found.unread, ""
        return
    reader = READERS.get(found.file.suffix.casefold())
    if reader is None:
        yield Unread("unsupported", f"{found.file.suffix or 'no suffix'}; read are {', '.join(sorted(READERS))}"), ""
        return
    if found.size > config.max_file_mb * _MEGABYTE:
        yield (
            Unread(
                "too-large",
                f"{found.size / _MEGABYTE:.1f} MB, the limit is {config.max_file_mb:g} MB (ingest.max_file_mb)",
            ),
            "",
        )
        return
    try:
        content = found.file.read_bytes()
    except OSError as error:
        yield Unread("unreadable", error.strerror or type(error).__name__), ""
        return
    digest = hashlib.sha256(content).hexdigest()
    try:
        is_bare = True
        for item in reader(content):
            is_bare = False
            yield item, digest
        if is_bare:
            yield Unread("not-an-article", "the file holds no rows"), digest
    except Refused as refusal:
        yield Unread(refusal.reason, refusal.detail), digest


def _shelve(
    shelf: _Shelf,
    file: Found,
    item: tuple[Draft | Unread, str],
    config: IngestConfig,
    directory: Directory,
    progress: Progress,
) -> None:
    draft, digest = item
    if isinstance(draft, Unread):
        shelf.skip(file.path, draft)
        return
    path = _numbered(file.path, draft.part)
    if len(shelf.articles) >= config.max_articles:
        shelf.skip(
            file.path,
            Unread("too-many", f"the limit is {config.max_articles} articles (ingest.max_articles)", draft.part),
        )
        return
    article = article_of(draft, path, digest, config, directory, progress)
    if article.words < config.min_words:
        reason = "no-text" if article.words == 0 else "too-short"
        shelf.skip(
            file.path,
            Unread(
                reason,
                f"{article.words} words of news text, the least is {config.min_words} (ingest.min_words)",
                draft.part,
            ),
        )
        return
    first = shelf.seen.setdefault(article.fingerprint(), path)
    if first != path and config.skip_duplicates:
        shelf.skip(file.path, Unread("duplicate-file", f"same text and metadata as {first}", draft.part))
        return
    if first != path:
        progress.warn(f"{path}: same text and metadata as {first}; both are read (ingest.skip_duplicates)")
    shelf.articles.append(article)


def _numbered(path: str, part: int) -> str:
    return f"{path}#{part}" if part else path


def _tables(shelf: _Shelf, progress: Progress) -> Read:
    articles = shelf.articles
    identifiers = _identifiers(articles)
    blocks = mark_repeated([a.text for a in articles], [a.blocks for a in articles], [a.outlet for a in articles])
    unknown = sum(a.outlet == UNKNOWN for a in articles)
    if unknown:
        progress.warn(f"{unknown} of {len(articles)} articles name no outlet; they stand as {UNKNOWN!r}")
    rows = [a.row(identifier, own) for a, identifier, own in zip(articles, identifiers, blocks, strict=True)]
    block_rows = [
        (identifier, b.start, b.end, b.kind, b.section, b.credited, b.body if b.body >= 0 else b.start)
        for identifier, own in zip(identifiers, blocks, strict=True)
        for b in own
    ]
    return Read(
        articles=checked(Articles, pd.DataFrame(rows)),
        blocks=checked(Blocks, pd.DataFrame(block_rows, columns=list(Blocks.to_schema().columns))),
        skipped=checked(Skipped, pd.DataFrame(shelf.skipped, columns=["path", "reason", "detail"])),
    )


def _identifiers(articles: Iterable[Article]) -> list[str]:
    """`a` and 8 hex digits of path and content each; as many more as it takes where two begin alike."""
    digests = [hashlib.sha256(f"{a.path}\0{a.text}".encode("utf-8", "surrogatepass")).hexdigest() for a in articles]
    digits = 8
    while len({digest[:digits] for digest in digests}) < len(digests):
        digits += 4
    alike = {short for short, count in Counter(digest[:8] for digest in digests).items() if count > 1}
    return ["a" + (digest[:digits] if digest[:8] in alike else digest[:8]) for digest in digests]
