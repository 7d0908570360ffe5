"""`xref init` and `xref config`."""

from __future__ import annotations

from pathlib import Path

import pytest

from xref.config import Config
from xref.settings import load_config


def test_init_writes_a_file_that_the_next_run_reads_and_that_changes_nothing(run) -> None:
    result = run("init")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "Wrote xref.toml.\n")
    loaded = load_config(None, (), {})
    assert loaded.path == Path("xref.toml")
    assert loaded.config == Config()


def test_init_keeps_a_file_that_is_there_unless_forced(run) -> None:
    Path("xref.toml").write_text("# mine\n", encoding="utf-8")
    result = run("init")
    assert result.exit_code == 2
    assert "xref.toml is there already" in result.stderr
    assert Path("xref.toml").read_text(encoding="utf-8") == "# mine\n"
    assert run("init", "--force").exit_code == 0
    assert "[ingest]" in Path("xref.toml").read_text(encoding="utf-8")


def test_init_takes_a_path_or_a_folder(run) -> None:
    Path("desk").mkdir()
    assert run("init", "desk").exit_code == 0
    assert run("init", "desk/other.toml").exit_code == 0
    assert sorted(path.name for path in Path("desk").iterdir()) == ["other.toml", "xref.toml"]


def test_init_where_nothing_can_be_written_is_a_clear_error(run) -> None:
    result = run("init", "no/such/folder/xref.toml")
    assert result.exit_code == 2
    assert "can't be written" in result.stderr


def test_config_shows_each_value_and_where_it_came_from(run, monkeypatch) -> None:
    Path("xref.toml").write_text("[stories]\nwindow_days = 3\n", encoding="utf-8")
    monkeypatch.setenv("XREF_EMBED__DEVICE", "cpu")
    result = run("config", "--set", "cluster.min_link=0.7")
    assert result.exit_code == 0
    lines = {line.split(" = ")[0]: line for line in result.stdout.splitlines() if " = " in line}
    assert lines["window_days"].split() == ["window_days", "=", "3.0", "#", "xref.toml"]
    assert lines["device"].endswith("# environment XREF_EMBED__DEVICE")
    assert lines["min_link"].endswith("# --set")
    assert lines["max_words"].endswith("# default")


def test_what_config_prints_can_be_read_as_a_config_file(run) -> None:
    Path("saved.toml").write_text(run("config", "--set", "report.title=Two towns").stdout, encoding="utf-8")
    assert load_config(Path("saved.toml"), (), {}).config.report.title == "Two towns"


@pytest.mark.parametrize("words", [("config", "--set", "x"), ("config", "--config", "none.toml"), ("config", "extra")])
def test_wrong_usage_ends_with_2_and_says_nothing_on_stdout(run, words: tuple[str, ...]) -> None:
    result = run(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr


def test_the_words_of_an_unknown_command_are_told(run) -> None:
    result = run("chek")
    assert result.exit_code == 2
    assert "chek" in result.stderr
    assert not list(Path().iterdir())
