from __future__ import annotations

import csv
import io
import json

import pytest

from tests.ingest.conftest import PROSE

TITLE = "Cracks close the Halden bridge"


@pytest.fixture
def one(read):
    def of():
        found = read()
        assert len(found.articles) == 1, found.skipped
        return found.articles.iloc[0]

    return of


@pytest.mark.parametrize(
    "record",
    [
        {"title": TITLE, "outlet": "Northern Ledger", "authors": ["Ada Venn"], "published": "2021-03-04",
         "text": PROSE},
        {"source": {"id": None, "name": "Northern Ledger"}, "author": "Ada Venn", "title": TITLE, "description": "cut",
         "url": "https://ledger.example/b", "publishedAt": "2021-03-04", "content": PROSE + "… [+2345 chars]"},
        {"title": TITLE, "author": "Ada Venn", "hostname": "ledger.example", "date": "2021-03-04", "text": PROSE,
         "sitename": "Northern Ledger", "source": "https://ledger.example/b", "fingerprint": "1"},
        {"headline": TITLE, "publisher": {"@type": "Organization", "name": "Northern Ledger"},
         "author": [{"name": "Ada Venn"}],
         "datePublished": "2021-03-04", "articleBody": PROSE},
        {"Title": TITLE, "Publication": "Northern Ledger", "Byline": "By Ada Venn", "Pub_Date": "4 March 2021",
         "Body": PROSE},
        {"title": TITLE, "source_domain": "x.example", "source_name": "Northern Ledger", "authors": "Ada Venn",
         "date_publish": "2021-03-04", "maintext": PROSE},
    ],
)  # fmt: skip
def test_the_field_names_of_exports_are_known(one, write, record):
    write("a.json", json.dumps(record))
    article = one()
    assert article[["title", "outlet", "authors", "published"]].to_list() == [
        TITLE,
        "Northern Ledger",
        "Ada Venn",
        "2021-03-04",
    ]
    assert article.text == f"{TITLE}\n\n{PROSE}"


def test_a_body_that_begins_with_its_title_is_not_given_it_twice(one, write):
    write("a.json", json.dumps({"title": TITLE, "text": f"{TITLE}. {PROSE}"}))
    assert one().text == f"{TITLE}. {PROSE}"


def test_an_envelope_of_articles_is_opened(read, write):
    write(
        "a.json",
        json.dumps(
            {"status": "ok", "totalResults": 2, "articles": [{"title": TITLE, "content": PROSE}, {"title": None}]}
        ),
    )
    found = read()
    assert list(found.articles.path) == ["a.json#1"]
    assert list(found.skipped.path) == ["a.json#2"]


def test_an_article_list_of_gdelt_gives_headlines(one, write):
    row = {"url": "https://ledger.example/b", "title": "Cracks close the Halden bridge for six weeks in Brinmoor",
           "seendate": "20210304T111300Z", "domain": "ledger.example", "language": "English",
           "sourcecountry": "Norland"}  # fmt: skip
    write("a.json", json.dumps({"articles": [row]}))
    article = one()
    assert article[["outlet", "outlet_from", "published", "language"]].to_list() == [
        "ledger.example", "domain", "2021-03-04T11:13:00Z", "en",
    ]  # fmt: skip


def test_a_publishers_name_at_a_titles_end_is_taken_off(one, write):
    write("a.json", json.dumps({"title": f"{TITLE} - Northern Ledger", "outlet": "Northern Ledger", "text": PROSE}))
    assert one().title == TITLE


def test_the_line_of_broken_json_is_told(read, write):
    rows = [json.dumps({"title": f"{TITLE} {n}", "text": f"{PROSE} {n}"}) for n in range(1, 10)]
    rows[6] = rows[6][:30]
    write("a.jsonl", "\n".join(rows))
    found = read()
    assert len(found.articles) == 8
    assert found.skipped.iloc[0][["path", "reason"]].to_list() == ["a.jsonl#7", "broken-json"]
    assert found.skipped.detail[0].startswith("line 7:")


def test_json_lines_under_the_name_of_json_are_read(read, write):
    write("a.json", "\n".join(json.dumps({"title": f"{TITLE} {n}", "text": f"{PROSE} {n}"}) for n in range(3)))
    assert list(read().articles.path) == ["a.json#1", "a.json#2", "a.json#3"]


@pytest.mark.parametrize(
    "content", ["[" * 100_000, '{"a":' * 100_000, '{"title": 1' + "0" * 10_000 + "}", "NaN", '"text"', "\x00"]
)
def test_hostile_json_is_told(read, write, content):
    write("a.json", content)
    found = read()
    assert found.articles.empty and len(found.skipped) == 1


def test_values_of_odd_types_are_no_crash(one, write):
    write(
        "a.json",
        json.dumps(
            {
                "title": [TITLE],
                "text": PROSE,
                "author": {"x": [1, {}]},
                "published": True,
                "url": 5,
                "language": ["en"],
                "outlet": [[]],
            }
        ),
    )
    article = one()
    assert (article.title, article.authors, article.published, article.outlet) == (TITLE, "", "", "unknown")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv_is_read_with_any_usual_delimiter(one, write, delimiter):
    out = io.StringIO(newline="")
    rows = csv.writer(out, delimiter=delimiter)
    rows.writerow(["title", "outlet", "published", "text"])
    rows.writerow([TITLE, "Northern Ledger", "2021-03-04", PROSE + '\r\nSecond line; with | marks, and "quotes".'])
    write("a.csv", out.getvalue())
    article = one()
    assert (article.title, article.outlet, article.published) == (TITLE, "Northern Ledger", "2021-03-04")
    assert 'Second line; with | marks, and "quotes".' in article.text


def test_csv_words_that_look_like_missing_values_are_words(one, write):
    write("a.csv", f'title,author,text\nNA,None,"{PROSE}"\n')
    article = one()
    assert article.title == "NA"


def test_a_csv_row_with_too_many_cells_is_told(read, write):
    write("a.csv", f'title,text\nBridge,"{PROSE}",surplus\nRoad,"{PROSE} Twice."\n')
    found = read()
    assert list(found.articles.path) == ["a.csv#2"]
    assert found.skipped.iloc[0][["path", "reason"]].to_list() == ["a.csv#1", "broken-csv"]


def test_a_csv_cell_beyond_the_limit_ends_the_file_and_is_told(read, write, monkeypatch):
    monkeypatch.setattr("xref.ingest.readers.csv_rows._MAX_FIELD", 500)
    before = csv.field_size_limit()
    write("a.csv", f'title,text\nBridge,"{PROSE}"\nRoad,"{"x" * 1000}"\n')
    found = read()
    assert list(found.articles.path) == ["a.csv#1"]
    assert found.skipped.reason[0] == "broken-csv"
    assert csv.field_size_limit() == before
