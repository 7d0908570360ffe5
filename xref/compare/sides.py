"""A claim as the signals see it: parsed values, word stems, times; and what two such sides are compared with."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from typing import Any

import pandas as pd
import snowballstemmer
from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

from xref.canonical import canonical
from xref.compare.aligned import Aligned, align
from xref.values import Name, Quantity, Role, from_json

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
SECONDS_A_DAY = 86_400.0
WHOLE_DAY = 0.98
"""A date stands for its whole day, which ends half an hour early so that the next day is another even with slack."""
LONG = 60.0
"""Days from which on it is told how long something lasts: what began last week is told by its date."""
MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|/", re.IGNORECASE)
ROUNDED = 0.95
"""Whoever says for how long rounds: "six years" is said of six years and two months."""
WORDS_BESIDE = {"s": (6, 4)}
OF_OTHERS = (3, 8)
"""Words before and after a figure that tell what it is of: English names the thing after its price, and what took time
before the time."""
_stemmer = snowballstemmer.stemmer("english")


@dataclass(frozen=True, slots=True)
class Side:
    """One claim of a pair."""

    claim_id: str
    article_id: str
    outlet: str
    statement: str
    canonical: str
    """The statement with names in their normal form, as it is compared."""
    speaker: str
    stance: str
    cue: str
    negated: bool
    published: float | None
    """Days since 1970, None when unknown."""
    event: tuple[float, float] | None
    """Days since 1970 within which the claimed thing happened, None when the claim does not say."""
    date_text: str
    quantities: tuple[Quantity, ...]
    names: tuple[Name, ...]
    roles: tuple[Role, ...]
    words: frozenset[str]
    """Stems of the content words."""
    name_words: frozenset[str] = frozenset()
    """Stems of the names: who is spoken of, not what is said."""
    around: tuple[frozenset[str], ...] = ()
    """Stems of the words beside each quantity."""

    @classmethod
    def of(cls, row: Any) -> Side:
        """The side of a row of `Claims` (as `itertuples` gives it)."""
        begin, end = day(row.event_from), last_moment(row.event_to)
        quantities = from_json(Quantity, row.quantities) + _lasting(row)
        names = from_json(Name, row.names)
        plain = canonical(row.statement, names)
        return cls(
            claim_id=row.claim_id,
            article_id=row.article_id,
            outlet=row.outlet,
            statement=row.statement,
            canonical=plain,
            speaker=row.speaker,
            stance=row.stance_of_speaker,
            cue=row.cue,
            negated=bool(row.negated),
            published=day(row.published),
            event=None if begin is None or end is None else (begin, end),
            date_text=row.date_text,
            quantities=quantities,
            names=names,
            roles=from_json(Role, row.roles),
            words=stems(plain),
            name_words=_of_names(names) | stems(row.speaker),  # who speaks stands for "he" in what is said
            around=around(row.statement, quantities),
        )

    def reworded(self, statement: str, **changes: Any) -> Side:
        """The side with another statement, and what follows from it; `changes` are other fields."""
        changed = replace(self, statement=statement, **changes)
        plain = canonical(statement, changed.names)
        beside = around(statement, changed.quantities)
        named = _of_names(changed.names) | stems(changed.speaker)
        return replace(changed, canonical=plain, words=stems(plain), name_words=named, around=beside)


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What the cross-encoder says of a pair, as probabilities; .0 everywhere when there is none."""

    entails_ab: float = 0.0
    entails_ba: float = 0.0
    contradicts_ab: float = 0.0
    contradicts_ba: float = 0.0


NOT_READ = Verdicts()
"""Of a pair that no cross-encoder has read."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sides with what is known of them together."""

    a: Side
    b: Side
    similarity: float
    verdicts: Verdicts
    weights: Weights
    aligned: tuple[Aligned, ...]
    """Quantities of both that are about the same thing."""
    same_story: bool = True
    margins: tuple[float, float] = (0.0, 0.0)
    """How much more alike another claim is: to a, in b's article; to b, in a's. 0 when none is."""

    @property
    def days_apart(self) -> float | None:
        """Time between the two articles, days; None when a date is unknown."""
        if self.a.published is None or self.b.published is None:
            return None
        return abs(self.a.published - self.b.published)


