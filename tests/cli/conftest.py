"""A command line to try things on, in a working folder of its own and away from the user's settings."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from report.made_up import made_up_result

from xref import tables
from xref.cli import cli

Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder of the test: empty."""
    for name in [name for name in os.environ if name.startswith("XREF_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    return work


@pytest.fixture
def run() -> Run:
    """Runs a command line in this process: `run("check", "folder")`."""

    def _run(*words: str | Path) -> Result:
        return CliRunner().invoke(cli, [str(word) for word in words], prog_name="xref", catch_exceptions=False)

    return _run


@pytest.fixture
def articles(away: Path) -> Path:
    """A folder with one article in it."""
    folder = away / "harbour"
    folder.mkdir()
    text = "Ferry stops\n\nThe ferry line stopped its service to Port Ellery on Monday, the harbour office said.\n"
    (folder / "post.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def made_up() -> tables.Result:
    """A run that was never made, with every status in it."""
    return made_up_result()


@pytest.fixture
def instant(monkeypatch: pytest.MonkeyPatch, made_up: tables.Result) -> tables.Result:
    """Lets `xref check` find the made-up run at once, whatever the folder."""
    monkeypatch.setattr("xref.pipeline.check", lambda folder, config, progress: made_up)
    return made_up
