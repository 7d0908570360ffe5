"""Small tables of articles for the tests of claims."""

# ruff: noqa: E501 - tables and article text keep one entry a line

from __future__ import annotations

import pandas as pd

from xref import claims
from xref.config import ClaimsConfig, SourceConfig
from xref.outlets import Directory
from xref.progress import Silent

SOURCES = (
    SourceConfig(name="Harbour Post", aliases=["HP"]),
    SourceConfig(name="Norvia Wire", agency=True),
    SourceConfig(name="Eastern Ledger"),
)  # type: ignore[call-arg]


def tables_of(
    *texts: str,
    title: str = "",
    language: str = "en",
    published: str = "2024-05-16",
    blocks: list[dict[str, object]] | None = None,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Articles of the given texts, each line a paragraph unless `blocks` says otherwise."""
    articles, rows = [], []
    for number, text in enumerate(texts):
        key = f"a{number:08x}"
        articles.append(
            {
                "article_id": key, "path": f"{number}.txt", "outlet": "unknown", "title": title, "authors": "",
                "published": published, "url": "", "language": language, "words": len(text.split()), "sha256": "", "text": text,
                "utc_offset": "", "outlet_from": "unknown",
            }
        )  # fmt: skip
        at = 0
        for line in text.split("\n"):
            if line.strip() and blocks is None:
                rows.append(block(key, at, at + len(line)))
            at += len(line) + 1
        rows += [{"article_id": key, **b} for b in blocks or []]
    columns = ["article_id", "start", "end", "kind", "section", "credited", "body"]
    return pd.DataFrame(articles), pd.DataFrame(rows, columns=columns)


def block(
    key: str, start: int, end: int, kind: str = "paragraph", section: str = "", credited: str = "", body: int = -1
) -> dict[str, object]:
    """One row of the blocks."""
    return {
        "article_id": key, "start": start, "end": end, "kind": kind, "section": section, "credited": credited,
        "body": start if body < 0 else body,
    }  # fmt: skip


def extract(
    *texts: str, config: ClaimsConfig | None = None, progress: Silent | None = None, **options: object
) -> claims.Extracted:
    """What the room makes of the texts."""
    articles, blocks = tables_of(*texts, **options)  # type: ignore[arg-type]
    return claims.extract(articles, blocks, config or ClaimsConfig(), Directory(SOURCES), progress or Silent())
