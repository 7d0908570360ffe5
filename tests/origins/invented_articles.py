"""Small corpora of invented articles, as the tables that the room receives."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath

import pandas as pd

from xref.config import OriginsConfig, SourceConfig
from xref.origins import Traced, trace
from xref.outlets import Directory
from xref.tables import Articles, Attributions, Blocks, Claims, Memberships, Pairs, checked, empty


@dataclass(frozen=True)
class Article:
    """One article: its text says everything that the claims quote."""

    path: str
    outlet: str
    text: str
    published: str = "2031-05-02"
    authors: str = ""
    title: str = ""

    @property
    def article_id(self) -> str:
        return "a" + PurePosixPath(self.path).stem


@dataclass(frozen=True)
class Claim:
    """One claim: a passage of an article and who says it."""

    article: Article
    quote: str
    position: str = "p1"
    speaker: str = ""
    speaker_kind: str = ""
    relayed_from: str = ""
    speaker_role: str = ""
    informant: str = ""
    cue: str = ""
    headline: bool = False
    sentence: int | None = None

    @property
    def claim_id(self) -> str:
        start = self.article.text.index(self.quote)
        return f"{self.article.article_id}-{start}-{start + len(self.quote)}"

    def row(self) -> dict[str, object]:
        start = self.article.text.index(self.quote)
        return {
            **dict.fromkeys(("event_from", "event_to", "date_text"), ""),
            "claim_id": self.claim_id,
            "article_id": self.article.article_id,
            "path": self.article.path,
            "outlet": self.article.outlet,
            "start": start,
            "end": start + len(self.quote),
            "quote": self.quote,
            "statement": self.quote,
            "voice": "attributed" if self.speaker or self.speaker_kind else "outlet",
            "speaker": self.speaker,
            "speaker_kind": self.speaker_kind or ("person" if self.speaker else ""),
            "speaker_role": self.speaker_role,
            "cue": self.cue,
            "relayed_from": self.relayed_from,
            "informant": self.informant,
            "stance_of_speaker": "asserts",
            "quantities": "[]",
            "names": "[]",
            "roles": "[]",
            "negated": False,
            "headline": self.headline,
            "published": self.article.published,
            "sentence": start if self.sentence is None else self.sentence,
        }


@dataclass
class Corpus:
    """Claims with their articles, judged pairs, and what the user said of outlets."""

    claims: list[Claim] = field(default_factory=list)
    articles: list[Article] = field(default_factory=list)
    pairs: list[tuple[Claim, Claim, str]] = field(default_factory=list)
    sources: tuple[SourceConfig, ...] = ()
    config: OriginsConfig = field(default_factory=OriginsConfig)
    blocks: list[tuple[Article, str, str]] = field(default_factory=list)

    def trace(self, backwards: bool = False) -> Traced:
        step = -1 if backwards else 1
        return trace(
            self.article_table().iloc[::step],
            self._blocks(),
            self.claim_table().iloc[::step],
            _NO_ATTRIBUTIONS,
            self.pair_table().iloc[::step],
            self.memberships().iloc[::step],
            self.config,
            Directory(self.sources).with_folder_outlets(article.outlet for article in self._every()),
        )

    def _every(self) -> list[Article]:
        return list(dict.fromkeys([*self.articles, *(claim.article for claim in self.claims)]))

    def article_table(self) -> pd.DataFrame:
        every = self._every()
        table = pd.DataFrame(
            {
                **dict.fromkeys(("url", "sha256", "utc_offset"), ""),
                **{name: [getattr(a, name) for a in every] for name in ("article_id", "path", "outlet", "title")},
                **{name: [getattr(a, name) for a in every] for name in ("authors", "published", "text")},
                "language": "en",
                "words": 9,
                "outlet_from": "metadata",
            }
        )
        return checked(Articles, table)

    def claim_table(self) -> pd.DataFrame:
        return checked(Claims, pd.DataFrame([c.row() for c in self.claims]))

    def pair_table(self) -> pd.DataFrame:
        return checked(Pairs, pd.DataFrame([_pair(*pair) for pair in self.pairs]))

    def memberships(self) -> pd.DataFrame:
        rows = [{"claim_id": c.claim_id, "cluster_id": "c1", "position_id": c.position} for c in self.claims]
        return checked(Memberships, pd.DataFrame(rows))

    def counts(self, backwards: bool = False) -> dict[str, int]:
        """Independent origins by position."""
        position = {claim.claim_id: claim.position for claim in self.claims}
        told = self.trace(backwards).origins
        return {str(p): int(n) for p, n in told.groupby(told["claim_id"].map(position))["origin_id"].nunique().items()}

    def origin(self, claim: Claim) -> pd.Series:
        return self.trace().origins.set_index("claim_id").loc[claim.claim_id]

    def _blocks(self) -> pd.DataFrame:
        rows = []
        for article, kind, text in self.blocks:
            start = article.text.index(text)
            place = {"start": start, "end": start + len(text), "body": start}
            rows.append({"article_id": article.article_id, "kind": kind, "section": "", "credited": "", **place})
        return checked(Blocks, pd.DataFrame(rows))


_NO_ATTRIBUTIONS = empty(Attributions)


def _pair(a: Claim, b: Claim, relation: str) -> dict[str, object]:
    first, second = sorted((a.claim_id, b.claim_id))
    chances = {f"p_{kind}": 0.9 * (kind == relation) for kind in ("agree", "conflict", "update")}
    return {
        "claim_a": first,
        "claim_b": second,
        "relation": relation,
        "score": 0.9,
        **chances,
        "basis": "quantity",
        "reason": "",
    }
