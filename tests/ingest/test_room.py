from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.ingest.conftest import PROSE
from xref.config import SourceConfig
from xref.errors import UsageError
from xref.tables import Articles, Blocks, Skipped


def reasons(read):
    return dict(zip(read.skipped.path, read.skipped.reason, strict=True))


def test_an_empty_folder_gives_three_empty_tables(read):
    found = read()
    assert found.articles.empty and found.blocks.empty and found.skipped.empty
    assert list(found.articles.columns) == list(Articles.to_schema().columns)
    assert list(found.blocks.columns) == list(Blocks.to_schema().columns)
    assert list(found.skipped.columns) == list(Skipped.to_schema().columns)


def test_a_folder_that_is_not_there_is_a_usage_error(read, tmp_path):
    tmp_path.rmdir()
    with pytest.raises(UsageError, match="no such folder"):
        read()


def test_a_file_in_the_folders_place_is_a_usage_error(tmp_path, write, progress):
    from xref import ingest
    from xref.config import IngestConfig
    from xref.outlets import Directory

    file = write("one.txt", PROSE)
    with pytest.raises(UsageError, match="no folder"):
        ingest.read_folder(file, IngestConfig(), Directory(), progress)


def test_every_file_and_row_is_in_articles_or_in_skipped_once(read, write):
    write("a.txt", PROSE)
    write("b.jsonl", f'{{"title": "Bridge closed", "text": "{PROSE}"}}\n{{"broken\n{{"number": 4}}\n')
    write("c.csv", f'title,text\nBridge,"{PROSE}"\n,\n"x",\n')
    write("d.docx", b"PK\x03\x04 whatever")
    write("e.txt", b"")
    write(".hidden.txt", PROSE)
    found = read()
    told = [*found.articles.path, *found.skipped.path]
    assert sorted(told) == sorted(
        ["a.txt", "b.jsonl#1", "b.jsonl#2", "b.jsonl#3", "c.csv#1", "c.csv#2", "d.docx", "e.txt", ".hidden.txt"]
    )
    assert len(told) == len(set(told))


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\r\n ", "empty"),
        ("noise.txt", bytes(range(256)) * 20, "binary"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "binary"),
        ("only-matter.md", b"---\ntitle: Nothing below\n---\n\n", "no-text"),
        ("short.txt", b"Bridge closed.", "too-short"),
        ("notes.docx", b"PK\x03\x04", "unsupported"),
        ("no-suffix", PROSE.encode(), "unsupported"),
        ("gold.json", b'{"event": "bridge", "facts": [{"id": "F1", "question": "How many?"}]}', "not-an-article"),
        ("broken.json", b'{"title": "Bridge",\n "text": "cut', "broken-json"),
        ("list.json", b"[1, 2, 3]", "not-an-article"),
        ("empty.html", b"<html><head><title>x</title></head><body></body></html>", "no-text"),
        ("broken.pdf", b"%PDF-1.4 and nothing else", "broken-pdf"),
        ("table.csv", b"x,y\n1,2\n", "not-an-article"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_reason(read, write, name, content, reason):
    write(name, content)
    found = read()
    assert found.articles.empty
    assert reasons(found) == {name: reason}
    assert found.skipped.detail[0]


def test_a_file_above_the_limit_is_told_and_not_read(read, write, monkeypatch):
    write("long.txt", PROSE * 10_000)
    monkeypatch.setattr("pathlib.Path.read_bytes", lambda self: pytest.fail("it was read"))
    found = read(max_file_mb=1)
    assert reasons(found) == {"long.txt": "too-large"}
    assert "ingest.max_file_mb" in found.skipped.detail[0]


def test_articles_beyond_the_limit_are_told_one_by_one(read, write):
    for name in "abc":
        write(f"{name}.txt", f"{PROSE} {name}")
    found = read(max_articles=2)
    assert list(found.articles.path) == ["a.txt", "b.txt"]
    assert reasons(found) == {"c.txt": "too-many"}


def test_links_are_told_and_never_followed(read, write, tmp_path):
    outside = tmp_path.parent / f"{tmp_path.name}-outside"
    outside.mkdir()
    (outside / "secret.txt").write_text(PROSE)
    write("in/a.txt", PROSE)
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in")
    (tmp_path / "out").symlink_to(outside)
    (tmp_path / "same.txt").symlink_to(tmp_path / "in" / "a.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    found = read()
    assert list(found.articles.path) == ["in/a.txt"]
    assert set(reasons(found)) == {"in/loop", "out", "same.txt", "gone.txt", "self.txt"}
    assert set(found.skipped.reason) == {"link"}
    details = dict(zip(found.skipped.path, found.skipped.detail, strict=True))
    assert "circles" in details["in/loop"]
    assert "leaves the folder" in details["out"]
    assert "in/a.txt" in details["same.txt"]


def test_a_pipe_is_told_and_not_waited_for(read, tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert reasons(read()) == {"pipe.txt": "not-a-file"}


def test_a_file_name_that_is_no_text_is_told_with_escapes(read, tmp_path):
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text(PROSE)
    assert list(read().articles.path) == ["caf\\xe9.txt"]


def test_two_files_of_one_content_are_both_read_and_told(read, write, progress):
    write("a.txt", PROSE)
    write("b.txt", PROSE)
    found = read()
    assert list(found.articles.path) == ["a.txt", "b.txt"]
    assert found.articles.article_id.is_unique
    assert any("b.txt" in warning and "a.txt" in warning for warning in progress.warnings)


def test_the_second_of_two_files_of_one_content_is_skipped_when_asked(read, write):
    write("a.txt", PROSE)
    write("b.txt", PROSE)
    found = read(skip_duplicates=True)
    assert list(found.articles.path) == ["a.txt"]
    assert reasons(found) == {"b.txt": "duplicate-file"}
    assert "a.txt" in found.skipped.detail[0]


def test_one_text_under_two_outlets_is_a_copy_and_no_duplicate(read, write):
    write("a.md", f"---\noutlet: Northern Ledger\n---\n{PROSE}")
    write("b.md", f"---\noutlet: Harbour Post\n---\n{PROSE}")
    assert len(read(skip_duplicates=True).articles) == 2


def test_identifiers_do_not_depend_on_what_else_is_in_the_folder(read, write):
    write("m.txt", PROSE)
    alone = read().articles.article_id[0]
    write("a.txt", "Something else stands in this file, and it is long enough to be an article.")
    found = read().articles.set_index("path").article_id
    assert found["m.txt"] == alone
    assert len(alone) == 9 and alone.startswith("a")


def test_identifiers_that_begin_alike_are_lengthened(monkeypatch):
    from xref.ingest import room

    class Digest:
        def __init__(self, data: bytes) -> None:
            self.data = data

        def hexdigest(self) -> str:
            return "01234567" + ("0" if b"a.txt" in self.data else "1") * 56

    class Fake:
        text = "words"

        def __init__(self, path: str) -> None:
            self.path = path

    monkeypatch.setattr(room.hashlib, "sha256", Digest)
    assert room._identifiers([Fake("a.txt"), Fake("b.txt")]) == ["a012345670000", "a012345671111"]


def test_reading_twice_gives_the_same_tables(read, write):
    write("z/one.txt", PROSE)
    write("a.html", f"<html><body><article><h1>Bridge closed</h1><p>{PROSE}</p></article></body></html>")
    first, second = read(), read()
    assert first.articles.equals(second.articles)
    assert first.blocks.equals(second.blocks)


def test_the_outlet_comes_from_metadata_then_address_then_folder(read, write):
    own = (SourceConfig(name="Northern Ledger", aliases=["NL"], domains=["ledger.example"]),)
    write("Harbour Post/a.md", f"---\noutlet: NL\n---\n{PROSE}")
    write("Harbour Post/b.md", f"---\nurl: https://www.ledger.example/bridge\n---\n{PROSE}")
    write("Harbour Post/c.md", f"---\nurl: https://news.tide.example/bridge\n---\n{PROSE}")
    write("Harbour Post/d.txt", PROSE)
    write("e.txt", PROSE)
    found = read(own).articles.set_index("path")[["outlet", "outlet_from"]]
    assert found.apply(tuple, axis=1).to_dict() == {
        "Harbour Post/a.md": ("Northern Ledger", "alias"),
        "Harbour Post/b.md": ("Northern Ledger", "domain"),
        "Harbour Post/c.md": ("news.tide.example", "domain"),
        "Harbour Post/d.txt": ("Harbour Post", "folder"),
        "e.txt": ("unknown", "unknown"),
    }


def test_folders_name_no_outlet_when_the_config_says_so(read, write, progress):
    write("Harbour Post/d.txt", PROSE)
    assert read(folder_is_outlet=False).articles.outlet[0] == "unknown"
    assert any("1 of 1 articles name no outlet" in warning for warning in progress.warnings)


def test_a_date_that_cannot_be_is_told_and_left_out(read, write, progress):
    write("a.md", f"---\npublished: 2031-02-31\n---\n{PROSE}")
    write("b.md", f"---\npublished: 2999-01-01\n---\n{PROSE}")
    assert list(read().articles.published) == ["", ""]
    assert sum("date not taken" in warning for warning in progress.warnings) == 2


def test_words_count_without_boilerplate(read, write):
    write("a.txt", f"{PROSE}\n\nShare this article\n\nSubscribe to our newsletter\n")
    assert read().articles.words[0] == len(PROSE.split())
