"""`xref claims`: rows for people and for programs."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from xref import tables
from xref.cli.claims import FORMATS
from xref.cli.rows import PRINTERS


@pytest.fixture
def found(made_up: tables.Result, monkeypatch: pytest.MonkeyPatch) -> tables.Result:
    """Lets `xref claims` find the made-up claims at once, whatever the folder."""
    monkeypatch.setattr("xref.pipeline.claims_in", lambda folder, config, progress: (made_up.claims, made_up.dropped))
    return made_up


def test_every_format_that_is_offered_has_its_printer() -> None:
    assert set(FORMATS) == set(PRINTERS)


def test_the_table_shows_every_claim_with_its_speaker(run, articles: Path, found: tables.Result) -> None:
    result = run("claims", articles)
    assert result.exit_code == 0
    assert result.stderr == ""
    lines = result.stdout.splitlines()
    assert lines[0].split() == ["path", "start", "speaker", "stance_of_speaker", "statement"]
    for path in set(found.claims["path"]):
        assert sum(line.startswith(f"{path} ") for line in lines) == (found.claims["path"] == path).sum()


def test_csv_holds_every_claim_with_every_column(run, articles: Path, found: tables.Result) -> None:
    rows = list(csv.DictReader(io.StringIO(run("claims", articles, "--format", "csv").stdout)))
    assert list(rows[0]) == list(tables.Claims.to_schema().columns)
    assert sorted(row["claim_id"] for row in rows) == sorted(found.claims["claim_id"])
    assert [row["path"] for row in rows] == sorted(row["path"] for row in rows)


def test_json_lines_hold_lists_as_lists(run, articles: Path, found: tables.Result) -> None:
    rows = [json.loads(line) for line in run("claims", articles, "--format", "jsonl").stdout.splitlines()]
    assert {row["claim_id"] for row in rows} == set(found.claims["claim_id"])
    assert any(row["quantities"] and row["quantities"][0]["unit"] is not None for row in rows)
    assert {type(row["names"]) for row in rows} == {list}
    assert {type(row["negated"]) for row in rows} == {bool}


def test_dropped_shows_what_is_no_claim_and_why(run, articles: Path, found: tables.Result) -> None:
    (row,) = [
        json.loads(line) for line in run("claims", articles, "--dropped", "--format", "jsonl").stdout.splitlines()
    ]
    assert row == found.dropped.iloc[0].to_dict()
    assert found.dropped["reason"].iloc[0] in run("claims", articles, "--dropped").stdout
