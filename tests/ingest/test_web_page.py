from __future__ import annotations

import json

import pytest

from tests.ingest.conftest import PROSE

BODY = "".join(
    f"<p>{sentence} The council of Brinmoor met in the town hall, and Ines Maro spoke for the harbour.</p>"
    for sentence in (
        "Engineers closed the Halden bridge on Tuesday after an inspection found cracks in two of its pillars.",
        "Repairs will take at least six weeks, and lorries have to take the road over the hills.",
        "Buses will run from the harbour to the station every ten minutes until the work is done.",
    )
)


def page(head="", top="<h1>Cracks close the Halden bridge</h1>", bottom="", body=BODY):
    return (
        f"<!doctype html><html lang='en'><head>{head}</head><body>"
        "<nav><a href='/'>Home</a> <a href='/w'>Weather</a></nav>"
        f"<main><article>{top}{body}{bottom}</article></main><footer>© 2021 Northern Ledger</footer></body></html>"
    )


def ld(**fields):
    return f"<script type='application/ld+json'>{json.dumps({'@type': 'NewsArticle', **fields})}</script>"


@pytest.fixture
def article(read, write):
    def of(content):
        write("page.html", content)
        found = read().articles
        assert len(found) == 1, read().skipped
        return found.iloc[0]

    return of


def test_title_and_paragraphs_are_the_text_a_line_each(article):
    text = article(page()).text
    lines = [line for line in text.split("\n") if line]
    assert lines[0] == "Cracks close the Halden bridge"
    assert len(lines) == 4
    assert "Weather" not in text and "©" not in text


def test_scripts_and_styles_never_reach_the_text(article):
    hostile = "<script>document.write('<p>Fake news</p>')</script><style>p{}</style>"
    hostile += "<p onclick='x()'>Real end of the text, said Maro.</p>"
    text = article(page(bottom=hostile)).text
    assert "Fake news" not in text and "document.write" not in text and "onclick" not in text


def test_markup_in_metadata_stays_plain_text(article):
    found = article(page(head=ld(headline="<b>Cracks</b> close the Halden bridge", author={"name": "<i>Ada Venn</i>"})))
    assert (found.title, found.authors) == ("Cracks close the Halden bridge", "Ada Venn")


def test_json_ld_gives_authors_date_outlet_and_address(article):
    found = article(
        page(
            head=ld(
                headline="Cracks close the Halden bridge",
                author=[{"@type": "Person", "name": "Ada Venn"}, {"@type": "Person", "name": "Tomas Riel"}],
                datePublished="2021-03-04T11:13:00+02:00",
                publisher={"@type": "Organization", "name": "Northern Ledger"},
                url="https://ledger.example/bridge",
            )
        )
    )
    assert found[["authors", "published", "utc_offset", "outlet", "outlet_from", "url", "language"]].to_list() == [
        "Ada Venn; Tomas Riel", "2021-03-04T09:13:00Z", "+02:00", "Northern Ledger", "metadata",
        "https://ledger.example/bridge", "en",
    ]  # fmt: skip


def test_json_ld_authors_are_found_by_reference_in_a_graph(article):
    graph = {"@graph": [{"@type": "Article", "headline": "x", "author": {"@id": "#ada"}, "datePublished": "2021-03-04"},
                        {"@type": "Person", "@id": "#ada", "name": "Ada Venn"}]}  # fmt: skip
    found = article(page(head=f"<script type='application/ld+json'>{json.dumps(graph)}</script>"))
    assert (found.authors, found.published) == ("Ada Venn", "2021-03-04")


@pytest.mark.parametrize(
    "script",
    [
        "{broken",
        "[" * 100_000,
        "null",
        '"text"',
        "[[[]]]",
        '{"@type": 3}',
        '{"@type": "Article", "author": [[1]], "publisher": 7}',
    ],
)
def test_odd_json_ld_is_no_crash(article, script):
    found = article(page(head=f"<script type='application/ld+json'>{script}</script>"))
    assert found.title == "Cracks close the Halden bridge"


