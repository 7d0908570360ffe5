"""How often author, title and date of saved web pages are right, and how clean the text is, beside trafilatura alone.

    web_pages.py --data FOLDER [--json OUT] [--misses]

FOLDER holds `pages.zip` and `gold.jsonl.gz` (one row a page: title, author, published, and `meta` with `html_file`,
`must_contain`, `must_not_contain`). A title is right when its letters and digits are gold's, a date when its day is,
authors when the words of all names together are gold's, whatever separates them. Segments count over all pages:
precision and recall of what must be in the text and what must not.
"""

from __future__ import annotations

import argparse
import gzip
import json
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import trafilatura

from xref import ingest
from xref.config import IngestConfig
from xref.ingest.drafts import folded
from xref.outlets import Directory
from xref.progress import Silent

_NEWS = ("headline", "paragraph", "bullet")


@dataclass(frozen=True)
class Page:
    """What a method makes of one page."""

    title: str = ""
    authors: str = ""
    published: str = ""
    text: str = ""


@dataclass
class Score:
    """Counts over all pages of one method."""

    pages: int = 0
    author: int = 0
    title: int = 0
    date: int = 0
    kept: int = 0
    lost: int = 0
    leaked: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def segment_f1(self) -> float:
        """Harmonic mean of precision and recall of the segments."""
        return 2 * self.kept / max(1, 2 * self.kept + self.lost + self.leaked)

    def add(self, gold: dict[str, Any], page: Page) -> None:
        """Counts one page."""
        self.pages += 1
        wanted = {"title": gold["title"], "author": _joined(gold["author"]), "date": gold["published"]}
        right = {
            "title": folded(page.title) == folded(wanted["title"]),
            "author": sorted(_name_words(page.authors)) == sorted(_name_words(wanted["author"])),
            "date": page.published[:10] == wanted["date"][:10],
        }
        told = {"title": page.title, "author": page.authors, "date": page.published}
        for what, is_right in right.items():
            setattr(self, what, getattr(self, what) + is_right)
            if not is_right:
                self.misses.append(f"{gold['id']} {what}: {told[what]!r} for {wanted[what]!r}")
        text = " ".join(page.text.split())
        found = [" ".join(segment.split()) in text for segment in gold["meta"]["must_contain"]]
        leaked = [" ".join(segment.split()) in text for segment in gold["meta"]["must_not_contain"]]
        self.kept += sum(found)
        self.lost += len(found) - sum(found)
        self.leaked += sum(leaked)


def _joined(author: str | list[str] | None) -> str:
    return "; ".join(author) if isinstance(author, list) else author or ""


def _name_words(authors: str) -> list[str]:
    return folded(authors.replace(" and ", " ")).split()


def by_trafilatura(pages: dict[str, bytes]) -> dict[str, Page]:
    """trafilatura with its defaults."""
    found = {}
    for name, content in pages.items():
        document = trafilatura.bare_extraction(content, with_metadata=True, include_comments=False)
        values = document if isinstance(document, dict) else document.as_dict() if document is not None else {}
        found[name] = Page(
            values.get("title") or "", values.get("author") or "", values.get("date") or "", values.get("text") or ""
        )
    return found


def by_xref(pages: dict[str, bytes]) -> dict[str, Page]:
    """The room as the pipeline calls it, on a folder of the pages."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in pages.items():
            (Path(folder) / name).write_bytes(content)
        read = ingest.read_folder(Path(folder), IngestConfig(min_words=0), Directory(), Silent())
    news = read.blocks[read.blocks.kind.isin(_NEWS)]
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for article, start, end in zip(news.article_id, news.start, news.end, strict=True):
        spans[article].append((start, end))
    found = {}
    for row in read.articles.to_dict("records"):
        text = "\n".join(row["text"][start:end] for start, end in spans[row["article_id"]])
        day = _local_day(row["published"], row["utc_offset"])
        found[str(row["path"])] = Page(row["title"], row["authors"], day, text)
    return found


def _local_day(published: str, utc_offset: str) -> str:
    """The day by the page's own clock, which is the day that gold has."""
    if "T" not in published or not utc_offset:
        return published
    hours, minutes = int(utc_offset[:3]), int(utc_offset[0] + utc_offset[4:])
    return (datetime.fromisoformat(published) + timedelta(hours=hours, minutes=minutes)).date().isoformat()


METHODS: dict[str, Callable[[dict[str, bytes]], dict[str, Page]]] = {
    "trafilatura alone": by_trafilatura,
    "xref": by_xref,
}


def golds(data: Path) -> Iterator[dict[str, Any]]:
    """The annotated pages."""
    with gzip.open(data / "gold.jsonl.gz", "rt", encoding="utf-8") as rows:
        for row in rows:
            yield json.loads(row)


def main() -> None:
    """Prints the table, and writes it as JSON when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--misses", action="store_true", help="list every page that xref has wrong")
    options = parser.parse_args()
    if not (options.data / "pages.zip").exists():
        parser.exit(0, f"skipped: {options.data} holds no pages.zip\n")
    with zipfile.ZipFile(options.data / "pages.zip") as archive:
        pages = {name: archive.read(name) for name in archive.namelist() if name.endswith(".html")}
    scores = {name: Score() for name in METHODS}
    for name, method in METHODS.items():
        found = method(pages)
        for gold in golds(options.data):
            scores[name].add(gold, found.get(gold["meta"]["html_file"], Page()))
    print(f"{'':20}{'pages':>7}{'author':>8}{'title':>8}{'date':>8}{'segment F1':>12}")
    for name, score in scores.items():
        print(f"{name:20}{score.pages:7}{score.author:8}{score.title:8}{score.date:8}{score.segment_f1:12.3f}")
    if options.misses:
        print("\n".join(scores["xref"].misses))
    if options.json:
        table = {
            name: {
                "pages": s.pages,
                "author": s.author,
                "title": s.title,
                "date": s.date,
                "segment_f1": round(s.segment_f1, 4),
            }
            for name, s in scores.items()
        }
        options.json.write_text(json.dumps(table, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
