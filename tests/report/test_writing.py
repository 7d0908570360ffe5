"""JSON and SQLite hold everything; the same run gives the same bytes."""

from __future__ import annotations

import dataclasses
import json
import sqlite3
from pathlib import Path

import pandas as pd
import pytest

from xref import report
from xref.config import ReportConfig
from xref.errors import RunUnreadable
from xref.tables import Result


def digests(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.name != "run.json"}


def shuffled(result: Result) -> Result:
    tables = {
        field.name: getattr(result, field.name).sample(frac=1, random_state=3).reset_index(drop=True)
        for field in dataclasses.fields(result)
        if field.name != "info"
    }
    return dataclasses.replace(result, **tables)


def test_the_same_run_gives_the_same_bytes(result: Result, run_folder: Path, tmp_path: Path) -> None:
    report.write(result, tmp_path / "again", ReportConfig())
    assert digests(tmp_path / "again") == digests(run_folder)


def test_the_order_of_rows_changes_no_byte(result: Result, run_folder: Path, tmp_path: Path) -> None:
    report.write(shuffled(result), tmp_path / "shuffled", ReportConfig())
    written = digests(tmp_path / "shuffled")
    for name, content in digests(run_folder).items():
        assert written[name] == content, name


def test_timings_stand_in_run_json_only(result: Result, run_folder: Path, tmp_path: Path) -> None:
    slower = dataclasses.replace(result, info={**result.info, "seconds": {"reading": 99.5}})
    report.write(slower, tmp_path / "slower", ReportConfig())
    assert digests(tmp_path / "slower") == digests(run_folder)
    assert json.loads((tmp_path / "slower" / "run.json").read_text())["seconds"] == {"reading": 99.5}


def test_json_holds_every_table_with_nested_values(run_folder: Path, result: Result) -> None:
    content = json.loads((run_folder / "report.json").read_text(encoding="utf-8"))
    assert content["schema_version"] == 1
    assert content["run"]["folder"] == "halvard"
    assert len(content["tables"]["claims"]) == len(result.claims)
    first = next(row for row in content["tables"]["claims"] if row["quote"] == "At least 14 people died")
    assert first["quantities"][0]["measure"] == "killed"
    assert first["cluster_id"] == "C1"
    assert {row["text"] for row in content["tables"]["articles"]} == set(result.articles["text"])


def test_sqlite_joins_claims_to_clusters_and_origins(run_folder: Path) -> None:
    with sqlite3.connect(run_folder / "xref.sqlite") as connection:
        found = connection.execute(
            "select distinct o.origin from claims c join clusters k using (cluster_id) join origins o using (claim_id) "
            "where k.status = 'echoed'"
        ).fetchall()
        tables = {name for (name,) in connection.execute("select name from sqlite_master where type = 'table'")}
    connection.close()
    assert found == [("unnamed official",)]
    assert {"signals", "origins", "findings", "dropped", "memberships"} <= tables


def test_a_run_is_read_back_as_it_was(run_folder: Path, result: Result) -> None:
    stored = report.load_run(run_folder)
    for field in dataclasses.fields(result):
        if field.name == "info":
            continue
        ours, theirs = getattr(result, field.name), getattr(stored.result, field.name)
        keys = [column for column in ours.columns if ours[column].dtype != float]
        ours, theirs = (frame.sort_values(keys).reset_index(drop=True) for frame in (ours, theirs))
        pd.testing.assert_frame_equal(ours, theirs, check_dtype=field.name != "signals", obj=field.name)
    assert stored.info["folder"] == "halvard"
    assert set(stored.tables["claims"]["cluster_id"]) == set(result.clusters["cluster_id"])


def test_reading_a_run_changes_nothing(run_folder: Path) -> None:
    before = digests(run_folder)
    report.load_run(run_folder)
    assert digests(run_folder) == before


def test_a_run_read_back_writes_the_same_files(run_folder: Path, tmp_path: Path) -> None:
    stored = report.load_run(run_folder)
    report.write(stored.result, tmp_path / "copy", ReportConfig(formats=["csv"]))
    assert (tmp_path / "copy" / "claims.csv").read_bytes() == (run_folder / "claims.csv").read_bytes()


class TestUnreadableRuns:
    """Each is told with its cause."""

    @pytest.fixture
    def copy(self, result: Result, tmp_path: Path) -> Path:
        report.write(result, tmp_path / "run", ReportConfig(formats=["sqlite"]))
        return tmp_path / "run"

    def test_no_folder(self, tmp_path: Path) -> None:
        with pytest.raises(RunUnreadable, match=r"run\.json is missing"):
            report.load_run(tmp_path / "nowhere")

    def test_run_json_cut_off(self, copy: Path) -> None:
        (copy / "run.json").write_text('{"tool": "xr')
        with pytest.raises(RunUnreadable, match="can't be read"):
            report.load_run(copy)

    def test_another_schema_version(self, copy: Path) -> None:
        (copy / "run.json").write_text('{"tool": "xref", "schema_version": 99}')
        with pytest.raises(RunUnreadable, match="schema version 99"):
            report.load_run(copy)

    def test_no_sqlite_file(self, copy: Path) -> None:
        (copy / "xref.sqlite").unlink()
        with pytest.raises(RunUnreadable, match=r"no xref\.sqlite"):
            report.load_run(copy)

    def test_a_sqlite_file_of_something_else(self, copy: Path) -> None:
        (copy / "xref.sqlite").write_bytes(b"no database at all, only bytes" * 40)
        with pytest.raises(RunUnreadable, match="can't be read"):
            report.load_run(copy)

    def test_a_truncated_sqlite_file(self, copy: Path) -> None:
        content = (copy / "xref.sqlite").read_bytes()
        (copy / "xref.sqlite").write_bytes(content[: len(content) // 2])
        with pytest.raises(RunUnreadable):
            report.load_run(copy)

    def test_rows_missing(self, copy: Path) -> None:
        connection = sqlite3.connect(copy / "xref.sqlite")
        with connection:
            connection.execute("delete from claims where cluster_id = 'C1'")
        connection.close()
        with pytest.raises(RunUnreadable, match="half-written"):
            report.load_run(copy)
