from __future__ import annotations

import codecs

import pytest

from tests.ingest.conftest import PROSE
from xref.ingest.front_matter import split

LONG = PROSE + "\n\nA second paragraph says that buses will run instead."


def one(read):
    found = read().articles
    assert len(found) == 1
    return found.iloc[0]


def test_the_text_is_the_body_unchanged(read, write):
    body = f"\r\n  {PROSE}\r\n\r\n\tIndented, with trailing blanks.   \r\n\r\n"
    write("a.md", f"---\r\ntitle: Bridge closed\r\n---\r\n{body}")
    assert one(read).text == body


def test_a_plain_file_keeps_its_line_ends(read, write):
    write("a.txt", LONG.replace("\n", "\r\n"))
    assert one(read).text == LONG.replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("utf-32-le", codecs.BOM_UTF32_LE),
        ("latin-1", b""),
        ("cp1252", b""),
    ],
)
def test_encodings_are_told_apart(read, write, encoding, mark):
    text = f"Café Zoë reopened near the bridge. {PROSE}"
    write("a.txt", mark + text.encode(encoding))
    assert one(read).text == text


def test_typographic_quotes_of_western_code_pages_are_read(read, write):
    text = f"“We heard a crack,” said Ines Maro – the harbour master. {PROSE}"
    write("a.txt", text.encode("cp1252"))
    assert one(read).text == text


def test_another_script_in_an_old_encoding_is_detected(read, write):
    text = "Инженеры закрыли мост во вторник после осмотра, который показал трещины в двух опорах. " * 4
    write("a.txt", text.encode("cp1251"))
    assert one(read).text == text


def test_a_damaged_byte_does_not_make_utf8_another_encoding(read, write):
    content = ("Café Zoë, Señor Núñez, Ålesund. " + PROSE).encode("utf-8") + b" \xff end"
    write("a.txt", content)
    assert "Café Zoë, Señor Núñez, Ålesund" in one(read).text


def test_front_matter_gives_every_field(read, write):
    write(
        "a.md",
        "---\n"
        "title: 'Bridge closed: cracks found'\n"
        "outlet: Northern Ledger\n"
        "authors: [Ada Venn, Tomas Riel]\n"
        "published: 2021-03-04T09:15:00+02:00\n"
        "url: https://ledger.example/bridge\n"
        "language: en-GB\n"
        f"---\n{PROSE}",
    )
    article = one(read)
    columns = ["title", "outlet", "authors", "published", "utc_offset", "url", "language", "outlet_from"]
    assert article[columns].to_list() == [
        "Bridge closed: cracks found", "Northern Ledger", "Ada Venn; Tomas Riel", "2021-03-04T07:15:00Z", "+02:00",
        "https://ledger.example/bridge", "en", "metadata",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("matter", "author"),
    [
        ("author: By Ada Venn", "Ada Venn"),
        ("Author: {name: Ada Venn, role: reporter}", "Ada Venn"),
        ("AUTHORS:\n  - name: Ada Venn\n  - name: Tomas Riel", "Ada Venn; Tomas Riel"),
        ("byline: Ada Venn and Tomas Riel", "Ada Venn; Tomas Riel"),
        ("author: By Staff", ""),
        ("author: null", ""),
        ("author: [[nested, [deep]], 3]", "3"),
        ("author:", ""),
    ],
)
def test_authors_are_read_in_many_forms(read, write, matter, author):
    write("a.md", f"---\ntitle: Bridge\n{matter}\n---\n{PROSE}")
    assert one(read).authors in (author, "" if author == "3" else author)


def test_norwegian_is_a_language_and_a_bare_day_a_date(read, write):
    write("a.md", f"---\nlanguage: no\npublished: 2021-03-04\n---\n{PROSE}")
    article = one(read)
    assert (article.language, article.published) == ("no", "2021-03-04")


@pytest.mark.parametrize(
    "matter",
    [
        'title: "unclosed\noutlet: Northern Ledger',
        "title: one: two: three\noutlet: Northern Ledger",
        "\ttitle: tabs\noutlet: Northern Ledger",
        "title: *undefined\noutlet: Northern Ledger",
    ],
)
def test_broken_front_matter_is_read_line_by_line_and_told(read, write, progress, matter):
    write("a.md", f"---\n{matter}\n---\n{PROSE}")
    article = one(read)
    assert article.outlet == "Northern Ledger"
    assert article.text == PROSE
    assert any("front matter" in warning for warning in progress.warnings)


def test_a_yaml_bomb_is_not_unfolded(read, write):
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    write("a.md", f"---\ntitle: Bridge\n{bomb}---\n{PROSE}")
    article = one(read)
    assert article.text == PROSE
    assert article.title == "Bridge"


def test_yaml_tags_build_nothing(read, write, tmp_path):
    target = tmp_path / "made-by-yaml"
    write("a.md", f"---\ntitle: !!python/object/apply:os.mkdir ['{target}']\noutlet: Ledger\n---\n{PROSE}")
    assert one(read).outlet == "Ledger"
    assert not target.exists()


def test_deeply_nested_front_matter_is_no_crash(read, write):
    write("a.md", f"---\ntitle: {'[' * 5000}\noutlet: Ledger\n---\n{PROSE}")
    assert one(read).text == PROSE


@pytest.mark.parametrize(
    "text", ["---\nNo mapping, just a line.\n---\nMore words.", "---\nnever closed\nMore words.", "--- not a rule\n"]
)
def test_rules_that_open_no_front_matter_stay_in_the_body(text):
    assert split(text).body == text


def test_a_file_without_front_matter_takes_title_author_and_date_from_its_lines(read, write):
    write("a.txt", f"Cracks close the Halden bridge\n\nAda Venn — Thursday, 4 March 2021, 11:13\n\n{PROSE}\n")
    article = one(read)
    assert article.title == "Cracks close the Halden bridge"
    assert article.authors == "Ada Venn"
    assert article.published == "2021-03-04T11:13:00Z"
    assert article.utc_offset == ""


def test_times_without_zone_are_read_in_the_configured_zone(read, write):
    write("a.txt", f"Cracks close the Halden bridge\n\nAda Venn — Thursday, 4 March 2021, 11:13\n\n{PROSE}\n")
    article = read(timezone="Europe/Kyiv").articles.iloc[0]
    assert (article.published, article.utc_offset) == ("2021-03-04T09:13:00Z", "+02:00")


def test_language_is_detected_and_left_open_where_unsure(read, write):
    write("a.txt", LONG)
    write(
        "b.txt",
        "Die Ingenieure sperrten die Brücke am Dienstag, nachdem eine Prüfung Risse in zwei Pfeilern gezeigt hatte.",
    )
    write("c.txt", "1 2 3 4 5 6 7 8 9 10 11 12 km")
    found = read().articles.set_index("path").language
    assert found.to_dict() == {"a.txt": "en", "b.txt": "de", "c.txt": "und"}


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_read_where_every_letter_is_ascii(read, write, encoding):
    plain = "The Halden bridge was closed on Tuesday, the council of Brinmoor said, and buses will run instead."
    write("a.txt", plain.encode(encoding))
    assert one(read).text == plain


def test_front_matter_that_is_no_yaml_gives_words_without_its_marks(read, write):
    write("a.md", f'---\ntitle: "Bridge closed\noutlet: [Northern Ledger\n---\n{LONG}')
    assert one(read).outlet == "Northern Ledger"
