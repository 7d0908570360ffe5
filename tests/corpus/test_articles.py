"""What the example corpus is made of, as it is read."""

from __future__ import annotations

import calendar
import re
from datetime import date
from pathlib import Path

import pytest

from xref import ingest

FORMATS = {".txt", ".md", ".html", ".json", ".jsonl", ".csv", ".pdf"}
HOSTILE = "belhar-today/2025-11-16-camp-empties.html"


def suffix(path: str) -> str:
    return Path(path.split("#")[0]).suffix


def test_it_holds_thirty_articles_or_more_by_ten_outlets_or_more(read: ingest.Read) -> None:
    assert len(read.articles) >= 30
    assert read.articles["outlet"].nunique() >= 10
    assert "unknown" not in set(read.articles["outlet"])


def test_every_input_format_is_there(read: ingest.Read) -> None:
    assert {suffix(path) for path in read.articles["path"]} == FORMATS


def test_the_unreadable_file_is_told_with_its_reason_and_nothing_else_of_the_evidence_is_lost(
    read: ingest.Read,
) -> None:
    told = dict(zip(read.skipped["path"], read.skipped["reason"], strict=True))
    assert told == {
        "exports/kestrel-archive.json": "broken-json",
        "README.rst": "unsupported",
        "gold.json": "not-an-article",
    }
    assert all(read.skipped["detail"].str.len() > 10)


def test_files_are_read_or_told(read: ingest.Read, corpus: Path) -> None:
    files = {file.relative_to(corpus).as_posix() for file in corpus.rglob("*") if file.is_file()}
    assert {path.split("#")[0] for path in read.articles["path"]} | set(read.skipped["path"]) == files


def test_one_article_has_no_date_and_one_is_not_english(read: ingest.Read) -> None:
    articles = read.articles
    assert list(articles.loc[articles["published"] == "", "path"]) == ["blogs/upriver-what-the-wall-was-made-of.md"]
    assert list(articles.loc[articles["language"] != "en", "path"]) == ["tageblatt-sued/dammbruch.txt"]


@pytest.mark.parametrize(
    "foreign",
    ["<script", "document.", "0wned", "surrendered all its weapons", "Ten thousand soldiers", "burnt down", "retracted",
     "evil.example", "cookies", "JavaScript"],
)  # fmt: skip
def test_scripts_and_hidden_text_of_the_hostile_page_are_not_read(texts: dict[str, str], foreign: str) -> None:
    assert foreign in (Path(__file__).parents[2] / "corpus" / HOSTILE).read_text(encoding="utf-8")
    assert foreign not in texts[HOSTILE]


def test_the_hostile_page_keeps_its_news(texts: dict[str, str]) -> None:
    assert "counted 82 vehicles in the column" in texts[HOSTILE]
    assert "more than 350 men had been aboard" in texts[HOSTILE]


def test_a_relay_belongs_to_who_publishes_it_not_to_whom_its_headline_names(read: ingest.Read) -> None:
    relay = read.articles.set_index("path").loc["Harbour Tribune/osterra-pulls-soldiers.txt"]
    assert (relay["outlet"], relay["authors"]) == ("Harbour Tribune", "Olena Marchuk")
    assert relay["published"].startswith("2025-11-17T11:13")


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("exports/newsapi.json#1", "2025-10-08"),
        ("Red Lantern Relief/bulletin-dravets.pdf", "2025-10-09"),
        ("Marenia Radio/orlava-first-hours.txt", "2025-10-07"),
        ("velmark-herald/inspectorate.html", "2025-10-09"),
    ],
)
def test_dates_are_read_in_every_format(read: ingest.Read, path: str, day: str) -> None:
    published = dict(zip(read.articles["path"], read.articles["published"], strict=True))
    assert published[path].startswith(day)


def test_weekdays_agree_with_the_calendar(texts: dict[str, str]) -> None:
    months = "|".join(calendar.month_name[1:])
    days = "|".join(calendar.day_name)
    found = [
        (weekday, int(day), month, path)
        for path, text in texts.items()
        for weekday, day, month in re.findall(rf"({days}), (\d{{1,2}}) ({months})", text)
    ]
    assert len(found) >= 4
    for weekday, day, month, path in found:
        when = date(2025, list(calendar.month_name).index(month), day)
        assert calendar.day_name[when.weekday()] == weekday, path


def test_articles_are_as_long_as_short_news(read: ingest.Read) -> None:
    assert read.articles["words"].between(110, 450).all()
