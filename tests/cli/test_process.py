"""The command line as a process of its own: Ctrl-C, missing models, and what goes where."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest

from xref import report, tables
from xref.config import ReportConfig

# A shell that starts the tests in the background has them ignore SIGINT, and their children with them.
SLOW_RUN = """
import signal, sys, time
import xref.pipeline
from xref.cli import main
signal.signal(signal.SIGINT, signal.default_int_handler)
def check(folder, config, progress):
    progress.start("reading", 2)
    print("begun", flush=True)
    time.sleep(60)
xref.pipeline.check = check
sys.argv = ["xref", "check", sys.argv[1]]
main()
"""


def start(*words: str | Path, code: str = "") -> subprocess.Popen[str]:
    command = [sys.executable, *(["-c", code] if code else ["-m", "xref"]), *map(str, words)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)


def articles_line(errors: str) -> str:
    """The line of the closing summary that counts articles."""
    return next(line for line in errors.splitlines() if line.startswith("articles"))


def test_ctrl_c_ends_with_130_one_line_and_no_folder(articles: Path) -> None:
    process = start(articles, code=SLOW_RUN)
    assert process.stdout is not None
    assert process.stdout.readline() == "begun\n"
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 130
    assert errors == "xref: interrupted; nothing was written\n"
    assert not Path("reports").exists()


@pytest.mark.parametrize("key", ["embed.model", "compare.nli_model", "claims.spacy_model"])
def test_a_model_that_is_not_here_is_told_before_anything_slow_is_loaded(articles: Path, key: str) -> None:
    code = (
        "import sys; from xref.cli import cli\n"
        "try: cli(sys.argv[1:], prog_name='xref')\n"
        "finally: print([name for name in ('torch', 'transformers', 'spacy', 'pandas') if name in sys.modules])\n"
    )
    process = start("check", articles, "--set", f"{key}=no/such-model", code=code)
    output, errors = process.communicate(timeout=60)
    assert process.returncode == 4
    assert errors.startswith(f"xref: {key}: 'no/such-model' is not on this machine")
    assert output == "[]\n"


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["check", "--help"], ["config"], ["init"]])
def test_small_commands_load_nothing_slow(words: list[str]) -> None:
    code = (
        "import sys; from xref.cli import cli\n"
        "try: cli(sys.argv[1:], prog_name='xref')\n"
        "finally: assert not {'torch', 'spacy', 'pandas', 'rich'} & set(sys.modules), sys.modules.keys()\n"
    )
    assert start(*words, code=code).wait(timeout=60) == 0


def test_a_reader_that_stops_early_is_no_error(articles: Path) -> None:
    process = start("config")
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert "Traceback" not in process.stderr.read()


def test_no_hub_is_asked_unless_the_user_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    code = "import os, xref.cli as c\nc.cli = lambda **_: print(os.environ['HF_HUB_OFFLINE'])\nc.main()"
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    assert start(code=code).communicate(timeout=30)[0] == "1\n"
    monkeypatch.setenv("HF_HUB_OFFLINE", "0")
    assert start(code=code).communicate(timeout=30)[0] == "0\n"


@pytest.mark.parametrize(
    "content", [{}, {"empty.txt": b""}, {"photo.jpg": b"\xff\xd8\xff"}, {"a.txt": b"\x00\x01" * 400}]
)
def test_a_folder_without_an_article_ends_with_3_and_writes_nothing(run, away: Path, content: dict[str, bytes]) -> None:
    (away / "folder").mkdir()
    for name, data in content.items():
        (away / "folder" / name).write_bytes(data)
    result = run("check", "folder")
    assert result.exit_code == 3
    told = f"no article could be read, {len(content)} skipped" if content else "there is no file in it"
    assert told in result.stderr
    assert not (away / "reports").exists()


@pytest.mark.model
def test_a_report_inside_the_folder_is_not_read_by_the_next_run(run, articles: Path) -> None:
    words = ("check", articles, "-o", articles / "report", "--set", "compare.nli_model=none")
    first, second = run(*words), run(*words)
    assert (first.exit_code, second.exit_code) == (0, 0), first.output + second.output
    assert articles_line(first.stderr) == "articles  1 read, 0 skipped"
    assert articles_line(second.stderr) == "articles  1 read, 1 skipped: 1 xref-run"


@pytest.mark.model
def test_a_pair_of_a_real_run_is_explained_by_its_signals(run, away: Path) -> None:
    for name, told in (("Coast FM", "at least 14 people"), ("Harbour Post", "nine people")):
        (away / "fire" / name).mkdir(parents=True)
        said = f"The fire on the ferry Halvard killed {told} on Monday, harbour master Ilse Brandvik said."
        text = f"Fire on ferry\n\n{said}\n"
        (away / "fire" / name / "1.txt").write_text(text, encoding="utf-8")
    assert run("check", "fire", "-o", "out", "--set", "compare.nli_model=none").exit_code == 0
    pairs = pd.read_csv("out/pairs.csv", keep_default_na=False)
    assert len(pairs)
    row = pairs.iloc[0]
    result = run("explain", "out", row["claim_b"], row["claim_a"])
    assert result.exit_code == 0
    first, second = result.stdout.index(row["claim_a"]), result.stdout.index(row["claim_b"])
    assert first < second
    assert f"\n{row['relation']}, probability {row['score']:.2f}. {row['reason']}\n" in result.stdout
    amounts = [float(line.split()[0]) for line in result.stdout.split("in log-odds:\n")[1].splitlines()]
    assert len(amounts) >= 2
    assert amounts == sorted(amounts, key=abs, reverse=True)


@pytest.mark.model
def test_a_whole_run_in_a_pipe_says_six_lines_and_leaves_stdout_alone(articles: Path) -> None:
    begun = time.time()
    process = start("check", articles, "-o", "out", "--set", "compare.nli_model=none")
    output, errors = process.communicate(timeout=300)
    assert (process.returncode, output) == (0, ""), errors
    assert len([line for line in errors.splitlines() if not line.startswith("warning: ")]) == 6
    assert Path("out/run.json").stat().st_mtime >= begun - 1


def test_a_terminal_without_the_letters_of_an_article_gets_the_rest(
    away: Path, made_up: tables.Result, monkeypatch: pytest.MonkeyPatch
) -> None:
    report.write(made_up, away / "run", ReportConfig(formats=["sqlite"]))
    monkeypatch.setenv("PYTHONIOENCODING", "latin-1")
    position = made_up.memberships.set_index("claim_id").loc[
        made_up.claims[~made_up.claims["statement"].map(str.isascii)]["claim_id"].iloc[0], "position_id"
    ]
    process = start("explain", "run", position)
    output, errors = process.communicate(timeout=60)
    assert (process.returncode, errors) == (0, "")
    assert output.startswith(f"Position {position}: ")
    assert "?" in output.splitlines()[0]
