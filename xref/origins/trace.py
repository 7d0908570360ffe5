"""Copies, citations, the origin of every claim and findings: the one function that the pipeline calls."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

import pandas as pd

from xref.config import OriginsConfig
from xref.origins.citations import cite
from xref.origins.copies import find_copies
from xref.origins.credits import WHOLE, Credit, credits_of
from xref.origins.evidence import Evidence, by_position, gather
from xref.origins.families import with_families
from xref.origins.findings import find
from xref.origins.graph import build
from xref.origins.passages import CopiedPassages
from xref.origins.roots import Circle, Corpus, Origin, resolve
from xref.origins.rows import rows
from xref.origins.same_wire import with_same_wire
from xref.origins.settling import settle
from xref.outlets import UNKNOWN, Directory
from xref.tables import Origins, checked
from xref.texts import ONE_TEXT

_UNHEARD = ("boilerplate", "caption")


@dataclass(frozen=True)
class Traced:
    """What the room hands on; see `xref.tables` for the columns."""

    copies: pd.DataFrame
    citations: pd.DataFrame
    origins: pd.DataFrame
    findings: pd.DataFrame


def trace(
    articles: pd.DataFrame,
    blocks: pd.DataFrame,
    claims: pd.DataFrame,
    attributions: pd.DataFrame,
    pairs: pd.DataFrame,
    memberships: pd.DataFrame,
    config: OriginsConfig,
    directory: Directory,
) -> Traced:
    """Who copies, credits and quotes whom, and where every claim comes from.

    Within a position, claims that share an origin share its origin_id: the number of different ones is the number of
    independent origins behind the position, and no copy of an article adds to it.

    Parameters
    ----------
    articles, blocks, claims, attributions, pairs, memberships : tables of the rooms before.
    config : thresholds of copying.
    directory : known outlets, agencies and families.
    """
    credits = credits_by_article(articles, blocks, directory)
    agencies = _agencies(credits)
    copied = find_copies(articles, blocks, agencies, config)
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    evidence = settle(gather(claims, articles, credits, directory), texts, memberships)
    outlets = frozenset(directory.normal(name) for name in articles["outlet"].unique()) - {UNKNOWN}
    passages = CopiedPassages(copied.table, copied.runs)
    credited = {name for one in evidence for name in (one.relayed_from, one.whole_credit)}
    corpus = Corpus(outlets, directory, outlets - credited - _writing(articles, copied.table, directory))
    origins, circles = _resolve(evidence, memberships, passages, corpus)
    return Traced(
        with_same_wire(copied, articles, agencies),
        cite(articles, credits, attributions, directory),
        checked(Origins, pd.DataFrame({f.name: [getattr(one, f.name) for one in origins] for f in fields(Origin)})),
        find(evidence, pairs, origins, circles, outlets, texts),
    )


def _resolve(
    evidence: Sequence[Evidence], memberships: pd.DataFrame, passages: CopiedPassages, corpus: Corpus
) -> tuple[list[Origin], list[Circle]]:
    origins: list[Origin] = []
    circles: list[Circle] = []
    for _, claims in sorted(by_position(evidence, memberships).items()):
        some, rings = resolve(with_families(build(claims, passages), corpus.directory), corpus)
        origins += some
        circles += rings
    return sorted(origins, key=lambda one: one.claim_id), circles


def _writing(articles: pd.DataFrame, copies: pd.DataFrame, directory: Directory) -> frozenset[str]:
    """The outlets with an article that is no print of another outlet's text."""
    outlet_of = {path: directory.normal(outlet) for path, outlet in rows(articles, "path", "outlet")}
    alike = copies.loc[copies["kind"].isin(ONE_TEXT)]
    pairs = [(a, b) for a, b in rows(alike, "path_a", "path_b") if outlet_of[a] != outlet_of[b]]
    shared = {path for pair in pairs for path in pair}
    return frozenset(outlet for path, outlet in outlet_of.items() if path not in shared)


def agencies_credited(articles: pd.DataFrame, blocks: pd.DataFrame, directory: Directory) -> dict[str, str]:
    """The agency that each article credits, by article_id, for those that credit one."""
    return _agencies(credits_by_article(articles, blocks, directory))


def _agencies(credits: Mapping[str, Sequence[Credit]]) -> dict[str, str]:
    return {article: wire for article, told in credits.items() if (wire := _wire(told))}


def credits_by_article(articles: pd.DataFrame, blocks: pd.DataFrame, directory: Directory) -> dict[str, list[Credit]]:
    """What each article credits, its boilerplate and captions unread, its labelled source lines included."""
    of_article: dict[str, list[tuple[int, int, str, str]]] = defaultdict(list)
    for article, *block in rows(blocks, "article_id", "start", "end", "kind", "credited"):
        of_article[article].append(tuple(block))
    found = {}
    for row in rows(articles, "article_id", "text", "authors", "outlet"):
        own = directory.normal(row.outlet)
        labelled = _labelled(of_article.get(row.article_id, []), own, directory)
        read = _blanked(row.text, of_article.get(row.article_id, []))
        found[row.article_id] = labelled + credits_of(read, row.authors, row.outlet, directory)
    return found


def _labelled(blocks: Sequence[tuple[int, int, str, str]], own: str, directory: Directory) -> list[Credit]:
    """Credits by a label: `Source: Financial Times` is for the whole article, `Quote from the FT:` for its block."""
    return [
        Credit(name, directory.is_agency(name), WHOLE if kind == "source" else "passage", start, end)
        for start, end, kind, credited in blocks
        if credited and (name := directory.normal(credited)) != own
    ]


def _blanked(text: str, blocks: Sequence[tuple[int, int, str, str]]) -> str:
    """The text with boilerplate and captions as blanks, so that every offset stays."""
    for start, end, kind, _ in blocks:
        if kind in _UNHEARD:
            text = text[:start] + " " * (min(end, len(text)) - start) + text[end:]
    return text


def _wire(credits: Sequence[Credit]) -> str:
    """The agency that an article credits, for the whole of it before parts of it."""
    told = sorted((c for c in credits if c.is_agency), key=lambda c: (c.scope != WHOLE, c.start))
    return told[0].cited if told else ""
