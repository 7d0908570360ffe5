"""How well a run finds what readers found in the same articles: agreement, conflict, traps, copies, origins."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations, product

import pandas as pd
from events_gold import Fact, Gold, KnownOrigins, Mention, Passages, Position

Key = frozenset[str]
Verdicts = Mapping[Key, set[str]]


@dataclass(frozen=True, slots=True)
class Claim:
    """What the figures need of a claim."""

    claim_id: str
    path: str
    start: int
    end: int
    quote: str
    cluster_id: str
    position_id: str
    origin_id: str


@dataclass
class Figures:
    """Hits and how many there were to hit, by name of the figure; `misses` has an example line for each miss."""

    hits: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)
    misses: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def count(self, name: str, hit: bool, miss: str = "") -> None:
        """One more to hit; `miss` is told when it was not."""
        self.of[name] += 1
        self.hits[name] += hit
        if not hit and miss:
            self.misses[name].append(miss)

    def ratio(self, name: str) -> float | None:
        """Share of hits, None when there was nothing to hit."""
        return self.hits[name] / self.of[name] if self.of[name] else None

    def __add__(self, other: Figures) -> Figures:
        misses: dict[str, list[str]] = defaultdict(list)
        for figures in (self, other):
            for name, lines in figures.misses.items():
                misses[name] += lines
        return Figures(self.hits + other.hits, self.of + other.of, misses)


class Run:
    """A run's tables, looked up by passage and by pair."""

    def __init__(self, claims: pd.DataFrame, pairs: pd.DataFrame) -> None:
        columns = list(Claim.__dataclass_fields__)
        self.claims = [Claim(*row) for row in claims[columns].itertuples(index=False, name=None)]
        self._of_path: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            self._of_path[claim.path].append(claim)
        self.relation: dict[Key, str] = {
            frozenset((a, b)): relation
            for a, b, relation in zip(pairs["claim_a"], pairs["claim_b"], pairs["relation"], strict=True)
        }

    def at(self, mention: Mention) -> list[Claim]:
        """Claims that overlap the passage by half of the shorter of the two or more, the longest overlap first."""
        found = [(_overlap(mention, claim), claim) for claim in self._of_path[mention.article]]
        enough = [
            (shared, claim)
            for shared, claim in found
            if shared > 0 and shared >= 0.5 * min(mention.end - mention.start, claim.end - claim.start)
        ]
        return [claim for _, claim in sorted(enough, key=lambda one: (-one[0], one[1].claim_id))]

    def pairs(self, a: Mention, b: Mention) -> Iterator[tuple[Claim, Claim]]:
        """Every claim at the one passage with every claim at the other."""
        yield from ((x, y) for x, y in product(self.at(a), self.at(b)) if x.claim_id != y.claim_id)

    def told(self, x: Claim, y: Claim) -> str:
        """The relation the run gives the pair, `none` when it judged none."""
        return self.relation.get(_key(x, y), "none")


def score(
    gold: Gold,
    claims: pd.DataFrame,
    pairs: pd.DataFrame,
    copies: pd.DataFrame,
    citations: pd.DataFrame,
    positions: pd.DataFrame,
) -> Figures:
    """Every figure of one event.

    Parameters
    ----------
    gold : the annotation, placed in the texts.
    claims : with cluster_id, position_id and origin_id.
    pairs, copies, positions : the tables of the same names.
    citations : with the path of the article.
    """
    run, figures = Run(claims, pairs), Figures()
    verdicts: dict[Key, set[str]] = defaultdict(set)
    for fact in gold.facts:
        _score_agreement(fact, run, figures, verdicts)
        _score_relations(fact, run, figures, verdicts)
    _score_judged(gold, run, figures, verdicts)
    _score_traps(gold, run, figures, verdicts)
    _score_positions(run, figures, verdicts)
    _score_conflicts(run, figures, verdicts)
    _score_copies(gold, copies, figures)
    _score_credits(gold, citations, figures)
    _score_origins(gold, run, positions, figures)
    return figures


