"""A run's folder is written whole or not at all."""

from __future__ import annotations

import errno
import json
from pathlib import Path

import pytest

from xref import report
from xref.config import ReportConfig
from xref.errors import OutputError
from xref.report import public, writing
from xref.tables import Result

CSV_ONLY = ReportConfig(formats=["csv"])


def failing(error: BaseException) -> object:
    """A writer that writes half a file and stops."""

    def write_half(run: object, folder: Path) -> list[str]:
        (folder / "claims.csv").write_text("half")
        raise error

    return write_half


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_returns_every_file_it_wrote(result: Result, tmp_path: Path) -> None:
    written = report.write(result, tmp_path / "deep" / "run", ReportConfig())
    assert sorted(path.name for path in written) == names(tmp_path / "deep" / "run")
    assert {"report.html", "report.json", "xref.sqlite", "run.json", "claims.csv"} <= {path.name for path in written}


def test_leaves_nothing_beside_the_run(result: Result, tmp_path: Path) -> None:
    report.write(result, tmp_path / "run", CSV_ONLY)
    report.write(result, tmp_path / "run", CSV_ONLY)
    assert names(tmp_path) == ["run"]


@pytest.mark.parametrize(
    ("error", "raised"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), OutputError),
        (PermissionError(errno.EACCES, "Permission denied"), OutputError),
        (KeyboardInterrupt(), KeyboardInterrupt),
    ],
)
def test_a_failure_leaves_the_earlier_run_and_nothing_half_written(
    result: Result,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: BaseException,
    raised: type[BaseException],
) -> None:
    report.write(result, tmp_path / "run", CSV_ONLY)
    before = {path.name: path.read_bytes() for path in (tmp_path / "run").iterdir()}
    monkeypatch.setitem(writing._WRITERS, "csv", failing(error))
    with pytest.raises(raised) as caught:
        report.write(result, tmp_path / "run", CSV_ONLY)
    assert {path.name: path.read_bytes() for path in (tmp_path / "run").iterdir()} == before
    assert names(tmp_path) == ["run"]
    if isinstance(error, OSError):
        assert str(error.strerror) in str(caught.value)


def test_a_failure_of_the_first_run_leaves_no_folder(
    result: Result, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(writing._WRITERS, "csv", failing(OSError(errno.ENOSPC, "No space left on device")))
    with pytest.raises(OutputError, match="No space left"):
        report.write(result, tmp_path / "run", CSV_ONLY)
    assert names(tmp_path) == []


def test_a_folder_of_something_else_is_refused_untouched(result: Result, tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "dear.txt").write_text("Dear")
    with pytest.raises(OutputError, match="no run of xref"):
        report.write(result, tmp_path / "letters", CSV_ONLY)
    assert names(tmp_path / "letters") == ["dear.txt"]


def test_a_run_file_of_another_tool_does_not_pass_for_ours(result: Result, tmp_path: Path) -> None:
    (tmp_path / "run.json").write_text('{"tool": "else"}')
    with pytest.raises(OutputError, match="no run of xref"):
        report.check_target(tmp_path)


def test_a_file_in_the_way_is_refused(result: Result, tmp_path: Path) -> None:
    (tmp_path / "run").write_text("a file")
    with pytest.raises(OutputError, match="is a file"):
        report.write(result, tmp_path / "run", CSV_ONLY)


def test_an_empty_folder_is_used(result: Result, tmp_path: Path) -> None:
    (tmp_path / "run").mkdir()
    report.write(result, tmp_path / "run", CSV_ONLY)
    assert "claims.csv" in names(tmp_path / "run")


def test_a_folder_named_by_a_link_is_replaced_where_it_is(result: Result, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    report.write(result, tmp_path / "link", CSV_ONLY)
    assert (tmp_path / "link").is_symlink()
    assert "claims.csv" in names(tmp_path / "real")


def test_the_next_run_drops_its_own_files_and_keeps_the_users(result: Result, tmp_path: Path) -> None:
    run = tmp_path / "run"
    report.write(result, run, ReportConfig())
    (run / "notes.txt").write_text("mine")
    report.write(result, run, CSV_ONLY)
    assert (run / "notes.txt").read_text() == "mine"
    assert "report.html" not in names(run)


@pytest.mark.parametrize("refused", [errno.EBUSY, errno.EXDEV])
def test_a_mount_point_is_filled_file_by_file(
    result: Result, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: int
) -> None:
    run = tmp_path / "run"
    report.write(result, run, ReportConfig())
    (run / "notes.txt").write_text("mine")
    rename = Path.rename

    def mounted(path: Path, target: Path) -> Path:
        if path == run:
            raise OSError(refused, "mounted")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", mounted)
    report.write(result, run, CSV_ONLY)
    assert names(tmp_path) == ["run"]
    assert "claims.csv" in names(run)
    assert "report.html" not in names(run)
    assert not [name for name in names(run) if name.startswith(".")]
    assert (run / "notes.txt").read_text() == "mine"


def test_only_the_folder_itself_may_be_written_to(
    result: Result, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = tmp_path / "run"
    run.mkdir()
    mkdir = Path.mkdir

    def closed(path: Path, *args: object, **settings: object) -> None:
        if path.parent == tmp_path and path != run:
            raise PermissionError(errno.EACCES, "Permission denied")
        mkdir(path, *args, **settings)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "mkdir", closed)
    report.write(result, run, CSV_ONLY)
    assert names(run) == sorted([f"{name}.csv" for name in public.COLUMNS] + ["run.json"])


def test_an_interrupt_between_the_two_renames_puts_the_earlier_run_back(
    result: Result, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = tmp_path / "run"
    report.write(result, run, CSV_ONLY)
    rename = Path.rename

    def interrupted(path: Path, target: Path) -> Path:
        if path.name.endswith(".writing"):
            raise KeyboardInterrupt
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", interrupted)
    with pytest.raises(KeyboardInterrupt):
        report.write(result, run, CSV_ONLY)
    assert names(tmp_path) == ["run"]
    assert "claims.csv" in names(run)


def test_a_parent_that_can_t_be_made_is_told(result: Result, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="could not be written"):
        report.write(result, tmp_path / "file" / "run", CSV_ONLY)


def test_run_json_has_the_settings_versions_and_digest_of_every_file(run_folder: Path) -> None:
    content = json.loads((run_folder / "run.json").read_text(encoding="utf-8"))
    assert content["tool"] == "xref"
    assert content["versions"]["python"] == "3.11.0"
    assert sorted([*content["files"], "run.json"]) == names(run_folder)
    assert content["rows"]["claims"] == 21
