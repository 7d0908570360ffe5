"""`xref check`: what it says, where it writes, how it ends."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from click.testing import Result

from xref import tables
from xref.errors import ModelMissing, NothingReadable
from xref.progress import Progress


def test_the_report_goes_to_reports_and_the_folder_s_name_unless_told_otherwise(run, articles: Path, instant) -> None:
    assert run("check", articles).exit_code == 0
    assert Path("reports/harbour/report.html").is_file()
    assert run("check", articles, "-o", "elsewhere/deep").exit_code == 0
    assert Path("elsewhere/deep/report.html").is_file()


def test_a_folder_named_by_a_dot_gives_the_report_its_real_name(run, articles: Path, instant, monkeypatch) -> None:
    monkeypatch.chdir(articles)
    assert run("check", ".").exit_code == 0
    assert (articles / "reports" / "harbour" / "run.json").is_file()


def test_six_lines_on_stderr_close_the_run_and_stdout_stays_empty(run, articles: Path, instant: tables.Result) -> None:
    result = run("check", articles)
    assert result.stdout == ""
    lines = result.stderr.splitlines()
    assert [line.split()[0] for line in lines] == ["articles", "claims", "clusters", "origins", "findings", "report"]
    assert lines[0] == "articles  8 read, 3 skipped: 1 binary, 1 broken-json, 1 empty"
    assert lines[1].startswith(f"claims    {len(instant.claims)} from ")
    counts = instant.clusters["status"].value_counts()
    assert lines[2] == f"clusters  {len(instant.clusters)}: " + ", ".join(
        f"{counts[status]} {status}" for status in ("disputed", "updated", "corroborated", "echoed", "single-origin")
    )
    assert lines[3].startswith(f"origins   {instant.origins['origin_id'].nunique()} independent")
    assert lines[4] == "findings  2: 1 misquotation, 1 missing-origin"
    assert lines[5] == "report    reports/harbour/report.html"


def test_quiet_says_nothing(run, articles: Path, instant) -> None:
    result = run("check", articles, "-q")
    assert (result.exit_code, result.output) == (0, "")


def test_twice_verbose_tells_each_dropped_sentence_with_its_reason(run, articles: Path, instant: tables.Result) -> None:
    result = run("check", articles, "-vv")
    dropped = instant.dropped.iloc[0]
    assert f"dropped {dropped['path']}:{dropped['start']} {dropped['reason']}: " in result.stderr
    assert "dropped " not in run("check", articles, "-v").stderr.replace("sentence dropped", "")


@pytest.mark.parametrize("condition", ["disputed", "updated", "echoed", "single-origin", "finding", "skipped"])
def test_fail_on_ends_with_1_and_still_writes_the_report(run, articles: Path, instant, condition: str) -> None:
    result = run("check", articles, "--fail-on", condition)
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1].startswith("xref: --fail-on met: ")
    assert Path("reports/harbour/report.html").is_file()


def test_fail_on_that_is_not_met_ends_with_0(run, articles: Path, instant: tables.Result, monkeypatch) -> None:
    calm = instant.clusters[instant.clusters["status"] != "disputed"]
    monkeypatch.setattr("xref.pipeline.check", lambda *_: tables.Result(**{**vars(instant), "clusters": calm}))
    assert run("check", articles, "--fail-on", "disputed").exit_code == 0
    both = run("check", articles, "--fail-on", "disputed", "--fail-on", "echoed")
    assert both.exit_code == 1
    assert "disputed" not in both.stderr.splitlines()[-1]


def test_fail_on_skipped_passes_over_hidden_files_and_reports(
    run, articles: Path, instant: tables.Result, monkeypatch
) -> None:
    harmless = instant.skipped.assign(reason=["hidden", "xref-run", "hidden"])
    monkeypatch.setattr("xref.pipeline.check", lambda *_: tables.Result(**{**vars(instant), "skipped": harmless}))
    assert run("check", articles, "--fail-on", "skipped").exit_code == 0


def test_settings_reach_the_run_and_are_kept_with_it(run, articles: Path, made_up: tables.Result, monkeypatch) -> None:
    seen = []
    monkeypatch.setattr("xref.pipeline.check", lambda folder, config, progress: seen.append(config) or made_up)
    Path("own.toml").write_text("[cluster]\nmin_link = 0.3\n", encoding="utf-8")
    assert (
        run("check", articles, "--config", "own.toml", "--set", "claims.min_words=6", "--language", "en").exit_code == 0
    )
    assert (seen[0].cluster.min_link, seen[0].claims.min_words, seen[0].claims.language) == (0.3, 6, "en")


def test_a_config_with_three_mistakes_tells_all_three_before_any_work(run, articles: Path, monkeypatch) -> None:
    monkeypatch.setattr("xref.pipeline.check", lambda *_: pytest.fail("the run began"))
    Path("xref.toml").write_text(
        "[ingest]\nmin_word = 3\n[clusters]\nx = 1\n[cluster]\nmin_link = 3\n", encoding="utf-8"
    )
    result = run("check", articles)
    assert result.exit_code == 2
    assert "3 mistakes" in result.stderr
    for place in (
        "ingest.min_words?",
        "did you mean cluster?",
        "cluster.min_link = 3 should be less than or equal to 1",
    ):
        assert place in result.stderr
    assert result.stdout == ""
    assert not Path("reports").exists()


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda path: path.write_text("text", encoding="utf-8"), "this is no folder"),
        (lambda path: None, "there is no such folder"),
    ],
)
def test_what_is_no_folder_is_told_and_ends_with_2(run, away: Path, make, told: str) -> None:
    make(away / "thing")
    result = run("check", "thing")
    assert result.exit_code == 2
    assert told in result.stderr


def test_an_output_that_can_not_be_written_is_told_before_any_work(run, articles: Path, monkeypatch) -> None:
    monkeypatch.setattr("xref.pipeline.check", lambda *_: pytest.fail("the run began"))
    Path("file").write_text("in the way", encoding="utf-8")
    Path("holiday").mkdir()
    Path("holiday/photo.jpg").write_bytes(b"x")
    for out in ("file", "file/below", "holiday"):
        result = run("check", articles, "-o", out)
        assert result.exit_code == 2, out
        assert out.split("/")[0] in result.stderr
    assert Path("holiday/photo.jpg").read_bytes() == b"x"
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != Path.cwd())
    result = run("check", articles, "-o", "forbidden")
    assert result.exit_code == 2
    assert "may write to" in result.stderr


def test_an_earlier_run_is_replaced_and_what_the_user_put_beside_it_stays(run, articles: Path, instant) -> None:
    run("check", articles)
    Path("reports/harbour/notes.txt").write_text("mine", encoding="utf-8")
    Path("reports/harbour/report.html").write_text("old", encoding="utf-8")
    assert run("check", articles).exit_code == 0
    assert Path("reports/harbour/notes.txt").read_text(encoding="utf-8") == "mine"
    assert len(Path("reports/harbour/report.html").read_text(encoding="utf-8")) > 1000


@pytest.mark.parametrize(("error", "code"), [(NothingReadable("none", "Try."), 3), (ModelMissing("gone", "Try."), 4)])
def test_what_a_room_raises_is_a_message_a_hint_and_its_exit_code(
    run, articles: Path, monkeypatch, error, code
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("xref.pipeline.check", fail)
    result = run("check", articles)
    assert (result.exit_code, result.stderr, result.stdout) == (code, f"xref: {error.message}\n      Try.\n", "")
    assert not Path("reports").exists()


def test_ctrl_c_is_one_line_and_130(run, articles: Path, monkeypatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("xref.pipeline.check", interrupt)
    result = run("check", articles)
    assert (result.exit_code, result.stderr) == (130, "xref: interrupted; nothing was written\n")


def _warning(number: int):
    def check(folder: object, config: object, progress: Progress) -> tables.Result:
        progress.start("reading", 2)
        progress.advance()
        for at in range(number):
            progress.warn(f"file {at % 40}: a \x1b[31mred\x1b[0m date")
        return RESULTS[0]

    return check


RESULTS: list[tables.Result] = []


@pytest.mark.parametrize(("number", "shown", "more"), [(3, 3, 0), (80, 5, 35)])
def test_many_warnings_are_shortened_and_v_shows_all(
    run, articles: Path, made_up, monkeypatch, number, shown, more
) -> None:
    RESULTS[:] = [made_up]
    monkeypatch.setattr("xref.pipeline.check", _warning(number))
    lines = [line for line in run("check", articles).stderr.splitlines() if line.startswith("warning: ")]
    assert len([line for line in lines if "date" in line]) == shown
    assert (f"warning: {more} more warnings: -v shows them, run.json keeps them" in lines) == bool(more)
    result: Result = run("check", articles, "-v")
    assert result.stderr.count("warning: file") == shown + more
    assert "reading: 0." in result.stderr
    assert "\x1b" not in result.stderr
    assert run("check", articles, "-q").output == ""


def test_the_run_s_files_say_which_settings_made_it(run, articles: Path, instant) -> None:
    run("check", articles)
    assert json.loads(Path("reports/harbour/run.json").read_text(encoding="utf-8"))["tool"] == "xref"