class Weights:
    """How much a shared word or name tells: its inverse document frequency over the articles of the run.

    Parameters
    ----------
    sides : the claims of the run.
    """

    def __init__(self, sides: Iterable[Side]) -> None:
        self._articles: set[str] = set()
        seen: set[tuple[str, str]] = set()
        for side in sides:
            self._articles.add(side.article_id)
            seen.update((side.article_id, word) for word in side.words)
            seen.update((side.article_id, f"name {name.norm.casefold()}") for name in side.names)
        self._frequency = Counter(word for _, word in seen)
        self._floor = 1.0

    def of(self, word: str) -> float:
        """Weight of a stem: 1 for a word of every article, more for rarer ones."""
        return self._floor + math.log((1 + len(self._articles)) / (1 + self._frequency.get(word, 0)))

    def of_name(self, norm: str) -> float:
        """Weight of a name in its normal form."""
        return self.of(f"name {norm.casefold()}")

    def shares(self, a: frozenset[str], b: frozenset[str]) -> tuple[float, float]:
        """Weight of the shared words as a share of a's and of b's."""
        shared = sum(map(self.of, a & b))
        return tuple(shared / total if (total := sum(map(self.of, words))) else 0.0 for words in (a, b))  # type: ignore[return-value]


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Stem of a lower-case word (Porter 2, snowballstem.org)."""
    return str(_stemmer.stemWord(word))


def stems(text: str) -> frozenset[str]:
    """Stems of the content words of a text, numbers left out: quantities compare those."""
    words = (word.casefold() for word in WORD.findall(text))
    return frozenset(stem(w) for w in words if w not in ENGLISH_STOP_WORDS and not w[0].isdigit() and len(w) > 1)


def _of_names(names: Iterable[Name]) -> frozenset[str]:
    return stems(" ".join(f"{name.text} {name.norm}" for name in names))


def _lasting(row: Any) -> tuple[Quantity, ...]:
    """How long what goes on since a date has lasted when it is reported: "since 2013" is "for three or four years"."""
    words = f"since {row.date_text}"
    begin, told = day(row.event_from), day(row.published)
    at = row.statement.find(words)
    if not row.date_text or at < 0 or begin is None or told is None or told - begin < LONG:
        return ()
    vague = 31.0 if MONTH.search(row.date_text) else 365.0
    lasted = told - begin
    low, high = ROUNDED * max(lasted - vague, 0.0) * SECONDS_A_DAY, lasted * SECONDS_A_DAY
    return (Quantity(low, high, None, "s", "", "", words, at, at + len(words), approximate=True),)


def around(statement: str, quantities: tuple[Quantity, ...]) -> tuple[frozenset[str], ...]:
    """Stems of the words beside each quantity, up to the next one: what a figure of a list is of.

    A quantity that does not stand in the statement has all its words.
    """
    places = [statement.find(q.text) for q in quantities]
    edges = [(at, at + len(q.text)) for at, q in zip(places, quantities, strict=True) if at >= 0]
    found = []
    for at, quantity in zip(places, quantities, strict=True):
        if at < 0:
            found.append(stems(statement))
            continue
        end = at + len(quantity.text)
        before = statement[max((e for _, e in edges if e <= at), default=0) : at]
        after = statement[end : min((s for s, _ in edges if s >= end), default=len(statement))]
        most_before, most_after = WORDS_BESIDE.get(quantity.unit, OF_OTHERS)
        beside = [*WORD.findall(before)[-most_before:], *WORD.findall(after)[:most_after]]
        counted = "" if quantity.unit else quantity.text  # "years" says nothing of what took three years
        found.append(stems(" ".join([counted, *beside])))
    return tuple(found)


def written(text: str) -> dict[str, str]:
    """Each stem of `text` with the first word that has it, as it stands: for sentences that a reader sees."""
    found: dict[str, str] = {}
    for word in WORD.findall(text):
        found.setdefault(stem(word.casefold()), word)
    return found


def aligned_quantities(a: Side, b: Side, tolerance: float) -> tuple[Aligned, ...]:
    """The quantities of two sides that are about the same thing; `tolerance` as for `aligned.standing`."""
    return tuple(align(a.quantities, b.quantities, tolerance, a.around, b.around))


def is_no_earlier(then: Side, first: Side) -> bool:
    """Whether `then` was published on the day of `first` or after it; unknown dates speak for it."""
    return first.published is None or then.published is None or int(then.published) >= int(first.published)


def day(text: str) -> float | None:
    """Days since 1970 of an ISO 8601 text, None for ""."""
    if not text:
        return None
    moment = datetime.fromisoformat(text)
    return (moment.replace(tzinfo=None) - datetime(1970, 1, 1)).total_seconds() / SECONDS_A_DAY


def last_moment(text: str) -> float | None:
    """As `day`, but the end of the day for a date without a clock time."""
    at = day(text)
    return at if at is None or "T" in text else at + WHOLE_DAY


def sides_of(claims: pd.DataFrame) -> dict[str, Side]:
    """Every claim's side, by claim_id."""
    return {row.claim_id: Side.of(row) for row in claims.itertuples(index=False)}  # type: ignore[misc]
