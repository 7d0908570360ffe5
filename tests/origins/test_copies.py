import random
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from origins.invented_articles import Article, Corpus

from xref.config import OriginsConfig
from xref.origins import candidates
from xref.origins.copies import measure
from xref.origins.words import words_of

BRIDGE = (
    "The old swing bridge at Varn gave way shortly after dawn on Tuesday, throwing a tram and four cars into the canal."
    " Divers searched the murky water until dusk while relatives waited behind a cordon on the northern quay. "
    "Engineers had warned the harbour board in March that two of the main girders were badly rusted. "
    "The board closed one lane at the time but kept the tramway open, citing the cost of a diversion."
)
SPEECH = (
    '"We shall rebuild this bridge before the first snow falls, and we shall build it so that our grandchildren '
    'can walk over it without fear, because that is what a town owes to its children"'
)
OTHER = (
    "Fishing crews in the northern inlets have hauled in the smallest catch of herring for eleven years. "
    "Marine biologists blame warm currents, and the guild of skippers wants a shorter season next spring."
)


def copies_of(*articles: Article, **settings: float) -> pd.DataFrame:
    return Corpus(articles=list(articles), config=OriginsConfig(**settings)).trace().copies


def test_a_verbatim_reprint_is_a_copy_in_both_directions():
    table = copies_of(
        Article("a.txt", "Varn Courier", BRIDGE), Article("b.txt", "Quay Post", BRIDGE.replace(" ", "\n"))
    )
    assert list(table["kind"]) == ["near-verbatim"]
    assert table.loc[0, ["containment_a_in_b", "containment_b_in_a"]].tolist() == [1.0, 1.0]


def test_a_trimmed_reprint_lies_wholly_in_its_original():
    trimmed = BRIDGE.split(" Engineers")[0]
    table = copies_of(Article("a.txt", "Varn Courier", BRIDGE), Article("b.txt", "Quay Post", trimmed))
    assert list(table["kind"]) == ["near-verbatim"]
    assert table["containment_b_in_a"][0] == 1.0
    assert table["containment_a_in_b"][0] < 0.8


_WORDS = SPEECH.strip('"')


@pytest.mark.parametrize(
    "quoted",
    [
        f"“{_WORDS}”",
        f'“{_WORDS}"',
        f"“{_WORDS.replace('without fear', '“without fear,’')}”",
        f"“{_WORDS.replace(', and', '.' + chr(10) + '“And')}”",
        f'"{_WORDS.replace(", and", "." + chr(10) + chr(34) + "And")}"',
        f'she said. "{_WORDS.replace(", and", "." + chr(10) + chr(34) + "And")}"',
    ],
    ids=["curly", "mixed marks", "a quotation inside", "paragraphs", "straight paragraphs", "begun in a sentence"],
)
def test_a_speech_is_one_however_its_quotation_marks_stand(quoted):
    one = Article("a.txt", "Varn Courier", f"The mayor spoke on the quay.\n{quoted}\n{OTHER}")
    other = Article("b.txt", "Quay Post", f"Tears were shed.\n{_WORDS}\nIt rained.")
    assert copies_of(one, other).empty
    assert not copies_of(replace(one, text=f"The mayor spoke.\n{_WORDS}\n{OTHER}"), other).empty


def test_a_speech_that_both_quote_is_no_copy():
    one = f"Mayor Orla Tenn spoke on the quay. {SPEECH}, she said. Shops reopened in the afternoon."
    two = f"A crowd of hundreds heard the mayor promise help on Wednesday night: {SPEECH}. Rain fell throughout."
    assert copies_of(Article("a.txt", "Varn Courier", one), Article("b.txt", "Quay Post", two)).empty


def test_a_shared_headline_is_no_copy():
    title = "Swing bridge at Varn gives way and throws a tram and four cars into the canal at dawn"
    first = Article("a.txt", "Varn Courier", f"{title}\n\n{BRIDGE}", title=title)
    second = Article("b.txt", "Quay Post", f"{title}\n\n{OTHER}", title=title)
    assert copies_of(first, second).empty


