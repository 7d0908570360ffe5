"""The rooms from articles to judged pairs, over articles that are held in memory."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pandas as pd

from xref import claims, compare, embed, match, stories
from xref.cache import Cache, default_folder
from xref.compare import cross_encoder
from xref.compare.cross_encoder import CrossEncoder
from xref.config import CompareConfig, Config, EmbedConfig
from xref.embed.model import Encoder, SentenceTransformerEncoder
from xref.outlets import Directory
from xref.progress import Silent
from xref.tables import Articles, Blocks, checked


@dataclass(frozen=True)
class Compared:
    """What the rooms made of some articles."""

    claims: pd.DataFrame
    candidates: pd.DataFrame
    pairs: pd.DataFrame
    signals: pd.DataFrame


@lru_cache(maxsize=1)
def cache() -> Cache:
    """The user's cache of vectors and verdicts."""
    return Cache(default_folder() / "values.sqlite")


@lru_cache(maxsize=1)
def encoder(config: EmbedConfig) -> Encoder:
    """The embedding model, loaded once for all articles of a benchmark."""
    return SentenceTransformerEncoder(config)


@lru_cache(maxsize=1)
def reader(config: CompareConfig) -> CrossEncoder | None:
    """The cross-encoder, loaded once."""
    return cross_encoder.load(config)


def articles_of(rows: list[dict[str, Any]]) -> pd.DataFrame:
    """Table of `Articles` from rows with id, outlet, title, published and text."""
    table = {name: [row.get(name) or "" for row in rows] for name in ("title", "text")}
    table["published"] = [_iso(row.get("published") or "") for row in rows]
    names = [row["id"] for row in rows]
    outlets = [row.get("outlet") or "unknown" for row in rows]
    rest = dict.fromkeys(("authors", "url", "sha256", "utc_offset"), "")
    fixed = {"article_id": names, "path": names, "outlet": outlets, "language": "en", "words": 1}
    return checked(Articles, pd.DataFrame({**table, **rest, **fixed, "outlet_from": "metadata"}))


def _iso(text: str) -> str:
    """A date in any of the data's forms as ISO 8601, "" where it is none."""
    moment = pd.to_datetime(text, errors="coerce", utc=True)
    return "" if pd.isna(moment) else str(moment.date())


def blocks_of(articles: pd.DataFrame) -> pd.DataFrame:
    """Table of `Blocks`: every line is a paragraph."""
    plain = {"kind": "paragraph", "section": "", "credited": ""}
    rows = [
        {"article_id": key, "start": line.start(), "end": line.end(), "body": line.start(), **plain}
        for key, text in zip(articles["article_id"], articles["text"], strict=True)
        for line in re.finditer(r"[^\n]+", text)
    ]
    return checked(Blocks, pd.DataFrame(rows))


def compared(rows: list[dict[str, Any]], config: Config) -> Compared:
    """Claims of the articles and their judged pairs."""
    articles, quiet = articles_of(rows), Silent()
    found = claims.extract(articles, blocks_of(articles), config.claims, Directory(), quiet).claims
    vectors = embed.embed(found, articles, config.embed, cache(), quiet, encoder)
    grouped = stories.group(articles, vectors.articles, config.stories)
    candidates = match.propose(found, grouped.stories, grouped.neighbours, vectors.claims, config.match)
    judged = compare.judge(candidates, found, config.compare, cache(), quiet, reader)
    return Compared(found, candidates, judged.pairs, judged.signals)
