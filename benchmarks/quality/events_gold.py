"""Hand-made annotation of news events: facts with their positions, copies, credits and traps, placed in the texts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Json = Mapping[str, Any]


@dataclass(frozen=True)
class Mention:
    """A passage of an article. `start` is -1 when the article does not hold it."""

    article: str
    quote: str
    start: int
    end: int

    @property
    def is_placed(self) -> bool:
        """Whether the passage was found in the text."""
        return self.start >= 0


@dataclass(frozen=True)
class Position:
    """One answer to a fact's question, with every passage that gives it."""

    id: str
    value: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True)
class Fact:
    """One question that two articles or more answer.

    `relations` maps two position ids to `conflict`, `update` or `compatible`; two that it does not hold are compatible.
    """

    id: str
    question: str
    positions: tuple[Position, ...]
    relations: Mapping[frozenset[str], str]

    def relation(self, a: Position, b: Position) -> str:
        """How two positions stand to each other."""
        return self.relations.get(frozenset((a.id, b.id)), "compatible")


@dataclass(frozen=True)
class Passages:
    """Two passages and how they stand to each other: `agree`, `conflict`, `update` or `unrelated`."""

    a: Mention
    b: Mention
    relation: str


@dataclass(frozen=True)
class Copy:
    """Two articles that share text."""

    pair: frozenset[str]
    kind: str


@dataclass(frozen=True)
class Credit:
    """A passage that names where the report is from."""

    mention: Mention
    credited: str


@dataclass(frozen=True)
class KnownOrigins:
    """A position of which it is known how many independent origins stand behind it."""

    position: Position
    origins: int


@dataclass(frozen=True)
class Gold:
    """The annotation of one event."""

    facts: tuple[Fact, ...]
    judged: tuple[Passages, ...] = ()
    traps: tuple[Passages, ...] = ()
    copies: tuple[Copy, ...] = ()
    credits: tuple[Credit, ...] = ()
    origins: tuple[KnownOrigins, ...] = ()

    def mentions(self) -> Iterator[Mention]:
        """Every passage of the annotation."""
        for fact in self.facts:
            for position in fact.positions:
                yield from position.mentions
        for two in (*self.judged, *self.traps):
            yield from (two.a, two.b)
        yield from (credit.mention for credit in self.credits)


def read_gold(file: Path, texts: Mapping[str, str]) -> Gold:
    """The annotation in `file` and in `pairs.jsonl` beside it.

    Parameters
    ----------
    file : a `gold.json`.
    texts : article path, as the annotation names it, to the article's text.
    """
    told = json.loads(file.read_text(encoding="utf-8"))
    facts = tuple(_fact(fact, texts) for fact in told["facts"])
    positions = {(fact.id, position.id): position for fact in facts for position in fact.positions}
    return Gold(
        facts=facts,
        judged=tuple(_judged(file.with_name("pairs.jsonl"), texts)),
        traps=tuple(
            Passages(_mention(t["a"], texts), _mention(t["b"], texts), "unrelated") for t in told.get("traps", [])
        ),
        copies=tuple(Copy(frozenset((c["a"], c["b"])), c["kind"]) for c in told.get("copies", [])),
        credits=tuple(Credit(_mention(c, texts), c["credited"]) for c in told.get("credits", [])),
        origins=tuple(KnownOrigins(positions[o["fact"], o["position"]], o["origins"]) for o in told.get("origins", [])),
    )


def place(text: str, quote: str) -> tuple[int, int]:
    """First place of `quote` in `text`, whatever the white space between its words; (-1, -1) when there is none."""
    words = quote.split()
    found = re.search(r"\s+".join(map(re.escape, words)), text) if words else None
    return found.span() if found else (-1, -1)


def _mention(told: Json, texts: Mapping[str, str]) -> Mention:
    return Mention(told["article"], told["quote"], *place(texts.get(told["article"], ""), told["quote"]))


def _fact(told: Json, texts: Mapping[str, str]) -> Fact:
    return Fact(
        id=told["id"],
        question=told["question"],
        positions=tuple(
            Position(p["id"], p["value"], tuple(_mention(m, texts) for m in p["mentions"])) for p in told["positions"]
        ),
        relations={frozenset((r["a"], r["b"])): r["relation"] for r in told.get("relations", [])},
    )


def _judged(file: Path, texts: Mapping[str, str]) -> Iterator[Passages]:
    if not file.exists():
        return
    for line in file.read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        yield Passages(_mention(told["a"], texts), _mention(told["b"], texts), told["relation"])
