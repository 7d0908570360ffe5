"""Scores runs of xref against hand-annotated events.

    events.py EVENTS RUNS [--json OUT] [--show N]

EVENTS holds a folder per event with its `gold.json`, or is itself one such folder. RUNS holds a run per event, of the
event's name; for one event it may be the run itself. Articles are named as in the run's articles.csv, so the run is
over the folder that gold.json names them from: `articles/` for the events, that of gold.json for the corpus.

agree               passages of one position that share a position of the run (recall)
agree precision     pairs in one position of the run that say the same or fit together, of those annotated
linked              passages of one position, and conflicting or updating positions, that share a cluster
conflict, update    such positions of the annotation with a pair marked so
conflict precision  pairs marked conflict that are one, of those annotated
pair ...            recall over passages judged pair by pair (`pairs.jsonl`)
trap                look-alikes taken for one thing or for a conflict: fewer is better
copy ...            pairs of articles that share text
credits             passages that name where the report is from, found with that name
origins             known numbers of independent origins that the claims there have
origins doubled     those counted too high: fewer is better
origins shown       known numbers that the report shows
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from events_gold import read_gold
from events_score import Figures, score

from xref.report.public import public_tables
from xref.report.stored import load_run
from xref.tables import Result

NAMES = (
    "agree", "agree precision", "linked", "pair agree", "conflict", "conflict precision", "pair conflict", "update",
    "pair update", "update as conflict", "trap", "copy recall", "copy precision", "credits", "origins",
    "origins doubled", "origins shown",
)  # fmt: skip
UNJUDGED = ("agree unjudged", "conflict unjudged", "origins unmatched")


def score_result(gold: Path, result: Result) -> Figures:
    """Every figure of a run against the annotation in `gold`, a `gold.json`."""
    tables = public_tables(result)
    articles = result.articles
    path_of = dict(zip(articles["article_id"], articles["path"], strict=True))
    citations = tables["citations"]
    return score(
        read_gold(gold, dict(zip(articles["path"], articles["text"], strict=True))),
        tables["claims"],
        tables["pairs"],
        tables["copies"],
        citations.assign(path=citations["article_id"].map(path_of)),
        tables["positions"],
    )


def events(folder: Path, runs: Path) -> Iterator[tuple[str, Path, Path]]:
    """Name, annotation and run folder of every event."""
    if (folder / "gold.json").exists():
        own = runs / folder.resolve().name
        yield folder.resolve().name, folder / "gold.json", own if own.is_dir() else runs
        return
    for gold in sorted(folder.glob("*/gold.json")):
        yield gold.parent.name, gold, runs / gold.parent.name


def main() -> None:
    """Prints the table, examples of misses when asked, and writes the figures as JSON when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("events", type=Path)
    parser.add_argument("runs", type=Path)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--show", type=int, default=0, help="examples of each kind of miss and event")
    options = parser.parse_args()
    table = {name: score_result(gold, load_run(run).result) for name, gold, run in events(options.events, options.runs)}
    if not table:
        parser.exit(2, f"{options.events}: no gold.json, nor a folder that holds one\n")
    if len(table) > 1:
        table["all"] = sum(table.values(), Figures())
    print(text(table))
    for event, figures in table.items():
        for name, lines in figures.misses.items() if event != "all" else ():
            print("".join(f"\n{event} · {name}: {line}" for line in lines[: options.show]), end="")
    if options.json:
        options.json.write_text(json.dumps({name: as_json(f) for name, f in table.items()}, indent=2) + "\n")


def text(table: dict[str, Figures]) -> str:
    """The figures, a row a figure and a column an event."""
    width = max(map(len, (*table, "0.000 (000/000)"))) + 2
    lines = [" " * 20 + "".join(event.rjust(width) for event in table)]
    for name in NAMES:
        lines.append(name.ljust(20) + "".join(_cell(figures, name).rjust(width) for figures in table.values()))
    for name in UNJUDGED:
        lines.append(name.ljust(20) + "".join(str(figures.of[name]).rjust(width) for figures in table.values()))
    return "\n".join(lines)


def as_json(figures: Figures) -> dict[str, float | int | None]:
    """Ratios by name, with hits and how many there were; the unjudged as counts."""
    out: dict[str, float | int | None] = {}
    for name in NAMES:
        ratio = figures.ratio(name)
        out |= {
            name: None if ratio is None else round(ratio, 4),
            f"{name} hits": figures.hits[name],
            f"{name} of": figures.of[name],
        }
    return out | {name: figures.of[name] for name in UNJUDGED}


def _cell(figures: Figures, name: str) -> str:
    ratio = figures.ratio(name)
    return "–" if ratio is None else f"{ratio:.3f} ({figures.hits[name]}/{figures.of[name]})"


if __name__ == "__main__":
    main()
