"""Clusters as the page shows them: positions side by side, each with its origins and who carries them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from string import ascii_uppercase

from xref.report.charts import timeline
from xref.report.headings import heading
from xref.report.index import Index, Record
from xref.report.next_steps import next_steps
from xref.report.quotes import quote_view
from xref.report.views import Chip, Cluster, Counts, Line, Origin, Position, Reason
from xref.report.wording import (
    CREDIBILITY,
    STATUS_LABELS,
    clipped,
    day,
    listed,
    plural,
    readable_dates,
    sentence_case,
    shown,
)

QUOTES_SHOWN = 2
QUOTES_FOLDED = 12
ORIGINS_SHOWN = 4
ORIGINS_FOLDED = 16
POSITIONS_SHOWN = 6
REASONS_SHOWN = 4
CONFLICTS_NAMED = 4
LINES_BESIDE = 3
OUTLETS_OF_A_TEXT = 8

_RELATIONS = {"conflict": "contradicts", "update": "is updated by"}
_ORIGIN_KINDS = {
    "speaker": "speaker",
    "anonymous": "unnamed source",
    "agency": "news agency",
    "document": "document",
    "social": "social media",
    "outlet": "outlet",
    "missing": "not in this folder",
}


def cluster_view(cluster: Record, index: Index) -> Cluster:
    """The cluster with its positions, the reasons for conflicts and the next steps."""
    leading_first = index.cluster_positions.get(cluster.cluster_id, [])
    positions = _in_order(leading_first, cluster.status)
    letters = {position.position_id: letter(at) for at, position in enumerate(positions)}
    claims = [claim for position in positions for claim in index.position_claims.get(position.position_id, [])]
    reasons = _reasons(index.cluster_pairs.get(cluster.cluster_id, []), letters, index)
    return Cluster(
        anchor=f"c-{cluster.cluster_id}",
        cluster_id=cluster.cluster_id,
        heading=heading(cluster, index, 240),
        status=Chip(cluster.status, STATUS_LABELS[cluster.status]),
        standing=standing(cluster),
        verdict=_verdict(
            cluster, positions, [reason.between for reason in reasons if reason.relation == "contradicts"]
        ),
        counts=counts(cluster),
        credibility=_credibility(cluster, [letters[position.position_id] for position in leading_first]),
        first=_first(cluster),
        positions=tuple(_position(p, letters[p.position_id], index) for p in positions[:POSITIONS_SHOWN]),
        more_positions=_more(len(positions) - POSITIONS_SHOWN, "position", "positions.csv"),
        why="Why they conflict" if all(r.relation == "contradicts" for r in reasons) else "Why they differ",
        reasons=reasons[:REASONS_SHOWN],
        more_reasons=_more(len(reasons) - REASONS_SHOWN, "reason", "pairs.csv"),
        next_steps=next_steps(cluster, positions, index),
        timeline=timeline(positions, letters, index),
        outlets=tuple(sorted({shown(claim.outlet) for claim in claims})),
    )


def line_view(cluster: Record, index: Index) -> Line:
    """A cluster without a second origin as one row: its leading answer, and what else is said beside it."""
    positions = index.cluster_positions.get(cluster.cluster_id, [])
    everybodys = [claim for position in positions for claim in index.position_claims.get(position.position_id, [])]
    claims = index.position_claims.get(positions[0].position_id, []) if positions else []
    claims = sorted(claims, key=lambda claim: bool(_copied(claim, index)))
    origin = index.origin_of.get(claims[0].claim_id) if claims else None
    outlets = tuple(sorted({shown(claim.outlet) for claim in claims}))
    steps = next_steps(cluster, positions, index)
    reprints = most_reprints(cluster, index)
    return Line(
        anchor=f"c-{cluster.cluster_id}",
        heading=_statement(positions[0], 220) if positions else heading(cluster, index, 220),
        beside=tuple(_beside(position, index) for position in positions[1 : LINES_BESIDE + 1]),
        reprints=f"one text in {reprints:,} articles" if reprints > 1 else "",
        outlet=listed(outlets, OUTLETS_OF_A_TEXT if reprints > 1 else 3),
        path=clipped(shown(claims[0].path), 60) if claims else "",
        copied=clipped(sentence_case(_copied(claims[-1], index)), 200) if reprints > 1 else "",
        date=day(claims[0].published[:10]) if claims else "",
        origin=shown(origin.origin) if origin else "",
        kind=_kind(origin) if origin else "",
        next_step=steps[0] if steps else "",
        outlets=tuple(sorted({shown(claim.outlet) for claim in everybodys})),
    )


def most_reprints(cluster: Record, index: Index) -> int:
    """How many articles print one and the same text of the leading answer; 1 where none is reprinted."""
    leading = index.cluster_positions.get(cluster.cluster_id, [])[:1]
    paths = {claim.path for position in leading for claim in index.position_claims.get(position.position_id, [])}
    return max(len(text) for text in index.texts.among(paths)) if len(paths) > 1 else 1


def _copied(claim: Record, index: Index) -> str:
    """Why a claim is taken for copied text, "" where it is not."""
    origin = index.origin_of.get(claim.claim_id)
    reason = shown(origin.reason) if origin else ""
    return reason if "copied text" in reason else ""


def _beside(position: Record, index: Index) -> str:
    """Another answer of the same cluster, with who gives it."""
    claims = index.position_claims.get(position.position_id, [])
    outlets = listed(sorted({shown(claim.outlet) for claim in claims}), 3)
    return f"{_statement(position, 160)} ({outlets})"


def _statement(position: Record, limit: int) -> str:
    return clipped(sentence_case(readable_dates(shown(position.statement))), limit)


def _kind(origin: Record) -> str:
    """The kind of an origin, "" where its name says it already."""
    kind = _ORIGIN_KINDS[origin.origin_kind]
    said = origin.origin_kind in ("outlet", "missing") or kind in origin.origin or origin.origin.startswith("unnamed")
    return "" if said else kind


def letter(at: int) -> str:
    """Mark of a position: A for the first, Z for the 26th, then numbers."""
    return ascii_uppercase[at] if at < len(ascii_uppercase) else str(at + 1)


def standing(cluster: Record) -> str:
    """The IPCC line: "Medium evidence, low agreement"."""
    return f"{sentence_case(cluster.evidence)} evidence, {cluster.agreement} agreement"


def counts(row: Record) -> Counts:
    """The three counts of a cluster or position."""
    return Counts(
        plural(row.articles, "article"),
        plural(row.outlets, "outlet"),
        plural(row.origins, "independent origin"),
    )


def _in_order(positions: Sequence[Record], status: str) -> list[Record]:
    """Answers that followed one another by time, where each has one; others with the leading one first."""
    if status == "updated" and all(position.first_published for position in positions):
        return sorted(positions, key=lambda position: position.first_published)
    return list(positions)


def _credibility(cluster: Record, letters: Sequence[str]) -> str:
    of_leader = f" of {letters[0]}" if len(letters) > 1 else ""
    number = cluster.information_credibility
    return f"Information credibility{of_leader}, suggested: {number}, {CREDIBILITY[number]}"


def _verdict(cluster: Record, positions: Sequence[Record], conflicts: Sequence[str]) -> str:
    verdicts = {
        "disputed": _disputed(len(positions), conflicts),
        "updated": _updated(positions),
        "corroborated": _agreed(cluster, positions),
        "echoed": _echoed(cluster, positions),
        "single-origin": "Told in one text; reprints of that text add nothing.",
    }
    return verdicts[cluster.status]


def _disputed(number: int, conflicts: Sequence[str]) -> str:
    if number < 3 or not conflicts:
        return f"{plural(number, 'answer')} that can't all hold."
    pairs = "; ".join(conflicts[:CONFLICTS_NAMED]) + (" and others" if len(conflicts) > CONFLICTS_NAMED else "")
    return f"{plural(number, 'answer')}, of which these can't both hold: {pairs}."


def _updated(positions: Sequence[Record]) -> str:
    if any(position.first_published for position in positions):
        return "Later reports replace an earlier figure or state."
    return "One figure or state seems to follow the other; none of the reports is dated."


def _echoed(cluster: Record, positions: Sequence[Record]) -> str:
    if any(position.origins > 1 for position in positions):
        return "Repeated, and the origins behind it are not sure enough to call it corroborated."
    if len(positions) > 1 and cluster.origins > 1:
        return "No answer has two independent origins; the answers can hold beside each other."
    return "All reports go back to one origin." if cluster.outlets > 1 else "Repeated by one outlet alone."


def _agreed(cluster: Record, positions: Sequence[Record]) -> str:
    if len(positions) > 1:
        behind = plural(positions[0].origins, "independent origin")
        return f"{behind} behind answer A; the other answers can hold beside it."
    return f"{plural(cluster.origins, 'independent origin')} give the same answer."


def _position(position: Record, mark: str, index: Index) -> Position:
    origins = _origins(index.position_claims.get(position.position_id, []), index)
    folded = origins[ORIGINS_SHOWN:ORIGINS_FOLDED]
    return Position(
        letter=mark,
        statement=_statement(position, 300),
        counts=counts(position),
        first=_first(position) if position.first_outlet else "",
        origins=origins[:ORIGINS_SHOWN],
        more_origins=folded,
        more_label=plural(len(folded), "more origin"),
        left_out=_more(len(origins) - ORIGINS_FOLDED, "origin", "origins.csv"),
    )


def _origins(claims: Iterable[Record], index: Index) -> tuple[Origin, ...]:
    by_origin: dict[str, list[Record]] = {}
    for claim in claims:
        origin = index.origin_of.get(claim.claim_id)
        by_origin.setdefault(origin.origin_id if origin else claim.claim_id, []).append(claim)
    views = [_origin(members, index) for members in by_origin.values()]
    return tuple(sorted(views, key=lambda view: -len(view.quotes) - len(view.more_quotes)))


def _origin(claims: list[Record], index: Index) -> Origin:
    records = [index.origin_of[claim.claim_id] for claim in claims if claim.claim_id in index.origin_of]
    first = records[0] if records else None
    outlets = list(dict.fromkeys(shown(claim.outlet) for claim in claims))
    reasons = list(dict.fromkeys(_alone(shown(record.reason)) for record in records if record.reason))
    passages = _distinct(claims)
    chains = list(dict.fromkeys(shown(r.chain) for r in records if r.chain.count("←") > 1))
    return Origin(
        name=shown(first.origin) if first else outlets[0],
        kind=_kind(first) if first else "",
        missing=bool(first and not first.in_corpus and first.origin_kind != "speaker"),
        reason=clipped(" ".join(sentence_case(reason.rstrip(".")) + "." for reason in reasons[:3]), 360),
        chains=tuple(clipped(chain, 160) for chain in chains[:4]),
        carried_by=listed(outlets, 8),
        quotes=tuple(quote_view(same, index) for same in passages[:QUOTES_SHOWN]),
        more_quotes=tuple(quote_view(same, index) for same in passages[QUOTES_SHOWN:QUOTES_FOLDED]),
        left_out=_more(len(passages) - QUOTES_FOLDED, "passage", "claims.csv"),
    )


def _alone(reason: str) -> str:
    """The reason without the other articles it holds for: the page shows those below it."""
    return reason.split("; so has ")[0]


def _distinct(claims: list[Record]) -> list[list[Record]]:
    """Claims by the words of their quote, the first of each first."""
    by_words: dict[str, list[Record]] = {}
    for claim in claims:
        by_words.setdefault(" ".join(claim.quote.split()).casefold(), []).append(claim)
    return list(by_words.values())


def _reasons(pairs: Iterable[Record], letters: dict[str, str], index: Index) -> tuple[Reason, ...]:
    """The strongest pair of each two positions, conflicts first; where two conflict, what else relates them is left to
    pairs.csv."""
    best: dict[tuple[str, str, str], Record] = {}
    for pair in sorted(pairs, key=lambda p: (-p.score, p.claim_a, p.claim_b)):
        a, b = index.claims[pair.claim_a], index.claims[pair.claim_b]
        ends = sorted((letters.get(a.position_id, "?"), letters.get(b.position_id, "?")))
        best.setdefault((ends[0], ends[1], pair.relation), pair)
    conflicts = {ends[:2] for ends in best if ends[2] == "conflict"}
    told = [(ends, pair) for ends, pair in best.items() if ends[2] == "conflict" or ends[:2] not in conflicts]
    told.sort(key=lambda item: (item[0][2] != "conflict", item[0]))
    return tuple(_reason(pair, ends, letters, index) for ends, pair in told)


def _reason(pair: Record, ends: tuple[str, str, str], letters: dict[str, str], index: Index) -> Reason:
    """The pair in words; of a conflict the first position first, of an update the earlier report."""
    pair_claims = [index.claims[pair.claim_a], index.claims[pair.claim_b]]
    order = {"conflict": lambda c: letters.get(c.position_id, "?"), "update": lambda c: c.published or "9999"}
    one, two = sorted(pair_claims, key=order[pair.relation])
    return Reason(
        relation=_RELATIONS[pair.relation],
        between=ends[0] if ends[0] == ends[1] else f"{ends[0]} and {ends[1]}",
        sentence=sentence_case(shown(pair.reason)),
        quote_a=clipped(shown(one.quote), 160),
        outlet_a=shown(one.outlet),
        quote_b=clipped(shown(two.quote), 160),
        outlet_b=shown(two.outlet),
    )


def _first(row: Record) -> str:
    if not row.first_outlet:
        return "Dates don't tell who was first."
    return f"First seen: {shown(row.first_outlet)}, {day(row.first_published)}" if row.first_published else ""


def _more(number: int, noun: str, file: str) -> str:
    return f"{plural(number, f'more {noun}')} in {file}." if number > 0 else ""
