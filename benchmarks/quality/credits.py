"""Credits to agencies and outlets against labels of publishers and of annotated events.

    python benchmarks/quality/credits.py --events FOLDER --data FOLDER

`--data`, news/polnear `gold_wire_credit`: an article is called a relay when the room credits it as a whole to an
agency; recall and precision over `is_relay`, and how often the agency is the one in `wire`. Told with the authors of
the metadata (`with byline`) and from the text alone (`text only`).
`--events`, `credits` of gold.json: an annotated credit is found when a credit of the room overlaps its words. Photo
credits are left out, as they credit no text, and speakers that are no outlet (a monitor, a ministry) are told apart, as
the room of claims finds those. Precision is over the room's outlet credits: right when they overlap an annotated one or
name the same outlet as one in that article.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from pathlib import Path
from typing import Any

from xref.config import Config
from xref.ingest import read_folder
from xref.origins.credits import WHOLE, Credit, credits_of
from xref.origins.trace import credits_by_article
from xref.outlets import Directory
from xref.progress import Silent

_MEDIUM = re.compile(
    r"\b(?:TV|FM|media|radio|television|agenc(?:y|ies)|news|newspaper|Today|Post|Times)\b", re.IGNORECASE
)


def main() -> None:
    """Prints one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=Path)
    parser.add_argument("--data", type=Path)
    arguments = parser.parse_args()
    found: dict[str, Any] = {}
    if arguments.data:
        found["polnear, with byline"] = relays(arguments.data / "news" / "polnear", True)
        found["polnear, text only"] = relays(arguments.data / "news" / "polnear", False)
    if arguments.events:
        found["events"] = events(arguments.events)
    print(json.dumps(found, indent=1))


def relays(folder: Path, with_byline: bool) -> dict[str, Any]:
    """Recall and precision of `is_relay`."""
    articles = {row["id"]: row for row in _lines(folder / "articles.jsonl.gz")}
    both = called = relay = named = 0
    for row in _lines(folder / "gold_wire_credit.jsonl.gz"):
        article = articles[row["article_id"]]
        told = credits_of(
            article["text"], (article["author"] or "") if with_byline else "", article["outlet"], Directory()
        )
        agencies = {credit.cited for credit in told if credit.scope == WHOLE and credit.is_agency}
        called, relay = called + bool(agencies), relay + row["is_relay"]
        both, named = both + bool(agencies and row["is_relay"]), named + (row["wire"] in agencies)
    return {
        "recall": round(both / relay, 4),
        "precision": round(both / called, 4),
        "relays": relay,
        "agency right": named,
    }


def events(folder: Path) -> dict[str, Any]:
    """Recall and precision of outlet credits over all events."""
    directory = Directory()
    want = hit = given = right = 0
    missed: list[str] = []
    for event in sorted(path.parent for path in folder.glob("*/gold.json")):
        gold = json.loads((event / "gold.json").read_text(encoding="utf-8"))["credits"]
        gold = [one for one in gold if "photo" not in one["credited"]]
        read = read_folder(event / "articles", Config().ingest, directory, Silent())
        credits = credits_by_article(read.articles, read.blocks, directory)
        for article, path, text in read.articles[["article_id", "path", "text"]].itertuples(index=False):
            mine = [one for one in gold if one["article"] == path]
            spans = {one["quote"]: (at, at + len(one["quote"])) for one in mine if (at := text.find(one["quote"])) >= 0}
            outlets = [one for one in mine if is_medium(one["credited"], directory)]
            found = [one for one in outlets if any(_overlap(c, spans.get(one["quote"])) for c in credits[article])]
            want, hit = want + len(outlets), hit + len(found)
            missed += [f"{event.name}/{path}: {one['quote']}" for one in outlets if one not in found]
            names = {directory.normal(one["credited"]) for one in mine}
            good = [c for c in credits[article] if c.cited in names or any(_overlap(c, s) for s in spans.values())]
            given, right = given + len(credits[article]), right + len(good)
    return {
        "recall": round(hit / want, 4),
        "of": want,
        "precision": round(right / given, 4),
        "given": given,
        "missed": missed,
    }


def is_medium(name: str, directory: Directory) -> bool:
    """Whether an annotated credit is to an outlet or agency."""
    return directory.find(name) is not None or bool(_MEDIUM.search(name))


def _overlap(credit: Credit, span: tuple[int, int] | None) -> bool:
    return span is not None and credit.start < span[1] and span[0] < credit.end


def _lines(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as handle:
        return [json.loads(line) for line in handle]


if __name__ == "__main__":
    main()
