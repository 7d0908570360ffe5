"""Attribution against the PolNeAR annotation: contents, speakers and cues.

    python benchmarks/quality/attribution.py --data FOLDER [--split dev] [--articles 84] [--out FILE] [--show N]

FOLDER holds `articles.jsonl.gz` and `gold_attributions.jsonl.gz`. Contents are compared as sets of word tokens, a
found and a gold attribution matched one to one, the most alike first. `overlap` counts a match whose shared words are
at least half of the larger of the two; `exact` one whose words are the same. The speaker of a matched content is right
when its words overlap those of the gold speaker; where gold or ours names none, it counts as wrong unless both do. A
cue is right when it shares a word with the gold cue of any attribution.
"""

# ruff: noqa: E501, C408 - rows of tables keep one entry a line

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from xref import claims
from xref.config import ClaimsConfig
from xref.outlets import Directory
from xref.progress import Silent

WORD = re.compile(r"\w+(?:['’]\w+)?")
Words = frozenset[int]


@dataclass(frozen=True)
class Unit:
    """One attribution as word positions (their first characters) in the article."""

    content: Words
    speaker: Words
    cue: Words


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Rows of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as handle:
        return [json.loads(line) for line in handle]


def words_in(text: str, spans: list[tuple[int, int]]) -> Words:
    """First characters of the words inside the spans."""
    return frozenset(m.start() for s, e in spans if s >= 0 for m in WORD.finditer(text, s, e))


