"""How each outlet's and speaker's claims fared against independent origins; a source is never its own witness."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import pandas as pd

from xref.config import SourceConfig
from xref.reliability.firsts import first_of, span
from xref.reliability.ledger import Ledger
from xref.reliability.weighing import Weighed
from xref.values import Quantity, from_json

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
    rows = ledger.rows.assign(fate=_fates(ledger), copied=_copied(ledger.rows, articles, copies))
    corrections = _corrections(rows, updates)
    firsts = _firsts(rows)
    misquoted = findings.loc[findings["kind"] == "misquotation"]
    outlets = set(articles["outlet"])
    spoken = rows[rows["speaker_kind"].isin(_SPEAKER_KINDS) & rows["speaker"].ne("") & ~rows["speaker"].isin(outlets)]
    table = []
    for name in sorted(outlets):
        mine = rows[rows["outlet"] == name]
        answered = mine[(mine["voice"] == "outlet") & (mine["relayed_from"] == "")]
        table.append(_row("outlet", name, mine, answered, misquoted, corrections, firsts, weighed))
        table[-1]["articles"] = int((articles["outlet"] == name).sum())
    for name, mine in sorted(spoken.groupby("speaker")):
        table.append(_row("speaker", str(name), mine, mine, misquoted, corrections, firsts, weighed))
    return pd.DataFrame(table)


def _row(
    kind: str,
    name: str,
    mine: pd.DataFrame,
    answered: pd.DataFrame,
    misquoted: pd.DataFrame,
    corrections: Mapping[str, int],
    firsts: Mapping[str, list[float | None]],
    weighed: Weighed,
) -> dict[str, object]:
    key = f"{kind}:{name}"
    estimate = weighed.worth.get(key, weighed.stranger)
    leads = [lead for lead in firsts.get(key, []) if lead is not None]
    ids = set(mine["claim_id"])
    return {
        "source": name,
        "kind": kind,
        "articles": mine["article_id"].nunique(),
        "claims": len(mine),
        "own_voice": len(answered) if kind == "outlet" else 0,
        **{
            fate: int((answered["fate"] == fate).sum())
            for fate in ("corroborated", "disputed", "echoed", "single_origin")
        },
        "first_reports": len(firsts.get(key, [])),
        "median_lead_hours": float(pd.Series(leads).median()) if leads else float("nan"),
        "relayed_share": _share(mine["relayed_from"].ne("")),
        "copied_share": _share(mine["copied"]),
        "anonymous_share": _share(mine["speaker_kind"].eq("anonymous")),
        "misquotations": sum(bool(ids & set(text.split())) for text in misquoted["claim_ids"]),
        "corrections": corrections.get(key, 0),
        "reliability": estimate.mean,
        "low": estimate.low,
        "high": estimate.high,
        "items": estimate.items,
    }


def _share(flags: pd.Series[bool]) -> float:
    return float(flags.mean()) if len(flags) else 0.0


def _fates(ledger: Ledger) -> list[str]:
    """What became of each claim: who else, of another origin, carries its position or one that conflicts with it."""
    rows = ledger.rows
    backing = {str(p): set(zip(g["origin_id"], g["witness"], strict=True)) for p, g in rows.groupby("position_id")}
    carriers = {str(p): set(g["outlet"]) for p, g in rows.groupby("position_id")}
    opposed: dict[str, set[str]] = {}
    for a, b in ledger.relations.loc[ledger.relations["relation"] == "conflict", ["a", "b"]].itertuples(index=False):
        opposed.setdefault(a, set()).add(b)
        opposed.setdefault(b, set()).add(a)

    def independent(position: str, origin: str, own: set[str]) -> bool:
        return any(other != origin and witness not in own for other, witness in backing[position])

    fates = []
    for position, origin, outlet, voice, witness in rows[
        ["position_id", "origin_id", "outlet", "voice", "witness"]
    ].itertuples(index=False):
        own = {witness, f"outlet:{outlet}"} if voice == "outlet" else {witness}
        if any(independent(other, origin, own) for other in opposed.get(position, ())):
            fates.append("disputed")
        elif independent(position, origin, own):
            fates.append("corroborated")
        else:
            fates.append("echoed" if len(carriers[position]) > 1 else "single_origin")
    return fates


def _copied(rows: pd.DataFrame, articles: pd.DataFrame, copies: pd.DataFrame) -> list[bool]:
    """Whether each claim's words stand in another article that its own article copies from."""
    texts = {path: _folded(text) for path, text in zip(articles["path"], articles["text"], strict=True)}
    sources: dict[str, set[str]] = {}
    for a, b, kind, earlier in copies[["path_a", "path_b", "kind", "earlier"]].itertuples(index=False):
        if earlier != a or kind == "shared-wire":
            sources.setdefault(a, set()).add(b)
        if earlier != b or kind == "shared-wire":
            sources.setdefault(b, set()).add(a)
    copied = []
    for path, quote, outlet, witness in rows[["path", "quote", "outlet", "witness"]].itertuples(index=False):
        theirs = any(_folded(quote) in texts.get(other, "") for other in sorted(sources.get(path, ())))
        copied.append(theirs and witness != f"outlet:{outlet}")
    return copied


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _answers_for(row: pd.Series[str]) -> str:
    """Who corrects when this claim is corrected: the speaker, else the outlet."""
    return f"outlet:{row['outlet']}" if row["voice"] == "outlet" else f"speaker:{row['speaker']}"


def _corrections(rows: pd.DataFrame, updates: pd.DataFrame) -> dict[str, int]:
    """By source: its own earlier claims whose figure its own later claim lowers."""
    by_id = rows.set_index("claim_id", drop=False)
    corrected: dict[str, set[str]] = {}
    for a, b in updates[["claim_a", "claim_b"]].itertuples(index=False):
        if a not in by_id.index or b not in by_id.index:
            continue
        one, two = by_id.loc[a], by_id.loc[b]
        who = _answers_for(one)
        early, late = sorted((one, two), key=lambda row: row["published"])
        if who == _answers_for(two) and _precedes(early["published"], late["published"]) and _lowers(early, late):
            corrected.setdefault(who, set()).add(str(early["position_id"]))
    return {who: len(ids) for who, ids in corrected.items()}


def _precedes(earlier: str, later: str) -> bool:
    one, two = span(earlier), span(later)
    return bool(one and two and one[1] <= two[0])


def _lowers(early: pd.Series[str], late: pd.Series[str]) -> bool:
    """Whether a figure of the same thing is lower in the later claim."""
    before = _figures(early["quantities"])
    return any(key in before and value < before[key] for key, value in _figures(late["quantities"]).items())


def _figures(text: str) -> dict[tuple[str, str, str], float]:
    return {
        (q.unit, q.counted, q.measure): q.value for q in from_json(Quantity, text) if q.value is not None and not q.part
    }


def _firsts(rows: pd.DataFrame) -> dict[str, list[float | None]]:
    """By outlet: leads in hours (None where unknown) in the clusters of two outlets or more that it was first with."""
    found: dict[str, list[float | None]] = {}
    for _, group in rows.groupby("cluster_id"):
        if group["outlet"].nunique() < 2:
            continue
        first = first_of(zip(group["outlet"], group["published"], strict=True))
        if first.outlet:
            found.setdefault(f"outlet:{first.outlet}", []).append(first.lead_hours)
    return found


def letters(sources: Iterable[SourceConfig]) -> dict[str, str]:
    """Admiralty letters of the user's config by source name."""
    return {source.name: source.reliability for source in sources if source.reliability}
