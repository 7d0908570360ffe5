"""What `xref explain` says: lines of plain text about a stored run."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator

import pandas as pd

from xref.cli.terminal import shown
from xref.errors import UsageError
from xref.origins import explain_position
from xref.report import StoredRun

BAR_WIDTH = 20
PAIRS_SHOWN = 20
LEAST_SHOWN = 0.005  # log-odds; below this a signal without a sentence is not worth a line


def claim_id(run: StoredRun, text: str) -> str:
    """The claim that `text` names or begins. Raises UsageError."""
    return _identifier(run.result.claims["claim_id"], text, "claim")


def one(run: StoredRun, text: str) -> Iterator[str]:
    """About one claim, position or cluster. Raises UsageError when `text` names none."""
    by_kind = {
        _position: run.result.positions["position_id"],
        _cluster: run.result.clusters["cluster_id"],
        _claim_in_full: run.result.claims["claim_id"],
    }
    found = _identifier(pd.concat(by_kind.values(), ignore_index=True), text, "claim, position or cluster")
    for tell, known in by_kind.items():
        if (known == found).any():
            yield from tell(run, found)
            return


def _claim_in_full(run: StoredRun, found: str) -> Iterator[str]:
    yield from _claim(run, found)
    yield ""
    members = run.result.memberships
    yield from _position(run, str(members.loc[members["claim_id"] == found, "position_id"].iloc[0]))
    yield ""
    yield from _compared_with(run, found)


def pair(run: StoredRun, first: str, second: str) -> Iterator[str]:
    """What each signal added to the judgement of two claims. Raises UsageError when they were not compared."""
    from xref.compare.explain import explain_pair

    a, b = sorted((first, second))
    pairs = run.result.pairs
    judged = pairs[(pairs["claim_a"] == a) & (pairs["claim_b"] == b)]
    signals = run.result.signals
    row = signals[(signals["claim_a"] == a) & (signals["claim_b"] == b)]
    if judged.empty or row.empty:
        raise UsageError(
            f"{a} and {b} were not compared", "Candidates share names, counted things or meaning: see [match]."
        )
    verdict = judged.iloc[0]
    yield from _claim(run, a)
    yield ""
    yield from _claim(run, b)
    yield ""
    yield f"{verdict['relation']}, probability {verdict['score']:.2f}. {shown(verdict['reason'])}"
    yield f"(agree {verdict['p_agree']:.2f}, conflict {verdict['p_conflict']:.2f}, update {verdict['p_update']:.2f})"
    yield ""
    yield f"What each signal adds for (+) or takes from (-) '{verdict['relation']}', in log-odds:"
    tolerance = run.info["config"]["compare"]["number_tolerance"]
    terms = explain_pair(run.result.claims, row.iloc[0], str(verdict["relation"]), tolerance)
    yield from _waterfall([(term.signal, term.contribution, term.sentence) for term in terms])


def _identifier(known: pd.Series[str], text: str, kind: str) -> str:
    """The one identifier that is or begins with `text`."""
    if (known == text).any():
        return text
    found = sorted(known[known.str.startswith(text)]) if text else []
    if len(found) == 1:
        return str(found[0])
    if found:
        some = ", ".join(found[:5]) + (", ..." if len(found) > 5 else "")
        raise UsageError(f"{len(found)} identifiers begin with {text!r}: {some}", "Write more of it.")
    close = difflib.get_close_matches(text, list(known), n=1)
    hint = f"Did you mean {close[0]}?" if close else "claims.csv, positions.csv and clusters.csv list them."
    raise UsageError(f"the run has no {kind} {text!r}", hint)


def _claim(run: StoredRun, claim: str) -> Iterator[str]:
    claims = run.result.claims
    row = claims[claims["claim_id"] == claim].iloc[0]
    yield f"Claim {claim}: {shown(row['statement'])}"
    where = (
        f"{row['outlet']}, {row['published'] or 'no date'}, {row['path']}, characters {row['start']} to {row['end']}"
    )
    yield f"  {shown(where)}"
    yield f"  quote: {shown(row['quote'])}"
    if row["voice"] == "attributed":
        relayed = f", relayed from {row['relayed_from']}" if row["relayed_from"] else ""
        speaker = f"{row['speaker'] or 'somebody'} ({row['speaker_kind']})"
        yield f"  {shown(speaker)} {row['stance_of_speaker']} it{shown(relayed)}"
    else:
        yield f"  in the outlet's own voice ({row['stance_of_speaker']})"


def _position(run: StoredRun, position: str) -> Iterator[str]:
    positions, clusters, members = run.result.positions, run.result.clusters, run.result.memberships
    row = positions[positions["position_id"] == position].iloc[0]
    cluster = clusters[clusters["cluster_id"] == row["cluster_id"]].iloc[0]
    yield f"Position {position}: {shown(row['statement'])}"
    yield f"  an answer of cluster {row['cluster_id']}, which is {cluster['status']}"
    own = members.loc[members["position_id"] == position, "claim_id"]
    for line in explain_position(run.result.claims, run.result.origins, own):
        yield f"  {line[: len(line) - len(line.lstrip())]}{shown(line)}"
    others = positions[(positions["cluster_id"] == row["cluster_id"]) & (positions["position_id"] != position)]
    for other in others.itertuples():
        count = _count(int(str(other.origins)), "origins")
        yield f"  other answer, {count}: {shown(str(other.statement))} [{other.position_id}]"


def _cluster(run: StoredRun, cluster: str) -> Iterator[str]:
    clusters, positions, claims = run.result.clusters, run.result.positions, run.tables["claims"]
    row = clusters[clusters["cluster_id"] == cluster].iloc[0]
    yield f"Cluster {cluster}, {row['status']}: {shown(row['question_or_topic'])}"
    yield f"  {row['evidence']} evidence, {row['agreement']} agreement"
    for answer in positions[positions["cluster_id"] == cluster].itertuples():
        yield ""
        count = _count(int(str(answer.origins)), "origins")
        yield f"Position {answer.position_id}, {count}: {shown(str(answer.statement))}"
        for claim in claims[claims["position_id"] == answer.position_id].itertuples():
            said = f"{claim.outlet!s}, {claim.published or 'no date'!s}: {claim.quote!s}"
            yield f"  {claim.claim_id}  {shown(said)}"
    pairs = run.tables["pairs"]
    own = pairs[(pairs["cluster_id"] == cluster) & pairs["relation"].isin(["conflict", "update"])]
    if len(own):
        yield ""
        yield "Pairs judged conflict or update; `xref explain` with the two identifiers tells why:"
    for pair in own.sort_values(["relation", "score"], ascending=[True, False], kind="stable").itertuples():
        yield f"  {pair.relation} {pair.score:.2f}  {pair.claim_a} {pair.claim_b}"
        yield f"      {shown(str(pair.reason))}"


def _compared_with(run: StoredRun, claim: str) -> Iterator[str]:
    pairs, claims = run.result.pairs, run.result.claims.set_index("claim_id")
    own = pairs[(pairs["claim_a"] == claim) | (pairs["claim_b"] == claim)]
    order = {"conflict": 0, "update": 1, "agree": 2, "unrelated": 3}
    own = own.assign(rank=own["relation"].map(order)).sort_values(
        ["rank", "score"], ascending=[True, False], kind="stable"
    )
    yield f"Compared with {_count(len(own), 'claims')}:" if len(own) else "Compared with no other claim."
    for row in own.head(PAIRS_SHOWN).itertuples():
        other = str(row.claim_b if row.claim_a == claim else row.claim_a)
        yield f"  {row.relation} {row.score:.2f}  {shown(str(claims.at[other, 'statement']))}  [{other}]"
        yield f"      {shown(str(row.reason))}"
    if len(own) > PAIRS_SHOWN:
        yield f"  and {len(own) - PAIRS_SHOWN} more, in pairs.csv"


def _waterfall(terms: Iterable[tuple[str, float, str]]) -> Iterator[str]:
    terms = [term for term in terms if term[2] or abs(term[1]) >= LEAST_SHOWN]
    most = max((abs(amount) for _, amount, _ in terms), default=0.0) or 1.0
    width = max((len(name) for name, _, _ in terms), default=0)
    for name, amount, sentence in terms:
        bar = "█" * round(BAR_WIDTH * abs(amount) / most)
        yield f"  {amount + 0.0:+6.2f} {bar:<{BAR_WIDTH}} {name:<{width}} {shown(sentence)}".rstrip()


def _count(number: int, plural: str) -> str:
    return f"{number} {plural.removesuffix('s') if number == 1 else plural}"
