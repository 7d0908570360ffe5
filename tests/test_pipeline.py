"""What the pipeline itself adds to what the rooms hand on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from xref import pipeline, reliability
from xref.config import Config
from xref.errors import NothingReadable
from xref.tables import Result

STEPS = ["reading", "claims", "embedding", "stories", "matching", "comparing", "clustering", "origins", "reliability"]


@pytest.fixture
def run(tmp_path: Path) -> Callable[[str], Result]:
    """Checks a folder of that name with two articles in it."""

    def _run(name: str) -> Result:
        folder = tmp_path / "flood" / name
        folder.mkdir(parents=True)
        (folder / "a.txt").write_text("The Quell flooded Marn on Sunday and two people died, police said.\n")
        (folder / "b.txt").write_text("Three people died in Marn on Sunday as the Quell burst its banks.\n")
        return pipeline.check(
            folder, Config.model_validate({"embed": {"cache": False}, "compare": {"nli_model": "none"}})
        )

    return _run


@pytest.mark.model
def test_a_run_tells_its_steps_in_order_with_their_seconds(run: Callable[[str], Result]) -> None:
    info = run("marn").info
    assert list(info["seconds"]) == STEPS
    assert all(seconds >= 0 for seconds in info["seconds"].values())


@pytest.mark.model
@pytest.mark.parametrize(("name", "told"), [("marn", "marn"), ("articles", "flood"), ("Texts", "flood")])
def test_a_folder_whose_name_says_nothing_is_told_with_its_parent(
    run: Callable[[str], Result], name: str, told: str
) -> None:
    assert run(name).info["folder"] == told


@pytest.mark.model
@pytest.mark.parametrize("is_stable", [True, False])
def test_probabilities_that_are_those_of_the_vote_are_warned_of(
    run: Callable[[str], Result], monkeypatch: pytest.MonkeyPatch, is_stable: bool
) -> None:
    assess = reliability.assess

    def _assess(*words: Any) -> reliability.Assessed:
        return replace(assess(*words), is_stable=is_stable)

    monkeypatch.setattr(reliability, "assess", _assess)
    assert (pipeline.UNSTABLE in run("marn").info["warnings"]) is not is_stable


def test_a_folder_without_an_article_is_an_error_that_counts_what_was_skipped(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    with pytest.raises(NothingReadable, match=r"1 skipped\n  empty\.txt: empty"):
        pipeline.check(tmp_path)
