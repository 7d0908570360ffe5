"""The cache: what it keeps, and that it never costs more than time."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xref.cache import Cache, default_folder, digest


def test_what_was_put_is_found_again_by_another_run(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "values.sqlite"
    Cache(path).put([("a", b"1"), ("b", b"")])
    Cache(path).put([("b", b"2")])
    assert Cache(path).get(["a", "b", "c"]) == {"a": b"1", "b": b"2"}


def test_more_keys_than_one_statement_takes_are_found(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "values.sqlite")
    values = {f"key {number}": bytes([number % 256]) for number in range(1801)}
    cache.put(values.items())
    assert cache.get([*values, "unknown"]) == values


def test_without_a_path_nothing_is_kept() -> None:
    cache = Cache(None)
    cache.put([("a", b"1")])
    assert cache.get(["a"]) == {}


@pytest.mark.parametrize(
    "content", [b"this is no database, but long enough to look at" * 50, b"SQLite format 3\x00" + b"\x00" * 600]
)
def test_a_damaged_cache_is_passed_over_with_a_warning(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "values.sqlite"
    path.write_bytes(content)
    told: list[str] = []
    cache = Cache(path, told.append)
    cache.put([("a", b"1")])
    assert cache.get(["a"]) == {}
    assert len(told) == 1
    assert "going on without it" in told[0]
    assert path.read_bytes() == content


def test_a_cache_damaged_between_runs_gives_nothing_and_one_warning(tmp_path: Path) -> None:
    path = tmp_path / "values.sqlite"
    told: list[str] = []
    cache = Cache(path, told.append)
    cache.put([("a", b"1")])
    with sqlite3.connect(path) as connection:
        connection.execute("drop table cache")
    assert cache.get(["a"]) == {}
    assert cache.get(["a"]) == {}
    assert len(told) == 1


def test_a_folder_that_can_not_be_made_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    told: list[str] = []
    cache = Cache(tmp_path / "file" / "values.sqlite", told.append)
    cache.put([("a", b"1")])
    assert cache.get(["a"]) == {}
    assert len(told) == 1


def test_the_user_s_cache_folder_follows_the_desktop_standard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    assert default_folder() == Path("/somewhere/xref")
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", "/home/reader")
    assert default_folder() == Path("/home/reader/.cache/xref")


@settings(max_examples=200)
@given(st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
def test_keys_are_equal_only_for_equal_parts(one: list[str], other: list[str]) -> None:
    assert (digest(*one) == digest(*other)) == (one == other)


def test_parts_that_join_to_the_same_text_have_different_keys() -> None:
    assert digest("a", "bc") != digest("ab", "c") != digest("abc")
    assert digest() != digest("")
    assert len(digest("\ud800")) == 64  # a lone surrogate of a badly decoded file is text, too
