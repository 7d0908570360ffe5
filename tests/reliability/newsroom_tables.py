"""Tables of the rooms before, made from a few words a claim."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd

from xref.config import ReliabilityConfig, SourceConfig
from xref.reliability import Assessed, assess
from xref.tables import Articles, Claims, Copies, Findings, Memberships, Origins, Pairs, Stories, checked


@dataclass(frozen=True)
class Said:
    """One claim: who prints it, which position it takes, where it comes from."""

    outlet: str
    position: str
    origin: str = ""
    cluster: str = "c1"
    published: str = "2031-05-02"
    speaker: str = ""
    speaker_kind: str = ""
    statement: str = "Fourteen people died when the Varn bridge fell"
    article: str = ""
    origin_kind: str = ""
    stance: str = "asserts"
    quantities: str = "[]"
    names: str = "[]"
    relayed_from: str = ""
    origin_words: str = ""
    chain: str = ""
    text: str = ""


@dataclass
class Newsroom:
    """A small corpus after the rooms before."""

    said: list[Said]
    pairs: list[tuple[int, int, str]] = field(default_factory=list)
    copies: list[tuple[int, int, str, str]] = field(default_factory=list)
    findings: list[tuple[str, str, str, list[int]]] = field(default_factory=list)
    config: ReliabilityConfig = field(default_factory=ReliabilityConfig)
    sources: tuple[SourceConfig, ...] = ()

    def article_id(self, at: int) -> str:
        return self.said[at].article or f"a{at:03d}"

    def path(self, at: int) -> str:
        return f"{self.article_id(at)}.txt"

    def claim_id(self, at: int) -> str:
        return f"{self.article_id(at)}-{at}-{at + 9}"

    def tables(self) -> dict[str, pd.DataFrame]:
        claims = checked(Claims, pd.DataFrame([self._claim(at, one) for at, one in enumerate(self.said)]))
        articles = claims.drop_duplicates("article_id")
        texts = {self.article_id(at): one.text or one.statement for at, one in enumerate(self.said)}
        article_table = pd.DataFrame(
            {
                **dict.fromkeys(("title", "authors", "url", "sha256", "utc_offset"), ""),
                **{c: articles[c] for c in ("article_id", "path", "outlet", "published")},
                "text": articles["article_id"].map(texts),
                "language": "en",
                "words": 9,
                "outlet_from": "metadata",
            }
        )
        return {
            "articles": checked(Articles, article_table),
            "claims": claims,
            "stories": checked(Stories, pd.DataFrame({"article_id": articles["article_id"], "story_id": "s1"})),
            "pairs": checked(Pairs, pd.DataFrame([self._pair(*pair) for pair in self.pairs])),
            "memberships": checked(Memberships, self._memberships()),
            "copies": checked(Copies, pd.DataFrame([self._copy(*copy) for copy in self.copies])),
            "origins": checked(Origins, pd.DataFrame([self._origin(at, one) for at, one in enumerate(self.said)])),
            "findings": checked(Findings, pd.DataFrame([self._finding(*finding) for finding in self.findings])),
        }

    def assess(self) -> Assessed:
        return assess(**self.tables(), config=self.config, sources=self.sources)

    def _claim(self, at: int, one: Said) -> dict[str, object]:
        article = self.article_id(at)
        return {
            **dict.fromkeys(("speaker_role", "cue", "informant", "event_from", "event_to", "date_text"), ""),
            "claim_id": self.claim_id(at),
            "article_id": article,
            "path": f"{article}.txt",
            "outlet": one.outlet,
            "start": at,
            "end": at + 9,
            "quote": one.statement,
            "statement": one.statement,
            "voice": "attributed" if one.speaker else "outlet",
            "speaker": one.speaker,
            "speaker_kind": one.speaker_kind or ("person" if one.speaker else ""),
            "relayed_from": one.relayed_from,
            "stance_of_speaker": one.stance,
            "quantities": one.quantities,
            "names": one.names,
            "roles": "[]",
            "negated": False,
            "headline": False,
            "published": one.published,
            "sentence": at,
        }

    def _origin(self, at: int, one: Said) -> dict[str, object]:
        kind = one.origin_kind or ("speaker" if one.speaker else "outlet")
        words = one.origin_words or one.speaker or f"{one.outlet}, own reporting"
        return {
            "claim_id": self.claim_id(at),
            "origin_id": one.origin or f"o-{words}",
            "origin": words,
            "origin_kind": kind,
            "in_corpus": kind != "missing",
            "chain": one.chain or one.outlet,
            "reason": "",
        }

    def _memberships(self) -> pd.DataFrame:
        rows = [
            {"claim_id": self.claim_id(at), "cluster_id": one.cluster, "position_id": f"{one.cluster}-{one.position}"}
            for at, one in enumerate(self.said)
        ]
        return pd.DataFrame(rows)

    def _pair(self, a: int, b: int, relation: str) -> dict[str, object]:
        first, second = sorted((self.claim_id(a), self.claim_id(b)))
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

    def _copy(self, a: int, b: int, kind: str, earlier: str) -> dict[str, object]:
        return {
            "path_a": f"{self.article_id(a)}.txt",
            "path_b": f"{self.article_id(b)}.txt",
            "kind": kind,
            "containment_a_in_b": 1.0,
            "containment_b_in_a": 1.0,
            "wire": "",
            "earlier": earlier,
            "evidence": "",
        }

    def _finding(self, kind: str, subject: str, detail: str, at: list[int]) -> dict[str, object]:
        return {"kind": kind, "subject": subject, "detail": detail, "claim_ids": " ".join(map(self.claim_id, at))}
