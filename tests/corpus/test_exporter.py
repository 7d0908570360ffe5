"""Articles of a data set written out as one JSON Lines file."""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

from xref import ingest
from xref.config import IngestConfig
from xref.outlets import Directory
from xref.progress import Silent

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from make_jsonl import write


def test_an_exported_set_is_read_article_by_article_with_its_metadata(tmp_path: Path) -> None:
    first = {"id": "x1", "title": "Ferry late", "outlet": "Coast Post", "author": None, "published": "2025-03-01"}
    second = {
        "id": "x2",
        "title": "Ferry back",
        "outlet": "Isle News",
        "author": "A. Reut",
        "published": None,
        "url": None,
    }
    first["text"] = "The ferry to Hollen was two hours late on Saturday, passengers said."
    second["text"] = "The ferry to Hollen sailed on time again on Sunday, the harbour office said."
    source = tmp_path / "articles.jsonl.gz"
    with gzip.open(source, "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for row in (first, second))
    assert write(source, tmp_path / "set" / "articles.jsonl") == 2
    read = ingest.read_folder(tmp_path / "set", IngestConfig(), Directory(()), Silent())
    assert list(read.articles["outlet"]) == ["Coast Post", "Isle News"]
    assert list(read.articles["published"]) == ["2025-03-01", ""]
    assert read.skipped.empty