def _score_agreement(fact: Fact, run: Run, figures: Figures, verdicts: dict[Key, set[str]]) -> None:
    """`agree`: two passages of one position share a position; `linked`: they share a cluster."""
    for position in fact.positions:
        for a, b in combinations(position.mentions, 2):
            if a.article == b.article:
                continue
            pairs = list(run.pairs(a, b))
            for x, y in pairs:
                verdicts[_key(x, y)].add("same")
            figures.count("agree", any(map(_one_position, pairs)), f"{fact.id} {_shown(a)} ~ {_shown(b)}")
            figures.count("linked", any(map(_one_cluster, pairs)))


def _score_relations(fact: Fact, run: Run, figures: Figures, verdicts: dict[Key, set[str]]) -> None:
    """`conflict`, `update`: two positions that stand so have a pair marked so. `linked` counts them too."""
    for one, two in combinations(fact.positions, 2):
        kind = fact.relation(one, two)
        marks, linked = _marks(one, two, kind, run, verdicts)
        if kind == "compatible" or not _crosses(one, two):
            continue
        figures.count(kind, kind in marks, f"{fact.id} {fact.question} | {one.value} | {two.value}")
        figures.count("linked", linked)
        if kind == "update":
            figures.count("update as conflict", "conflict" in marks)


def _marks(one: Position, two: Position, kind: str, run: Run, verdicts: dict[Key, set[str]]) -> tuple[set[str], bool]:
    """The run's relations between two positions over different articles, and whether a cluster holds both."""
    marks, linked = set(), False
    for a, b in product(one.mentions, two.mentions):
        for x, y in run.pairs(a, b):
            verdicts[_key(x, y)].add(kind)
            if a.article != b.article:
                marks.add(run.told(x, y))
                linked |= _one_cluster((x, y))
    return marks, linked


def _score_judged(gold: Gold, run: Run, figures: Figures, verdicts: dict[Key, set[str]]) -> None:
    """`pair agree`, `pair conflict`, `pair update`: recall over passages that were judged pair by pair."""
    for judged in gold.judged:
        pairs = list(run.pairs(judged.a, judged.b))
        for x, y in pairs:
            verdicts[_key(x, y)].add("same" if judged.relation == "agree" else judged.relation)
        if judged.relation != "unrelated":
            miss = f"{_shown(judged.a)} ~ {_shown(judged.b)}"
            figures.count(f"pair {judged.relation}", _is_told(judged, pairs, run), miss)


def _is_told(judged: Passages, pairs: list[tuple[Claim, Claim]], run: Run) -> bool:
    is_agreement = judged.relation == "agree"
    return any(run.told(x, y) == judged.relation or (is_agreement and _one_position((x, y))) for x, y in pairs)


def _score_traps(gold: Gold, run: Run, figures: Figures, verdicts: dict[Key, set[str]]) -> None:
    """`trap`: look-alikes that the run took for one thing or for a contradiction; fewer is better."""
    for trap in gold.traps:
        pairs = list(run.pairs(trap.a, trap.b))
        for x, y in pairs:
            verdicts[_key(x, y)].add("unrelated")
        alarm = any(run.told(x, y) in ("agree", "conflict") or _one_position((x, y)) for x, y in pairs)
        figures.count("trap", alarm)
        if alarm:
            figures.misses["trap"].append(f"{_shown(trap.a)} ~ {_shown(trap.b)}")


def _score_positions(run: Run, figures: Figures, verdicts: Verdicts) -> None:
    """`agree precision`: of pairs in one position that readers judged, those that say the same or fit together."""
    members: dict[str, list[Claim]] = defaultdict(list)
    for claim in run.claims:
        if claim.position_id:
            members[claim.position_id].append(claim)
    for claims in members.values():
        for x, y in combinations(claims, 2):
            if x.path == y.path:
                continue
            told = verdicts.get(_key(x, y))
            if told:
                figures.count("agree precision", bool(told & {"same", "compatible"}), _shown_claims(x, y))
            else:
                figures.of["agree unjudged"] += 1


