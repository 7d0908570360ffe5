"""The top of the page: what was read, in numbers that add up, and what came of it, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from xref.report.clusters import most_reprints
from xref.report.headings import telling_heading
from xref.report.index import Index, Record
from xref.report.room import Shown
from xref.report.views import Figure, Headline, Link
from xref.report.wording import day, in_words, listed, plural, sentence_case, shown
from xref.tables import Result

TOPICS_SHOWN = 3
_STATUS_ORDER = ("disputed", "corroborated", "updated", "echoed", "single-origin")


@dataclass(frozen=True, slots=True)
class _Line:
    """How a status is put into words: for one cluster, for many, for none."""

    noun: str
    nouns: str
    lead_one: str
    lead: str
    text: str
    none: str = ""
    topics: bool = True


_LINES = {
    "disputed": _Line(
        "question",
        "questions",
        "is disputed.",
        "are disputed.",
        "Reports give answers that can't all hold.",
        "No dispute was found.",
    ),
    "corroborated": _Line(
        "claim",
        "claims",
        "is corroborated.",
        "are corroborated.",
        "Two independent origins or more, none against it.",
        "No claim is carried by two independent origins or more.",
    ),
    "updated": _Line("answer", "answers", "changed as the story went on.", "changed as the story went on.", ""),
    "echoed": _Line(
        "claim",
        "claims",
        "is an echo.",
        "are echoes.",
        "One origin told in several texts: it looks like corroboration and is repetition.",
    ),
    "single-origin": _Line(
        "claim",
        "claims",
        "stands alone.",
        "stand alone.",
        "One origin, told in one text.",
        topics=False,
    ),
}


def lede(tables: dict[str, pd.DataFrame]) -> str:
    """What was read, in a sentence."""
    articles, claims = tables["articles"], tables["claims"]
    outlets = sorted({shown(outlet) for outlet in articles["outlet"]})
    named = f" ({listed(outlets, 5)})" if len(outlets) <= 5 else ""
    return (
        f"{plural(len(articles), 'article')} by {plural(len(outlets), 'outlet')}{named} hold "
        f"{plural(len(claims), 'claim')} that were checked against each other."
    )


def headlines(by_status: Mapping[str, Shown], index: Index) -> tuple[Headline, ...]:
    """What came of it, a line a status, with the topics that have most behind them."""
    found = []
    for status, line in _LINES.items():
        some = by_status[status].all
        if not some:
            if line.none:
                found.append(Headline(status, line.none, "", (), ""))
            continue
        topics = some[:TOPICS_SHOWN] if line.topics else ()
        left = len(some) - len(topics)
        lead = f"{in_words(len(some), line.noun, line.nouns)} {line.lead_one if len(some) == 1 else line.lead}"
        links = tuple(_link(row, index, at < by_status[status].places) for at, row in enumerate(topics))
        more = f"and {left:,} more" if line.topics and left else ""
        text = f"{line.text} {_reprinted(some, index)}".strip() if status == "single-origin" else line.text
        found.append(Headline(status, sentence_case(lead), text, links, more))
    return tuple(found)


def _reprinted(clusters: Sequence[Record], index: Index) -> str:
    """How many claims of one origin are printed again, which is no second origin."""
    number = sum(most_reprints(row, index) > 1 for row in clusters)
    if not number:
        return ""
    return (
        f"{plural(number, 'of them is', 'of them are')} printed by several articles word for word, which adds nothing."
    )


def figures(result: Result, tables: dict[str, pd.DataFrame]) -> tuple[Figure, ...]:
    """The counts of what was read."""
    articles = tables["articles"]
    outlets = articles["outlet"].nunique()
    stories = articles["story_id"].nunique()
    return (
        Figure(f"{len(articles):,}", "articles read", _dates(articles)),
        Figure(f"{outlets:,}", "outlets" if outlets != 1 else "outlet", _unknown(articles)),
        Figure(f"{stories:,}", "stories" if stories != 1 else "story", "articles about one event"),
        Figure(f"{len(result.claims):,}", "claims", f"{plural(len(result.dropped), 'sentence')} set aside as no claim"),
        Figure(f"{len(tables['clusters']):,}", "questions", "claims that answer one thing"),
    )


def adds_up(result: Result, tables: dict[str, pd.DataFrame]) -> tuple[str, ...]:
    """Sums a reader can check against the tables."""
    articles, skipped = len(result.articles), len(result.skipped)
    by_status = Counter(tables["clusters"]["status"])
    sums = " + ".join(f"{by_status[status]:,} {status}" for status in _STATUS_ORDER if by_status[status])
    found = f"{articles + skipped:,} found = {articles:,} read + {skipped:,} skipped"
    return (found, f"{len(tables['clusters']):,} questions = {sums}") if sums else (found,)


def skipped_reasons(result: Result) -> str:
    """Why files were skipped: `2 empty, 1 binary`."""
    counted = Counter(result.skipped["reason"])
    if not counted:
        return ""
    parts = [
        f"{number} {shown(reason)}" for reason, number in sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    ]
    return ", ".join(parts)


def _link(cluster: Record, index: Index, is_on_page: bool) -> Link:
    return Link(telling_heading(cluster, index, 110), f"c-{cluster.cluster_id}" if is_on_page else "")


def _dates(articles: pd.DataFrame) -> str:
    days = sorted(published[:10] for published in articles["published"] if published)
    undated = len(articles) - len(days)
    note = f"{undated:,} undated" if undated else ""
    if not days:
        return "none is dated"
    span = day(days[0]) if days[0] == days[-1] else f"{day(days[0])} to {day(days[-1])}"
    return f"{span}; {note}" if note else span


def _unknown(articles: pd.DataFrame) -> str:
    unknown = int((articles["outlet"] == "unknown").sum())
    return f"{plural(unknown, 'article')} of unknown outlet" if unknown else "all named"
