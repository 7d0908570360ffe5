"""The top of the page: what was read, in numbers that add up, and what came of it, in words."""

from __future__ import annotations

from collections import Counter

import pandas as pd

from xref.report.index import rows
from xref.report.views import Figure
from xref.report.wording import clipped, day, in_words, listed, plural, sentence_case, shown
from xref.tables import Result


def lede(tables: dict[str, pd.DataFrame]) -> tuple[str, ...]:
    """The run in a few sentences: what is disputed, what is corroborated, what only looks so."""
    clusters = tables["clusters"]
    by_status = Counter(clusters["status"])
    sentences = [_read(tables), _disputed(clusters, by_status["disputed"]), _corroborated(by_status), _echoed(clusters)]
    if by_status["updated"]:
        sentences.append(f"{sentence_case(in_words(by_status['updated'], 'figure'))} changed as the story went on.")
    if by_status["single-origin"]:
        sentences.append(
            f"{sentence_case(plural(by_status['single-origin'], 'claim'))} nobody else in this folder carries: see the end."
        )
    return tuple(sentence for sentence in sentences if sentence)


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
    """ "3 skipped: 2 empty, 1 binary"."""
    counted = Counter(result.skipped["reason"])
    if not counted:
        return ""
    parts = [
        f"{number} {shown(reason)}" for reason, number in sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    ]
    return ", ".join(parts)


_STATUS_ORDER = ("disputed", "corroborated", "updated", "echoed", "single-origin")


def _read(tables: dict[str, pd.DataFrame]) -> str:
    articles, claims = tables["articles"], tables["claims"]
    outlets = sorted({shown(outlet) for outlet in articles["outlet"]})
    named = f" ({listed(outlets, 5)})" if len(outlets) <= 5 else ""
    return (
        f"{plural(len(articles), 'article')} by {plural(len(outlets), 'outlet')}{named} make "
        f"{plural(len(claims), 'claim')} that can be checked against each other."
    )


def _disputed(clusters: pd.DataFrame, number: int) -> str:
    if not number:
        return "No two reports contradict each other, as far as this tool can see."
    first = next(iter(rows(clusters[clusters["status"] == "disputed"])))
    topic = clipped(shown(first.question_or_topic), 110)
    if number == 1:
        return f"One question is disputed: {topic}."
    return f"{sentence_case(in_words(number, 'question'))} are disputed; the one with most behind it: {topic}."


def _corroborated(by_status: Counter[str]) -> str:
    number = by_status["corroborated"]
    if not number:
        return "Nothing is carried by two independent origins or more."
    verb = "is" if number == 1 else "are"
    return f"{sentence_case(in_words(number, 'claim'))} {verb} carried by two independent origins or more."


def _echoed(clusters: pd.DataFrame) -> str:
    echoed = clusters[clusters["status"] == "echoed"]
    if echoed.empty:
        return ""
    widest = max(rows(echoed), key=lambda row: (row.outlets, row.articles))
    topic = clipped(shown(widest.question_or_topic), 110)
    return (
        f"{sentence_case(in_words(len(echoed), 'claim'))} {'looks' if len(echoed) == 1 else 'look'} corroborated and "
        f"{'is' if len(echoed) == 1 else 'are'} not: several outlets, one origin. The widest, in "
        f"{plural(widest.articles, 'article')} by {plural(widest.outlets, 'outlet')}: {topic}."
    )


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
