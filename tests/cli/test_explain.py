"""`xref explain`: why a claim or a position came out as it did."""

from __future__ import annotations

from pathlib import Path

import pytest

from xref import report, tables
from xref.config import ReportConfig


@pytest.fixture
def stored(away: Path, made_up: tables.Result) -> Path:
    """The made-up run, written to a folder."""
    report.write(made_up, away / "run", ReportConfig(formats=["sqlite"]))
    return away / "run"


def test_a_claim_is_told_with_its_quote_its_position_its_origins_and_what_it_was_compared_with(
    run, stored, made_up
) -> None:
    judged = made_up.pairs[made_up.pairs["relation"] == "conflict"].iloc[0]
    claim = made_up.claims.set_index("claim_id").loc[judged["claim_a"]]
    member = made_up.memberships.set_index("claim_id").loc[judged["claim_a"]]
    position = made_up.positions.set_index("position_id").loc[member["position_id"]]
    result = run("explain", stored, judged["claim_a"])
    assert result.exit_code == 0
    assert result.stderr == ""
    text = result.stdout
    assert text.startswith(f"Claim {judged['claim_a']}: {claim['statement']}")
    assert f"{claim['path']}, characters {claim['start']} to {claim['end']}" in text
    assert f"Position {member['position_id']}: {position['statement']}" in text
    assert f"{position['origins']} origin" in text
    assert f"conflict {judged['score']:.2f}" in text
    assert judged["reason"] in text
    assert judged["claim_b"] in text


def test_claims_and_positions_of_every_status_can_be_explained(run, stored, made_up) -> None:
    for identifier in [*made_up.claims["claim_id"][::4], *made_up.positions["position_id"][::3]]:
        result = run("explain", stored, identifier)
        assert result.exit_code == 0, identifier
        assert "origin" in result.stdout


def test_a_position_counts_its_origins_and_names_each(run, stored, made_up) -> None:
    most = made_up.positions.sort_values("origins").iloc[-1]
    text = run("explain", stored, most["position_id"]).stdout
    own = made_up.memberships.loc[made_up.memberships["position_id"] == most["position_id"], "claim_id"]
    origins = made_up.origins[made_up.origins["claim_id"].isin(own)]
    assert f"{most['articles']} articles, {most['outlets']} outlets, {most['origins']} origins" in text
    for origin in set(origins["origin"]):
        assert origin in text


def test_the_beginning_of_an_identifier_is_enough_where_only_one_begins_so(run, stored, made_up) -> None:
    ids = list(made_up.claims["claim_id"])
    whole = ids[0]
    short = next(whole[:n] for n in range(1, len(whole) + 1) if sum(i.startswith(whole[:n]) for i in ids) == 1)
    assert run("explain", stored, short).stdout == run("explain", stored, whole).stdout
    many = run("explain", stored, "a")
    assert many.exit_code == 2
    assert "identifiers begin with 'a'" in many.stderr


def test_what_the_run_does_not_hold_is_told(run, stored, made_up, away: Path) -> None:
    unknown = run("explain", stored, made_up.claims["claim_id"].iloc[0] + "7")
    assert unknown.exit_code == 2
    assert "Did you mean " + made_up.claims["claim_id"].iloc[0] in unknown.stderr
    assert run("explain", stored, "").exit_code == 2
    for folder in (away, away / "nowhere"):
        result = run("explain", folder, "a")
        assert result.exit_code == 2
        assert "holds no run" in result.stderr
    assert run("explain", stored).exit_code == 2
    assert run("explain", stored, "a", "b", "c").exit_code == 2


def test_two_claims_that_were_not_compared_are_told(run, stored, made_up) -> None:
    first, second = sorted(made_up.claims["claim_id"])[:2]
    compared = set(zip(made_up.pairs["claim_a"], made_up.pairs["claim_b"], strict=True))
    assert (first, second) not in compared
    result = run("explain", stored, first, second)
    assert result.exit_code == 2
    assert "were not compared" in result.stderr


def test_hostile_text_does_not_steer_the_terminal(run, away: Path, made_up) -> None:
    claims = made_up.claims.assign(statement="a\x1b[2Jb\u202ec\nd")
    report.write(tables.Result(**{**vars(made_up), "claims": claims}), away / "bad", ReportConfig(formats=["sqlite"]))
    text = run("explain", away / "bad", claims["claim_id"].iloc[0]).stdout
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "b\ufffdc d" in text


def test_a_cluster_lists_its_answers_with_their_claims_and_the_pairs_that_conflict(run, stored, made_up) -> None:
    disputed = made_up.clusters[made_up.clusters["status"] == "disputed"].iloc[0]["cluster_id"]
    members = made_up.memberships[made_up.memberships["cluster_id"] == disputed]
    result = run("explain", stored, disputed)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"Cluster {disputed}, disputed: ")
    for identifier in [*members["claim_id"], *members["position_id"]]:
        assert identifier in result.stdout
    assert "conflict 0." in result.stdout