def _score_conflicts(run: Run, figures: Figures, verdicts: Verdicts) -> None:
    """`conflict precision`: of pairs marked conflict that readers judged, those that are one."""
    by_id = {claim.claim_id: claim for claim in run.claims}
    for key, relation in run.relation.items():
        if relation != "conflict":
            continue
        told = verdicts.get(key)
        shown = _shown_claims(*(by_id[one] for one in sorted(key)))
        if told:
            figures.count("conflict precision", "conflict" in told, shown)
        else:
            figures.of["conflict unjudged"] += 1
            figures.misses["conflict unjudged"].append(shown)


def _score_copies(gold: Gold, copies: pd.DataFrame, figures: Figures) -> None:
    """Pairs of articles: recall of near-verbatim and shared-wire, precision against all that share text."""
    found = {frozenset(pair) for pair in zip(copies["path_a"], copies["path_b"], strict=True)}
    annotated = {copy.pair for copy in gold.copies}
    for pair in sorted({c.pair for c in gold.copies if c.kind in ("near_verbatim", "shared_wire")}, key=sorted):
        figures.count("copy recall", pair in found, " ~ ".join(sorted(pair)))
    for pair in sorted(found, key=sorted):
        figures.count("copy precision", pair in annotated, " ~ ".join(sorted(pair)))


def _score_credits(gold: Gold, citations: pd.DataFrame, figures: Figures) -> None:
    """`credits`: passages that name where the report is from, with a citation of that name which overlaps them."""
    rows = list(citations[["path", "start", "end", "cited"]].itertuples(index=False, name=None))
    for credit in gold.credits:
        at = credit.mention
        hit = any(
            path == at.article and min(end, at.end) > max(start, at.start) and _one_name(cited, credit.credited)
            for path, start, end, cited in rows
        )
        figures.count("credits", hit, f"{credit.credited}: {_shown(at)}")


def _score_origins(gold: Gold, run: Run, positions: pd.DataFrame, figures: Figures) -> None:
    """Independent origins, where they are known.

    `origins` counts them over the claims at the passages, however they were clustered; `origins doubled` is the share
    with more than there are. `origins shown` is what the report says, over positions that hold all the passages.
    """
    shown = dict(zip(positions["position_id"], positions["origins"], strict=True))
    for known in gold.origins:
        claims = [found[0] for mention in known.position.mentions if (found := run.at(mention))]
        if len(claims) < len(known.position.mentions):
            figures.of["origins unmatched"] += 1
            continue
        counted = len({claim.origin_id for claim in claims})
        figures.count("origins", counted == known.origins, _shown_origins(known, counted))
        figures.count("origins doubled", counted > known.origins)
        held = {claim.position_id for claim in claims}
        if len(held) == 1 and (only := held.pop()) in shown:
            figures.count("origins shown", int(shown[only]) == known.origins, _shown_origins(known, int(shown[only])))


def _overlap(mention: Mention, claim: Claim) -> int:
    return min(mention.end, claim.end) - max(mention.start, claim.start) if mention.is_placed else 0


def _key(x: Claim, y: Claim) -> Key:
    return frozenset((x.claim_id, y.claim_id))


def _one_position(pair: tuple[Claim, Claim]) -> bool:
    return bool(pair[0].position_id) and pair[0].position_id == pair[1].position_id


def _one_cluster(pair: tuple[Claim, Claim]) -> bool:
    return bool(pair[0].cluster_id) and pair[0].cluster_id == pair[1].cluster_id


def _crosses(one: Position, two: Position) -> bool:
    return any(a.article != b.article for a, b in product(one.mentions, two.mentions))


def _one_name(a: str, b: str) -> bool:
    return a.casefold().removeprefix("the ") == b.casefold().removeprefix("the ")


def _shown(mention: Mention) -> str:
    return f"{mention.article}: {mention.quote!r}"


def _shown_claims(x: Claim, y: Claim) -> str:
    return f"{x.path}: {x.quote!r} ~ {y.path}: {y.quote!r}"


def _shown_origins(known: KnownOrigins, counted: int) -> str:
    first = known.position.mentions[0]
    return f"{counted} instead of {known.origins}: {known.position.value} ({_shown(first)})"
