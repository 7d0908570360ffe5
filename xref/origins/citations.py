"""Whom an article names as where it has something from: outlets, agencies, speakers, documents, posts and links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from xref.origins.credits import Credit
from xref.origins.rows import rows
from xref.origins.speakers import key_of
from xref.outlets import UNKNOWN, Directory
from xref.tables import Citations, checked

_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]+")
_PLATFORMS = re.compile(
    r"\b(?:on|in a post on|via) "
    r"(?P<name>Twitter|Facebook|Telegram|Instagram|YouTube|TikTok|Truth Social|Weibo|VKontakte|Mastodon|Bluesky)\b"
)
_SOCIAL_HOSTS = re.compile(
    r"^(?:www\.|m\.|mobile\.)?(?:twitter|x|facebook|instagram|youtube|tiktok|truthsocial|weibo|vk|t|bsky)\.(?:com|me|app|social)$"
)
_DOCUMENT = re.compile(
    r"\b(?:according to|citing|in|cited|shows?|per) (?:a|an|the) (?P<name>(?:[\w’'-]+ ){0,3}?"
    r"(?:indictment|court filings?|complaint|affidavit|court documents?|court papers|court records|lawsuit|"
    r"police report|memo|press release|subpoena|transcript))\b"
)
_KIND = {"person": "speaker", "organisation": "speaker", "document": "document", "social": "social"}
_NEAR_CHARACTERS = 60


@dataclass(frozen=True, slots=True)
class Found:
    """One citation before it is a row."""

    cited: str
    kind: str
    start: int
    end: int


def cite(
    articles: pd.DataFrame,
    credits: Mapping[str, Sequence[Credit]],
    attributions: pd.DataFrame,
    directory: Directory,
) -> pd.DataFrame:
    """Every citation of every article (`tables.Citations`), in the order of paths and places.

    Parameters
    ----------
    articles, attributions : see `tables.Articles` and `tables.Attributions`.
    credits : what each article credits, by article_id; those of its metadata (start -1) stand at its beginning, empty.
    directory : known outlets.
    """
    speaking = {str(article): some for article, some in attributions.groupby("article_id")}
    publishers = {directory.normal(name) for name in articles["outlet"]} - {UNKNOWN}
    table: list[dict[str, object]] = []
    for row in rows(articles.sort_values("path")):
        found = [
            *(
                Found(c.cited, "agency" if c.is_agency else "outlet", max(c.start, 0), max(c.end, 0))
                for c in credits.get(row.article_id, ())
            ),
            *_speakers(speaking.get(row.article_id), directory),
            *_in_text(row.text, directory),
        ]
        own = directory.normal(row.outlet)
        for one in _apart(found):
            if one.cited != own and one.end <= len(row.text):
                table.append(
                    {
                        "article_id": row.article_id,
                        "outlet": row.outlet,
                        "cited": one.cited,
                        "kind": one.kind,
                        "in_corpus": one.cited in publishers,
                        "start": one.start,
                        "end": one.end,
                        "quote": row.text[one.start : one.end],
                    }
                )
    return checked(Citations, pd.DataFrame(table))


def _speakers(attributions: pd.DataFrame | None, directory: Directory) -> Iterator[Found]:
    """Named speakers, with the words of speaker and cue where they stand together."""
    if attributions is None:
        return
    for row in rows(attributions):
        start, end = int(row.speaker_start), int(row.speaker_end)
        if start < 0 or not row.speaker:
            continue
        outlet = directory.find(row.speaker)
        kind = (
            ("agency" if outlet and outlet.agency else "outlet")
            if outlet or row.speaker_kind == "outlet"
            else _KIND.get(row.speaker_kind)
        )
        if not kind:
            continue
        if row.cue_start >= 0 and max(row.cue_start, start) - min(row.cue_end, end) <= _NEAR_CHARACTERS:
            start, end = min(start, int(row.cue_start)), max(end, int(row.cue_end))
        yield Found(directory.normal(row.speaker), kind, start, end)


def _in_text(text: str, directory: Directory) -> Iterator[Found]:
    """Links, posts on platforms, documents."""
    for match in _ADDRESS.finditer(text):
        address = match.group().rstrip(".,;:!?")
        host = re.sub(r"^https?://|[/?#:].*$", "", address).casefold()
        outlet = directory.by_domain(address)
        if _SOCIAL_HOSTS.match(host):
            yield Found(host.removeprefix("www."), "social", match.start(), match.start() + len(address))
        elif outlet:
            yield Found(
                outlet.name, "agency" if outlet.agency else "outlet", match.start(), match.start() + len(address)
            )
    for match in _PLATFORMS.finditer(text):
        yield Found(match["name"], "social", *match.span())
    for match in _DOCUMENT.finditer(text):
        yield Found(key_of(match["name"]), "document", *match.span())


def _apart(found: Sequence[Found]) -> Iterator[Found]:
    """In the order of the text; of two that overlap and cite one, the longer."""
    told: list[Found] = []
    for one in sorted(found, key=lambda f: (-(f.end - f.start), f.start, f.kind, f.cited)):
        key = key_of(one.cited)
        if not any(key_of(t.cited) == key and t.start <= one.start and one.end <= t.end for t in told):
            told.append(one)
    yield from sorted(told, key=lambda f: (f.start, f.end, f.cited, f.kind))
