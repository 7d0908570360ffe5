"""How each outlet's and speaker's claims fared against independent origins; a source is never its own witness."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

import pandas as pd

from xref.config import SourceConfig
from xref.reliability.firsts import first_of, span
from xref.reliability.ledger import Ledger, grouped
from xref.reliability.weighing import Weighed
from xref.texts import Texts
from xref.values import ABSENT, ARROW, Quantity, from_json

_SPEAKER_KINDS = ("person", "organisation", "document", "social", "outlet")


def stand(
    ledger: Ledger,
    articles: pd.DataFrame,
    copies: pd.DataFrame,
    findings: pd.DataFrame,
    updates: pd.DataFrame,
    weighed: Weighed,
) -> pd.DataFrame:
    """One row a source, without the columns that depend on the config.

    Parameters
    ----------
    ledger : claims with positions and origins.
    articles, copies, findings : tables of the rooms before.
    updates : judged pairs of claims whose relation is `update`.
    weighed : estimates by witness (`outlet:NAME`, `speaker:NAME`).
    """
    rows = ledger.rows.assign(fate=_fates(ledger, Texts(copies)), copied=_copied(ledger.rows, articles, copies))
    record = _Record(_corrections(rows, updates), _firsts(rows), _misquoted(findings), weighed)
    of_outlet, of_speaker = grouped(rows, "outlet"), grouped(rows, "speaker")
    written = Counter(articles["outlet"])
    table = []
    for name in sorted(written):
        mine = of_outlet.get(name, [])
        answered = [row for row in mine if row.voice == "outlet" and not row.relayed_from]
        table.append(_row("outlet", name, mine, answered, record))
        table[-1]["articles"] = written[name]
    for name, some in of_speaker.items():
        mine = [row for row in some if row.speaker_kind in _SPEAKER_KINDS]
        if name and mine and name not in written:
            table.append(_row("speaker", name, mine, mine, record))
    return pd.DataFrame(table)


@dataclass(frozen=True)
class _Record:
    """What is known of sources beside their own claims, by `outlet:NAME` or `speaker:NAME`.

    `misquoted` has the numbers of the findings of misquotation by claim.
    """

    corrections: Mapping[str, int]
    firsts: Mapping[str, list[float | None]]
    misquoted: Mapping[str, set[int]]
    weighed: Weighed


def _row(kind: str, name: str, mine: Sequence[Any], answered: Sequence[Any], record: _Record) -> dict[str, object]:
    key = f"{kind}:{name}"
    estimate = record.weighed.worth.get(key, record.weighed.stranger)
    leads = [lead for lead in record.firsts.get(key, ()) if lead is not None]
    fates = Counter(row.fate for row in answered)
    return {
        "source": name,
        "kind": kind,
        "articles": len({row.article_id for row in mine}),
        "claims": len(mine),
        "own_voice": len(answered) if kind == "outlet" else 0,
        **{fate: fates[fate] for fate in ("corroborated", "disputed", "echoed", "single_origin")},
        "first_reports": len(record.firsts.get(key, ())),
        "median_lead_hours": median(leads) if leads else float("nan"),
        "relayed_share": _share(row.relayed_from != "" for row in mine),
        "copied_share": _share(row.copied for row in mine),
        "anonymous_share": _share(row.speaker_kind == "anonymous" for row in mine),
        "misquotations": len(set[int]().union(*(record.misquoted.get(row.claim_id, set()) for row in mine))),
        "corrections": record.corrections.get(key, 0),
        "reliability": estimate.mean,
        "low": estimate.low,
        "high": estimate.high,
        "items": estimate.items,
    }


def _share(flags: Iterable[bool]) -> float:
    told = list(flags)
    return sum(told) / len(told) if told else 0.0


def _misquoted(findings: pd.DataFrame) -> dict[str, set[int]]:
    """Numbers of the findings of misquotation by the claims that they concern."""
    found: dict[str, set[int]] = {}
    for number, text in enumerate(findings.loc[findings["kind"] == "misquotation", "claim_ids"]):
        for claim in text.split():
            found.setdefault(claim, set()).add(number)
    return found


def _fates(ledger: Ledger, texts: Texts) -> list[str]:
    """What became of each claim: who else, of another origin, carries its position or one that conflicts with it.

    Without such a one it is echoed where its position is told in several texts; reprints of a text are that text.
    """
    backing: dict[str, set[tuple[str, str]]] = {}
    carrying: dict[str, set[str]] = {}
    names = ("position_id", "origin_id", "path", "outlet", "voice", "witness")
    columns = [ledger.rows[name].tolist() for name in names]
    for position, origin, path, _, _, witness in zip(*columns, strict=True):
        backing.setdefault(position, set()).add((origin, witness))
        carrying.setdefault(position, set()).add(path)
    opposed: dict[str, set[str]] = {}
    for a, b in ledger.relations.loc[ledger.relations["relation"] == "conflict", ["a", "b"]].itertuples(index=False):
        opposed.setdefault(a, set()).add(b)
        opposed.setdefault(b, set()).add(a)

    retold = {p for p, paths in carrying.items() if texts.are_several(paths)}

    def independent(position: str, origin: str, own: set[str]) -> bool:
        return any(other != origin and witness not in own for other, witness in backing[position])

    fates = []
    for position, origin, _, outlet, voice, witness in zip(*columns, strict=True):
        own = {witness, f"outlet:{outlet}"} if voice == "outlet" else {witness}
        if any(independent(other, origin, own) for other in opposed.get(position, ())):
            fates.append("disputed")
        elif independent(position, origin, own):
            fates.append("corroborated")
        else:
            fates.append("echoed" if position in retold else "single_origin")
    return fates


def _copied(rows: pd.DataFrame, articles: pd.DataFrame, copies: pd.DataFrame) -> list[bool]:
    """Whether each claim's words stand in another article that its own article copies from.

    Where dates don't tell who copied, the claim's way back does: it leads to another outlet, or it does not.
    """
    texts = {path: _folded(text) for path, text in zip(articles["path"], articles["text"], strict=True)}
    sources: dict[str, dict[str, bool]] = {}
    for a, b, kind, earlier in copies[["path_a", "path_b", "kind", "earlier"]].itertuples(index=False):
        is_told = earlier in (a, b) or kind == "shared-wire"
        if earlier != a or kind == "shared-wire":
            sources.setdefault(a, {})[b] = is_told
        if earlier != b or kind == "shared-wire":
            sources.setdefault(b, {})[a] = is_told
    outlets = set(articles["outlet"])
    copied = []
    for path, quote, outlet, witness, chain in rows[["path", "quote", "outlet", "witness", "chain"]].itertuples(
        index=False
    ):
        upper = [*chain.split(ARROW), ""][1]
        leads_on = upper != outlet and (upper in outlets or upper.endswith(ABSENT))
        theirs = any(
            (is_told or leads_on) and _folded(quote) in texts.get(other, "")
            for other, is_told in sorted(sources.get(path, {}).items())
        )
        copied.append(theirs and witness != f"outlet:{outlet}")
    return copied


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _voice(row: Any) -> str:
    """Who says a claim: a speaker, the outlet itself, or somebody unnamed whom the outlet has."""
    if row.voice == "outlet":
        return f"outlet:{row.outlet}"
    named = row.speaker and row.speaker_kind in _SPEAKER_KINDS
    return f"speaker:{row.speaker}" if named else f"anonymous:{row.outlet}"


def _corrections(rows: pd.DataFrame, updates: pd.DataFrame) -> dict[str, int]:
    """By source: its own earlier claims whose figure its own later claim lowers."""
    by_id: dict[str, Any] = {str(row.claim_id): row for row in rows.itertuples(index=False)}
    corrected: dict[str, set[str]] = {}
    for a, b in updates[["claim_a", "claim_b"]].itertuples(index=False):
        if a not in by_id or b not in by_id:
            continue
        one, two = by_id[a], by_id[b]
        who = _voice(one)
        early, late = sorted((one, two), key=lambda row: row.published)
        if who == _voice(two) and _precedes(early.published, late.published) and _lowers(early, late):
            corrected.setdefault(who, set()).add(early.position_id)
    return {who: len(ids) for who, ids in corrected.items()}


def _precedes(earlier: str, later: str) -> bool:
    one, two = span(earlier), span(later)
    return bool(one and two and one[1] <= two[0])


def _lowers(early: Any, late: Any) -> bool:
    """Whether a figure of the same thing is lower in the later claim."""
    before = _figures(early.quantities)
    return any(key in before and value < before[key] for key, value in _figures(late.quantities).items())


def _figures(text: str) -> dict[tuple[str, str, str], float]:
    return {
        (q.unit, q.counted, q.measure): q.value for q in from_json(Quantity, text) if q.value is not None and not q.part
    }


def _firsts(rows: pd.DataFrame) -> dict[str, list[float | None]]:
    """By source: leads in hours (None where unknown) in the clusters that it was first with.

    Counted are clusters that two outlets or more carry. An outlet is first before the others, a speaker before
    everybody else who says something in it, be it an outlet in its own voice.
    """
    found: dict[str, list[float | None]] = {}
    for group in grouped(rows, "cluster_id").values():
        if len({row.outlet for row in group}) < 2:
            continue
        outlets = [(f"outlet:{row.outlet}", row.published) for row in group]
        voices = [(_voice(row), row.published) for row in group]
        for kind, reports in (("outlet:", outlets), ("speaker:", voices)):
            first = first_of(reports)
            if first.outlet.startswith(kind) and len({who for who, _ in reports}) > 1:
                found.setdefault(first.outlet, []).append(first.lead_hours)
    return found


def letters(sources: Iterable[SourceConfig]) -> dict[str, str]:
    """Admiralty letters of the user's config by source name."""
    return {source.name: source.reliability for source in sources if source.reliability}