def test_boilerplate_is_no_copy():
    footer = "Subscribe to our morning letter and get the ten stories that matter in your inbox every single day."
    first, second = (
        Article("a.txt", "Varn Courier", f"{BRIDGE}\n\n{footer}"),
        Article("b.txt", "Quay Post", f"{OTHER}\n\n{footer}"),
    )
    blocks = [(first, "boilerplate", footer), (second, "boilerplate", footer)]
    assert Corpus(articles=[first, second], blocks=blocks).trace().copies.empty


def test_what_an_outlet_prints_on_many_days_is_its_formula():
    stock = (
        "The harbour war began nine years ago when dockers seized the customs house and the council sent for marines."
    )
    reports = [f"Report number {n} about lantern {n * 7} and street {n * 13}." for n in range(4)]
    articles = [
        Article(f"{n}.txt", "Varn Courier", f"{report} {stock}", f"2031-05-0{n + 1}")
        for n, report in enumerate(reports)
    ]
    assert copies_of(*articles).empty
    assert len(copies_of(*articles[:2])) == 1


def test_an_agency_text_that_two_outlets_print_is_shared_wire():
    half = BRIDGE.split(" Engineers")[0]
    one = f"{half} {OTHER}"
    two = (
        f"VARN (Reuters) - {half} Nobody at the tram company answered questions about timetables, drivers or fares "
        "on Tuesday evening, and its offices in the old town stayed shut."
    )
    table = copies_of(Article("a.txt", "Varn Courier", one), Article("b.txt", "Quay Post", two))
    assert table.loc[0, ["kind", "wire"]].tolist() == ["shared-wire", "Reuters"]


@pytest.mark.parametrize(
    ("one", "other", "earlier"),
    [
        ("2031-05-02", "2031-05-03", "a.txt"),
        ("2031-05-03T08:00:00Z", "2031-05-02T23:00:00Z", "b.txt"),
        ("2031-05-02T08:00:00Z", "2031-05-02T09:30:00Z", "a.txt"),
        ("2031-05-02", "2031-05-02T09:30:00Z", "unknown"),
        ("2031-05-02", "2031-05-02", "unknown"),
        ("", "2031-05-02", "unknown"),
    ],
)
def test_who_was_earlier_is_told_only_where_dates_tell(one, other, earlier):
    first, second = Article("a.txt", "Varn Courier", BRIDGE, one), Article("b.txt", "Quay Post", BRIDGE, other)
    assert copies_of(first, second)["earlier"].tolist() == [earlier]


def test_the_evidence_is_the_longest_shared_run():
    one = words_of("a", BRIDGE, "", [], 5)
    shared = BRIDGE.split(". ")[1]
    two = words_of("b", f"{OTHER} {shared}. {OTHER}", "", [], 5)
    found = measure(one, two)
    assert found.evidence.startswith("Divers searched the murky water until dusk")
    assert found.run == len(shared.split())


@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_both_searches_find_the_same_copies(seed):
    rng = random.Random(seed)
    pool = [f"word{n}" for n in range(60)]
    bases = [[rng.choice(pool) for _ in range(rng.randint(5, 90))] for _ in range(6)]
    texts = []
    for _ in range(14):
        base, other = rng.choice(bases), rng.choice(bases)
        cut = rng.randrange(len(base))
        texts.append(" ".join(base[cut:] + [rng.choice(pool) for _ in range(9)] + other[: rng.randrange(len(other))]))
    articles = [Article(f"{n}.txt", f"Outlet {n % 5}", text) for n, text in enumerate(texts)]
    exact = copies_of(*articles, exact_below=100)
    winnowed = copies_of(*articles, exact_below=1)
    pd.testing.assert_frame_equal(exact, winnowed)


def test_winnowing_keeps_far_fewer_hashes_than_there_are_shingles():
    text = " ".join(f"word{n * 7919 % 1009}" for n in range(900))
    kept = candidates.smallest(words_of("a", text, "", [], 5), 16)
    assert 0 < len(kept) < 900 / 4