def tables_of(rows: list[dict[str, Any]]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The articles as the claims room takes them: a block for every line of text."""
    articles, blocks = [], []
    for number, row in enumerate(rows):
        key = f"a{number:08x}"
        articles.append(
            dict(
                article_id=key, path=row["id"], outlet=row["outlet"], title=row["title"] or "", authors="", published=row["published"] or "",
                url="", language="en", words=0, sha256="", text=row["text"], utc_offset="", outlet_from="metadata",
            )
        )  # fmt: skip
        for line in re.finditer(r"[^\n]+", row["text"]):
            blocks.append(
                dict(
                    article_id=key,
                    start=line.start(),
                    end=line.end(),
                    kind="paragraph",
                    section="",
                    credited="",
                    body=line.start(),
                )
            )
    return pd.DataFrame(articles), pd.DataFrame(blocks)


def found_units(text: str, rows: pd.DataFrame) -> list[Unit]:
    """Attributions of one article; stretches of content with one cue are one."""
    groups: dict[Any, list[Any]] = defaultdict(list)
    for row in rows.itertuples():
        groups[(row.cue_start, row.cue_end, row.speaker_start)].append(row)
    units = []
    for same in groups.values():
        content = words_in(text, [(r.content_start, r.content_end) for r in same])
        first = same[0]
        speaker = words_in(text, [(first.speaker_start, first.speaker_end)])
        units.append(Unit(content, speaker, words_in(text, [(first.cue_start, first.cue_end)])))
    return [u for u in units if u.content]


def gold_units(text: str, rows: list[dict[str, Any]]) -> list[Unit]:
    """Gold attributions of one article, those without content words left out."""
    units = [
        Unit(words_in(text, r["content_spans"]), words_in(text, r["source_spans"]), words_in(text, r["cue_spans"]))
        for r in rows
    ]
    return [u for u in units if u.content]


def pairs(gold: list[Unit], found: list[Unit], least: float) -> list[tuple[int, int]]:
    """One-to-one matches whose shared words are at least `least` of the larger, the most alike first."""
    scored = []
    for i, g in enumerate(gold):
        for j, f in enumerate(found):
            if shared := len(g.content & f.content):
                scored.append((shared / max(len(g.content), len(f.content)), i, j))
    taken_gold, taken_found, kept = set(), set(), []
    for score, i, j in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        if score >= least and i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            kept.append((i, j))
    return kept


def rates(hit: int, of_found: int, of_gold: int) -> dict[str, float]:
    """Precision, recall and F1."""
    precision, recall = hit / of_found if of_found else 0.0, hit / of_gold if of_gold else 0.0
    total = precision + recall
    return {
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(2 * precision * recall / total, 4) if total else 0.0,
    }


def lost_class(unit: Unit, found: list[Unit], text: str) -> str:
    """Why a gold attribution was missed."""
    overlapping = [f for f in found if f.content & unit.content]
    if any(f.cue & unit.cue for f in found if f.cue):
        return "cue found, content span differs"
    if overlapping:
        return "content found under another cue"
    if not unit.cue:
        return "no cue in gold"
    first = min(unit.content)
    return (
        "quotation without our cue"
        if text[max(0, first - 2) : first].strip() in ("“", '"', "‘", "'")
        else "cue not known or not parsed"
    )


class Tally:
    """What was found, missed and made up so far; prints the first `show` examples of each kind of miss."""

    def __init__(self, show: int) -> None:
        self.counts: Counter[str] = Counter()
        self.lost: Counter[str] = Counter()
        self._show = show
        self._shown: Counter[str] = Counter()

    def add(self, text: str, wanted: list[Unit], found: list[Unit]) -> None:
        """Adds one article."""
        matched = pairs(wanted, found, 0.5)
        self.counts.update({"gold": len(wanted), "found": len(found), "overlap": len(matched)})
        self.counts["exact"] += len(pairs(wanted, found, 1.0))
        for i, j in matched:
            self._compare_speakers(text, wanted[i], found[j])
        self._compare_cues("cue recall", wanted, found)
        self._compare_cues("cue precision", found, wanted)
        hit_gold, hit_found = {i for i, _ in matched}, {j for _, j in matched}
        for unit in (unit for i, unit in enumerate(wanted) if i not in hit_gold):
            self._lose("missed: " + lost_class(unit, found, text), said(text, unit))
        for unit in (unit for j, unit in enumerate(found) if j not in hit_found):
            touching = any(u.content & unit.content for u in wanted)
            kind = "overlaps a gold content" if touching else "nothing annotated there"
            self._lose("false: " + kind, said(text, unit))

    def _compare_speakers(self, text: str, gold: Unit, found: Unit) -> None:
        if gold.speaker & found.speaker or (not gold.speaker and not found.speaker):
            self.counts["speaker"] += 1
            return
        kind = "none found" if not found.speaker else "none in gold" if not gold.speaker else "another"
        self._lose("speaker: " + kind, f"{said(text, gold)} <> {said(text, found)}")

    def _compare_cues(self, name: str, units: list[Unit], others: list[Unit]) -> None:
        every = frozenset(word for other in others for word in other.cue)
        self.counts[name] += sum(bool(unit.cue & every) for unit in units)
        self.counts[name + " of"] += sum(bool(unit.cue) for unit in units)

    def _lose(self, kind: str, example: str) -> None:
        self.lost[kind] += 1
        if self._shown[kind] < self._show:
            self._shown[kind] += 1
            print(kind, "|", example)


def measure(rows: list[dict[str, Any]], gold: dict[str, list[dict[str, Any]]], show: int) -> dict[str, Any]:
    """All figures of the split."""
    articles, blocks = tables_of(rows)
    extracted = claims.extract(articles, blocks, ClaimsConfig(), Directory(), Silent())  # type: ignore[call-arg]
    per_article = dict(list(extracted.attributions.groupby("article_id")))
    tally = Tally(show)
    for article in articles.itertuples():
        text = str(article.text)
        found = found_units(text, per_article.get(article.article_id, extracted.attributions.iloc[:0]))
        tally.add(text, gold_units(text, gold.get(str(article.path), [])), found)
    counts = tally.counts
    return {
        "articles": len(rows),
        "gold": counts["gold"],
        "found": counts["found"],
        "content_overlap": rates(counts["overlap"], counts["found"], counts["gold"]),
        "content_exact": rates(counts["exact"], counts["found"], counts["gold"]),
        "speaker_accuracy": round(counts["speaker"] / max(1, counts["overlap"]), 4),
        "cue": {
            "precision": round(counts["cue precision"] / max(1, counts["cue precision of"]), 4),
            "recall": round(counts["cue recall"] / max(1, counts["cue recall of"]), 4),
        },
        "lost": dict(tally.lost.most_common()),
    }


def said(text: str, unit: Unit) -> str:
    """An attribution in a line."""

    def part(words: Words) -> str:
        return text[min(words) : max(words) + 12].replace("\n", " / ") if words else "–"

    return f"{part(unit.speaker)[:60]!r} {part(unit.cue)[:30]!r}: {part(unit.content)[:220]!r}"


def main() -> int:
    """Measures and prints the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--split", default="dev", choices=["dev", "train"])
    parser.add_argument("--articles", type=int, default=0, help="only the first N, in the order of a fixed shuffle")
    parser.add_argument("--skip", type=int, default=0, help="leave out the first N of that order")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--show", type=int, default=0, help="print N examples of each kind of miss")
    args = parser.parse_args()
    if not (args.data / "gold_attributions.jsonl.gz").exists():
        print(f"{args.data}: no gold_attributions.jsonl.gz there", file=sys.stderr)
        return 2
    rows = [r for r in read_lines(args.data / "articles.jsonl.gz") if r["meta"]["split"] == args.split]
    rows.sort(key=lambda r: hash_of(r["id"]))
    rows = rows[args.skip :][: args.articles or None]
    gold: dict[str, list[dict[str, Any]]] = defaultdict(list)
    first: dict[str, str] = {}
    for row in read_lines(args.data / "gold_attributions.jsonl.gz"):
        if first.setdefault(row["article_id"], row["annotator"]) == row["annotator"]:
            gold[row["article_id"]].append(row)
    result = measure(rows, gold, args.show)
    text = json.dumps(result, indent=1)
    print(text)
    if args.out:
        args.out.write_text(text + "\n", encoding="utf-8")
    return 0


def hash_of(name: str) -> str:
    """A fixed shuffle: the digest of an identifier."""
    import hashlib

    return hashlib.sha256(name.encode()).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
