"""What the docs say is what the code does."""

from __future__ import annotations

import importlib.util
import re
import tomllib
from importlib import metadata
from pathlib import Path
from types import ModuleType

import click
import pytest

import xref
from xref import errors
from xref.cli import cli
from xref.config import SourceConfig

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def program(path: str) -> ModuleType:
    """A program of the repository that is no package."""
    spec = importlib.util.spec_from_file_location(Path(path).stem, ROOT / path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def test_the_generated_pages_are_what_the_code_says() -> None:
    assert program("docs/generate.py").stale_pages() == [], "run `make docs`"


def test_the_table_of_figures_is_made_from_the_recorded_results() -> None:
    table = program("benchmarks/table.py")
    page = read("README.md")
    assert table.with_table(page, table.table()) == page, "run `make benchmarks-table`"


def test_without_results_no_figure_is_claimed(tmp_path: Path) -> None:
    assert program("benchmarks/table.py").table(tmp_path) == "No figures have been recorded yet.\n"


def test_every_command_stands_in_the_readme_and_the_command_page() -> None:
    for name in cli.list_commands(click.Context(cli)):
        assert f"xref {name}" in read("README.md"), name
        assert f"## xref {name}\n" in read("docs/cli.md"), name


def test_every_error_has_its_section() -> None:
    family = [kind for kind in vars(errors).values() if isinstance(kind, type) and kind is not errors.XrefError]
    assert len(family) >= 6
    for kind in family:
        assert f"\n### {kind.__name__}\n" in read("docs/messages.md"), kind
        section = read("docs/messages.md").split(f"\n### {kind.__name__}\n")[1].split("\n#")[0]
        assert f"Exit code {kind.exit_code}." in section, kind


@pytest.mark.parametrize(
    ("room", "pattern", "heading"),
    [
        (
            "ingest",
            r"(?:Unread|Refused)\(\s*\"([a-z-]+)\"|reason = \"([a-z-]+)\"|else \"([a-z]+-[a-z]+)\"",
            "skipped.csv",
        ),
        ("claims", r"return \"(question|fragment|opinion|[a-z]+-[a-z]+)\"|reason = \"([a-z-]+)\"", "dropped.csv"),
    ],
)
def test_every_reason_stands_in_the_messages(room: str, pattern: str, heading: str) -> None:
    if room == "claims":
        sources = [ROOT / "xref/claims/drops.py", ROOT / "xref/claims/build.py"]
    else:
        sources = sorted((ROOT / "xref" / room).rglob("*.py"))
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    reasons = {reason for found in re.findall(pattern, text) for reason in found if reason}
    assert len(reasons) >= 4
    section = read("docs/messages.md").split(f"## Reasons in {heading}")[1].split("\n## ")[0]
    told = set(re.findall(r"^\| `([a-z-]+)` \|", section, re.MULTILINE))
    assert reasons <= told, reasons - told


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_the_readme_s_sources_are_valid_settings() -> None:
    (block,) = re.findall(r"```toml\n(.*?)```", read("README.md"), re.DOTALL)
    for entry in tomllib.loads(block)["sources"]:
        SourceConfig.model_validate(entry)


@pytest.mark.model
def test_the_readme_s_python_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (block,) = re.findall(r"```python\n(.*?)```", read("README.md"), re.DOTALL)
    monkeypatch.chdir(ROOT)
    exec(compile(block, "README.md", "exec"), {})
    assert "question_or_topic" in capsys.readouterr().out


def test_the_readme_names_the_licence_of_every_dependency() -> None:
    table = read("README.md").split("<!-- licences")[1].split("\n\n")[0]
    told = {
        name: row.split("|")[2].strip()
        for row in table.splitlines()[1:]
        for name in re.findall(r"[\w-]+", row.split("|")[1])
    }
    wanted = {
        re.split(r"[^\w-]", line)[0].lower()
        for line in tomllib.loads(read("pyproject.toml"))["project"]["dependencies"]
    }
    assert set(told) == wanted
    for name, licence in told.items():
        package = metadata.metadata(name)
        said = " ".join(
            [
                package.get("License-Expression") or "",
                package.get("License") or "",
                *(package.get_all("Classifier") or []),
            ]
        )
        assert licence.split()[0].casefold() in said.casefold(), name


def test_the_public_names_of_the_package_are_there() -> None:
    for name in xref.__all__:
        assert getattr(xref, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'chek'"):
        _ = xref.chek


def test_no_page_names_a_host_of_a_package_index() -> None:
    for page in [*PAGES, ROOT / "Makefile", ROOT / ".ci/run", ROOT / "constraints.txt", ROOT / "pyproject.toml"]:
        text = page.read_text(encoding="utf-8").casefold()
        assert "index-url" not in text, page
        assert "pypi.org" not in text, page