def test_open_graph_canonical_and_meta_are_read_where_there_is_no_json_ld(article):
    head = (
        "<title>Cracks close the Halden bridge | Northern Ledger</title>"
        "<meta property='og:title' content='Cracks close the Halden bridge | Northern Ledger'>"
        "<meta property='og:site_name' content='Northern Ledger'>"
        "<meta property='article:published_time' content='2021-03-04'>"
        "<meta name='author' content='By Ada Venn'>"
        "<link rel='canonical' href='https://ledger.example/bridge'>"
    )
    found = article(page(head=head, top=""))
    assert found[["title", "outlet", "published", "authors", "url"]].to_list() == [
        "Cracks close the Halden bridge", "Northern Ledger", "2021-03-04", "Ada Venn", "https://ledger.example/bridge",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("markup", "author"),
    [
        ("<p class='byline'>By <a rel='author' href='/ada'>Ada Venn</a></p>", "Ada Venn"),
        ("<span itemprop='author'><span itemprop='name'>Ada Venn</span></span>", "Ada Venn"),
        ("<div>By <span>Ada Venn</span> | <time datetime='2021-03-04'>4 March</time></div>", "Ada Venn"),
        ("<p>Written by: <em>Ada Venn</em></p>", "Ada Venn"),
        ("<p>Von Ada Venn</p>", "Ada Venn"),
        ("<small>04.03.2021 | Ada Venn</small>", "Ada Venn"),
        ("<p class='byline'>By Staff</p>", ""),
        ("<p class='byline'>Photograph by Ada Venn</p>", ""),
        ("<div class='comments'><p class='author'>Ada Venn</p></div>", ""),
        ("<p>The bridge was built by Ada Venn and opened in 1931 by the mayor of the time.</p>", ""),
    ],
)
def test_bylines_of_readers_eyes_give_authors(article, markup, author):
    found = article(page(top=f"<h1>Cracks close the Halden bridge</h1>{markup}"))
    assert found.authors == author


def test_the_sites_name_gives_way_to_a_persons(article):
    head = ld(author={"@type": "Organization", "name": "Northern Ledger"}, publisher={"name": "Northern Ledger"})
    found = article(page(head=head, top="<h1>Cracks close the bridge</h1><p class='author'>Ada Venn</p>"))
    assert found.authors == "Ada Venn"


@pytest.mark.parametrize(
    ("head", "top"),
    [
        ("<title>Northern Ledger » Cracks close the Halden bridge</title>",
         "<h1><a href='/'>Northern Ledger</a></h1><h2 class='entry-title'>Cracks close the Halden bridge</h2>"),
        ("<title>Cracks close the Halden bridge - Northern Ledger</title>"
         "<meta property='og:site_name' content='Northern Ledger'>", ""),
        ("<title>Cracks close the Halden bridge | Region | ledger.example</title>",
         "<h1>Cracks close the Halden bridge</h1>"),
        ("<meta property='og:title' content='Cracks close the Halden bridge'>",
         "<h1><small>Brinmoor</small> <span>Cracks close the Halden bridge</span></h1>"),
    ],
)  # fmt: skip
def test_the_headline_is_told_from_the_sites_name(article, head, top):
    assert article(page(head=head, top=top)).title == "Cracks close the Halden bridge"


def test_the_time_element_of_the_article_dates_it_and_that_of_a_comment_does_not(article):
    top = "<h1>Cracks close the Halden bridge</h1><time datetime='2021-03-04T09:00:00Z'>today</time>"
    bottom = "<div id='comments'><time datetime='2022-01-01'>later</time></div>"
    assert article(page(top=top, bottom=bottom)).published == "2021-03-04T09:00:00Z"
    assert article(page(bottom=bottom)).published != "2022-01-01"


def test_a_declared_encoding_is_believed_where_the_bytes_are_no_utf8(article):
    content = page(head="<meta charset='iso-8859-2'>", top="<h1>Łódź opens the Żuraw bridge</h1>").replace("©", "")
    assert article(content.encode("iso-8859-2")).title == "Łódź opens the Żuraw bridge"


@pytest.mark.parametrize(
    "content",
    [
        "<html></html>",
        "<html><body><script>var a = 1;</script></body></html>",
        "<!-- only a comment -->",
        "<",
        "<?xml version='1.0'?><a/>",
    ],
)
def test_a_page_without_text_is_told(read, write, content):
    write("page.html", content)
    found = read()
    assert found.articles.empty
    assert set(found.skipped.reason) <= {"no-text", "too-short"}


def test_deep_nesting_is_no_crash(read, write):
    write("page.html", "<div>" * 20_000 + PROSE)
    assert len(read().articles) + len(read().skipped) == 1


def test_a_page_of_more_elements_than_any_article_has_is_told_and_not_read(read, write, monkeypatch):
    monkeypatch.setattr("xref.ingest.readers.web_page._MOST_ELEMENTS", 100)
    write("page.html", page(body="<p>word</p>" * 200))
    found = read()
    assert found.articles.empty
    assert found.skipped["reason"].tolist() == ["too-large"]
